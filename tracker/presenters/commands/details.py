"""Commands of an article's details."""

from tracker.presenters.commands.command import Command

DETAILS = (
    Command("details.correct", "correct", "State the detail under the bar anew.", ("enter",),
            bar="correct"),
    Command("details.confirm", "confirm", "Confirm that the guess under the bar is right.", ("c",),
            bar="confirm"),
    Command("details.confirm_all", "confirm all",
            "Confirm everything of the article that waits to be confirmed.", ("C",),
            bar="confirm all"),
    Command("details.copy", "copy", "Copy the detail under the bar.", ("y",)),
)  # fmt: skip
