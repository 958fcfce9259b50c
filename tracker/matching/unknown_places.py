"""Places of no table: two texts that differ in nothing but the name after "in"."""

from collections.abc import Iterator

from tracker.matching.reading import Reading
from tracker.matching.words import alike
from tracker.model import Signal, Stance
from tracker.text.folding import fold_text
from tracker.text.stems import StemmedWord, stem

#: Nouns after which a place is named.
_NOUNS = frozenset(
    map(
        stem,
        fold_text(
            "مدينة بلدة قرية محافظة ولاية منطقة مخيم قضاء ناحية إقليم حي ريف مطار جزيرة مديرية "
            "معبر سجن city town village province governorate district"
        ).split(),
    )
)
_IN = frozenset(map(stem, fold_text("في قرب شمال جنوب شرق غرب in near at outside inside").split()))
_LONGEST = 2


def unknown_places(ours: Reading, theirs: Reading) -> Iterator[Signal]:
    """Yield a warning when two texts are the same but for one name of a place.

    The name stands after a noun such as "province", or after "in" where it is written as names
    are: without the article in Arabic, with a capital in English.
    """
    us, them = _difference(ours, theirs)
    if not us or not them or max(len(us), len(them)) > _LONGEST:
        return
    before = ours.words[us[0] - 1].stem if us[0] else ""
    if not (us[0] and them[0] and before == theirs.words[them[0] - 1].stem):
        return
    named = _is_name(ours, us[0]) and _is_name(theirs, them[0])
    if before not in _NOUNS and not (before in _IN and named):
        return
    left, right = [ours.words[at] for at in us], [theirs.words[at] for at in them]
    if _mean_the_same(left, right) or _elsewhere(ours, left) or _elsewhere(theirs, right):
        return
    yield Signal(
        name="place",
        stance=Stance.WARNS,
        ours=ours.passage(us[0], us[-1] + 1),
        theirs=theirs.passage(them[0], them[-1] + 1),
    )


def _difference(ours: Reading, theirs: Reading) -> tuple[range, range]:
    """Return the stretch of either text between their common beginning and end."""
    us, them = [word.stem for word in ours.words], [word.stem for word in theirs.words]
    begin = 0
    while begin < min(len(us), len(them)) and us[begin] == them[begin]:
        begin += 1
    end = 0
    while end < min(len(us), len(them)) - begin and us[-1 - end] == them[-1 - end]:
        end += 1
    return range(begin, len(us) - end), range(begin, len(them) - end)


def _is_name(reading: Reading, at: int) -> bool:
    written = reading.written(reading.words[at])
    return written[0].isupper() if written.isascii() else not written.startswith("ال")


def _mean_the_same(left: list[StemmedWord], right: list[StemmedWord]) -> bool:
    return bool(alike([word.stem for word in left], [word.stem for word in right]))


def _elsewhere(reading: Reading, words: list[StemmedWord]) -> bool:
    """Return whether a number or a day stands there, or an actor."""
    spans = [number.span for number in reading.numbers] + [day.span for day in reading.days]
    taken = any(span.start < word.end and word.start < span.end for span in spans for word in words)
    first = reading.words.index(words[0])
    actors = [name for name in reading.names if name.value.kind in {"actor", "agency"}]
    return taken or any(name.first <= first < name.last for name in actors)
