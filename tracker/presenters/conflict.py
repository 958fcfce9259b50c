"""Two versions of one record side by side, when somebody else was quicker."""

from collections.abc import Mapping

from attrs import field, frozen

from tracker.codec import to_document
from tracker.errors import TrackerError
from tracker.model import Entity, Source, SourceId, StaleError, differing
from tracker.presenters.history import refusal
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.services.conflicts import put_mine
from tracker.services.session import Session

#: How a person calls a field; where nothing is said, its own name without underscores.
_FIELDS: Mapping[str, str] = {
    "quote": "words",
    "state": "decision",
    "wording": "plain words",
    "gloss": "second language",
    "label": "name",
    "confidential": "in confidence",
    "attribution.source_id": "source",
    "ruling.verdict": "verdict",
    "ruling.rationale": "rationale",
}
#: Fields that say nothing to a person, or nothing that another does not say.
_SILENT = frozenset({"id", "version", "spans", "shared", "reasons", "signals", "matcher", "score"})
_NOTHING = Cell("–", Tone.MUTED)


@frozen(kw_only=True)
class ConflictState:
    """An edit of one's own beside what somebody else made of the record meanwhile.

    Attributes:
        session: whose edit it is.
        stale: what was refused, and why.
    """

    session: Session = field(repr=False)
    stale: StaleError

    @property
    def title(self) -> str:
        """Who was quicker; a name in any script comes last, so that the words stay in order."""
        return f"Changed meanwhile by {self.stale.changed_by or 'somebody else'}"

    @property
    def told(self) -> tuple[Line, ...]:
        """What they did and when, and what was not done."""
        mine = self.stale.changeset.label
        commit = self.stale.commit
        refused: Line = (Cell("Yours, not saved yet: ", Tone.MUTED), Cell(mine))
        if commit is None:
            return (refused,)
        done = commit.changeset
        when = f"  {done.at:%Y-%m-%d %H:%M} UTC"
        theirs = (Cell("Theirs: ", Tone.MUTED), Cell(done.label), Cell(when, Tone.MUTED))
        return (theirs, refused)

    @property
    def theirs(self) -> tuple[Line, ...]:
        """The fields that differ, as the record stands."""
        return self._lines(self.stale.theirs)

    @property
    def mine(self) -> tuple[Line, ...]:
        """The same fields, as one's own edit would have left them."""
        return self._lines(self.stale.change.after)

    def _lines(self, entity: Entity | None) -> tuple[Line, ...]:
        if entity is None:
            return ((Cell("deleted", Tone.WARN),),)
        texts, other = self._texts(entity), self._other(entity)
        shown = [n for n in texts if other is None or texts[n] != self._texts(other).get(n, "")]
        width = max((len(_name(name)) for name in shown), default=0)
        return tuple(
            (
                Cell(f"{_name(name):<{width}}  ", Tone.MUTED),
                Cell(texts[name]) if texts[name] else _NOTHING,
            )
            for name in shown
        )

    def _other(self, entity: Entity) -> Entity | None:
        sides = (self.stale.theirs, self.stale.change.after)
        return sides[1] if entity is sides[0] else sides[0]

    def _texts(self, entity: Entity) -> Mapping[str, str]:
        """Return what a person reads of a record, by field."""
        texts = dict(_flat("", to_document(entity)))
        for name in ("attribution.source_id", "source_id"):
            if name in texts:
                texts[name] = self._label(SourceId(texts[name]))
        return texts

    def _label(self, source_id: SourceId) -> str:
        try:
            return self.session.store.get(Source, source_id).label
        except TrackerError:
            return source_id

    @property
    def advice(self) -> Line:
        """What choosing one's own would do."""
        before, after, theirs = self.stale.change.before, self.stale.change.after, self.stale.theirs
        if theirs is None:
            text = "Yours brings the record back."
        elif after is None:
            text = "Yours deletes the record."
        elif before is not None and not set(differing(before, after)) & set(
            differing(before, theirs)
        ):
            text = "You changed different things: yours is added, and all of theirs stays."
        else:
            text = "Yours replaces what you both changed; the rest of theirs stays."
        return (Cell(text, Tone.MUTED),)

    def keep_theirs(self) -> Message:
        """Leave the record as it stands."""
        who = self.stale.changed_by or "the other one"
        return Message(f"Left as {who} has it.", Tone.MUTED)

    def put_mine(self) -> Message:
        """Make one's own edit all the same."""
        try:
            put_mine(self.session, self.stale)
        except TrackerError as error:
            return refusal(error)
        return Message(f"{self.stale.changeset.label}: put over theirs. Saved.", Tone.GOOD)


def _flat(prefix: str, document: Mapping[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in document.items():
        if name in _SILENT:
            continue
        if isinstance(value, dict):
            found += _flat(f"{prefix}{name}.", value)
        else:
            found.append((f"{prefix}{name}", _text(value)))
    return found


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)


def _name(name: str) -> str:
    return _FIELDS.get(name, name.rpartition(".")[2].replace("_", " "))
