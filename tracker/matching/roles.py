"""Whether attacker and victim, lender and borrower have changed places."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.matching.reading import Reading
from tracker.matching.words import alike
from tracker.model import Signal, Stance
from tracker.text.folding import fold_text
from tracker.text.stems import StemmedWord, stem

#: Share of either text's words that must stand in the other before an exchange can be seen.
_LEAST_SHARED = 0.85
#: Actors have short names; longer stretches that change places are clauses.
_LONGEST = 3
#: A stretch that begins like this says when or where; it moves about freely.
_ADJUNCTS = frozenset(
    map(
        stem,
        fold_text(
            "في بعد قبل خلال منذ عند يوم أمس اليوم قرب لدى in on at after before during since near "
            "until today yesterday monday tuesday wednesday thursday friday saturday sunday"
        ).split(),
    )
)
_PASSIVES = frozenset(map(stem, fold_text("by قبل يد أيدي بواسطة").split()))
_AND = "and"

Pair = tuple[int, int]


def roles(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield a warning when two texts differ only in who stands where.

    Seen are exchanges: our order is ``X M Y`` where theirs is ``Y M X``, between the same
    beginning and end. Left out are stretches that say when or where, lists ("and"), and a passive
    on one side. With nothing between them, both X and Y must be nothing but known names.
    """
    pairs = _aligned(ours.words, theirs.words)
    longest = max(len(_single(ours.words)), len(_single(theirs.words)))
    if len(pairs) < _LEAST_SHARED * longest or _passive(ours) != _passive(theirs):
        return
    runs = _runs(pairs)
    if not _exchange(runs):
        return
    first, last = runs[0], runs[-1]
    if len(runs) == 2 and not (_named(ours, first) and _named(ours, last)):
        return
    if not any(_moves_freely(ours, theirs, run) for run in (first, last)):
        yield Signal(
            name="roles",
            stance=Stance.WARNS,
            ours=f"{_text(ours, first, 0)} · {_text(ours, last, 0)}",
            theirs=f"{_text(theirs, last, 1)} · {_text(theirs, first, 1)}",
        )


def _aligned(ours: Sequence[StemmedWord], theirs: Sequence[StemmedWord]) -> list[Pair]:
    """Return the positions of the words that stand once in either text, in our order."""
    left, right = _single(ours), _single(theirs)
    pairs = [(left.pop(word), right.pop(word)) for word in tuple(left) if word in right]
    if len(pairs) * 2 >= min(len(left), len(right)):
        pairs += [(left[one], right[other]) for one, other in alike(list(left), list(right))]
    return sorted(pairs)


def _single(words: Sequence[StemmedWord]) -> dict[str, int]:
    counts = Counter(word.stem for word in words)
    return {word.stem: at for at, word in enumerate(words) if counts[word.stem] == 1}


def _runs(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return what lies between the common beginning and end, in stretches of equal order."""
    ranks = {other: rank for rank, other in enumerate(sorted(other for _, other in pairs))}
    order = [ranks[other] for _, other in pairs]
    begin, end = 0, len(order)
    while begin < end and order[begin] == begin:
        begin += 1
    while end > begin and order[end - 1] == end - 1:
        end -= 1
    runs: list[list[Pair]] = []
    for place in range(begin, end):
        if place == begin or order[place] != order[place - 1] + 1:
            runs.append([])
        runs[-1].append(pairs[place])
    return runs


def _exchange(runs: Sequence[Sequence[Pair]]) -> bool:
    starts = [run[0][1] for run in runs]
    exchanged = len(runs) in {2, 3} and starts == sorted(starts, reverse=True)
    return exchanged and max(len(runs[0]), len(runs[-1])) <= _LONGEST


def _named(reading: Reading, run: Sequence[Pair]) -> bool:
    named = {place for name in reading.names for place in range(name.first, name.last)}
    return all(place in named for place, _ in run)


def _moves_freely(ours: Reading, theirs: Reading, run: Sequence[Pair]) -> bool:
    first, other = run[0]
    opening = ours.words[first]
    before = ours.words[first - 1].stem if first else ""
    joined = ours.written(opening).startswith("و")
    listed = joined and not theirs.written(theirs.words[other]).startswith("و")
    return listed or before == _AND or bool({opening.stem, before} & _ADJUNCTS)


def _passive(reading: Reading) -> bool:
    return any(word.stem in _PASSIVES for word in reading.words)


def _text(reading: Reading, run: Sequence[Pair], side: int) -> str:
    places = [pair[side] for pair in run]
    first, last = reading.words[min(places)], reading.words[max(places)]
    return reading.source.body[first.start : last.end]
