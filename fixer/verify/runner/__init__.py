"""The part of the proof that runs in the user's interpreter: standard library only, Python 3.9 and later.

It is started by file path and loads itself under a private name, so that the
user's interpreter needs no `fixer` installed and the user's `sys.path` stays
as the user left it.
"""
