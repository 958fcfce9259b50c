"""Words for people, on standard error."""

import sys

from tracker.cli.visible import visible


def tell(message: str, hint: str = "") -> None:
    """Write what happened as ``tracker: message``, and below it what to do next."""
    sys.stderr.write(f"tracker: {visible(message)}\n")
    if hint:
        sys.stderr.write(f"  {visible(hint)}\n")
