"""What the shape of an Arabic word tells, without a dictionary of the language.

Written Arabic leaves out short vowels, so shape is a guess; the closed lists that come with it
(verbs after و, verbal nouns, words that only look like verbs) settle the common cases. The
patterns are those of any reference grammar: imperfect prefixes, the -t of the feminine perfect,
the verbal nouns of forms II to X.
"""

import re
from functools import lru_cache

from attrs import frozen

from tracker.text.tables import RowPlace
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import Words

_PRONOUN = re.compile(r"(?:ه|ها|هم|هن|هما|نا)$")
_IMPERFECT_Y = re.compile(r"ي\w{2,}")
_IMPERFECT_T = re.compile(r"ت\w{3,}")
#: Verbal nouns of form II (تفعيل) and of forms VI and III with ta (تفاعل, تفاعلات).
_MASDAR_T = re.compile(r"ت(?:\w{2}ي\w{1,2}|\wا\w\w)(?:ه|ها|هم|هما)?")
#: Verbal nouns of forms IV, VII, VIII, X (إفعال، انفعال، افتعال، استفعال) and II.
_MASDAR = re.compile(r"(?:ا\w{2,4}ا\w|ت\w{2}ي\w|م\wا\w{2}[ةت])(?:ه|ها|هم|هما)?")
#: Perfects of forms VII, VIII and X, without the long vowel of their verbal nouns.
_DERIVED_PERFECT = re.compile(
    r"ا(?:ن[^اوية]{3}|[^اويل]ت[^اوية]{2}|ست[^اوية]{2,3})"
    r"(?:ت|وا|ا|ه|ها|هم|هما|ته|تها|تهم|تهما|وه|وها|وهم)?"
)
_THEY = re.compile(r"\w{3,}وا")
_OBJECT = ("", "ه", "ها", "هم", "هما", "نا")
_ACCUSATIVE_PARTICIPLE = re.compile(r"م\w{3,}(?:ا|ين)")
_MINIMUM = 3


def _bases(verb: str) -> tuple[str, ...]:
    """Return the third persons of a perfect, without objects."""
    stem = verb[:-1] if verb[-1] in "يا" else verb
    return (
        verb,
        f"{stem}ت",
        f"{stem}تا",
        f"{stem}وا",
        f"{verb}ا" if stem == verb else f"{stem}يا",
        *((f"{verb}ت", f"{verb}وا") if verb[-1] == "ا" else ()),
    )


def _perfects(verb: str) -> tuple[str, ...]:
    """Return the third persons of a perfect given in the masculine singular."""
    stem = verb[:-1] if verb[-1] in "يا" else verb
    inner = f"{stem}ا" if stem != verb else verb
    bases = _bases(verb)
    bound = [base + pronoun for base in (inner, f"{stem}ت") for pronoun in _OBJECT[1:]]
    return (*bases, *bound, *(f"{stem}و{pronoun}" for pronoun in _OBJECT[1:]))


def _inflected(verbs: PhraseList, nouns: PhraseList) -> frozenset[str]:
    """Return the forms of listed verbs; one that is listed as no verb must be listed itself."""
    found = frozenset(form for verb in verbs.entries for form in _perfects(verb))
    return frozenset(form for form in found if form in verbs or form not in nouns)


