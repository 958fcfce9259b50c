"""Final ي and ى, which texts compare as one letter and which tell names apart.

In standard spelling ى is a long a (``اليمنى``, right) and ي a long i (``اليمني``, Yemeni). Egyptian
desks write ى for both, without the dots (``فى``, ``الوفد اليمنى``).
"""

import re
from functools import lru_cache

ALEF_MAQSURA = "ى"
_YA = "ي"
_WORD = re.compile(r"[^\W\d_]+")
#: Function words that end in ي in standard spelling, each so common that a page has several.
_DOTTED = re.compile(r"(?<!\w)[وف]?(?:في|التي|الذي|هي|أي|الثاني|الماضي|الحالي)(?!\w)")
_UNDOTTED = re.compile(r"(?<!\w)[وف]?(?:فى|التى|الذى|هى|أى|الثانى|الماضى|الحالى)(?!\w)")


@lru_cache(maxsize=64)
def writes_alef_for_ya(text: str) -> bool:
    """Return whether ``text`` writes ى for final ي, as Egyptian desks do."""
    without = len(_UNDOTTED.findall(text))
    return without > 0 and without > len(_DOTTED.findall(text))


def final_ya(phrase: str) -> tuple[bool, ...]:
    """Return for each word of ``phrase`` whether it ends in ي."""
    return tuple(word.endswith(_YA) for word in _WORD.findall(phrase))
