"""Filters such as ``verdict=verified|likely,date>=2020-11-01``: which claims an export takes.

::

    filter    = term {"," term}                     every term must hold
    term      = field operator value {"|" value}    any of the values will do
    operator  = "=" | "!=" | "~" | ">=" | "<=" | ">" | "<"
    value     = text without , | "  or  '"' text with quotation marks doubled '"'

Names are compared after folding, so that spelling variants of Arabic are one; ``~`` asks whether
a name contains the value. Where a claim has several values (two reviewers), one is enough for
every operator but ``!=``, which asks that none is.
"""

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from attrs import field, frozen

from tracker.errors import InputError
from tracker.export.entries import Entry
from tracker.model import ClaimState, Confidence, Credibility, Reliability, SourceKind, Verdict
from tracker.text.folding import fold_text

#: Days are held as their proleptic Gregorian ordinal, so that only numbers have an order.
Value = str | int

_QUOTED = r'"(?:[^"]|"")*"'
_VALUE = rf'(?:{_QUOTED}|[^,|"]*)'
_TERM = re.compile(
    rf"\s*(?P<field>[a-z_]+)\s*(?P<operator>>=|<=|!=|=|~|>|<)"
    rf"(?P<values>\s*{_VALUE}\s*(?:\|\s*{_VALUE}\s*)*)(?:,|$)"
)
_VALUES = re.compile(rf"(?:^|\|)\s*({_QUOTED}|[^|]*)")
_RATING = re.compile(r"(?=.)[A-F]?[1-6]?")
_EXAMPLE = "Write for example: --where 'verdict=verified,date>=2020-11-01'"

_EQUAL = frozenset({"=", "!="})
_NAMED = _EQUAL | {"~"}
_ORDERS: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_ORDERED = _EQUAL | set(_ORDERS)


@frozen
class _Field:
    """What a term can ask about.

    Attributes:
        read: the values that a claim has in it.
        parse: what makes a value of a person's text; ValueError where it does not fit.
        operators: those that make sense for it.
        expects: what values look like, to complete the sentence “Give …”.
    """

    read: Callable[[Entry], tuple[Value, ...]]
    parse: Callable[[str], Value]
    operators: frozenset[str]
    expects: str


def _choice(enum: type[Enum], read: Callable[[Entry], tuple[Enum | None, ...]]) -> _Field:
    def values(entry: Entry) -> tuple[str, ...]:
        return tuple(found.value for found in read(entry) if found is not None)

    known = ", ".join(member.value for member in enum)
    return _Field(values, lambda text: str(enum(text).value), _EQUAL, f"one of {known}")


def _name(read: Callable[[Entry], tuple[str, ...]]) -> _Field:
    def values(entry: Entry) -> tuple[str, ...]:
        return tuple(fold_text(name) for name in read(entry))

    return _Field(values, fold_text, _NAMED, "a name or an identifier")


def _ordered(
    read: Callable[[Entry], int | None], parse: Callable[[str], int], expects: str
) -> _Field:
    def values(entry: Entry) -> tuple[int, ...]:
        found = read(entry)
        return () if found is None else (found,)

    return _Field(values, parse, _ORDERED, expects)


def _published(entry: Entry) -> int | None:
    return entry.article.published.toordinal() if entry.article.published else None


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _reviewers(entry: Entry) -> tuple[str, ...]:
    ruling = entry.assertion.ruling if entry.assertion else None
    rated = tuple(assessment.reviewer for assessment in entry.assessments)
    return (*rated, ruling.reviewer) if ruling else rated


def _codes(entry: Entry) -> tuple[str, ...]:
    """Return every reviewer's Admiralty code, whole and by its parts."""
    parts = (
        (a.reliability.value if a.reliability else "", a.credibility.value if a.credibility else "")
        for a in entry.assessments
    )
    return tuple(
        code for letter, number in parts for code in (letter, number, letter + number) if code
    )


def _code(text: str) -> str:
    if not _RATING.fullmatch(text.upper()):
        raise ValueError(text)
    return text.upper()


