"""Arabic verbs after what was said: ``الطريق مغلق، يقول سائق``."""

from attrs import frozen

from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import DEFAULT_REACH, CueRow
from tracker.text.wordlists import PhraseTable
from tracker.text.words import COMMAS, OPENING_QUOTES, QUOTE_MARKS, STOPS, Words

_CLASSES = frozenset({"says", "adds", "confirms", "explains", "reveals"})
_LONGEST = 8


def trailer_end(words: Words, index: int) -> int:
    """Return where a cue at ``index`` that trails what was said ends: at a mark."""
    end = index + 1
    while end < len(words) and words.text(end) not in COMMAS | STOPS:
        end += 1
    return end


@frozen(kw_only=True)
class ArabicTrailers:
    """Finds cues that trail what was said; holds only tables."""

    participles: PhraseTable[CueRow]
    mentions: ArabicMentions

    def at(self, words: Words, index: int, row: CueRow, *, joined: bool) -> Draft | None:
        """Return the cue whose verb stands at ``index``, None when it trails nothing."""
        before = words.text(index - 1)
        closes = before in COMMAS or before in QUOTE_MARKS - OPENING_QUOTES or before == '"'
        if not index or joined or not closes or row.reach < DEFAULT_REACH:
            return None
        if row.verb_class not in _CLASSES:
            return None
        end = index + 1
        while end < len(words) and words.text(end) not in COMMAS | STOPS:
            if self.participles.word(words.form(end)) or end - index > _LONGEST:
                break
            end += 1
        if end - index > _LONGEST or end == index + 1:
            return None
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
            after=end,
            rule="trailing",
        )
