"""Arabic nouns that name an event: verbal nouns and nouns that stand for a statement."""

import re

from attrs import frozen

from tracker.text.arabic import ArabicShapes, definite, without_article
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, Words

#: Verbal nouns of forms V and VI, which are written like imperfect verbs.
_MASDAR_V_VI = re.compile(r"ت(?:\w{3}|\wا\w\w)")

#: Lists of nouns for unnamed persons.
_PERSONS = (
    "source_singular",
    "source_dual",
    "source_plural",
    "anonymous_single_head",
    "anonymous_plural_head",
    "person_noun",
)


@frozen(kw_only=True)
class ArabicEvents:
    """Recognises events; holds only tables."""

    shapes: ArabicShapes
    abstract: PhraseList
    preposition: PhraseList
    filler: PhraseList
    head: PhraseList
    persons: tuple[PhraseList, ...]

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicEvents":
        """Return the reader that consults ``lists``."""
        return cls(
            shapes=ArabicShapes.of(lists),
            abstract=lists.get("ar", "abstract"),
            preposition=lists.get("ar", "preposition"),
            filler=lists.get("ar", "content_filler"),
            head=lists.get("ar", "organisation_head"),
            persons=tuple(lists.get("ar", name) for name in _PERSONS),
        )

    def names(self, form: str) -> bool:
        """Return whether ``form`` names an event."""
        bare = without_article(form)
        return bare in self.abstract or bare in self.shapes.masdars or self.shapes.masdar(bare)

    def ruled(self, form: str) -> bool:
        """Return whether a word after a preposition, where no verb stands, names an event."""
        return self.names(form) or bool(_MASDAR_V_VI.fullmatch(without_article(form)))

    def at(self, words: Words, index: int, start: int) -> bool:
        """Return whether an event is named at ``index``: ``مقتل ثلاثة``, ``القبض على رجلين``.

        A subject with the article, from ``start`` on, owns no verbal noun after it.
        """
        form = words.form(index)
        if form in self.shapes.masdars or form in self.abstract:
            free = self._owns_nothing(words, start, index) or self._personal(words, start, index)
            return free or not self._belongs_to_name(words, index)
        after = words.form(index + 1)
        ruled = after in self.preposition or after.startswith("بال")
        known = form.startswith("ال") and form[2:] in self.shapes.masdars
        return known and ruled and not self._belongs_to_name(words, index)

    def _owns_nothing(self, words: Words, start: int, end: int) -> bool:
        """``المحلل السياسي نادر كامل انهيار الهدنة``: what ends before ``end`` is a name."""
        inner = words.forms[start + 1 : end]
        ruled = any(form in self.preposition or form.startswith(("ب", "ل")) for form in inner)
        return definite(words.form(start)) and len(inner) > 1 and not ruled

    def _personal(self, words: Words, start: int, index: int) -> bool:
        """``مصدر نيابي مستقل عقد الجلسة``: a person is described by adjectives, owns no event."""
        unnamed = any(words.form(start) in nouns for nouns in self.persons)
        return unnamed and index > start + 1 and words.form(index - 1) not in self.head

    def _belongs_to_name(self, words: Words, index: int) -> bool:
        """Whether a verbal noun is part of a name: ``قوات حفظ السلام``, ``هيئة إعادة الإعمار``."""
        before = words.form(index - 1)
        return (
            not definite(before)
            and words.text(index - 1) not in COMMAS
            and not (
                before.endswith(("ي", "ية", "ان", "ين", "ون"))
                or words.text(index - 1) in '"»”)'
                or bool(self.filler.at(words, index - 1))
                or before in ("لها", "له", "لهم", "رسمي", "عاجل")
                or words.form(index - 2) in self.preposition
            )
        )
