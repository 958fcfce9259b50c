"""Arabic cues that are finite verbs, with their subject before or after them, or left out."""

import re

from attrs import evolve, frozen

from tracker.attribution.arabic_content import ArabicContent
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_objects import ArabicObjects
from tracker.attribution.arabic_trailers import ArabicTrailers, trailer_end
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import DEFAULT_REACH, CueRow, Lexicon
from tracker.text.arabic import definite, without_conjunction
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
_NOUN_CONTEXT = frozenset({"في", "من", "الي", "علي", "عن", "بين", "كل", "اي"})
_AGENT = ("من", "قبل")
_DOCUMENT_VERBS = frozenset({"جاء", "ورد"})
_HOMOGRAPHS = frozenset({"بين", "عبر", "ردا", "يعد", "تعد", "تبين", "يتبين", "يجد", "تجد"})
#: Verbs that are written like their verbal nouns.
_VERBAL_NOUNS = frozenset(
    {"نقل", "رد", "حمل", "وصف", "رصد", "شرح", "نشر", "كشف", "ختم", "وعد", "بث"}
)
_SHADDA = "\u0651"
_DESCRIBING = "opines"
#: The preposition before the voice that a cue of a class relays.
_THROUGH = {"relays": "عن", "learned": "من"}
_QUOTING = ("نقلا", "عن")
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
    saying: PhraseList

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
            saying=lists.get("ar", "saying_noun"),
        )

    def at(self, words: Words, index: int) -> Draft | None:
        """Return the cue at ``index``, None when there is none."""
        found = self._row(words.form(index))
        if found is None or self._noun(words, index, found[0]):
            return None
        row, joined = found
        if row.lemma in _DOCUMENT_VERBS:
            return self._document(words, index, row)
        return (
            self._clause(words, index, row, joined)
            or self._object(words, index, row, joined)
            or self.trailers.at(words, index, row, joined=joined)
        )

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
            return row, False
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
        if relayed := self._quoting(words, index, row, limit):
            return relayed
        if row.verb_class in _THROUGH and (relayed := self._relayed(words, index, row, limit)):
            return relayed
        start = index + 1
        if words.matches(start, _AGENT):
            start += len(_AGENT)
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
        mention: Range | None = (first, last)
        if last == first or words.form(first) in self.adverb or words.text(first) in COMMAS:
            mention = None
        if mention is None and not joined:
            mention = self.mentions.before(words, index)
        backwards = mention is not None and mention[0] < index
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            via=via,
            content=content,
            after=index + 1 if backwards else content,
            rule="verb" if mention else "prodrop",
        )

    def _ruled(self, words: Words, start: int, limit: int, row: CueRow) -> int:
        """Return where a preposition that the row names ends the name (``رد مصدر على``)."""
        found = (i for i in range(start + 1, limit) if words.text(i) in row.frames)
        return next((i for i in found if words.form(i) in self.content.preposition), limit)

    def _relayed(self, words: Words, index: int, row: CueRow, limit: int) -> Draft | None:
        """``نقلت رويترز عن مصدر قوله``, ``علمت الصحيفة من مصادر``: one voice through another."""
        preposition = _THROUGH[row.verb_class]
        through = next((i for i in range(index + 1, limit) if words.form(i) == preposition), None)
        return self._through(words, index, row, through)

    def _quoting(self, words: Words, index: int, row: CueRow, limit: int) -> Draft | None:
        """``وذكرت الصحيفة، نقلا عن مسؤول، أن``: one voice through another."""
        found = (i for i in range(index + 1, limit) if words.matches(i, _QUOTING))
        return self._through(words, index, row, next(found, None))

    def _through(self, words: Words, index: int, row: CueRow, through: int | None) -> Draft | None:
        """Return the cue of a voice that relays the one named at ``through``."""
        if through is None or through == index + 1:
            return None
        (first, last), _ = self.mentions.cut(words, index + 1, through)
        if first == last:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            content=through,
            after=through,
            rule="relay",
        )

    def quoted(self, words: Words, index: int, outer: Draft | None) -> Draft | None:
        """Return the cue of the voice that ``outer`` relays, which begins at ``index``."""
        if outer is None or outer.rule != "relay" or outer.after != index:
            return None
        if outer.scope == "backward":
            end = trailer_end(words, index)
            (first, last), via = self.mentions.cut(words, index + 1, end)
            return evolve(
                outer,
                cue=(index, index + 1),
                mention=(first, last),
                via=via,
                content=end,
                after=last,
                rule="relayed",
            )
        found = self._complement(words, index, outer.row)
        if found is None:
            return None
        limit, content = found
        start = index + (len(_QUOTING) if words.matches(index, _QUOTING) else 1)
        named = next((i for i in range(start, limit) if words.form(i) in self.saying), None)
        (first, last), via = self.mentions.cut(words, start, named or limit)
        cue = (named, named + 1) if named else (index, start)
        return Draft(
            cue=cue, row=outer.row, mention=(first, last), via=via, content=content, after=content
        )

    def _complement(self, words: Words, index: int, row: CueRow) -> tuple[int, int] | None:
        """Return where the subject must end and where the content starts."""
        commas = 0
        for at in range(index + 1, min(len(words), index + 2 + min(row.reach, _WIDEST_WINDOW))):
            content = self.content.opens_at(words, at)
            if content is not None:
                fits = at == index + 1 or self._fits(words, at, row)
                return (at, content) if fits and commas <= _MOST_COMMAS else None
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

    def relays(self, words: Words, index: int, end: int) -> int:
        """Return where the preposition stands before the voice that the verb relays, else 0.

        ``بحسب ما علمت الصحيفة من مصدر``: the verb stands at ``index``, its clause ends at ``end``.
        """
        form = words.form(index)
        bound = _BOUND_OBJECT.search(form)
        row = self.table.word(form) or (self.table.word(form[: bound.start()]) if bound else None)
        through = _THROUGH.get(row.verb_class) if row else None
        return next((i for i in range(index + 2, end - 1) if words.form(i) == through), 0)
