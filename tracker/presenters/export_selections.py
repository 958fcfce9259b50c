"""Filters kept under names, as the export screen offers them."""

from collections.abc import Mapping

from tracker.errors import TrackerError
from tracker.presenters.history import refusal
from tracker.presenters.rating_options import Option
from tracker.presenters.tones import Message, Tone
from tracker.services.selections import Selections

#: Keys of the first selections of the list; the others are reached by moving the bar.
_KEYS = "123456789"


def selection_options(kept: Mapping[str, str], where: str) -> tuple[Option, ...]:
    """Return the selections to choose from, the one in force marked."""
    return tuple(
        Option(
            key=_KEYS[place] if place < len(_KEYS) else " ",
            label=f"{name}: {found}",
            value=name,
            current=found == where,
        )
        for place, (name, found) in enumerate(kept.items())
    )


def keep_selection(selections: Selections, name: str, where: str) -> Message:
    """Keep a filter under a name and return what came of it."""
    try:
        selections.save(name, where)
    except TrackerError as error:
        return refusal(error)
    return Message(f"Kept as {name.strip()}; s takes it again.", Tone.GOOD)


def forget_selection(selections: Selections, where: str) -> Message:
    """Forget the name that a filter is kept under and return what came of it."""
    name = next((name for name, found in selections.kept.items() if found == where), None)
    if name is None:
        return Message("The filter in force is kept under no name.", Tone.MUTED)
    try:
        selections.delete(name)
    except TrackerError as error:
        return refusal(error)
    return Message(f"Forgot {name}; the filter stays in force.", Tone.GOOD)
