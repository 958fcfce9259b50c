"""Split news into claims, link each to its source, learn how reliable each voice is."""

__version__ = "0.1.0"
