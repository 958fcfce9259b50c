"""What stands around a word that may be an English cue, as named features.

The features are classes of words and marks, not words: they are few, so that weights learned from
little text hold for other text.
"""

from collections.abc import Iterator

from attrs import frozen

from tracker.attribution.draft import Draft
from tracker.attribution.english_mentions import EnglishMentions
from tracker.attribution.english_verbs import in_title_case
from tracker.attribution.lexicon import CueRow
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, DASHES, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words

_NEAR = 6
_SPEECH = 3
_QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when"})
_FOLLOWING = frozenset(
    {"that", "to", "about", "of", "on", "for", "against", "in", "with", "by", "as"}
)
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "being", "get", "gets", "got"})
_HAVING = frozenset({"has", "have", "had", "having", "'ve"})
_DENIALS = frozenset({"not", "n't", "never", "no"})
_SPEAKERS = frozenset({"i", "we", "you", "my", "our", "your"})


@frozen(kw_only=True)
class Candidate:
    """A word or phrase of the lexicon in a sentence.

    Attributes:
        kind: the table it was found in (``verb``, ``noun`` ...).
        row: its row.
        start: index of its first word.
        end: index after its last.
        draft: the cue that the rules read there, None when they refuse it.
        weighed: what it would be as a cue if the rules are overruled.
        speech: whether it stands in somebody's speech.
    """

    kind: str
    row: CueRow
    start: int
    end: int
    draft: Draft | None = None
    weighed: Draft | None = None
    speech: bool = False

    @property
    def role(self) -> str:
        """``saying`` where it may trail what was said, else the table it was found in."""
        return "saying" if "trail" in self.row.frames else self.kind


@frozen
class Sentence:
    """What holds for all candidates of a sentence, read once.

    Attributes:
        words: its words.
        quoting: whether it holds a quotation mark.
        titled: whether it is written like an American headline.
        inside: words inside a quotation or brackets.
    """

    words: Words
    quoting: bool
    titled: bool
    inside: frozenset[int]

    @classmethod
    def of(cls, words: Words) -> "Sentence":
        """Return the sentence of ``words``."""
        inside: set[int] = set()
        covered = 0
        for opener, closer in sorted(words.closers.items()):
            inside.update(range(max(opener + 1, covered), closer))
            covered = max(covered, closer)
        quoting = any(word.text in QUOTE_MARKS for word in words.items)
        return cls(words, quoting, in_title_case(words), frozenset(inside))


