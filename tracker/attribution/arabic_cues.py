"""Finds Arabic cues in one sentence: verbs, participles, passives and prepositions.

The order of the parts follows news Arabic: verb, subject, complementizer (83% of the cues of the
UD Arabic-PADT treebank have the verb first), with the subject left out in a third of them.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from tracker.attribution.arabic_content import ArabicContent
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_prepositions import ArabicPrepositions
from tracker.attribution.arabic_verbs import ArabicVerbs
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import CueRow, Lexicon
from tracker.text.arabic import definite, without_conjunction
from tracker.text.quotations import Quotations
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import COMMAS, Words, has_marks, words_of

_LONGEST_SPEAKER = 9
_SHORTEST_SPEECH = 3
_BEFORE_COLON = 2
_LONGEST_MEDIUM = 8
_UNNAMED = frozenset({"prodrop", "participle"})
_ADDING = "adds"
#: ``بالقول`` agrees with nobody.
_BY_SAYING = "قول"
_JOINING = frozenset({"فيما", "بينما", "وفيما", "وبينما", "لكن", "ثم", "،"})
_IN = frozenset({"في", "وفي", "خلال", "وخلال"})
_BETWEEN = frozenset({"ذلك", "ايضا", "بدوره", "بدورها", "كذلك"})


@frozen(kw_only=True)
class ArabicCues:
    """Reads one sentence after another; holds only tables."""

    verbs: ArabicVerbs
    prepositions: ArabicPrepositions
    content: ArabicContent
    participles: PhraseTable[CueRow]
    passives: PhraseTable[CueRow]
    marked: Mapping[str, CueRow]
    masdars: PhraseList
    fillers: PhraseTable[CueRow]
    preposition_words: PhraseList
    speaker: PhraseList

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ArabicCues":
        """Return the finder that consults ``lexicon``."""
        content = ArabicContent.of(lexicon.words)
        mentions = ArabicMentions.of(lexicon.words)
        passive = [
            row for row in lexicon.rows if (row.language, row.cue_type) == ("ar", "verb_passive")
        ]
        return cls(
            verbs=ArabicVerbs.of(lexicon, content, mentions),
            prepositions=ArabicPrepositions.of(lexicon, content, mentions),
            content=content,
            participles=lexicon.table("ar", "participle"),
            passives=PhraseTable.of(
                (form, row) for row in passive for form in row.forms if not has_marks(form)
            ),
            marked={form: row for row in passive for form in row.forms if has_marks(form)},
            masdars=lexicon.words.get("ar", "masdar"),
            fillers=lexicon.table("ar", "filler"),
            preposition_words=lexicon.words.get("ar", "complementizer_preposition"),
            speaker=lexicon.words.get("ar", "speaker"),
        )

    def find(self, words: Words, _quoted: Quotations | None = None) -> Iterator[Draft]:
        """Yield the cues of one sentence in reading order."""
        index = 0
        last: Draft | None = None
        if speaker := self._speaker(words):
            yield speaker
            index, last = speaker.after, speaker
        while index < len(words):
            if filler := self._filler(words, index):
                index += filler
                continue
            draft = self.verbs.quoted(words, index, last) or self._at(words, index)
            if draft is None:
                index += 1
                continue
            draft = self._told_before(words, draft)
            if draft.mention is None and (last is None or draft.row.lemma == _BY_SAYING):
                draft = self._subject_before(words, draft, last.after if last else 0)
            yield draft
            last = draft
            index = max(draft.after, index + 1)

    def _speaker(self, words: Words) -> Draft | None:
        """``مصدر أمني: إحباط هجوم``: who speaks before a colon at the head of a line."""
        row = self.verbs.table.word("قال")
        colon = next((i for i in range(1, _LONGEST_SPEAKER) if words.text(i) == ":"), 0)
        if not colon or row is None:
            return None
        if relayed := self._relaying(words, colon):
            return relayed
        if words.form(0) not in self.speaker:
            return None
        (first, last), via = self.verbs.mentions.cut(words, 0, colon)
        plainly = last > first and all(
            words.lexical(i) and not self.verbs.forms.knows(words.form(i))
            for i in range(first, last)
        )
        plainly = plainly and (last == colon or via is not None)
        if not plainly or len(words) - colon <= _SHORTEST_SPEECH:
            return None
        return Draft(
            cue=(colon, colon + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=colon + 1,
            after=colon + 1,
            rule="colon",
        )

    def _relaying(self, words: Words, colon: int) -> Draft | None:
        """``رويترز عن مسؤول أمني: …``: an outlet, whom it has it from, and a colon."""
        named = self.verbs.mentions.outlet_name.at(words, 0)
        row = self.prepositions.table.find(words_of("نقلا عن"), 0)
        if not named or words.form(named) != "عن" or row is None or colon - named < _BEFORE_COLON:
            return None
        return Draft(
            cue=(named, named + 1),
            row=row[0],
            mention=(named + 1, colon),
            via=(0, named),
            content=colon + 1,
            after=colon + 1,
            rule="colon",
        )

    def _filler(self, words: Words, index: int) -> int:
        found = self.fillers.find(words, index)
        if found:
            return found[1]
        bare = without_conjunction(words.form(index))
        for entry, _ in self.fillers.entries.get(bare, ()):
            if bare != words.form(index) and words.matches(index + 1, entry[1:]):
                return len(entry)
        return 0

    def _at(self, words: Words, index: int) -> Draft | None:
        if not words.lexical(index):
            return None
        return (
            self._behind(words, index)
            or self._passive(words, index)
            or self._participle(words, index)
            or self.verbs.at(words, index)
        )

    def _subject_before(self, words: Words, draft: Draft, floor: int) -> Draft:
        """``وتوعدت الحركة برد قاس، محملة إسرائيل``: who acts in the clause before speaks.

        Only where that is a definite noun that agrees with the cue, and no verb of adding, which
        goes on with the voice of the sentence before.
        """
        at = self._clause_verb(words, draft, floor)
        verb, cue = words.form(at), words.form(draft.cue[0])
        shapes = self.verbs.objects.shapes
        opens = shapes.finite(without_conjunction(verb)) or shapes.after_wa(verb)
        spoken = draft.rule in _UNNAMED and draft.row.verb_class != _ADDING
        agrees = draft.row.lemma == _BY_SAYING or _feminine(verb) == _feminine(cue)
        mentions = self.verbs.mentions
        office = words.form(at + 1) in mentions.apposition and definite(words.form(at + 2))
        unnamed = at > 0 and words.form(at + 1) in self.speaker
        named = office or unnamed or definite(words.form(at + 1))
        if not (opens and spoken and agrees and named) or at < floor:
            return draft
        end = next(
            (
                index
                for index in range(at + 2, draft.cue[0])
                if not words.lexical(index) or words.form(index) in mentions.preposition
            ),
            draft.cue[0],
        )
        if not unnamed:
            end = mentions.accused_at(words, at + 1, mentions.subject_end(words, at + 1, end))
        (first, last), _ = mentions.cut(words, at + 1, end)
        return evolve(draft, mention=(first, last), apart=True) if last > first else draft

    def _clause_verb(self, words: Words, draft: Draft, floor: int) -> int:
        """Return where the verb stands whose clause ``بالقول`` closes, else 0.

        ``فيما اكتفى متحدث باسم الخارجية بالقول إن``: what opens the clause is no part of it.
        """
        if draft.row.lemma != _BY_SAYING:
            return 0
        for at in range(draft.cue[0] - 2, max(floor, draft.cue[0] - _LONGEST_MEDIUM), -1):
            if words.text(at) in COMMAS:
                return 0
            if words.form(at - 1) in _JOINING and self.verbs.objects.shapes.finite(words.form(at)):
                return at
        return 0

    def _told_before(self, words: Words, draft: Draft) -> Draft:
        """``وفي تصريح لوكالة الأنباء بين الوزير أن``: whom it was told stands before the cue."""
        start = draft.cue[0]
        if draft.via or draft.scope != "forward" or (draft.mention and draft.mention[0] < start):
            return draft
        mentions = self.verbs.mentions
        for at in range(start - 1, max(-1, start - _LONGEST_MEDIUM), -1):
            if words.form(at) in mentions.medium and words.form(at - 1) in _IN:
                _, via = mentions.cut(words, at, start)
                via = via or mentions.told_with(words, at, start)
                near = via is not None and start - via[1] <= (words.text(start - 1) in COMMAS)
                return evolve(draft, via=via) if near else draft
        return draft

    def _behind(self, words: Words, index: int) -> Draft | None:
        """A prepositional cue; one whose verb relays another voice names the relaying one."""
        found = self.prepositions.at(words, index)
        if found is None or found.mention is None or found.scope != "backward":
            return found
        first, last = found.mention
        through = self.verbs.relays.behind(words, first - 1, last)
        if not through:
            return found
        return evolve(found, mention=(first, through), after=through, rule="relay")

    def _passive(self, words: Words, index: int) -> Draft | None:
        """``أفيد بأن``: a verb in the passive with what is said right after it."""
        form = words.form(index)
        joined = form != without_conjunction(form)
        row = self.marked.get(words.text(index)) or self.passives.word(form)
        row = row or self.passives.word(without_conjunction(form))
        if not self.verbs.objects.opens_clause(words, index, joined=joined):
            return None
        content = self.content.opens_at(words, index + 1) if row else None
        if row is None or content is None:
            return None
        return Draft(
            cue=(index, index + 1), row=row, content=content, after=content, rule="passive"
        )

    def _participle(self, words: Words, index: int) -> Draft | None:
        """``مشيرة إلى أن``: the subject is that of the verb before it."""
        form = words.form(index)
        row = self.participles.word(form) or self.participles.word(without_conjunction(form))
        if row is None:
            return None
        after = index + 1 + (words.form(index + 1) in _BETWEEN)
        via = self.verbs.mentions.told_at(words, after, index, len(words))
        after = via[1] if via else after
        content = self.content.opens_at(words, after)
        if content is None and self._nominal(words, index, after, row):
            content = after + 1
        if content is None and self._bound(words, index, row):
            content = after
        if content is None and self._event(words, index, after, row):
            content = after
        if content is None and self._blaming(words, index, row):
            content = index + 1
        if content is None:
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            via=via,
            content=content,
            after=content,
            rule="participle",
        )

    def _nominal(self, words: Words, index: int, after: int, row: CueRow) -> bool:
        """Whether a preposition that the row names and a noun follow (``مشيرا إلى ضرورة``)."""
        wanted = f"{words.text(after)} NP"
        opens = words.text(index - 1) in COMMAS or index == 0
        return opens and wanted in row.frames and words.lexical(after + 1)

    def _bound(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether ب and a definite noun or an event follow one that says so (``منوها بالدور``)."""
        opens = words.text(index - 1) in COMMAS
        said = row.verb_class == "says" and "بـNP" in row.frames
        form = words.form(index + 1)
        ruled = form[:1] == "ب" and self.verbs.objects.events.ruled(form[1:])
        return opens and said and (ruled or form.startswith("بال"))

    def _blaming(self, words: Words, index: int, row: CueRow) -> bool:
        """Whether somebody is blamed (``محملا الحكومة مسؤولية``)."""
        wanted = any(frame == "OBJ مسؤولية" for frame in row.frames)
        near = words.forms[index + 1 : index + _LONGEST_SPEAKER]
        opens = words.text(index - 1) in COMMAS
        return wanted and opens and any(form.endswith("مسؤولية") for form in near)

    def _event(self, words: Words, index: int, after: int, row: CueRow) -> bool:
        """Whether a verbal noun follows the participle (``مضيفا وجود شرط``)."""
        opens = words.text(index - 1) in COMMAS
        stated = row.nominal and words.form(after) in self.verbs.objects.object_opener
        return opens and (stated or words.form(after) in self.masdars)


def _feminine(form: str) -> bool:
    """Whether a verb or participle agrees with a feminine noun."""
    bare = without_conjunction(form)
    return bare.endswith(("ت", "ة")) or bare.startswith("ت")
