"""Keys read one at a time from a terminal, outside the screens."""

import codecs
import contextlib
import os
import termios
import tty
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def single_keys(source: int) -> Iterator[Callable[[], str]]:
    """Yield what waits for one character; until the end nothing typed is echoed or lost.

    Args:
        source: file descriptor of the terminal. At its end the character is empty.
    """
    attributes = termios.tcgetattr(source)
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def key() -> str:
        while part := os.read(source, 1):
            if character := decode(part):
                return character
        return ""

    tty.setcbreak(source, termios.TCSANOW)
    try:
        yield key
    finally:
        termios.tcsetattr(source, termios.TCSANOW, attributes)
