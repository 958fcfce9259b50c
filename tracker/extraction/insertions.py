"""Clauses that an insertion between commas interrupts, and where they go on."""

from attrs import evolve

from tracker.extraction.pieces import Piece
from tracker.extraction.splitter import Splitter
from tracker.text.words import COMMAS, Words

#: A subject that an insertion parts from its verb is not longer.
_LONGEST_HEAD = 10
#: A verb and its subject that wait for their complement are not longer.
_SHORTEST_HEAD = 4


def resumed(words: Words, pieces: tuple[Piece, ...], splitter: Splitter) -> tuple[Piece, ...]:
    """Cut insertions off at the comma after which the interrupted clause goes on.

    ``the town, which ..., was quiet``: the clause had no verb yet, so that what follows the
    insertion and begins with one belongs to it.
    """
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        found.append(piece)
        head = pieces[index - 1] if index else None
        if head is None or head.resumes or head.end - head.start > _LONGEST_HEAD:
            continue
        inserted = splitter.inserts(piece.reason)
        if inserted and not splitter.verbal(words, head.start, head.end):
            found[-1:] = _cut_at_verb(words, piece, splitter)
        elif inserted and head.end - head.start <= _SHORTEST_HEAD:
            found[-1:] = _cut_at_complement(words, piece, splitter)
        elif _after_insertion(words, pieces, index, splitter):
            found[-1] = evolve(piece, resumes=True, over=1)
    return tuple(found)


def _after_insertion(
    words: Words, pieces: tuple[Piece, ...], index: int, splitter: Splitter
) -> bool:
    """Whether a clause with a verb follows an insertion into one without."""
    head = pieces[index - 2] if index > 1 else None
    if head is None or head.end - head.start > _LONGEST_HEAD:
        return False
    inserted = splitter.inserts(pieces[index - 1].reason)
    opens = words.form(pieces[index].start)[:1] not in ("و", "ف")
    verbal = opens and pieces[index].reason.startswith("verb:")
    return inserted and verbal and not splitter.verbal(words, head.start, head.end)


def _cut_at_verb(words: Words, piece: Piece, splitter: Splitter) -> list[Piece]:
    """Return the insertion, and what goes on after its comma with a verb, when there is any."""
    for index in range(piece.start + 1, piece.end - 1):
        if words.text(index) in COMMAS and splitter.verbal(words, index + 1, index + 2):
            rest = Piece(start=index + 1, end=piece.end, reason=piece.reason, resumes=True, over=1)
            return [evolve(piece, end=index), rest]
    return [piece]


def _cut_at_complement(words: Words, piece: Piece, splitter: Splitter) -> list[Piece]:
    """Return the insertion, and what completes the clause after its comma, when there is any.

    ``وصل الوفد، الذي يضم وزيرين، إلى دمشق``.
    """
    for index in range(piece.start + 1, piece.end - 1):
        if words.text(index) in COMMAS and splitter.complements(words, index + 1):
            rest = Piece(start=index + 1, end=piece.end, reason=piece.reason, resumes=True, over=1)
            return [evolve(piece, end=index), rest]
    return [piece]
