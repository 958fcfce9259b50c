"""Arabic cues of two voices, one through the other: ``نقلت رويترز عن مصدر قوله``."""

import re

from attrs import evolve, frozen

from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_trailers import trailer_end
from tracker.attribution.draft import Draft
from tracker.attribution.lexicon import CueRow
from tracker.text.wordlists import PhraseList, PhraseTable
from tracker.text.words import Words

#: The preposition before the voice that a cue of a class relays.
_THROUGH = {"relays": "عن", "learned": "من", "attributes": "الي"}
_QUOTING = (("نقلا", "عن"), ("استنادا", "الي"))
_BOUND_OBJECT = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")


def _quoting(words: Words, index: int) -> bool:
    return any(words.matches(index, phrase) for phrase in _QUOTING)


@frozen(kw_only=True)
class ArabicRelays:
    """Finds both cues of a relayed statement; holds only tables."""

    table: PhraseTable[CueRow]
    mentions: ArabicMentions
    saying: PhraseList

    def at(self, words: Words, index: int, row: CueRow, limit: int) -> Draft | None:
        """Return the cue of the relaying voice whose verb stands at ``index``.

        ``وذكرت الصحيفة، نقلا عن مسؤول، أن``, ``علمت الصحيفة من مصادر``. What is said opens at
        ``limit``.
        """
        inner = range(index + 1, limit)
        quoting = next((i for i in inner if _quoting(words, i)), None)
        if quoting is not None:
            return self._through(words, index, row, quoting)
        preposition = _THROUGH.get(row.verb_class)
        through = next((i for i in inner if words.form(i) == preposition), None)
        return self._through(words, index, row, through)

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

    def quoted(self, words: Words, index: int, outer: Draft, found: tuple[int, int]) -> Draft:
        """Return the cue of the relayed voice, which begins at ``index``.

        Args:
            words: the sentence.
            index: of the preposition before its name.
            outer: the cue of the relaying voice.
            found: where the name must have ended, and where what is said begins.
        """
        limit, content = found
        start = index + 1 + _quoting(words, index)
        named = next((i for i in range(start, limit) if words.form(i) in self.saying), None)
        (first, last), via = self.mentions.cut(words, start, named or limit)
        cue = (named, named + 1) if named else (index, start)
        return Draft(
            cue=cue, row=outer.row, mention=(first, last), via=via, content=content, after=content
        )

    def trailing(self, words: Words, index: int, outer: Draft) -> Draft:
        """Return the cue of the relayed voice after what was said."""
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

    def behind(self, words: Words, index: int, end: int) -> int:
        """Return where the preposition stands before the voice that the verb relays, else 0.

        ``بحسب ما علمت الصحيفة من مصدر``: the verb stands at ``index``, its clause ends at ``end``.
        """
        form = words.form(index)
        bound = _BOUND_OBJECT.search(form)
        row = self.table.word(form) or (self.table.word(form[: bound.start()]) if bound else None)
        through = _THROUGH.get(row.verb_class) if row else None
        return next((i for i in range(index + 2, end - 1) if words.form(i) == through), 0)
