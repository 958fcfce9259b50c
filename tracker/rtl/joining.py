"""Arabic letters in the presentation forms of their places in the word.

Forms come from the compatibility decompositions of U+FB50-FBFF and U+FE80-FEFC; of the
ligatures only the four lam-alefs, which are not optional. Letters without forms stay as they
are written and do not join.
"""

import unicodedata
from typing import NamedTuple


class Forms(NamedTuple):
    """How one letter is drawn; a form the letter does not have is empty."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


def _decomposed_forms() -> dict[str, Forms]:
    """Return the forms of single letters and of lam with each alef."""
    forms: dict[str, Forms] = {}
    for code_point in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        tag, *letters = unicodedata.decomposition(chr(code_point)).split() or [""]
        name = tag.strip("<>")
        written = "".join(chr(int(letter, 16)) for letter in letters)
        if name not in Forms._fields or not _is_drawn(written):
            continue
        forms[written] = forms.get(written, Forms())._replace(**{name: chr(code_point)})
    return forms


def _is_drawn(written: str) -> bool:
    return len(written) == 1 or (len(written) == 2 and written[0] == "\u0644")


FORMS: dict[str, Forms] = _decomposed_forms()
"""Forms by letter, and by lam and alef together."""

FORMS["\u06d5"] = Forms("\ufee9", "\ufeea")  # Kurdish ae is drawn as a heh that joins backwards

_TATWEEL = "\u0640"

REACHES_OUT = frozenset({_TATWEEL} | {base for base, forms in FORMS.items() if forms.initial})
"""Bases that join to the cluster after them."""

TAKES_UP = frozenset({_TATWEEL} | {base for base, forms in FORMS.items() if forms.final})
"""Bases that join to the cluster before them."""

_JOINER, _NON_JOINER = "\u200d", "\u200c"


def _by_joining(base: str, forms: Forms) -> tuple[str, str, str, str]:
    """Forms in the order: alone, after a join, before one, between two."""
    alone = forms.isolated or base
    after = forms.final or alone
    return alone, after, forms.initial or alone, forms.medial or after


_DRAWN = {base: _by_joining(base, forms) for base, forms in FORMS.items()}


def join(bases: list[str], attached: list[str], before: str, after: str) -> list[str]:
    """Return the form of every base of a stretch of clusters in logical order.

    Args:
        bases: letters, or lam and alef together.
        attached: the marks and invisible characters of each.
        before: base and attached characters of the cluster before the stretch, or nothing.
        after: base of the cluster after it, or nothing.
    """
    joined = before[:1] in REACHES_OUT and _NON_JOINER not in before
    joined = joined or _JOINER in before
    forms = []
    for base, marks, following in zip(bases, attached, [*bases[1:], after], strict=True):
        reaches = base in REACHES_OUT
        takes = following in TAKES_UP
        if marks and (_JOINER in marks or _NON_JOINER in marks):
            reaches = _NON_JOINER not in marks
            takes = reaches or takes
        drawn = _DRAWN.get(base)
        forms.append(base if drawn is None else drawn[joined + 2 * (reaches and takes)])
        joined = reaches
    return forms
