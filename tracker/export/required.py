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
        test: tells, by what is true or false, whether a value may stand there; a TypeError says
            that it may not. Best a built-in: an export asks it of millions of values.
        expects: what it must be, to complete “must be …”.
    """

    test: Callable[[Any], object]
    expects: str

    def fits(self, value: object) -> bool:
        """Return whether ``value`` may stand there."""
        try:
            return bool(self.test(value))
        except TypeError:
            return False

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
    _tests: Mapping[str, Callable[[Any], object]] = field(init=False, repr=False, eq=False)

    @_rules.default
    def _all_rules(self) -> Mapping[str, "Rule"]:
        return {**self.optional, **self.required}

    @_tests.default
    def _all_tests(self) -> Mapping[str, Callable[[Any], object]]:
        return {name: _test_of(rule) for name, rule in self._rules.items()}

    def check(self, document: Document, where: str) -> Document:
        """Return ``document`` when it has the shape.

        Args:
            document: the object.
            where: the record that it tells of, for messages.

        Raises:
            RuleError: when a field is missing, unknown or holds what it may not.
        """
        return _checked(self, document, where)

    def fits(self, document: object) -> bool:
        """Return whether ``document`` has the shape."""
        if not isinstance(document, dict) or not self.required.keys() <= document.keys():
            return False
        if self.one_of and document.keys().isdisjoint(self.one_of):
            return False
        tests = self._tests
        try:
            for name, value in document.items():
                if not tests[name](value):
                    return False
        except (KeyError, TypeError):
            return False
        return True

    def wrong_in(self, document: object) -> str:
        """Return what is wrong with ``document`` as the end of a sentence; empty for nothing."""
        if not isinstance(document, dict):
            return f"{self.name} must be an object"
        if not self.required.keys() <= document.keys():
            missing = next(name for name in self.required if name not in document)
            return f"{self.name} lacks “{missing}”"
        if self.one_of and document.keys().isdisjoint(self.one_of):
            return f"{self.name} lacks one of {', '.join(self.one_of)}"
        for name, value in document.items():
            if name not in self._rules:
                return f"{self.name} has no field “{name}”"
            wrong = self._rules[name].wrong_in(value)
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

    def fits(self, value: object) -> bool:
        """Return whether ``value`` is such a list."""
        return (
            isinstance(value, list) and len(value) >= self.least and all(map(self.rule.fits, value))
        )

    def wrong_in(self, value: object) -> str:
        """Return what is wrong with ``value`` as the end of a sentence; empty for nothing."""
        if not isinstance(value, list) or len(value) < self.least:
            return f"must be a list of {self.least} or more"
        return next(filter(None, map(self.rule.wrong_in, value)), "")


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

    def fits(self, value: object) -> bool:
        """Return whether ``value`` has one of the shapes."""
        shape = self._shape_of(value)
        return shape is not None and shape.fits(value)

    def wrong_in(self, value: object) -> str:
        """Return what is wrong with ``value`` as the end of a sentence; empty for nothing."""
        shape = self._shape_of(value)
        if shape is None:
            tag = value.get(self.tag) if isinstance(value, dict) else None
            return f"is no object of a kind that fits ({tag})"
        return shape.wrong_in(value)

    def _shape_of(self, value: object) -> Shape | None:
        return self.shapes.get(str(value.get(self.tag))) if isinstance(value, dict) else None


Rule = Value | Shape | Each | Either


def _test_of(rule: Rule) -> Callable[[Any], object]:
    return rule.test if isinstance(rule, Value) else rule.fits


def _checked(rule: Shape | Either, document: Document, where: str) -> Document:
    if not rule.fits(document):
        msg = f"{where} cannot be written: {rule.wrong_in(document)}."
        raise RuleError(msg, "Correct the record, or choose another format.")
    return document


def exactly(*values: str | bool) -> Value:
    """Return the rule for one of a few values."""
    expects = f"one of {', '.join(map(str, values))}"
    if all(isinstance(value, str) for value in values):
        return Value(frozenset(values).__contains__, expects)
    # 0 and 1 are equal to false and true, and not the same.
    kept = {id(value) for value in values}
    return Value(lambda found: id(found) in kept, expects)


def pattern(expression: str, expects: str) -> Value:
    """Return the rule for text that matches a regular expression from end to end."""
    return Value(re.compile(expression).fullmatch, expects)


def number(least: int, most: int) -> Value:
    """Return the rule for a whole number between two."""
    return Value(
        lambda found: type(found) is int and least <= found <= most,
        f"a whole number from {least} to {most}",
    )


TEXT = Value(lambda found: type(found) is str and found != "", "text that is not empty")
ANY_TEXT = Value(lambda found: type(found) is str, "text")
FLAG = Value(lambda found: found is True or found is False, "true or false")
DAY = pattern(r"\d{4}-\d\d-\d\d", "a day as 2020-11-10")
UTC_TIME = pattern(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", "a UTC time as 2020-11-10T08:30:00Z"
)
WEB = pattern(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", "a web address")
URN = pattern(r"urn:uuid:[0-9a-f-]{36}", "a URN with a UUID")
IRI = pattern(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+", "an IRI")
LANGUAGE = pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "a language tag (BCP 47)")
SHA256 = pattern(r"[0-9a-f]{64}", "a SHA-256 in hexadecimal")
