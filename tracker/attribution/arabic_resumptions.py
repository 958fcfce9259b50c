"""Arabic cues of what was said before: ``وأكد ذلك مسؤول``, ``وهذا ما أكده مستشار``."""

from attrs import frozen

from tracker.attribution.arabic_events import ArabicEvents
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import CueRow
from tracker.text.words import COMMAS, STOPS, Words

_LONGEST_CLAUSE = 14
_THAT = frozenset({"ذلك", "الامر", "النبا", "الخبر"})
_AT_LAST = "ذلك"


@frozen(kw_only=True)
class ArabicResumptions:
    """Finds cues whose content stands before them; holds only tables."""

    mentions: ArabicMentions
    events: ArabicEvents

    def of_that(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """Return the cue of ``وأكد ذلك مسؤول``, ``وأكد مسؤول ذلك``."""
        end = index + 1
        while end < len(words) and words.text(end) not in COMMAS | STOPS:
            end += 1
        before = words.form(index + 1) in _THAT
        behind = (
            words.form(end - 1) == _AT_LAST and words.form(end - 2) not in self.events.preposition
        )
        if not (row.nominal and (before or behind)):
            return None
        (first, last), via = self.mentions.cut(words, index + 1 + before, end - behind)
        if first == last or self.events.names(words.form(first)):
            return None
        return Draft(
            cue=(index, index + 1),
            row=row,
            mention=(first, last),
            via=via,
            content=end,
            after=last,
            rule="object",
        )

    def clause(self, words: Words, index: int, row: CueRow) -> Draft | None:
        """Return the cue of ``وهذا ما أكده مستشار الرئيس``: what was said stands before it."""
        end = index + 1
        while end < len(words) and words.text(end) not in COMMAS | STOPS:
            end += 1
            if end - index > _LONGEST_CLAUSE:
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
