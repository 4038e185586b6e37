"""`python -m fixer`."""

from fixer.cli import main

main()
