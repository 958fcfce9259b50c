"""Field lists of standards, and documents held against them before they are written."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from tracker.errors import RuleError

Document = dict[str, Any]


@frozen
class Value:
    """What a field may hold.

    Attributes:
        fits: tells whether a value may stand there.
        expects: what it must be, to complete “must be …”.
    """

    fits: Callable[[Any], bool]
    expects: str

    def wrong_in(self, value: object) -> str:
        """Return what is wrong with ``value`` as the end of a sentence; empty for nothing."""
        return "" if self.fits(value) else f"must be {self.expects}"


@frozen
class Shape:
    """The fields of one kind of object; others are refused.

    Attributes:
        name: what messages call the object.
        required: fields that must be there.
        optional: fields that may be there.
        one_of: at least one of these fields must be there, where any are named.
    """

    name: str
    required: Mapping[str, "Rule"]
    optional: Mapping[str, "Rule"] = field(factory=dict)
    one_of: Sequence[str] = ()
    _rules: Mapping[str, "Rule"] = field(init=False, repr=False, eq=False)

    @_rules.default
    def _all_rules(self) -> Mapping[str, "Rule"]:
        return {**self.optional, **self.required}

    def check(self, document: Document, where: str) -> Document:
        """Return ``document`` when it has the shape.

        Args:
            document: the object.
            where: the record that it tells of, for messages.

        Raises:
            RuleError: when a field is missing, unknown or holds what it may not.
        """
        return _checked(self, document, where)

    def wrong_in(self, document: object) -> str:
        """Return what is wrong with ``document`` as the end of a sentence; empty for nothing."""
        if not isinstance(document, dict):
            return f"{self.name} must be an object"
        if not self.required.keys() <= document.keys():
            missing = next(name for name in self.required if name not in document)
            return f"{self.name} lacks “{missing}”"
        if self.one_of and not any(name in document for name in self.one_of):
            return f"{self.name} lacks one of {', '.join(self.one_of)}"
        rules = self._rules
        for name, value in document.items():
            rule = rules.get(name)
            if rule is None:
                return f"{self.name} has no field “{name}”"
            wrong = rule.wrong_in(value)
            if wrong:
                return f"“{name}” of {self.name}: {wrong}"
        return ""


@frozen
class Each:
    """A list with at least one item, each as the rule says.

    Attributes:
        rule: for each item.
        least: how many there must be.
    """

    rule: "Rule"
    least: int = 1

    def wrong_in(self, value: object) -> str:
        """Return what is wrong with ``value`` as the end of a sentence; empty for nothing."""
        if not isinstance(value, list) or len(value) < self.least:
            return f"must be a list of {self.least} or more"
        for item in value:
            wrong = self.rule.wrong_in(item)
            if wrong:
                return wrong
        return ""


@frozen
class Either:
    """An object of one of several shapes, told apart by the value of a field.

    Attributes:
        tag: the field.
        shapes: by its value.
    """

    tag: str
    shapes: Mapping[str, Shape]

    def check(self, document: Document, where: str) -> Document:
        """Return ``document`` when it has one of the shapes, as :meth:`Shape.check` does."""
        return _checked(self, document, where)

    def wrong_in(self, value: object) -> str:
        """Return what is wrong with ``value`` as the end of a sentence; empty for nothing."""
        tag = value.get(self.tag) if isinstance(value, dict) else None
        shape = self.shapes.get(str(tag))
        return shape.wrong_in(value) if shape else f"is no object of a kind that fits ({tag})"


Rule = Value | Shape | Each | Either


def _checked(rule: Rule, document: Document, where: str) -> Document:
    wrong = rule.wrong_in(document)
    if wrong:
        msg = f"{where} cannot be written: {wrong}."
        raise RuleError(msg, "Correct the record, or choose another format.")
    return document


def exactly(*values: object) -> Value:
    """Return the rule for one of a few values."""
    known = frozenset(values)
    return Value(
        lambda found: isinstance(found, str | int | bool) and found in known,
        f"one of {', '.join(map(str, values))}",
    )


def pattern(expression: str, expects: str) -> Value:
    """Return the rule for text that matches a regular expression from end to end."""
    compiled = re.compile(expression)
    return Value(
        lambda found: isinstance(found, str) and compiled.fullmatch(found) is not None, expects
    )


def number(least: int, most: int) -> Value:
    """Return the rule for a whole number between two."""
    return Value(
        lambda found: type(found) is int and least <= found <= most,
        f"a whole number from {least} to {most}",
    )


TEXT = Value(lambda found: isinstance(found, str) and bool(found), "text that is not empty")
ANY_TEXT = Value(lambda found: isinstance(found, str), "text")
FLAG = Value(lambda found: isinstance(found, bool), "true or false")
DAY = pattern(r"\d{4}-\d\d-\d\d", "a day as 2020-11-10")
UTC_TIME = pattern(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", "a UTC time as 2020-11-10T08:30:00Z"
)
WEB = pattern(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", "a web address")
URN = pattern(r"urn:uuid:[0-9a-f-]{36}", "a URN with a UUID")
IRI = pattern(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+", "an IRI")
LANGUAGE = pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "a language tag (BCP 47)")
SHA256 = pattern(r"[0-9a-f]{64}", "a SHA-256 in hexadecimal")
