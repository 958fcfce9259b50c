"""Whether a word that may be an English cue stands inside what another cue introduces.

Readers take ``he said he wanted`` for one attribution: what somebody is said to want or to think
is part of what is said. (None of the 1,005 cues marked by hand in the articles that the weights
were learned from stands inside another's content.)
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from tracker.attribution.english_features import Candidate
from tracker.text.words import COMMAS, DASHES, QUOTE_MARKS, Words

#: The feature of a candidate inside what a verb of saying or ``according to`` introduces.
NESTED = "nested"
_BESIDE = frozenset({"and", "or", "so", "yet"})
_AGAINST = frozenset({"but", "while", "whereas", "although", "though"})
_RELATIVE = frozenset({"who", "which"})
#: Words before a further verb of one speaker.
_AGAIN = _BESIDE | _AGAINST | _RELATIVE | {"before", "after", "when", "nor", "then", "later"}
_BREAKS = frozenset({":", ";"})
_COMMAS = COMMAS | DASHES
_MARKS = COMMAS | DASHES | QUOTE_MARKS
#: Ways to be joined to the cue before that leave a candidate inside its content.
_INSIDE = frozenset({"at-once", "inner", "far", "shared-open", "and"})
_NEAR, _FAR = 3, 14
_MOST = 3


@frozen
class _Outer:
    """A cue that may introduce what stands after it, from the word where that begins.

    Attributes:
        kind: ``says``, ``prep`` or ``other``.
        scope: where what is said stands.
        content: index of its first word.
    """

    kind: str
    scope: str
    content: int


def nesting(words: Words, candidates: Sequence[Candidate]) -> Iterator[frozenset[str]]:
    """Yield, for each of ``candidates`` of one sentence, how it stands to the cues around it."""
    closing = _closing(words, candidates)
    outer: _Outer | None = None
    opened = 0
    for at, one in enumerate(candidates):
        way = _way(words, one, outer) if outer else ""
        found = set(_under(one, outer, way)) if outer else set()
        closed = at < closing
        if closed:
            found.add(f"closed={one.role}")
        if opened:
            found.add(f"opened={min(opened, _MOST)}")
        inside = outer is not None and outer.kind != "other" and way in _INSIDE
        apart = outer is not None and _apart(words, one, outer)
        nested = (inside and not apart) or (closed and one.role != "saying")
        place = NESTED if nested else "free"
        rule = one.draft.rule if one.draft else "refused"
        yield frozenset((*found, place, f"{place} {one.role}", f"{place} ruled={rule}"))
        if introduced := _introduces(one):
            opened, outer = opened + 1, introduced


def _closing(words: Words, candidates: Iterable[Candidate]) -> int:
    """Return the position of the last candidate that trails what was said; 0 when none does.

    ``as he noted`` may come after what somebody else said.
    """
    trailing = ("backward", "parenthetical")
    return max(
        (
            at
            for at, one in enumerate(candidates)
            if one.draft
            and one.draft.scope in trailing
            and one.role in ("saying", "prep")
            and not (one.draft.mention and words.form(one.draft.mention[0] - 1) == "as")
        ),
        default=0,
    )


def _introduces(one: Candidate) -> _Outer | None:
    """Return what a candidate that the rules read introduces; what a speaker says is apart."""
    draft = one.draft
    if draft is None or draft.rule == "noun" or one.speech:
        return None
    kind = {"saying": "says", "prep": "prep"}.get(one.role, "other")
    return _Outer(kind, draft.scope, max(draft.content, draft.after))


def _apart(words: Words, one: Candidate, outer: _Outer) -> bool:
    """Whether a verb of saying that the rules read states something beside what ``outer`` says.

    It does where one of the two follows what was said (``"...," he said, after she told``), and
    where one speaker says one thing after the other (``said ..., who then told``).
    """
    draft = one.draft
    if draft is None or one.role != "saying":
        return False
    shared = draft.mention is not None and draft.mention[0] < outer.content
    again = shared and words.form(draft.cue[0] - 1) in _AGAIN
    return again or draft.scope != "forward" or outer.scope != "forward"


def _under(one: Candidate, outer: _Outer, way: str) -> Iterator[str]:
    under = f"under={outer.kind}/{outer.scope}/{way}"
    yield under
    yield f"{under} {one.role}"
    yield f"way={way}"
    yield f"way={way} ruled={bool(one.draft)}"


def _way(words: Words, one: Candidate, outer: _Outer) -> str:
    """Return how a candidate is joined to the cue before it."""
    draft = one.draft or one.weighed
    mention = draft.mention if draft else None
    shared = mention is not None and mention[0] < outer.content
    start = one.start if shared or mention is None else min(mention[0], one.start)
    before, beside = words.text(start - 1), words.form(start - 1) in _BESIDE
    if shared:
        joined = beside or words.form(start - 1) in _AGAINST
        marked = before in _COMMAS or words.ends_quotation(start - 1)
        return "shared-and" if joined else "shared-comma" if marked else "shared-open"
    gap = start - outer.content
    if any(words.text(at) in _BREAKS for at in range(max(outer.content, start - _FAR), start)):
        return "stop"
    if words.form(start) in _RELATIVE and before in _MARKS:
        return "relative"
    if words.form(start - 1) in _AGAINST:
        return "against"
    if gap <= _NEAR:
        return "at-once"
    if before in _MARKS:
        return "comma"
    if beside:
        return "comma-and" if words.text(start - 2) in _MARKS else "and"
    return "inner" if gap <= _FAR else "far"
