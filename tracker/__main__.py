"""``python -m tracker`` does what the ``tracker`` command does."""

from tracker.cli import main

if __name__ == "__main__":
    main()
