"""Where records live: one protocol, several stores behind it."""

from tracker.store.protocol import INDEXES, Problem, Store

__all__ = ["INDEXES", "Problem", "Store"]
