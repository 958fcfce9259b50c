"""Function words, words alike, and the trigrams that words are found by."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tracker.text.folding import fold_text
from tracker.text.similarity import word_likenesses
from tracker.text.stems import stem

_WORDS_KEPT = 1 << 18

#: Words less alike than this (Jaro-Winkler) are different words. Chosen on CheckThat and ANS train.
LEAST_LIKENESS = 0.85

_STOPWORDS = frozenset(
    fold_text(
        """
        في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ان أن إن كان كانت يكون تكون ما لا لم
        لن هو هي هم ثم أو و قد كما بعد قبل بين عند حتى كل بعض غير منذ خلال حول ضد أي حيث إذا لكن
        بل هل وقد وفي ومن وعلى أنه أنها فيها فيه به بها له لها لهم عليه عليها منه منها وهو وهي
        عنه ضمن لدى
        a an the of in on at to for from by with and or is are was were be been being it its this
        that these those as not no do does did has have had he she they we you i his her their our
        your my me him them us will would can could should may might must about into over after
        before than then so if but what who which when where how why all any some just also there
        here up out more most very
        """
    ).split()
)


#: Stems of function words.
STOPPED = frozenset(map(stem, _STOPWORDS)) | _STOPWORDS


def telling(found: Iterable[str]) -> list[str]:
    """Return the stems that are no function words, each once, in order; all if none is left."""
    every = list(dict.fromkeys(found))
    return [word for word in every if word not in STOPPED] or every


def alike(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of different stems that are forms of one word, the likest taken first.

    No stem is taken twice; stems with digits are equal or different, never alike.
    """
    left = [word for word in ours if not word[0].isdigit()]
    right = [word for word in theirs if not word[0].isdigit()]
    if not left or not right:
        return []
    table = word_likenesses(left, right, LEAST_LIKENESS)
    rows, columns = table.nonzero()
    found = sorted(
        (-float(table[row, column]), row, column)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, row, column in found:
        if left[row] not in pairs and right[column] not in taken:
            pairs[left[row]] = right[column]
            taken.add(right[column])
    return list(pairs.items())


@lru_cache(maxsize=_WORDS_KEPT)
def trigrams(word: str) -> tuple[str, ...]:
    """Return the different letter trigrams of a stem, its ends marked by spaces."""
    padded = f" {word} "
    return tuple(dict.fromkeys(padded[i : i + 3] for i in range(max(1, len(padded) - 2))))
