"""Going back and forward, told in words."""

from collections.abc import Callable

from attrs import frozen

from tracker.errors import TrackerError
from tracker.model import Claim, ClaimId, Commit, StaleError
from tracker.presenters.tones import Message, Tone
from tracker.services.session import Session
from tracker.services.undoing import redo, undo


@frozen
class Step:
    """What an undo or redo did.

    Attributes:
        message: what to tell, naming the edit.
        claim_id: the first claim concerned, None where there was none.
    """

    message: Message
    claim_id: ClaimId | None = None


def undo_last(session: Session) -> Step:
    """Take back the reviewer's last edit and tell which it was."""
    return _step(undo, session, "Undone")


def redo_last(session: Session) -> Step:
    """Make the reviewer's last undone edit again and tell which it was."""
    return _step(redo, session, "Done again")


def _step(action: Callable[[Session], Commit], session: Session, word: str) -> Step:
    try:
        commit = action(session)
    except TrackerError as error:
        return Step(refusal(error))
    touched = (change.entity for change in commit.changeset.changes)
    claim = next((entity for entity in touched if isinstance(entity, Claim)), None)
    text = f"{word}: {commit.changeset.label}. Saved."
    return Step(Message(text, Tone.GOOD), claim.id if claim else None)


def refusal(error: TrackerError) -> Message:
    """Return the message that tells a person why something was not done."""
    conflict = error if isinstance(error, StaleError) else None
    return Message(str(error), Tone.BAD, conflict)