@frozen
class ArabicShapes:
    """Guesses about words by their shape, backed by the lists of a newsroom.

    Attributes:
        verbs: perfect forms that may open a clause.
        verbs_after_wa: those that are read as verbs right after و or ف.
        verbs_in_wa: forms of verbs that begin with و.
        bases_after_wa: those of ``verbs_after_wa`` that have no object written to them.
        imperfects: imperfect forms that are too short for their shape to show it.
        masdars: verbal nouns, without pronouns.
        not_verbs: words that only look like verbs.
        participles: those that open a clause after a comma and whose shape does not show it.
    """

    verbs: frozenset[str]
    verbs_after_wa: frozenset[str]
    verbs_in_wa: frozenset[str]
    bases_after_wa: frozenset[str]
    imperfects: PhraseList
    masdars: PhraseList
    not_verbs: PhraseList
    participles: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicShapes":
        """Return the shapes backed by ``lists``, worked out once."""
        return _shapes(lists)

    def imperfect(self, form: str) -> bool:
        """Return whether ``form`` looks like an imperfect verb of the third person."""
        if form in self.imperfects:
            return True
        if form in self.not_verbs:
            return False
        if _IMPERFECT_Y.fullmatch(form):
            return not form.endswith("ة")
        return bool(
            _IMPERFECT_T.fullmatch(form)
            and not _MASDAR_T.fullmatch(form)
            and not form.endswith(("ة", "ات", "ية", "يا"))
            and form not in self.masdars
        )

    def after_wa(self, form: str) -> bool:
        """Return whether ``form`` (و or ف and a word) looks like a conjunction and a verb."""
        rest = form[1:]
        if form[:1] not in ("و", "ف") or form in self.not_verbs or self._rooted(form):
            return False
        if rest in self.verbs_after_wa or rest in self.verbs_in_wa:
            return True
        if len(form) <= _MINIMUM or rest.startswith(("ال", "لل")) or rest in self.not_verbs:
            return False
        if self._derived(rest) or _THEY.fullmatch(rest):
            return True
        return form[0] == "و" and (self.imperfect(rest) or self._feminine_perfect(rest))

    def _rooted(self, form: str) -> bool:
        """Whether و is the verb's own first letter (``معلومات وفرتها``), not "and"."""
        return form in self.verbs_in_wa and form[1:] not in self.bases_after_wa

    def _feminine_perfect(self, form: str) -> bool:
        return len(form) > _MINIMUM and form.endswith("ت") and not form.endswith("ات")

    def finite(self, form: str) -> bool:
        """Return whether ``form`` (no conjunction) looks like a finite verb."""
        return form in self.verbs or self.imperfect(form) or self._derived(form)

    def _derived(self, form: str) -> bool:
        found = _DERIVED_PERFECT.fullmatch(form)
        return bool(found) and form not in self.masdars and form not in self.not_verbs

    def masdar(self, form: str) -> bool:
        """Return whether ``form`` (no article) looks like a verbal noun, pronoun or not."""
        if form.startswith("ال"):
            return False
        bare = _PRONOUN.sub("", form)
        feminine = f"{bare[:-1]}ة" if bare != form and bare.endswith("ت") else bare
        if form in self.masdars or bare in self.masdars or feminine in self.masdars:
            return True
        return form not in self.not_verbs and bool(_MASDAR.fullmatch(form))

    def circumstantial(self, word: str, form: str) -> bool:
        """Return whether a word looks like a participle in the accusative (``مستغلاً``)."""
        if form in self.participles:
            return True
        return bool(_ACCUSATIVE_PARTICIPLE.fullmatch(form)) and word.endswith(("اً", "ا", "ين", "ًا"))


def listed_verb(form: str, verbs: PhraseList) -> RowPlace | None:
    """Return the row of the verb that the perfect ``form`` is of, None when none is listed."""
    for verb in verbs.entries:
        if form in _perfects(verb):
            return verbs.word(verb)
    return None


def has_pronoun(form: str) -> bool:
    """Return whether ``form`` seems to end in a possessive or object pronoun."""
    return len(form) > _MINIMUM and bool(_PRONOUN.search(form))


def definite(form: str) -> bool:
    """Return whether ``form`` carries the article, perhaps after a proclitic."""
    return form.startswith(("ال", "وال", "بال", "كال", "فال", "لل", "ولل"))


def without_article(form: str) -> str:
    """Return ``form`` without the article and the proclitics written with it."""
    for prefix in ("وال", "بال", "كال", "فال", "ولل", "ال", "لل"):
        if form.startswith(prefix) and len(form) > len(prefix) + 1:
            return form[len(prefix) :]
    return form


def without_conjunction(form: str) -> str:
    """Return ``form`` without و or ف written before it, where enough remains."""
    return form[1:] if len(form) > _MINIMUM and form[0] in "وف" else form


def first_word(words: Words, start: int, end: int) -> int:
    """Return the index of the first word, not mark, from ``start``; ``end`` when none."""
    return next((i for i in range(start, end) if words.lexical(i)), end)


@lru_cache(maxsize=4)
def _shapes(lists: WordLists) -> ArabicShapes:
    return ArabicShapes(
        verbs=_inflected(lists.get("ar", "verb"), lists.get("ar", "not_verb")),
        verbs_after_wa=_inflected(lists.get("ar", "verb_after_wa"), lists.get("ar", "not_verb")),
        verbs_in_wa=_inflected(lists.get("ar", "verb_in_wa"), PhraseList({})),
        bases_after_wa=frozenset(
            base for verb in lists.get("ar", "verb_after_wa").entries for base in _bases(verb)
        ),
        imperfects=lists.get("ar", "imperfect"),
        masdars=lists.get("ar", "masdar"),
        not_verbs=lists.get("ar", "not_verb"),
        participles=lists.get("ar", "circumstantial"),
    )
