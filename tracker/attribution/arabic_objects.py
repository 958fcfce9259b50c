"""Arabic cues whose content is a noun phrase: ``أعلنت الوزارة مقتل ثلاثة``."""

from attrs import frozen

from tracker.attribution.arabic_charges import BLAME, ArabicCharges
from tracker.attribution.arabic_events import ArabicEvents
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_resumptions import ArabicResumptions
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.arabic import ArabicShapes
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
_SUBORDINATE = frozenset({"ان", "ما", "الذي", "التي"})
_WINDOW = 16
_NOUN_PHRASE = " NP"
_RELAYING = "relays"
_FROM = "عن"
#: Prepositions that a name seldom holds.
_PARTING = frozenset({"عن", "من", "علي"})
_CONTRASTING = frozenset({"لكن", "ولكن", "فيما", "بينما", "وفيما", "وبينما", "حين"})
_BUT = frozenset({"غير", "الا", "بيد", "مع"})
#: ``أدان`` is "convicts" where a court does it, "condemns" where others do.
_CONVICTS = "أدان"
_ACCUSING = "OBJ بـNP"
_CHARGING = frozenset({_ACCUSING, f"OBJ {BLAME}"})
_DESCRIBING = "OBJ بـ"
_ORGANISATION = "تنظيم"
_BOUND_PREPOSITION = "بـNP"
#: Classes whose object with ب is what they say (``أفاد بوقوع``), not what they do (``وعد ب``).
_SAYING = frozenset({"says", "adds", "admits", "confirms", "informs", "reveals", "alleges"})


