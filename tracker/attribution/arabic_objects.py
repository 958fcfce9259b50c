"""Arabic cues whose content is a noun phrase: ``أعلنت الوزارة مقتل ثلاثة``."""

import re

from attrs import frozen

from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Draft, Range
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.arabic import ArabicShapes, definite, without_article
from tracker.text.wordlists import PhraseList
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
_SUBORDINATE = frozenset({"ان", "ما", "الذي", "التي"})
_LONGEST_OBJECT_CLAUSE = 14
_WINDOW = 16
_NOUN_PHRASE = " NP"
#: Verbal nouns of forms V and VI, which are written like imperfect verbs.
_MASDAR_V_VI = re.compile(r"ت(?:\w{3}|\wا\w\w)")
#: ``أدان`` is "convicts" where a court does it, "condemns" where others do.
_CONVICTS = "أدان"
_ACCUSING = "OBJ بـNP"
_BLAME = "مسؤولية"
_CHARGING = frozenset({_ACCUSING, f"OBJ {_BLAME}"})
_BOUND_PREPOSITION = "بـNP"
#: Classes whose object with ب is what they say (``أفاد بوقوع``), not what they do (``وعد ب``).
_SAYING = frozenset({"says", "adds", "admits", "confirms", "informs", "reveals", "alleges"})


