"""Arabic cues that are finite verbs, with their subject before or after them, or left out."""

from attrs import evolve, frozen

from tracker.attribution.arabic_content import ArabicContent
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_objects import ArabicObjects
from tracker.attribution.arabic_relays import ArabicRelays
from tracker.attribution.arabic_trailers import ArabicTrailers
from tracker.attribution.arabic_verb_forms import BOUND_OBJECT, ArabicVerbForms
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import DEFAULT_REACH, CueRow, Lexicon
from tracker.text.arabic import without_conjunction
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words

_AGENT = ("من", "قبل")
_ANSWERED = frozenset({"ورد", "وردت", "وردوا"})
_DOCUMENT_VERBS = frozenset({"جاء", "ورد"})
#: What a denied denial says.
_DENYING = frozenset({"denies", "doubts"})
_HOW = "كيف"
_DESCRIBING = "opines"
_RELAYING = "relays"
_WIDEST_WINDOW = 40
_MOST_COMMAS = 4
#: A verb before one of these describes what is told of.
_RESUMPTIVE = frozenset({"عليها", "عليه", "عليهم", "منها", "منه", "اليها", "اليه"})
#: After these another verb of saying begins a clause of its own.
_CLAUSE_OPENERS = frozenset({"فيما", "بينما", "كما", "حيث", "لكنه", "لكنها", "اذ", "وقد"})


