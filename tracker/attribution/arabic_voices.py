"""Kinds of Arabic sources, told by the words that name them."""

from attrs import frozen

from tracker.attribution.voices import NUMBERS, Voice, first_phrase
from tracker.model import Affiliation, SourceKind
from tracker.text.arabic import definite, without_article
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import QUOTE_MARKS, Words, words_of

_RELATIONS = ("spokesperson_of", "correspondent_of", "officer_of", "close_to", "inside")
_HEAD_WORDS = 3
_BARE = 2
_LONGEST_ROLE_ALONE = 4
_NISBA = ("ي", "ية", "ة")
_SHORTEST_DEFINITE = 4


@frozen(kw_only=True)
class ArabicVoices:
    """Describes mentions; holds only tables."""

    lists: WordLists
    generic_outlet: str = "الناشر"

    def _list(self, name: str) -> PhraseList:
        return self.lists.get("ar", name)

    def describe(self, mention: str) -> Voice:
        """Return what ``mention`` tells about a source."""
        label = self._without_proclitic(mention)
        words = words_of(label)
        heads = self._heads(words)
        kind = self._kind(words, heads)
        return Voice(
            label=label,
            kind=kind,
            stems=self._stems(words),
            group=self._group(heads, kind),
            anaphoric=self._anaphoric(words, heads, kind),
            affiliation=self._affiliation(words),
            role=label if kind.anonymous and len(heads) > 1 else "",
            basis=first_phrase(words, self._list("basis")),
        )

    def outlet(self, via: str) -> str:
        """Return the name of the outlet in ``لـ"العربي الجديد"`` or ``لوكالة فرانس برس``.

        Empty where the outlet speaks of itself (``للوكالة``).
        """
        words = words_of(via)
        if len(words) == 1 and f"ال{words.form(0)[2:]}" in self._list("outlet_noun"):
            return ""
        start = 1 if words.form(0) == "ل" else 0
        name = via[words.items[start].start :] if start < len(words) else via
        if start == 0 and words.form(0).startswith("ل"):
            article = words.form(0).startswith("لل")
            name = ("ال" + via[2:]) if article else via[1:]
            rest = words_of(name)
            if rest.form(0) in self._list("outlet_noun") and len(rest) > 1:
                name = name[rest.items[1].start :]
        return name.strip("\"«»“”' ")

    def label(self, mention: str, via: str) -> str:
        """Return how to call a source that told an outlet."""
        return f"{mention} {via}"

    def anonymity(self, aside: str, after: str) -> str:
        """Return why a source is not named, as worded; empty when it is not said."""
        asked, ground = self._list("anonymity"), self._list("anonymity_ground")
        ends = self._list("complementizer")
        return (
            first_phrase(words_of(aside), asked, ends, ground)
            or first_phrase(words_of(aside), ground, ends)
            or first_phrase(words_of(after), asked, goes_on=ground)
        )

    def basis(self, aside: str) -> str:
        """Return how a source knows, as worded beside its name; empty when it is not said."""
        return first_phrase(words_of(aside), self._list("basis"), self._list("complementizer"))

    def _without_proclitic(self, mention: str) -> str:
        """Return the mention without ل or ب written with a known head (``لمصادر محلية``)."""
        first = words_of(mention).form(0)
        if first[:1] not in ("ل", "ب") or mention[0] != first[0]:
            return mention
        if any(first[1:] in self._list(name) for name in ("document_head", "outlet_noun")):
            return mention[1:]
        if first.startswith("لل") and len(first) > _SHORTEST_DEFINITE:
            return f"ال{mention[2:]}"
        heads = ("source_plural", "source_singular", "anonymous_plural_head", "document_head")
        bare = without_article(first[1:])
        known = any(bare in self._list(name) for name in (*heads, "organisation_head"))
        return mention[1:] if known else mention

    def _heads(self, words: Words) -> tuple[str, ...]:
        """Return the first telling words, without articles and numbers before the noun."""
        quantifiers = self._list("quantifier")
        lexical = [form for i, form in enumerate(words.forms) if words.lexical(i)]
        while len(lexical) > 1 and (lexical[0] in quantifiers or lexical[0].isdigit()):
            lexical = lexical[1:]
        return tuple(without_article(form) for form in lexical)

    def _stems(self, words: Words) -> tuple[str, ...]:
        quantifiers, anaphors = self._list("quantifier"), self._list("anaphor")
        return tuple(
            without_article(form)
            for i, form in enumerate(words.forms)
            if words.lexical(i) and form not in quantifiers and form not in anaphors
        )

    def _kind(self, words: Words, heads: tuple[str, ...]) -> SourceKind:
        first = heads[:_HEAD_WORDS]
        several = {self._source_number(head) for head in first} & {"dual", "plural"}
        if several:
            return SourceKind.ANONYMOUS_PLURAL
        if any(head in self._list("source_singular") for head in first):
            return SourceKind.ANONYMOUS_SINGLE
        if any(head in self._list("anonymous_plural_head") for head in first):
            return SourceKind.ANONYMOUS_PLURAL
        head = heads[0] if heads else ""
        if head and self._number(head, SourceKind.ANONYMOUS_SINGLE)[1] != "singular":
            return SourceKind.ANONYMOUS_PLURAL
        if head in self._list("document_head"):
            return SourceKind.DOCUMENT
        if head in self._list("outlet_noun") or words.form(0) in self._list("outlet_noun"):
            return SourceKind.ORGANISATION
        unnamed = self._unnamed(words) or self._indefinite(words)
        if head in self._list("anonymous_single_head") and unnamed:
            return SourceKind.ANONYMOUS_SINGLE
        if head in self._list("person_noun") and self._indefinite(words):
            return SourceKind.ANONYMOUS_SINGLE
        if len(heads) == 1 and definite(words.form(0)) and head in self._list("person_noun"):
            return SourceKind.ANONYMOUS_SINGLE
        if len(heads) == 1 and definite(words.form(0)) and not self._office(words.form(0)):
            return SourceKind.ORGANISATION
        known = head in self._list("organisation_head") or self._list("outlet_name").at(words, 0)
        quoted = words.text(0) in QUOTE_MARKS
        if known or quoted or any(h == "وسائل" for h in first):
            return SourceKind.ORGANISATION
        return SourceKind.NAMED_PERSON

    def _office(self, form: str) -> bool:
        """Whether a definite noun is an office that a person holds (``الوزير``)."""
        return form in self._list("apposition") or (
            without_article(form) in self._list("anonymous_single_head")
        )

    def _indefinite(self, words: Words) -> bool:
        """Whether a person is told of by what follows an indefinite noun, not by a name.

        ``تاجر في سوق الهال``, ``قائد ميداني``; a noun before the article is an office that
        somebody named may hold (``قائد الشرطة خالد``).
        """
        after = words.form(1)
        described = after.endswith(_NISBA) and not definite(after)
        alone = not definite(words.form(0)) and (not after or after in self._list("preposition"))
        return alone or (described and not definite(words.form(0)))

    def _unnamed(self, words: Words) -> bool:
        """Whether a role stands without a name: short, or all it has is what it speaks for."""
        if definite(words.form(0)) and self._name_after(words):
            return False
        lexical = sum(map(words.lexical, range(len(words))))
        speaks = any(self._list("spokesperson_of").at(words, i) for i in range(len(words)))
        return lexical <= _LONGEST_ROLE_ALONE or (speaks and "," not in words.forms)

    def _name_after(self, words: Words) -> bool:
        """Whether what follows a definite role can only be a name: ``المحلل السياسي نادر كامل``."""
        last = words.form(len(words) - 1)
        ruled = any(form in self._list("preposition") for form in words.forms)
        plain = not definite(last) and not last.endswith(_NISBA) and words.lexical(len(words) - 1)
        anaphor = last in self._list("anaphor")
        return len(words) > 1 and plain and not (ruled or anaphor)

    def _group(self, heads: tuple[str, ...], kind: SourceKind) -> str:
        head = heads[0] if heads else ""
        if kind.anonymous:
            for one in heads[:_HEAD_WORDS]:
                if number := self._source_number(one):
                    return f"source_{number}"
            return "_".join(self._number(head, kind))
        return "media" if head in self._list("outlet_noun") or head == "وسائل" else head

    def _source_number(self, head: str) -> str:
        for number in NUMBERS:
            if head in self._list(f"source_{number}"):
                return number
        return ""

    def _number(self, head: str, kind: SourceKind) -> tuple[str, str]:
        """Return the singular of the noun of an unnamed voice, and its number."""
        for entry, _ in self._list("broken_plural").entries.get(head, ()):
            return entry[1], "plural"
        known = head[:-2] in self._list("anonymous_single_head")
        if known or head[:-2] in self._list("person_noun"):
            return head[:-2], "dual" if head.endswith("ان") else "plural"
        return head, "plural" if kind is SourceKind.ANONYMOUS_PLURAL else "singular"

    def _anaphoric(self, words: Words, heads: tuple[str, ...], kind: SourceKind) -> bool:
        lexical = [form for i, form in enumerate(words.forms) if words.lexical(i)]
        if not lexical:
            return False
        marked = lexical[-1] in self._list("anaphor") or lexical[0] in self._list("anaphor_before")
        if marked:
            return True
        if kind is SourceKind.NAMED_PERSON and len(lexical) > 1:
            return False
        return definite(lexical[0]) and len(heads) <= _BARE - (not kind.anonymous)

    def _affiliation(self, words: Words) -> Affiliation | None:
        for relation in _RELATIONS:
            phrases = self._list(relation)
            for index in range(len(words)):
                length = phrases.at(words, index)
                entity = _rest(words, index + length) if length else ""
                if entity:
                    return Affiliation(entity=entity, relation=relation)
        nationality = self._list("nationality")
        for index in range(1, len(words)):
            if without_article(words.form(index)) in nationality:
                return Affiliation(entity=words.text(index), relation="nationality")
        return None


def _rest(words: Words, start: int) -> str:
    """Return the words from ``start`` on, without the quotation marks around them."""
    kept = [words.text(i) for i in range(start, len(words)) if words.text(i) not in QUOTE_MARKS]
    return " ".join(kept)
