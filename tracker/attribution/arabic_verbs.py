"""Arabic cues that are finite verbs, with their subject before or after them, or left out."""

import re

from attrs import evolve, frozen

from tracker.attribution.arabic_content import ArabicContent
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_objects import ArabicObjects
from tracker.attribution.arabic_relays import ArabicRelays
from tracker.attribution.arabic_trailers import ArabicTrailers
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import DEFAULT_REACH, CueRow, Lexicon
from tracker.text.arabic import definite, without_conjunction
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words, plain

_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
_NOUN_CONTEXT = frozenset({"في", "من", "الي", "علي", "عن", "بين", "كل", "اي"})
_AGENT = ("من", "قبل")
_ANSWERED = frozenset({"ورد", "وردت", "وردوا"})
_DOCUMENT_VERBS = frozenset({"جاء", "ورد"})
_HOMOGRAPHS = frozenset({"بين", "عبر", "ردا", "يعد", "تعد", "تبين", "يتبين", "يجد", "تجد"})
#: Verbs that are written like their verbal nouns.
_VERBAL_NOUNS = frozenset(
    {"نقل", "رد", "حمل", "وصف", "رصد", "شرح", "نشر", "كشف", "ختم", "وعد", "بث"}
)
_SHADDA = "\u0651"
#: What a denied denial says.
_DENYING = frozenset({"denies", "doubts"})
_HOW = "كيف"
_DESCRIBING = "opines"
_WIDEST_WINDOW = 40
_MOST_COMMAS = 4
#: ``يدعى`` is called, not claims (``يدعي``).
_NAMED = ("يدعى", "تدعى")
_BOUND_OBJECT = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")
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
        lists = lexicon.words
        return cls(
            table=lexicon.table("ar", "verb"),
            participles=lexicon.table("ar", "participle"),
            content=content,
            mentions=mentions,
            objects=ArabicObjects.of(lexicon, mentions),
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
        found = self._row(words.form(index))
        if found is None or self._noun(words, index, found[0]):
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
        found = self._clause(words, index, row, joined) if row.verb_class in _DENYING else None
        return evolve(found, cue=(index - 1, index + 1)) if found else None

    def knows(self, form: str) -> bool:
        """Return whether ``form`` is one of a verb of the lexicon."""
        return self._row(form) is not None

    def _object(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        if self._row(words.form(index + 1)):
            return None
        return self.objects.at(words, index, row, joined=joined)

    def _row(self, form: str) -> tuple[CueRow, bool] | None:
        """Return the row of a verb form and whether و or ف is written before it."""
        if row := self.table.word(form):
            return row, False
        if form[:1] == "س" and form[1:2] in ("ي", "ت") and (row := self.table.word(form[1:])):
            # ``ستوقع`` is no perfect: what follows س is an imperfect.
            return None if form[1:].startswith(plain(row.lemma)) else (row, False)
        bare = without_conjunction(form)
        if bare != form and (row := self.table.word(bare)):
            return row, True
        return self._with_object(form)

    def _with_object(self, form: str) -> tuple[CueRow, bool] | None:
        """Return the row of a verb with its object written to it: ``وأبلغوه بأن``."""
        bound = _BOUND_OBJECT.search(form)
        if bound is None:
            return None
        stem = form[: bound.start()]
        bases = (stem, f"{stem}ا") if stem.endswith("و") else (stem,)
        for base in (*bases, *map(without_conjunction, bases)):
            row = self.table.word(base)
            if row and row.informs:
                return row, base not in bases
        return None

    def _noun(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether the form is a noun here, or a verb that merely has an object."""
        form, before = words.form(index), words.form(index - 1)
        if before in _NOUN_CONTEXT or words.text(index).endswith(_NAMED):
            return True
        if form in _VERBAL_NOUNS and row.lemma == form and not self._opens(words, index):
            return True
        if form.endswith(("ه", "ها")) and not row.lemma.endswith("ه"):
            return before not in _BEFORE_OBJECT and not row.informs
        if _SHADDA in words.text(index):  # ``بيّن`` is no preposition
            return False
        opens = index == 0 or words.text(index - 1) in COMMAS
        return form in _HOMOGRAPHS and not (opens and form in ("بين", "عبر"))

    def _opens(self, words: Words, index: int) -> bool:
        """Whether a verb may stand there: where a clause opens, or after its subject."""
        return (
            self.objects.opens_clause(words, index, joined=False)
            or definite(words.form(index - 1))
            or words.form(index - 1) in self.mentions.particle
        )

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
        if row.informs and not _BOUND_OBJECT.search(words.form(index)):
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
            return self.content.opens_at(words, index + 1) is not None
        found = self._row(words.form(index))
        if found is None or found[0].lemma in ("بين", "ذكر", "علم"):
            return False
        if self._noun(words, index, found[0]):
            return False
        if words.form(index + 1) in _RESUMPTIVE:  # ``وثائق اطلعت عليها``
            return False
        opened = words.form(index - 1) in _CLAUSE_OPENERS
        return found[1] or opened or found[0].lemma == "قال"