@frozen(kw_only=True)
class ArabicVerbs:
    """Finds cues that are verbs."""

    table: PhraseTable[CueRow]
    participles: PhraseTable[CueRow]
    content: ArabicContent
    mentions: ArabicMentions
    objects: ArabicObjects
    forms: ArabicVerbForms
    trailers: ArabicTrailers
    adverb: PhraseList
    document: PhraseList
    relays: ArabicRelays
    negation: PhraseList

    @classmethod
    def of(
        cls, lexicon: Lexicon, content: ArabicContent, mentions: ArabicMentions
    ) -> "ArabicVerbs":
        """Return the finder that consults ``lexicon``."""
        lists, table = lexicon.words, lexicon.table("ar", "verb")
        objects = ArabicObjects.of(lexicon, mentions)
        return cls(
            table=table,
            participles=lexicon.table("ar", "participle"),
            content=content,
            mentions=mentions,
            objects=objects,
            forms=ArabicVerbForms(table=table, mentions=mentions, objects=objects),
            trailers=ArabicTrailers(
                participles=lexicon.table("ar", "participle"), mentions=mentions
            ),
            adverb=lists.get("ar", "adverb"),
            document=lists.get("ar", "document"),
            relays=ArabicRelays(
                table=lexicon.table("ar", "verb"),
                mentions=mentions,
                saying=lists.get("ar", "saying_noun"),
            ),
            negation=lists.get("ar", "negation"),
        )

    def at(self, words: Words, index: int) -> Draft | None:
        """Return the cue at ``index``, None when there is none."""
        found = self.forms.row(words.form(index))
        if found is None or self.forms.noun(words, index, found[0]):
            return None
        row, joined = found
        if row.lemma in _DOCUMENT_VERBS:
            document = self._document(words, index, row)
            answered = self.table.word(words.form(index)[1:])  # ``ورد`` is "and" and a verb
            if document or answered is None or words.form(index) not in _ANSWERED:
                return document
            row, joined = answered, True
        if words.form(index - 1) in self.negation:
            return self._negated(words, index, row, joined)
        trailed = words.text(index - 2) in QUOTE_MARKS and words.text(index - 1) in COMMAS
        return (
            self._clause(words, index, row, joined)
            or (self.trailers.at(words, index, row, joined=joined) if trailed else None)
            or self._object(words, index, row, joined)
            or self.trailers.at(words, index, row, joined=joined)
        )

    def _negated(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        """``ولم يستبعد المصدر أن``: a denial denied is said; ``ولم تعلن أي جهة`` is not."""
        if row.verb_class not in _DENYING:
            return None
        found = self._clause(words, index, row, joined)
        found = found or self.objects.at(words, index, row, joined=True)
        return evolve(found, cue=(index - 1, index + 1)) if found else None

    def _object(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        if self.forms.row(words.form(index + 1)):
            return None
        return self.objects.at(words, index, row, joined=joined)

    def _document(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``جاء في بيان``: the document is the source."""
        if words.form(index + 1) != "في" or words.form(index + 2) not in self.document:
            return None
        found = self._complement(words, index + 2, row)
        end = self.mentions.short(words, index + 2, len(words))
        if found:
            end = self.mentions.cut(words, index + 2, found[0])[0][1]
        return Draft(
            cue=(index, index + 2),
            row=row,
            mention=(index + 2, end),
            content=found[1] if found else end,
            after=found[1] if found else end,
            rule="document",
        )

    # A clause: verb, subject, complementizer

    def _clause(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        found = self._complement(words, index, row)
        if found is None:
            return None
        limit, content = found
        if relayed := self.relays.at(words, index, row, limit):
            return relayed
        start = index + 1
        if words.matches(start, _AGENT):
            start += len(_AGENT)
        start = self._after_insertion(words, start, limit)
        told = limit
        if row.informs and not BOUND_OBJECT.search(words.form(index)):
            limit = self.mentions.subject_end(words, start, limit)
        limit = self._ruled(words, start, limit, row)
        (first, last), via = self.mentions.cut(words, start, limit)
        if row.informs and limit < told and self.mentions.outlet_at(words, limit):
            via = (limit, told)
        if row.informs and row.verb_class == _DESCRIBING and limit < told:
            content = limit  # ``وصف الوثائق بأنها مزورة``: what is said names its subject first
        while last > first and self.participles.word(words.form(last - 1)):
            last -= 1
        if via and last - first > 1 and self.table.word(words.form(last - 1)):
            last -= 1  # ``مسؤول تحدث لـ"الصحيفة"``
        last = self.mentions.names.trimmed(words, first, last)
        mention: Range | None = (first, last)
        if last == first or words.form(first) in self.adverb or words.text(first) in COMMAS:
            mention = None
        if row.informs and words.form(index - 1) == "قد" and not joined:
            mention = self.mentions.before(words, index) or mention
        if mention is None and not joined:
            mention = self.mentions.before(words, index)
        if mention is None and words.form(index).startswith("ف"):
            mention = self.mentions.as_for(words, index)
        mention, apart = self._subject_of(words, index, mention)
        backwards = mention is not None and mention[0] < index
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            via=via,
            content=content,
            after=index + 1 if backwards else content,
            rule="verb" if mention else "prodrop",
            apart=apart,
        )

    def _after_insertion(self, words: Words, start: int, limit: int) -> int:
        """Return where the name begins in ``وقال، في مقابلة، رئيس الوزراء، إن``."""
        if words.text(start) not in COMMAS:
            return start
        closing = next((at for at in range(start + 1, limit) if words.text(at) in COMMAS), limit)
        return closing + 1 if closing + 1 < limit else start

    def _subject_of(
        self, words: Words, index: int, mention: Range | None
    ) -> tuple[Range | None, bool]:
        """Return the name, and whether claims stand between it and the cue.

        ``أصدر الجيش بيانا قال فيه إن``: what stands before the cue is a clause, whose subject
        speaks.
        """
        if mention is None or mention[0] > index:
            return mention, False
        first = mention[0]
        shapes, opening = self.objects.shapes, words.form(first)
        if not (shapes.finite(without_conjunction(opening)) or shapes.after_wa(opening)):
            return mention, False
        end = self.mentions.short(words, first + 1, mention[1])
        return ((first + 1, end), True) if end > first + 1 else (None, False)

    def _ruled(self, words: Words, start: int, limit: int, row: CueRow) -> int:
        """Return where a preposition that the row names ends the name (``رد مصدر على``)."""
        found = (i for i in range(start + 1, limit) if words.text(i) in row.frames)
        return next((i for i in found if words.form(i) in self.content.preposition), limit)

    def quoted(self, words: Words, index: int, outer: Draft | None) -> Draft | None:
        """Return the cue of the voice that ``outer`` relays, which begins at ``index``."""
        if outer is None or outer.rule != "relay" or outer.after != index:
            return None
        if outer.scope == "backward":
            return self.relays.trailing(words, index, outer)
        found = self._complement(words, index, outer.row)
        return self.relays.quoted(words, index, outer, found) if found else None

    def _complement(self, words: Words, index: int, row: CueRow) -> tuple[int, int] | None:
        """Return where the subject must end and where the content starts."""
        commas, inside = 0, 0
        for at in range(index + 1, min(len(words), index + 2 + min(row.reach, _WIDEST_WINDOW))):
            if at < inside:
                continue
            content = self.content.opens_at(words, at)
            if content is None and words.text(at) in OPENING_QUOTES:
                inside = words.closers.get(at, at)  # ``شبكة "سي إن إن"`` opens nothing
            if content is not None:
                fits = at == index + 1 or self._fits(words, at, row)
                return (at, content) if fits and commas <= _MOST_COMMAS else None
            if words.form(at) == _HOW and words.text(at) in row.frames:
                return at, at + 1
            if words.text(at) in STOPS and at + 1 >= len(words):
                return None
            commas += words.text(at) in COMMAS
            if at > index + 1 and self._other_cue(words, at):
                return None
        return None

    def _fits(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether what opens at ``index`` is named by the row, where its verb is a homograph."""
        if row.reach >= DEFAULT_REACH:
            return True
        form = words.form(index)
        if words.text(index) in OPENING_QUOTES or form == ":":
            return ":" in row.frames or '"' in row.frames
        if form in self.content.preposition:
            return f"{words.text(index)} أن" in row.frames
        bound = form.startswith("ب")
        frames = {frame.removeprefix("OBJ ") for frame in row.frames}
        return bool(frames & ({"بأن", "بأنه", "أن"} if bound else {"أن", "إن", "قائلا"}))

    def _other_cue(self, words: Words, index: int) -> bool:
        """Whether another cue begins at ``index``, before any content was found."""
        comma = words.text(index - 1) in COMMAS
        if comma and self.participles.word(words.form(index)):
            via = self.mentions.told_at(words, index + 1, index, len(words))
            return self.content.opens_at(words, via[1] if via else index + 1) is not None
        found = self.forms.row(words.form(index))
        if found is None or found[0].lemma in ("بين", "ذكر", "علم"):
            return False
        if self.forms.noun(words, index, found[0]):
            return False
        if words.form(index + 1) in _RESUMPTIVE:  # ``وثائق اطلعت عليها``
            return False
        opened = words.form(index - 1) in _CLAUSE_OPENERS
        opened = opened or (comma and self._far(found[0]))
        return found[1] or opened or found[0].lemma == "قال"

    def _far(self, row: CueRow) -> bool:
        """Whether a verb after a comma opens a clause; ``نقلا عن`` relays within one."""
        return row.reach >= DEFAULT_REACH and row.verb_class != _RELAYING
