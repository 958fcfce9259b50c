"""Articles come in from files, folders, pasted text or the sample; told in words."""

from pathlib import Path

from tracker.errors import TrackerError
from tracker.presenters.history import refusal
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import count
from tracker.services.adding import add_paths, add_text
from tracker.services.results import Batch, Result
from tracker.services.sampling import add_sample
from tracker.services.session import ProgressSink, Session


def add_from_path(session: Session, written: str, progress: ProgressSink | None = None) -> Message:
    """Import the file or the folder that a person named and tell what came of it."""
    try:
        return told(add_paths(session, (Path(written.strip()).expanduser(),), progress=progress))
    except TrackerError as error:
        return refusal(error)
    except RuntimeError:
        return Message(f"{written} begins with a home folder that does not exist.", Tone.BAD)


def add_pasted(session: Session, text: str) -> Message:
    """Import a text that a person pasted and tell what came of it."""
    try:
        return told(add_text(session, text))
    except TrackerError as error:
        return refusal(error)


def add_the_sample(session: Session) -> Message:
    """Import the sample article and tell what came of it."""
    try:
        return told(add_sample(session))
    except TrackerError as error:
        return refusal(error)


def told(batch: Batch) -> Message:
    """Return what came of an import: new articles, known ones, files that could not be used."""
    if len(batch.refused) == 1 and not batch.results:
        return refusal(batch.refused[0])
    new = [one for one in batch.results if one.new]
    known = [one for one in batch.results if not one.new]
    parts = []
    if new:
        claims = count(sum(one.claims for one in new), "claim")
        parts.append(f"Added {count(len(new), 'article')} with {claims} proposed. Saved.")
    if len(known) == 1:
        parts.append(f"Known already, unchanged: “{known[0].title}”.")
    elif known:
        parts.append(f"{count(len(known), 'article')} known already, unchanged.")
    parts += _alike(new)
    parts += [remark for one in batch.results[:_REMARKED] for remark in one.remarks]
    if batch.refused:
        parts.append(f"{count(len(batch.refused), 'file')} not used: {batch.refused[0]}")
    warned = batch.refused or any(one.left or one.near_id for one in new)
    return Message(" ".join(parts), Tone.WARN if warned else Tone.GOOD)


_REMARKED = 3


def _alike(new: list[Result]) -> list[str]:
    """Return sentences on later versions and near copies."""
    parts = []
    versions = [one for one in new if one.earlier_id]
    if versions:
        carried = count(sum(one.carried for one in versions), "claim")
        parts.append(f"{count(len(versions), 'later version')} took over {carried}.")
    left = sum(len(one.left) for one in versions)
    if left:
        parts.append(f"{count(left, 'claim')} found no place; i on the new version lists them.")
    copies = [one.near_title for one in new if one.near_id]
    if len(copies) == 1:
        parts.append(f"Nearly the same text as “{copies[0]}”.")
    elif copies:
        parts.append(f"{len(copies)} are nearly the same text as others.")
    return parts