@frozen(kw_only=True)
class EnglishFeatures:
    """Names the features of candidates; holds only tables."""

    mentions: EnglishMentions
    modal: PhraseList
    person: PhraseList
    persons: PhraseList
    body: PhraseList
    document: PhraseList

    @classmethod
    def of(cls, lists: WordLists, mentions: EnglishMentions) -> "EnglishFeatures":
        """Return the reader that consults ``lists``."""
        return cls(
            mentions=mentions,
            modal=lists.get("en", "modal"),
            person=lists.get("en", "anonymous_single_head"),
            persons=lists.get("en", "anonymous_plural_head"),
            body=lists.get("en", "organisation_head"),
            document=lists.get("en", "document_head"),
        )

    def of_candidate(self, sentence: Sentence, one: Candidate) -> frozenset[str]:
        """Return the features of a candidate in its sentence."""
        words = sentence.words
        after, before = self._after(words, one.end), self._before(words, one.start)
        shape = _shape(words, one)
        ruled = one.draft.rule if one.draft else "refused"
        kind = one.kind
        found = {
            f"kind={kind}",
            f"class={one.row.verb_class}",
            f"ruled={ruled}",
            f"ruled={ruled} after={after}",
            f"ruled={ruled} before={before}",
            f"shape={kind}/{shape}",
            f"after={kind}/{after}",
            f"before={kind}/{before}",
            f"shape={shape} before={before}",
            f"class={one.row.verb_class} after={after}",
            *(f"frame={frame}" for frame in one.row.frames if frame in _FRAMES),
            *(f"frame={frame} after={after}" for frame in one.row.frames if frame in _FRAMES),
            *(("in-speech", f"in-speech ruled={ruled}") if one.speech else ()),
            *self._around(sentence, one),
        }
        return frozenset(found)

    def _after(self, words: Words, at: int) -> str:
        form, text = words.form(at), words.text(at)
        if text in OPENING_QUOTES or text == ":":
            return "quote"
        if text in COMMAS:
            return "comma-quote" if words.text(at + 1) in OPENING_QUOTES else "comma"
        if not text or text in STOPS:
            return "end"
        if form in _FOLLOWING:
            return form
        if form in _QUESTIONS:
            return "question"
        mentions = self.mentions
        lists = (
            ("pronoun", mentions.subject_pronoun),
            ("determiner", mentions.determiner),
            ("preposition", mentions.preposition),
            ("recipient", mentions.recipient),
            ("auxiliary", mentions.auxiliary),
            ("time", mentions.time),
        )
        for name, listed in lists:
            if form in listed:
                return name
        if not words.lexical(at):
            return "mark"
        if text[:1].isupper():
            return "name"
        return "plural" if form.endswith("s") else "word"

    def _before(self, words: Words, start: int) -> str:
        at = start - 1
        while at > 0 and words.form(at) in self.mentions.adverb and words.form(at) not in _HAVING:
            at -= 1
        form, text = words.form(at), words.text(at)
        if at < 0:
            return "start"
        if text in QUOTE_MARKS:
            return "quote"
        if text in COMMAS:
            return "comma-quote" if words.text(at - 1) in QUOTE_MARKS else "comma"
        if text in DASHES or not words.lexical(at):
            return "mark"
        mentions = self.mentions
        sets = (("to", {"to"}), ("being", _BEING), ("having", _HAVING), ("speaker", _SPEAKERS))
        for name, members in sets:
            if form in members:
                return name
        lists = (
            ("modal", self.modal),
            ("relative", mentions.relative),
            ("pronoun", mentions.subject_pronoun),
            ("determiner", mentions.determiner),
            ("preposition", mentions.preposition),
            ("subordinator", mentions.subordinator),
        )
        for name, listed in lists:
            if form in listed:
                return name
        if form.endswith(("'s", "s'")):
            return "owner"
        if text[:1].isupper():
            return "name"
        return "plural" if form.endswith("s") and not form.endswith("ss") else "word"

    def _around(self, sentence: Sentence, one: Candidate) -> Iterator[str]:
        words = sentence.words
        start = self.mentions.group_start(words, one.start)
        if any(
            words.form(i) in _DENIALS or words.form(i).endswith("n't")
            for i in range(start, one.start)
        ):
            yield "denied"
        yield f"subject={self._subject(words, start)}"
        near = range(one.end, min(len(words), one.end + _NEAR))
        if any(words.form(i) == "that" for i in near):
            yield "that-near"
        if any(words.text(i) in OPENING_QUOTES for i in near):
            yield "quote-near"
        if one.start in sentence.inside:
            yield "inside"
        if sentence.titled:
            yield "title"
        if one.start <= _SPEECH:
            yield "early"
        if sentence.quoting:
            yield "quoting"

    def _subject(self, words: Words, start: int) -> str:
        mention = self.mentions.before(words, start)
        if mention is None:
            return "none"
        head = words.form(mention[1] - 1)
        if head in _SPEAKERS:
            return "speaker"
        lists = (
            ("pronoun", self.mentions.pronoun),
            ("relative", self.mentions.relative),
            ("person", self.person),
            ("persons", self.persons),
            ("body", self.body),
            ("document", self.document),
        )
        for name, listed in lists:
            if head in listed:
                return name
        if words.text(mention[1] - 1)[:1].isupper():
            return "name"
        return "plural" if head.endswith("s") else "word"


_FRAMES = frozenset({"trail", "clause", "NP", "OBJ", "quote", "that", "to"})


def _shape(words: Words, one: Candidate) -> str:
    form = words.form(one.start)
    if form.endswith("ing"):
        return "ing"
    if form == one.row.lemma.split(" ")[0]:
        return "plain"
    return "s" if form.endswith("s") else "ed"
