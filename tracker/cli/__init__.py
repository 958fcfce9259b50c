"""The command line: data on standard output, words for people on standard error."""


def main() -> None:
    """Run the command line."""