@frozen(kw_only=True)
class ArabicObjects:
    """Finds cues with a nominal object; holds only tables."""

    mentions: ArabicMentions
    shapes: ArabicShapes
    abstract: PhraseList
    preposition: PhraseList
    filler: PhraseList
    opener: PhraseList
    object_opener: PhraseList
    document: PhraseList
    court: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon, mentions: ArabicMentions) -> "ArabicObjects":
        """Return the finder that consults ``lexicon``."""
        lists = lexicon.words
        return cls(
            mentions=mentions,
            shapes=ArabicShapes.of(lists),
            abstract=lists.get("ar", "abstract"),
            preposition=lists.get("ar", "preposition"),
            filler=lists.get("ar", "content_filler"),
            opener=lists.get("ar", "before_verb"),
            object_opener=lists.get("ar", "object_opener"),
            document=lists.get("ar", "document_head"),
            court=lists.get("ar", "court"),
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
            return self._resumed(words, index, row)
        if not self.opens_clause(words, index, joined=joined):
            return None
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
        if row.frames & _CHARGING and self._accused(words, index):
            return self._short(words, index, row)
        if _ACCUSING in row.frames and self._only_accused(words, index):
            return self._dropped(words, index, row, index + 1) if joined else None
        return self._event(words, index, row) or (
            self._short(words, index, row) if row.nominal else None
        )

    def _accused(self, words: Words, index: int) -> bool:
        """Whether a charge follows that parts who accuses from who is accused."""
        return bool(self._apart(words, index) or self._accusing(words, index + 1))

    def _said_at(self, words: Words, index: int, row: CueRow) -> int | None:
        """Return where the content starts when what is said begins right at ``index``."""
        if self._bound(words, index, row) or (
            row.eventive and words.form(index) in self.shapes.masdars
        ):
            return index
        if row.nominal and words.form(index) in self.object_opener:
            return index
        wanted = f"{words.text(index)}{_NOUN_PHRASE}" in row.frames
        return index + 1 if wanted and self._names_event(words, index + 1) else None

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
        return row.verb_class in _SAYING and self._ruled(form[1:])

    def _ruled(self, form: str) -> bool:
        """Whether a word after a preposition names an event; a verb never stands there."""
        return self._event_form(form) or bool(_MASDAR_V_VI.fullmatch(without_article(form)))

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
            if words.text(at) in STOPS:
                return None
            if at > start and row.nominal and words.form(at - 1) in self.mentions.anaphor:
                return at, at
            quoted = words.text(at + 1) in OPENING_QUOTES
            if words.text(at) in prepositions and (
                self._names_event(words, at + 1 + quoted) or self._pointed(words, at, start, row)
            ):
                return at, at + 1
            if at > start and self._bound(words, at, row):
                return at, at
            if at > start and row.eventive and self._event_at(words, at, start):
                return at, at
            opens = row.nominal and words.form(at) in self.object_opener and not row.informs
            if at > start and (opens or (row.eventive and words.form(at)[:1].isdigit())):
                return at, at
            if at > start and self.shapes.after_wa(words.form(at)):
                return None
        return None

    def _pointed(self, words: Words, index: int, start: int, row: CueRow) -> bool:
        """Whether what somebody points out stands after ``إلى`` (``أشار القائد إلى ماس``)."""
        points = words.form(index) == "الي" and row.verb_class == "says"
        return points and index > start and words.lexical(index + 1)

    def _names_event(self, words: Words, index: int) -> bool:
        return self._event_form(words.form(index))

    def _event_form(self, form: str) -> bool:
        bare = without_article(form)
        return bare in self.abstract or bare in self.shapes.masdars or self.shapes.masdar(bare)

    def _event_at(self, words: Words, index: int, start: int) -> bool:
        """Whether an event is named at ``index``: ``مقتل ثلاثة``, ``القبض على رجلين``.

        A subject with the article, from ``start`` on, owns no verbal noun after it.
        """
        form = words.form(index)
        if form in self.shapes.masdars or form in self.abstract:
            return self._owns_nothing(words, start, index) or not self._belongs_to_name(
                words, index
            )
        after = words.form(index + 1)
        ruled = after in self.preposition or after.startswith("بال")
        known = form.startswith("ال") and form[2:] in self.shapes.masdars
        return known and ruled and not self._belongs_to_name(words, index)

    def _owns_nothing(self, words: Words, start: int, end: int) -> bool:
        """``المحلل السياسي نادر كامل انهيار الهدنة``: what ends before ``end`` is a name."""
        inner = words.forms[start + 1 : end]
        ruled = any(form in self.preposition or form.startswith(("ب", "ل")) for form in inner)
        return definite(words.form(start)) and len(inner) > 1 and not ruled

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

    def _short(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``اتهم النظام المعارضة``: nothing marks the subject's end but agreement."""
        agreeing = bool(row.frames & _CHARGING)
        if agreeing and (apart := self._apart(words, index)):
            end, content = apart
        else:
            end = self._accusing(words, index + 1) if agreeing else 0
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

    def _accusing(self, words: Words, start: int) -> int:
        """Return where the accuser's name ends in ``اتهم الوزير المليشيا بنهب``, 0 when unclear."""
        for at in range(start + 1, min(len(words), start + _WINDOW)):
            if words.text(at) in COMMAS | STOPS:
                return 0
            form = words.form(at)
            charged = form[:1] == "ب" and self._ruled(form[1:])
            if charged or (form == _BLAME and at > start + 1):
                accused = self.mentions.accused_at(words, start, at)
                return accused if accused < at else 0
        return 0

    def _only_accused(self, words: Words, index: int) -> bool:
        """Whether one name and the charge follow: ``واتهم إسرائيل باغتياله`` names no accuser."""
        end = self.mentions.short(words, index + 1, len(words))
        form = words.form(end)
        return form[:1] == "ب" and self._ruled(form[1:])

    def _apart(self, words: Words, index: int) -> Range | None:
        """Return where the accuser's name ends and the accused's begins around an insertion.

        ``اتهمت الشركة، عبر بيان مقتضب، إدارة النادي بالإخلال``.
        """
        marks = [
            at
            for at in range(index + 1, min(len(words), index + _WINDOW))
            if words.text(at) in COMMAS | STOPS
        ]
        if len(marks) < 2 or words.form(marks[0] + 1) not in self.preposition:
            return None
        return marks[0], marks[1] + 1

    def _after_subject(self, words: Words, index: int, row: CueRow, joined: bool) -> Draft | None:
        """``وكانت المجموعة قد أعلنت في وقت سابق عزمها``."""
        after = index + 1 + self.filler.at(words, index + 1)
        if joined or not words.lexical(after):
            return None
        mention = self.mentions.before(words, index)
        if mention is None:
            event = self._event_form(words.form(after))
            return self._dropped(words, index, row, after) if event else None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=mention,
            content=after,
            after=after,
            rule="nominal",
        )

    def _resumed(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """``وهذا ما أكده مستشار الرئيس``: what was said stands before it."""
        end = index + 1
        while end < len(words) and words.text(end) not in COMMAS | STOPS:
            end += 1
            if end - index > _LONGEST_OBJECT_CLAUSE:
                break
        (first, last), via = self.mentions.cut(words, index + 1, end)
        if first == last:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=end,
            scope="backward",
            after=last,
            rule="object",
        )