@frozen(kw_only=True)
class ArabicObjects:
    """Finds cues with a nominal object; holds only tables."""

    mentions: ArabicMentions
    shapes: ArabicShapes
    events: ArabicEvents
    charges: ArabicCharges
    resumptions: ArabicResumptions
    preposition: PhraseList
    filler: PhraseList
    opener: PhraseList
    object_opener: PhraseList
    document: PhraseList
    court: PhraseList
    participles: PhraseTable[CueRow]
    governor: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon, mentions: ArabicMentions) -> "ArabicObjects":
        """Return the finder that consults ``lexicon``."""
        lists = lexicon.words
        events = ArabicEvents.of(lists)
        return cls(
            mentions=mentions,
            shapes=events.shapes,
            events=events,
            charges=ArabicCharges(
                mentions=mentions, events=events, acts=lists.get("ar", "charge_act")
            ),
            resumptions=ArabicResumptions(mentions=mentions, events=events),
            preposition=lists.get("ar", "preposition"),
            filler=lists.get("ar", "content_filler"),
            opener=lists.get("ar", "before_verb"),
            object_opener=lists.get("ar", "object_opener"),
            document=lists.get("ar", "document_head"),
            court=lists.get("ar", "court"),
            participles=lexicon.table("ar", "participle"),
            governor=lists.get("ar", "takes_preposition"),
        )

    def at(self, words: Words, index: int, row: CueRow, *, joined: bool) -> Draft | None:
        """Return the cue whose verb stands at ``index``, None when it has no such object.

        Args:
            words: one sentence.
            index: of the verb.
            row: the verb's row.
            joined: whether و or ف is written before the verb.
        """
        bound = words.form(index - 1) in _BEFORE_OBJECT and words.form(index).endswith(("ه", "ها"))
        if bound and row.nominal:
            return self.resumptions.clause(words, index, row)
        if row.verb_class == _RELAYING and not self._relays(words, index):
            return None
        if not self.opens_clause(words, index, joined=joined):
            return None if joined else self._contrasted(words, index, row)
        if that := self.resumptions.of_that(words, index, row):
            return that
        start = index + 1 + self.filler.at(words, index + 1)
        if row.lemma == _CONVICTS and words.form(start) in self.court:
            return None
        if words.form(index - 1) == "قد" and row.nominal:
            return self._after_subject(words, index, row, joined)
        bare = words.form(index - 1) in _SUBORDINATE and not joined
        if words.form(start) in self.document and (event := self._event(words, index, row)):
            return event
        if not bare and (content := self._said_at(words, start, row)) is not None:
            return self._dropped(words, index, row, content)
        quoted = words.text(start) in OPENING_QUOTES and start in words.closers
        if words.form(start) in self.preposition or not (words.lexical(start) or quoted):
            return None
        if _DESCRIBING in row.frames and (found := self._described(words, index, row, joined)):
            return found
        if row.frames & _CHARGING and self.charges.parted(words, index):
            return self._short(words, index, row)
        if _ACCUSING in row.frames and self.charges.only_accused(words, index):
            return self._dropped(words, index, row, index + 1) if joined else None
        return self._event(words, index, row) or (
            self._short(words, index, row) if row.nominal else None
        )

    def _relays(self, words: Words, index: int) -> bool:
        """Whether words are passed on rather than people moved: ``نقل الجرحى إلى المستشفى``."""
        named = self.mentions.outlet_at(words, index + 1)
        return named or _FROM in words.forms[index + 2 : index + _WINDOW]

    def _contrasted(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``غير أن مسؤولا نفى وجود خلاف``: the subject stands before the verb."""
        mention = self.mentions.before(words, index)
        if mention is None or not self._turns(words, mention[0] - 1):
            return None
        if any(self.shapes.finite(form) for form in words.forms[mention[0] : mention[1]]):
            return None
        start = index + 1
        if words.text(start) in COMMAS:  # ``نفى، في مقابلة، وقوع``
            closing = range(start + 1, min(len(words), start + _WINDOW))
            start = next((at + 1 for at in closing if words.text(at) in COMMAS), start)
        content = self._said_at(words, start, row)
        if content is None and row.eventive and self._names_event(words, start):
            content = start
        if content is None:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            content=content,
            after=content,
            rule="nominal",
        )

    def _turns(self, words: Words, index: int) -> bool:
        """Whether ``لكن``, ``فيما`` or ``غير أن`` stands at ``index``."""
        form = words.form(index)
        return form in _CONTRASTING or (form == "ان" and words.form(index - 1) in _BUT)

    def _said_at(self, words: Words, index: int, row: CueRow) -> int | None:
        """Return where the content starts when what is said begins right at ``index``."""
        if self._bound(words, index, row) or (
            row.eventive
            and words.form(index) in self.shapes.masdars
            and not self._body(words, index)
        ):
            return index
        if row.nominal and words.form(index) in self.object_opener:
            return index
        wanted = f"{words.text(index)}{_NOUN_PHRASE}" in row.frames
        return index + 1 if wanted and self._names_event(words, index + 1) else None

    def _body(self, words: Words, index: int) -> bool:
        """``تنظيم "داعش"``: a verbal noun that names a body."""
        return words.form(index) == _ORGANISATION and not words.form(index + 1).endswith("ة")

    def _dropped(self, words: Words, index: int, row: CueRow, content: int) -> Draft:
        """``وأشار إلى إصابة تسعة``: the verb names nobody, or somebody before ``قد``."""
        cue = (index, index + 1)
        named = self.mentions.before(words, index) if words.form(index - 1) == "قد" else None
        rule = "nominal" if named else "prodrop"
        return Draft(cue=cue, row=row, mention=named, content=content, after=content, rule=rule)

    def _bound(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether ب is written before an event (``أفاد بوقوع``)."""
        form = words.form(index)
        if _BOUND_PREPOSITION not in row.frames or form[:1] != "ب" or row.informs:
            return False
        return row.verb_class in _SAYING and self.events.ruled(form[1:])

    def opens_clause(self, words: Words, index: int, *, joined: bool) -> bool:
        """Return whether a verb at ``index`` may open a clause."""
        before = words.text(index - 1)
        marked = before in COMMAS or before in STOPS or before == ":"
        return joined or index == 0 or marked or words.form(index - 1) in self.opener

    def _event(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """Read up to an event: a verbal noun, or one after the preposition that the row names."""
        found = self._object(words, index + 1, row)
        if found is None:
            return None
        limit, content = found
        (first, last), via = self.mentions.cut(words, index + 1, limit)
        if first == last or self.shapes.finite(words.form(first)):
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=content,
            after=content,
            rule="nominal",
        )

    def _object(self, words: Words, start: int, row: CueRow) -> Range | None:
        """Return where the subject must end and where the object begins."""
        prepositions = {
            frame.removesuffix(_NOUN_PHRASE) for frame in row.frames if frame.endswith(_NOUN_PHRASE)
        }
        for at in range(start, min(len(words), start + _WINDOW)):
            comma = words.text(at) in COMMAS
            turned = comma and self.participles.word(words.form(at + 1))  # ``، مشيرا إلى أن``
            if words.text(at) in STOPS or turned:
                break
            if at > start and self.shapes.after_wa(words.form(at)):
                break
            if at > start and row.nominal and words.form(at - 1) in self.mentions.anaphor:
                return at, at
            quoted = words.text(at + 1) in OPENING_QUOTES
            if words.text(at) in prepositions and (
                self._names_event(words, at + 1 + quoted) or self._pointed(words, at, start, row)
            ):
                return at, at + 1
            if at > start and self._bound(words, at, row):
                return at, at
            if at > start and row.eventive and self.events.at(words, at, start):
                return self._governed(words, start, at, prepositions) or (at, at)
            opens = row.nominal and words.form(at) in self.object_opener and not row.informs
            if at > start and (opens or (row.eventive and words.form(at)[:1].isdigit())):
                return at, at
        return self._governed(words, start, len(words), prepositions)

    def _governed(self, words: Words, start: int, end: int, prepositions: set[str]) -> Range | None:
        """Return where the row's own preposition parts the name from what is said.

        ``وكشفت صور نشرتها الشركة عن دمار واسع``: not one that the word before it takes
        (``المسؤول عن الملف``).
        """
        for at in range(start, min(end, start + _WINDOW)):
            if words.text(at) in COMMAS and at > start:
                after = self.mentions.after_insertion(words, at)
                return (at, after + 1) if words.text(after) in prepositions else None
            stopped = words.text(at) in COMMAS | STOPS
            if stopped or (at > start and self.shapes.after_wa(words.form(at))):
                return None
            ruled = words.text(at) in prepositions and words.form(at) in _PARTING
            taken = words.form(at - 1) in self.governor
            if at > start and ruled and not taken and words.lexical(at + 1):
                return at, at + 1
        return None

    def _described(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        """``وصفت الخارجية الاتهامات بالباطلة``: what is said names its subject first."""
        end = self.charges.described(words, index + 1)
        if end <= index + 1:
            return self._dropped(words, index, row, end) if end and joined else None
        mention, via = self.mentions.cut(words, index + 1, end)
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            via=via,
            content=end,
            after=end,
            rule="nominal",
        )

    def _pointed(self, words: Words, index: int, start: int, row: CueRow) -> bool:
        """Whether what somebody points out stands after ``إلى`` (``أشار القائد إلى ماس``)."""
        points = words.form(index) == "الي" and row.verb_class == "says"
        return points and index > start and words.lexical(index + 1)

    def _names_event(self, words: Words, index: int) -> bool:
        return self.events.names(words.form(index))

    def _short(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``اتهم النظام المعارضة``: nothing marks the subject's end but agreement."""
        agreeing = bool(row.frames & _CHARGING)
        if agreeing and (apart := self.charges.apart(words, index)):
            end, content = apart
        else:
            end = self.charges.accusing(words, index + 1) if agreeing else 0
            end = end or self.mentions.short(words, index + 1, len(words), agreeing=agreeing)
            content = 0
        (first, last), via = self.mentions.cut(words, index + 1, end)
        if first == last or self.shapes.finite(words.form(first)):
            return None
        content = content or last + self.filler.at(words, last)
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=content,
            after=max(content, index + 1),
            rule="nominal",
        )

    def _after_subject(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        """``وكانت المجموعة قد أعلنت في وقت سابق عزمها``."""
        after = index + 1 + self.filler.at(words, index + 1)
        if joined or not words.lexical(after):
            return None
        mention = self.mentions.before(words, index)
        if mention is None:
            event = self.events.names(words.form(after))
            return self._dropped(words, index, row, after) if event else None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            content=after,
            after=after,
            rule="nominal",
        )
