"""Where one left off: the screens that were open, how each was looked at, and the trail."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from attrs import evolve, field, fields_dict, frozen

from tracker.errors import InputError
from tracker.presenters.trail import Place, Trail
from tracker.presenters.word_cursor import WordCursor

#: How a place is looked at: the filter, the order, the word under the cursor, by name.
View = Mapping[str, str]

#: Beyond that a thing is not worth keeping: places of the trail, marks, characters of drafts.
_MOST_PLACES, _MOST_MARKS, _MOST_DRAFTED = 50, 1_000, 200_000
#: Drafts that never leave the memory: what is known of a source in confidence.
_IN_CONFIDENCE = "source.confidential "
_FORMAT = 1
ListT = TypeVar("ListT")


@frozen
class Spot:
    """A screen that was open.

    Attributes:
        place: the screen, what it was on, and what one stood on there.
        view: how it was looked at.
    """

    place: Place
    view: View = field(factory=dict)


@frozen(kw_only=True)
class Sitting:
    """What there was on the screen at one moment.

    Attributes:
        spots: the open screens, the one in sight last.
        trail: the places behind and ahead.
        drafts: texts begun and not saved, by what they are for.
    """

    spots: tuple[Spot, ...] = ()
    trail: Trail = field(factory=Trail)
    drafts: Mapping[str, str] = field(factory=dict)

    def document(self) -> dict[str, object]:
        """Return what is worth keeping, as JSON can hold it."""
        trail = self.trail
        return {
            "format": _FORMAT,
            "spots": [{"place": _written(s.place), "view": dict(s.view)} for s in self.spots],
            "behind": [_written(place) for place in trail.behind[-_MOST_PLACES:]],
            "here": _written(trail.here) if trail.here else None,
            "ahead": [_written(place) for place in trail.ahead[:_MOST_PLACES]],
            "drafts": _kept_drafts(self.drafts),
        }

    @classmethod
    def read(cls, document: object) -> "Sitting":
        """Return what was kept.

        Raises:
            InputError: when the document is not one that :meth:`document` makes.
        """
        try:
            held = _kept(document)
            here = held["here"]
            return cls(
                spots=tuple(_spot(spot) for spot in _items(held["spots"])),
                trail=Trail(
                    tuple(_place(place) for place in _items(held["behind"])),
                    None if here is None else _place(here),
                    tuple(_place(place) for place in _items(held["ahead"])),
                ),
                drafts=_texts(held["drafts"]),
            )
        except (KeyError, TypeError):
            raise InputError("What was kept of the last time is not readable.") from None


def _written(place: Place) -> list[str]:
    return [place.screen, place.subject, place.standing]


def _kept_drafts(drafts: Mapping[str, str]) -> dict[str, str]:
    kept = {name: t for name, t in drafts.items() if not name.startswith(_IN_CONFIDENCE)}
    return kept if sum(map(len, kept.values())) <= _MOST_DRAFTED else {}


def _kept(document: object) -> Mapping[object, object]:
    held = _table(document)
    if held["format"] != _FORMAT:
        raise TypeError
    return held


def _table(value: object) -> Mapping[object, object]:
    if not isinstance(value, Mapping):
        raise TypeError
    return value


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _texts(value: object) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, text in _table(value).items():
        if not (isinstance(name, str) and isinstance(text, str)):
            raise TypeError
        texts[name] = text
    return texts


def _place(value: object) -> Place:
    parts = [part for part in _items(value) if isinstance(part, str)]
    if len(parts) != len(fields_dict(Place)) or parts != value:
        raise TypeError
    return Place(*parts)


def _spot(value: object) -> Spot:
    held = _table(value)
    return Spot(_place(held["place"]), _texts(held["view"]))


def list_view(state: object, marked: frozenset[str] = frozenset()) -> View:
    """Return how a list is looked at; a list that knows no filter or order has none.

    Args:
        state: what the list's presenter holds.
        marked: the marked rows; too many of them are not kept.
    """
    found = {}
    if written := getattr(state, "filter", ""):
        found["filter"] = written
    if isinstance(order := getattr(state, "order", None), Enum):
        found["order"] = order.name
    if getattr(state, "reverse", False):
        found["reverse"] = "yes"
    if 0 < len(marked) <= _MOST_MARKS:
        found["marked"] = " ".join(sorted(marked))
    return found


def list_viewed(state: ListT, view: View) -> ListT:
    """Return a list's state as ``view`` has it; what it does not know is left out."""
    known = fields_dict(type(state))  # type: ignore[arg-type]  # every state is an attrs class
    changes: dict[str, object] = {}
    if "filter" in known and "filter" in view:
        changes["filter"] = view["filter"]
    if "reverse" in known:
        changes["reverse"] = "reverse" in view
    order = getattr(state, "order", None)
    if isinstance(order, Enum) and view.get("order") in type(order).__members__:
        changes["order"] = type(order)[view["order"]]
    return evolve(state, **changes)  # type: ignore[misc]  # as above


def cursor_view(cursor: WordCursor) -> View:
    """Return where a word cursor stands, and where its selection began, by offsets."""
    if cursor.word is None:
        return {}
    found = {"word": str(cursor.word.start)}
    if cursor.anchor is not None:
        found["anchor"] = str(cursor.words[cursor.anchor].start)
    return found


def cursor_viewed(cursor: WordCursor, view: View) -> WordCursor:
    """Return a word cursor put where ``view`` has it, if it says where."""
    word, anchor = view.get("word", ""), view.get("anchor", "")
    if not word.isdecimal():
        return cursor
    if anchor.isdecimal():
        return cursor.placed(int(anchor)).selecting().extended_to(int(word))
    return cursor.placed(int(word))
