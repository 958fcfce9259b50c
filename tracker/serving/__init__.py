"""The screens in a browser on the same machine, behind an address that opens once.

What it adds to the package textual-serve, which carries a Textual program to a browser: the door
(:mod:`tracker.serving.door`), a page that asks nothing of the outside world, and one pair of hands
at a time, because a database file has one writer.
"""

from tracker.serving.server import BrowserServer, serve_screens

__all__ = ["BrowserServer", "serve_screens"]
