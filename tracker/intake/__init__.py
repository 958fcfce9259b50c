"""Bytes from outside in, text with its origin out. Nothing here ever reaches for the network."""

from tracker.intake.files import SUFFIXES, find_articles, read_file
from tracker.intake.received import Limits, Received
from tracker.intake.text import read_bytes, read_stream, read_text

__all__ = [
    "SUFFIXES",
    "Limits",
    "Received",
    "find_articles",
    "read_bytes",
    "read_file",
    "read_stream",
    "read_text",
]