FIELDS: Mapping[str, _Field] = {
    "verdict": _choice(Verdict, lambda e: (e.verdict,)),
    "state": _choice(ClaimState, lambda e: (e.claim.state,)),
    "kind": _choice(SourceKind, lambda e: (e.source.kind,)),
    "reliability": _choice(Reliability, lambda e: tuple(a.reliability for a in e.assessments)),
    "credibility": _choice(Credibility, lambda e: tuple(a.credibility for a in e.assessments)),
    "confidence": _choice(Confidence, lambda e: tuple(a.confidence for a in e.assessments)),
    "rating": _Field(_codes, _code, _EQUAL, "a code such as B2, B or 2"),
    "source": _name(lambda e: (e.source.id, e.source.label, *e.source.aliases)),
    "outlet": _name(lambda e: (e.outlet.id, e.outlet.label, *e.outlet.aliases)),
    "article": _name(lambda e: (e.article.id, e.article.title)),
    "claim": _name(lambda e: (e.claim.id,)),
    "reviewer": _name(_reviewers),
    "language": _name(lambda e: (e.article.language,)),
    "date": _ordered(_published, _day, "a day such as 2020-11-01"),
    "reports": _ordered(lambda e: e.standing.reports, int, "a whole number"),
    "outlets": _ordered(lambda e: e.standing.outlets, int, "a whole number"),
    "origins": _ordered(lambda e: e.standing.origins, int, "a whole number"),
}


@frozen
class Term:
    """One condition of a filter."""

    field: str
    operator: str
    values: tuple[Value, ...]

    def matches(self, entry: Entry) -> bool:
        """Return whether the condition holds for ``entry``."""
        found = FIELDS[self.field].read(entry)
        if self.operator == "=":
            return any(value in self.values for value in found)
        if self.operator == "!=":
            return not any(value in self.values for value in found)
        if self.operator == "~":
            return any(str(part) in str(name) for part in self.values for name in found)
        compare = _ORDERS[self.operator]
        return any(compare(int(value), int(bound)) for value in found for bound in self.values)


@frozen
class Filter:
    """Conditions that must all hold; without any, everything passes.

    Attributes:
        text: the filter as a person wrote it, for the head of the export.
        terms: its conditions.
    """

    text: str = ""
    terms: tuple[Term, ...] = field(default=())

    def matches(self, entry: Entry) -> bool:
        """Return whether ``entry`` meets every condition."""
        return all(term.matches(entry) for term in self.terms)


def parse_filter(*texts: str) -> Filter:
    """Return the filter that ``texts``, each one or several terms, make together.

    Raises:
        InputError: when a text is no filter, a field is unknown, or a value does not fit it.
    """
    terms: list[Term] = []
    kept = [text.strip() for text in texts if text.strip()]
    for text in kept:
        place = 0
        while place < len(text):
            match = _TERM.match(text, place)
            if match is None:
                msg = f"“{text[place:].strip()}” is no condition of a filter."
                raise InputError(msg, _EXAMPLE)
            terms.append(_term(match["field"], match["operator"], match["values"]))
            place = match.end()
    return Filter(", ".join(kept), tuple(terms))


def _term(name: str, sign: str, written: str) -> Term:
    if name not in FIELDS:
        msg = f"There is no field “{name}” to filter by."
        raise InputError(msg, f"Use one of: {', '.join(FIELDS)}.")
    known = FIELDS[name]
    if sign not in known.operators:
        msg = f"“{name}” cannot be compared with {sign}."
        raise InputError(msg, f"Use one of: {' '.join(sorted(known.operators))}")
    values = []
    for text in (_unquoted(part) for part in _VALUES.findall(written)):
        try:
            values.append(known.parse(text))
        except ValueError:
            msg = f"“{text}” does not fit the field “{name}”."
            raise InputError(msg, f"Give {known.expects}.") from None
    if not values or "" in values:
        msg = f"The field “{name}” is compared with nothing."
        raise InputError(msg, f"Give {known.expects}.")
    return Term(name, sign, tuple(values))


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1].replace('""', '"') if text.startswith('"') else text
