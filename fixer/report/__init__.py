"""Findings, proposals and verdicts as text. Nothing here opens a file or knows a rule."""
