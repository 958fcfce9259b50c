"""What tells a verb from a noun and a speaker from a thing, around a word that may be a cue."""

from collections.abc import Iterator

from attrs import frozen

from tracker.attribution.draft import Range
from tracker.attribution.english_features import Candidate, Sentence
from tracker.attribution.english_mentions import EnglishMentions
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import Words

_DETERMINER_REACH = 3
_CONDITION_REACH = 6
_WORDS_AFTER = 4
_FEW_WORDS, _MANY_WORDS = 8, 30
_PERSON_ENDINGS = ("er", "or", "ist", "man", "men", "ian", "ers", "ors", "ists", "ians", "ent")
_OWNED = ("'s", "s'")
_SPEAKERS = frozenset({"i", "we", "you"})
_THINGS = frozenset({"it", "this", "that", "these", "those", "there", "which", "what"})
_PLURALS = frozenset({"they", "we", "you", "i"})
_ALONE = {"he": "he", "she": "he", "they": "they", "who": "who"}


@frozen(kw_only=True)
class EnglishGrammar:
    """Names what the grammar around a candidate suggests; holds only tables."""

    mentions: EnglishMentions
    modal: PhraseList
    heads: tuple[tuple[str, PhraseList], ...]

    @classmethod
    def of(cls, lists: WordLists, mentions: EnglishMentions) -> "EnglishGrammar":
        """Return the reader that consults ``lists``."""
        heads = {
            "person": "anonymous_single_head",
            "persons": "anonymous_plural_head",
            "body": "organisation_head",
            "document": "document_head",
        }
        return cls(
            mentions=mentions,
            modal=lists.get("en", "modal"),
            heads=tuple((name, lists.get("en", listed)) for name, listed in heads.items()),
        )

    def of_candidate(self, sentence: Sentence, one: Candidate) -> Iterator[str]:
        """Yield the features of a candidate in its sentence."""
        draft = one.draft or one.weighed
        mention = draft.mention if draft else None
        who = self._who(sentence.words, mention)
        yield f"who={who}"
        yield f"who={who} {one.role}"
        if mention:
            gap = one.start - mention[1]
            yield f"who-long={min(mention[1] - mention[0], 4)}"
            yield f"who-gap={min(gap, 4) if gap >= 0 else 'after'}"
        if one.kind.startswith("verb"):
            yield f"noun-left={self._noun_left(sentence.words, one.start)}"
            yield f"agree={self._agreement(sentence.words, one)}"
        yield from self._place(sentence, one)

    def _place(self, sentence: Sentence, one: Candidate) -> Iterator[str]:
        """Yield what the sentence is like, and where in it the candidate stands."""
        words = sentence.words
        follows = words.form(one.end)
        past = self.mentions.verbs.word(follows) and follows.endswith("ed")
        if follows in self.mentions.auxiliary or (past and words.text(one.end).islower()):
            yield "verb-next"
        if "?" in (words.text(len(words) - 1), words.text(len(words) - 2)):
            yield "asking"
        if "if" in words.forms[max(0, one.start - _CONDITION_REACH) : one.start]:
            yield "if"
        end = min(len(words), one.end + _WORDS_AFTER)
        yield f"left={sum(words.lexical(at) for at in range(one.end, end))}"
        if not words.text(one.start).islower():
            yield "capital-title" if sentence.titled else "capital"
        long = len(words) > _MANY_WORDS
        yield "short" if len(words) < _FEW_WORDS else "long" if long else "middling"

    def _who(self, words: Words, mention: Range | None) -> str:
        """Return what kind of source the mention names."""
        if mention is None:
            return "none"
        first, last = words.form(mention[0]), words.form(mention[1] - 1)
        alone = mention[1] - mention[0] == 1
        if first in _SPEAKERS:
            return "speaker"
        if alone and (first in _ALONE or first in _THINGS):
            return _ALONE.get(first, "thing")
        forms = words.forms[slice(*mention)]
        for name, listed in self.heads:
            if any(form in listed for form in forms):
                return name
        capitals = sum(words.text(at)[:1].isupper() for at in range(*mention))
        if capitals:
            return "names" if capitals > 1 else "name" if mention[0] else "opener"
        if last.endswith(_PERSON_ENDINGS):
            return "agent"
        return "plural" if last.endswith("s") else "word"

    def _noun_left(self, words: Words, at: int) -> str:
        """Return what stands left of a form: an open noun phrase, or what closes it."""
        mentions = self.mentions
        for index in range(at - 1, max(-1, at - 1 - _DETERMINER_REACH), -1):
            form = words.form(index)
            if form in mentions.determiner or form.endswith(_OWNED):
                return f"determiner{at - index}"
            if not words.lexical(index):
                return "mark"
            if form in mentions.preposition or form in mentions.auxiliary:
                return "function"
            if form in mentions.subject_pronoun:
                return "pronoun"
            if mentions.verbs.word(form) and words.text(index).islower():
                return "verb"
        return "far"

    def _agreement(self, words: Words, one: Candidate) -> str:
        """Return the ending of a verb with the number of the word before it."""
        form, before = words.form(one.start), words.form(one.start - 1)
        ending = next((end for end in ("ed", "ing", "s") if form.endswith(end)), "plain")
        if before in self.modal:
            return f"modal-{ending}"
        if ending in ("ed", "ing"):
            return ending
        noun = before.endswith("s") and not before.endswith(("ss", "'s"))
        return f"{ending}-{'plural' if noun or before in _PLURALS else 'single'}"
