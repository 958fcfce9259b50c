"""The command line: data on standard output, words for people on standard error."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line on the arguments of the process, then end the process."""
    # What a start loads stays. Looking through it for what could be freed, again and again while
    # it grows and once more on the way out, takes a sixth of a short command's time.
    gc.set_threshold(20_000, 20, 20)
    from tracker.cli.running import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)
