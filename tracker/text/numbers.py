"""Quantities that a text states: digits of any script, Arabic and English number words.

Read are decimals and thousands marks of both traditions, percent, scales ("1.5 مليون"), halves
("مليون ونصف"), duals ("قتيلان"), ranges ("15-20", "بين 15 و20"), words of approximation ("نحو",
"at least") and plurals that count nothing exactly ("عشرات"). Not read are numbers that are part of
a name (F-16, كوفيد-19), times of day, and one standing alone ("واحد").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf

from attrs import frozen

from tracker.model import Span
from tracker.text.folding import Folded, fold, fold_text
from tracker.text.number_composer import Composer
from tracker.text.number_words import (
    DUALS,
    ELEVEN_FIRST,
    NEARLY,
    PAIRS,
    PARTS,
    SCALES,
    UNITS,
    VAGUE,
)

#: How far from the number stated an approximate one may lie, as a share of it.
TOLERANCE = 0.1

_TOKEN = re.compile(
    r"(?P<name>[a-z]+[-–]?\d[\w-]*|[^\W\d_]+[-–]\d+|\d+(?:st|nd|rd|th)\b|\d+[a-z]\w*|\d+[:⁄]\d+)"
    r"|(?P<digits>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>[%٪–-])"
)
_PERCENT = frozenset(fold_text("% ٪ percent بالمئة بالمائة").split())
_PER_HUNDRED = frozenset(map(fold_text, ("في المئة", "في المائة", "per cent")))
_RANGE_LINKS = frozenset(fold_text("- – إلى حتى to").split())
#: What may stand between the parts of one number: "one hundred and five", "twenty-five".
_AND = frozenset({"and", "و"})
_LINKS = _AND | {"-", "a"}
_BETWEEN = frozenset(fold_text("بين between").split())
_AT_LEAST = tuple(
    tuple(fold_text(phrase).split())
    for phrase in (
        "أكثر من", "يزيد عن", "يزيد على", "تزيد عن", "ما لا يقل عن", "لا يقل عن", "على الأقل",
        "more than", "at least", "over", "upwards of", "no fewer than", "no less than", "فوق",
    )
)  # fmt: skip
_AT_MOST = tuple(
    tuple(fold_text(phrase).split())
    for phrase in (
        "أقل من", "ما لا يزيد عن", "لا يتجاوز", "less than", "fewer than", "up to", "at most",
    )
)  # fmt: skip
_PROCLITICS = ("وال", "فال", "بال", "لل", "ال", "و", "ف", "ب", "ل", "ك")


@frozen(kw_only=True)
class Quantity:
    """A number that a text states.

    Attributes:
        span: the words that state it (code points, end exclusive).
        low: the least it can mean; equal to ``high`` when it is exact.
        high: the most it can mean; infinite for "at least".
        stated: the number itself; the lower one of a range.
        unit: ``%``, or the folded word after it, empty where none follows.
    """

    span: Span
    low: float
    high: float
    stated: float
    unit: str = ""

    @property
    def exact(self) -> bool:
        """Whether it means one value alone."""
        return self.low == self.high

    def agrees(self, other: "Quantity") -> bool:
        """Return whether both can mean the same number of the same kind (percent or not)."""
        if (self.unit == "%") != (other.unit == "%"):
            return False
        return self.low <= other.high and other.low <= self.high


@frozen
class _Token:
    kind: str
    text: str
    start: int
    end: int


def _with_proclitics(words: Iterable[str]) -> Iterator[tuple[str, tuple[str, bool]]]:
    for word in words:
        for proclitic in _PROCLITICS:
            # الاثنين with its article is Monday.
            if not (proclitic.endswith("ال") and word == "اثنين"):
                yield proclitic + word, (word, proclitic in {"و", "وال"})


#: Number word as written, proclitics included → the word itself, and whether "and" is on it.
_WORDS = (*UNITS, *SCALES, *DUALS, *PARTS)
_KNOWN = {**dict(_with_proclitics(_WORDS)), **{word: (word, False) for word in _WORDS}}
_VAGUE = {form: VAGUE[word] for form, (word, _) in _with_proclitics(VAGUE)} | VAGUE


def _value(digits: str) -> float:
    plain = digits.replace("٬", ",").replace("٫", ".")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", plain):
        return float(plain.replace(".", ""))
    whole, _, rest = re.sub("[.,]", ".", plain).partition(".")
    return float(f"{whole}.{rest.replace('.', '') or 0}")


def _tokens(folded: str) -> list[_Token]:
    return [
        _Token(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(folded)
    ]


def _compose(tokens: Sequence[_Token], at: int) -> tuple[float, int]:
    """Return the number that begins at token ``at`` and the token after it; ``at`` if none does."""
    begin = at
    composer = Composer()
    if tokens[at].kind == "digits":
        composer.group = _value(tokens[at].text)
        at += 1
    elif tokens[at].text in ELEVEN_FIRST and _follows(tokens, at + 1, "عشر", "عشره"):
        composer.group = 11.0
        at += 2
    while at < len(tokens):
        step = 2 if at > begin and tokens[at].text in _LINKS and at + 1 < len(tokens) else 1
        token = tokens[at + step - 1]
        if (
            tokens[at].text in _AND
            and token.kind == "digits"
            and composer.take_digits(_value(token.text))
        ):
            return composer.value, at + step  # 3 آلاف و500
        known = _KNOWN.get(token.text) if token.kind == "word" else None
        joined = known is not None and (known[1] or (step > 1 and tokens[at].text in _AND))
        if known is None or not composer.take(known[0], joined=joined):
            break
        at += step
        if known[0] in PARTS and _follows(tokens, at, *(f"ال{scale}" for scale in SCALES)):
            at += 1  # مليون ونصف المليون
    return composer.value, at


def _follows(tokens: Sequence[_Token], at: int, *texts: str) -> bool:
    return at < len(tokens) and tokens[at].text in texts


def _phrase(tokens: Sequence[_Token], phrase: tuple[str, ...], *, ending: int) -> bool:
    start = ending - len(phrase)
    return start >= 0 and tuple(token.text for token in tokens[start:ending]) == phrase


@frozen
class _Found:
    low: float
    high: float
    first: int
    last: int


def _one(tokens: Sequence[_Token], at: int) -> _Found | None:
    """Return the number that begins exactly at token ``at``, None when none does."""
    token = tokens[at]
    if token.kind == "word" and (bounds := _VAGUE.get(token.text)):
        return _Found(*bounds, at, at + 1)
    if token.kind == "word" and (token.text in PAIRS or token.text.removeprefix("ال") in PAIRS):
        return _Found(2.0, 2.0, at, at + 1)
    if token.kind not in {"digits", "word"}:
        return None
    value, end = _compose(tokens, at)
    alone = end == at + 1 and token.kind == "word"
    if end == at or (alone and value <= 1):
        return None
    return _Found(value, value, at, end)


def _range(tokens: Sequence[_Token], first: _Found) -> _Found:
    """Return ``first`` stretched to the number it is linked with, where it opens a range."""
    link = first.last
    if link + 1 >= len(tokens):
        return first
    opened = first.first > 0 and tokens[first.first - 1].text in _BETWEEN
    if tokens[link].text in _RANGE_LINKS or (opened and tokens[link].text in {"and", "و"}):
        second = _one(tokens, link + 1)
    elif opened and tokens[link].text.startswith("و"):
        second = _one(tokens, link)
    else:
        return first
    if second is None or second.low <= first.low:
        return first
    return _Found(first.low, second.high, first.first, second.last)


def _bounds(tokens: Sequence[_Token], found: _Found) -> tuple[float, float]:
    """Return the least and most that ``found`` means with the words around it."""
    low, high = found.low, found.high
    if any(_phrase(tokens, phrase, ending=found.first) for phrase in _AT_LEAST):
        return low, inf
    if any(_phrase(tokens, phrase, ending=found.first) for phrase in _AT_MOST):
        return 0.0, high
    nearby = {token.text for token in tokens[max(0, found.first - 1) : found.first]}
    if low == high and nearby & NEARLY:
        return low * (1 - TOLERANCE), high * (1 + TOLERANCE)
    return low, high


def _unit(tokens: Sequence[_Token], at: int) -> tuple[str, int]:
    if at >= len(tokens):
        return "", at
    if tokens[at].text in _PERCENT:
        return "%", at + 1
    if " ".join(token.text for token in tokens[at : at + 2]) in _PER_HUNDRED:
        return "%", at + 2
    return (tokens[at].text, at) if tokens[at].kind == "word" else ("", at)


def _found(tokens: Sequence[_Token]) -> Iterator[tuple[_Found, tuple[float, float], str, int]]:
    at = 0
    while at < len(tokens):
        one = _one(tokens, at)
        if one is None:
            at += 1
            continue
        one = _range(tokens, one)
        unit, end = _unit(tokens, one.last)
        yield one, _bounds(tokens, one), unit, end
        at = end


def find_numbers(text: str) -> tuple[Quantity, ...]:
    """Return every quantity that ``text`` states, in reading order."""
    return numbers_in(fold(text))


def numbers_in(folded: Folded) -> tuple[Quantity, ...]:
    """Return every quantity that a folded text states, with spans in the text it came from."""
    tokens = _tokens(folded.text)
    return tuple(
        Quantity(
            span=Span(*folded.original(tokens[one.first].start, tokens[end - 1].end)),
            low=low,
            high=high,
            stated=one.low,
            unit=unit,
        )
        for one, (low, high), unit, end in _found(tokens)
    )
