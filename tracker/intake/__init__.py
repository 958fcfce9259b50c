"""Bytes from outside in, text with its origin out. Nothing here ever reaches for the network."""

from tracker.intake.files import find_articles, read_file
from tracker.intake.kinds import SUFFIXES
from tracker.intake.reading import Outcome, first_article, read_articles, read_pasted, read_stream
from tracker.intake.received import DEFAULT_LIMITS, Found, Limits, Particulars, Received
from tracker.intake.text import read_bytes, read_text

__all__ = [
    "DEFAULT_LIMITS",
    "SUFFIXES",
    "Found",
    "Limits",
    "Outcome",
    "Particulars",
    "Received",
    "find_articles",
    "first_article",
    "read_articles",
    "read_bytes",
    "read_file",
    "read_pasted",
    "read_stream",
    "read_text",
]
