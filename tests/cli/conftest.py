"""The stage that the tests of the command line play on."""

from __future__ import annotations

from cli_stage import stage as stage
