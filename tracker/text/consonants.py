"""The consonants of a name, the same in Arabic and in Latin letters.

Names are written by their sound in the other script, vowels freely: الميادين, Mayadin, Mayadeen.
What stays are consonants, and of those only how they sound to either ear: Arabic has no p, English
no emphatic letters. Much as in H. Knight and J. Graehl, "Machine transliteration" (1998), but with
classes in place of probabilities.
"""

import re
from functools import lru_cache

#: Fewer consonants than this are shared by chance.
LEAST_CONSONANTS = 3

_KEPT = 1 << 17
_ARABIC = str.maketrans(
    {
        **dict.fromkeys("بپ", "b"),
        **dict.fromkeys("تط", "t"),
        **dict.fromkeys("ثسص", "s"),
        **dict.fromkeys("جچغگ", "g"),
        **dict.fromkeys("خكق", "k"),
        **dict.fromkeys("دض", "d"),
        **dict.fromkeys("ذزظ", "z"),
        **dict.fromkeys("فڤ", "f"),
        "ر": "r",
        "ش": "x",
        "ل": "l",
        "م": "m",
        "ن": "n",
    }
)
#: Latin letters that sound as one, longest first.
_GROUPS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("tch|sch|sh|ch", "x"), ("kh|ck|q|c(?![eiy])", "k"), ("gh|dj|j", "g"),
        ("dh", "d"), ("ph|v", "f"), ("th", "s"), ("ng(?![aeiou])", "n"), ("x", "ks"), ("c", "s"),
        ("p", "b"),
    )
)  # fmt: skip
_SOUNDS = "bdfgklmnrstxz"
_SILENT = re.compile(f"[^{_SOUNDS}]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=_KEPT)
def consonants(word: str) -> str:
    """Return the consonants of a folded word as classes of sound; empty where they are too few."""
    if "\u0600" <= word[0] <= "\u06ff":
        sounds = word.replace("تش", "ش").translate(_ARABIC)
    else:
        sounds = word
        # Sounds found are held back in capitals, so that no later rule changes them again.
        for letters, sound in _GROUPS:
            sounds = letters.sub(sound.upper(), sounds)
        sounds = sounds.lower()
    found = _DOUBLED.sub(r"\1", _SILENT.sub("", sounds))
    return found if len(found) >= LEAST_CONSONANTS else ""
