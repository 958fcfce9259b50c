"""Commands of the strip that the guided tour lies over every screen."""

from tracker.presenters.commands.command import Command

TOUR = (
    Command("tour.skip", "next step", "Go on to the tour's next step without doing this one.",
            ("f8",)),
    Command("tour.leave", "leave the tour",
            "Leave the tour; started again before the program ends, it goes on at this step.",
            ("f9",)),
)  # fmt: skip
