"""The command line: data on standard output, words for people on standard error."""

from tracker.cli.running import main, run

__all__ = ["main", "run"]
