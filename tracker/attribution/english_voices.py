"""Kinds of English sources, told by the words that name them."""

from attrs import frozen

from tracker.attribution.voices import Voice, first_phrase
from tracker.model import Affiliation, SourceKind
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, QUOTE_MARKS, Words, words_of

_RELATIONS = ("spokesperson_of", "correspondent_of", "officer_of", "close_to", "inside")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "president", "secretary"})
_BARE = 2
_PLURAL_PRONOUNS = frozenset({"they", "we", "them", "us", "others", "some", "many", "both"})


@frozen(kw_only=True)
class EnglishVoices:
    """Describes mentions; holds only tables."""

    lists: WordLists
    generic_outlet: str = "the outlet"

    def _list(self, name: str) -> PhraseList:
        return self.lists.get("en", name)

    def describe(self, mention: str) -> Voice:
        """Return what ``mention`` tells about a source."""
        words = words_of(mention)
        core = self._core(words)
        kind = self._kind(words, core)
        head = self._head(words, core)
        return Voice(
            label=mention.strip(" ,"),
            kind=kind,
            stems=self._stems(words, core),
            group=self._group(head, kind),
            anaphoric=self._anaphoric(words, core, kind),
            affiliation=self._affiliation(words),
            role=mention if kind.anonymous and core > 1 else "",
            basis=first_phrase(words, self._list("basis")),
        )

    def outlet(self, via: str) -> str:
        """Return the name of the outlet told."""
        return via.strip("\"“”' ")

    def label(self, mention: str, via: str) -> str:
        """Return how to call a source that told an outlet."""
        return f"{mention} to {via}"

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

    def _core(self, words: Words) -> int:
        """Return where the name proper ends: before a comma that opens a description."""
        return next((i for i in range(1, len(words)) if words.text(i) in COMMAS), len(words))

    def _head(self, words: Words, core: int) -> str:
        """Return the head noun: the last word before a preposition or a relative pronoun."""
        inner, relative = self._list("preposition"), self._list("relative")
        head = ""
        for index in range(core):
            if index and (words.form(index) in inner or words.form(index) in relative):
                break
            if words.lexical(index):
                head = words.form(index).removesuffix("'s")
        return head

    def _stems(self, words: Words, core: int) -> tuple[str, ...]:
        determiners = self._list("determiner")
        return tuple(
            words.form(i).removesuffix("'s").removesuffix("'")
            for i in range(core)
            if words.lexical(i)
            and words.form(i) not in determiners
            and words.form(i) not in _TITLES
            and words.form(i) not in self._list("preposition")
        )

    def _named(self, words: Words, core: int) -> bool:
        """Whether a capital stands on a word that does not merely open the phrase."""
        return any(
            words.text(i)[0].isupper() and (i or not self._opens(words.form(0)))
            for i in range(core)
            if words.lexical(i)
        )

    def _name_after(self, words: Words, core: int) -> bool:
        """Whether a name follows the description: ``a spokesman, Ahmad Salem``."""
        return words.text(core + 1)[:1].isupper() and words.text(core + 2)[:1].isupper()

    def _opens(self, form: str) -> bool:
        return (
            form in self._list("determiner")
            or form in self._list("pronoun")
            or form in self._list("anonymous_plural_head")
            or form in self._list("anonymous_single_head")
        )

    def _kind(self, words: Words, core: int) -> SourceKind:
        head = self._head(words, core)
        if head in self._list("document_head"):
            return SourceKind.DOCUMENT
        if head in self._list("organisation_head") or self._list("outlet_name").at(words, 0):
            return SourceKind.ORGANISATION
        if words.form(0) in self._list("relative"):
            return SourceKind.NAMED_PERSON
        if self._named(words, core) and self._list("anonymous_single_head").word(head) is None:
            return SourceKind.NAMED_PERSON
        if self._name_after(words, core):
            return SourceKind.NAMED_PERSON
        if head in self._list("anonymous_plural_head") or head in _PLURAL_PRONOUNS:
            return SourceKind.ANONYMOUS_PLURAL
        if head in self._list("anonymous_single_head"):
            return SourceKind.ANONYMOUS_SINGLE
        if self._named(words, core) or words.form(0) in self._list("pronoun"):
            return SourceKind.NAMED_PERSON
        plural = head.endswith("s")
        return SourceKind.ANONYMOUS_PLURAL if plural else SourceKind.ANONYMOUS_SINGLE

    def _group(self, head: str, kind: SourceKind) -> str:
        for name in ("source_singular", "source_plural", "person_pronoun", "other_pronoun"):
            if head in self._list(name) and (kind.anonymous or name.endswith("pronoun")):
                return name
        if kind is SourceKind.ANONYMOUS_PLURAL:
            return f"{head.removesuffix('s')}_plural"
        return f"{head}_singular" if kind is SourceKind.ANONYMOUS_SINGLE else head

    def _anaphoric(self, words: Words, core: int, kind: SourceKind) -> bool:
        if words.form(0) in self._list("pronoun"):
            return True
        opens = words.form(0) in ("the", "this", "that", "these", "those", "his", "her", "their")
        return opens and core <= _BARE and (kind.anonymous or kind is not SourceKind.NAMED_PERSON)

    def _affiliation(self, words: Words) -> Affiliation | None:
        for relation in _RELATIONS:
            phrases = self._list(relation)
            for index in range(len(words)):
                length = phrases.at(words, index)
                entity = self._entity(words, index + length) if length else ""
                if entity:
                    return Affiliation(entity=entity, relation=relation)
        return None

    def _entity(self, words: Words, start: int) -> str:
        end = start
        while end < len(words) and words.text(end) not in COMMAS | QUOTE_MARKS:
            end += 1
        kept = [words.text(i) for i in range(start, end)]
        return " ".join(kept[1:] if kept and kept[0].lower() == "the" else kept)
