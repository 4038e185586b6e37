"""Findings, proposals and verdicts as text: pure functions, nothing here prints or opens a file."""
