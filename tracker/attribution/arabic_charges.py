"""Where an Arabic accuser's name ends and the accused's begins."""

from attrs import frozen

from tracker.attribution.arabic_events import ArabicEvents
from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.draft import Range
from tracker.text.arabic import without_article
from tracker.text.wordlists import PhraseList
from tracker.text.words import COMMAS, STOPS, Words

BLAME = "مسؤولية"
_WINDOW = 16
_ON_BEHALF = "باسم"


@frozen(kw_only=True)
class ArabicCharges:
    """Parts who accuses from who is accused; holds only tables."""

    mentions: ArabicMentions
    events: ArabicEvents
    acts: PhraseList

    def parted(self, words: Words, index: int) -> bool:
        """Return whether a charge follows that parts who accuses from who is accused."""
        return bool(self.apart(words, index) or self.accusing(words, index + 1))

    def accusing(self, words: Words, start: int) -> int:
        """Return where the accuser's name ends in ``اتهم الوزير المليشيا بنهب``, 0 when unclear."""
        for at in range(start + 1, min(len(words), start + _WINDOW)):
            if words.text(at) in COMMAS | STOPS:
                return 0
            form = words.form(at)
            charged = form != _ON_BEHALF and self._charge(form)
            if charged or (form == BLAME and at > start + 1):
                accused = self.mentions.accused_at(words, start, at)
                return accused if accused < at else 0
        return 0

    def _charge(self, form: str) -> bool:
        named = self.events.ruled(form[1:]) or without_article(form[1:]) in self.acts
        return form[:1] == "ب" and named

    def only_accused(self, words: Words, index: int) -> bool:
        """Return whether no accuser is named: ``واتهم إسرائيل باغتياله``."""
        end = self.mentions.short(words, index + 1, len(words))
        form = words.form(end)
        return form != _ON_BEHALF and self._charge(form)

    def apart(self, words: Words, index: int) -> Range | None:
        """Return where the accuser's name ends and the accused's begins around an insertion.

        ``اتهمت الشركة، عبر بيان مقتضب، إدارة النادي بالإخلال``.
        """
        marks = [
            at
            for at in range(index + 1, min(len(words), index + _WINDOW))
            if words.text(at) in COMMAS | STOPS
        ]
        if len(marks) < 2 or words.form(marks[0] + 1) not in self.events.preposition:
            return None
        return marks[0], marks[1] + 1

    def described(self, words: Words, start: int) -> int:
        """Return where the describer's name ends in ``وصفت الخارجية الاتهامات بالباطلة``.

        Returns:
            The index; ``start`` when only the described is named, 0 without a description.
        """
        near = range(start + 1, min(len(words), start + _WINDOW))
        last = next((at for at in near if words.form(at).startswith("بال")), 0)
        if not last or any(not words.lexical(at) for at in range(start, last)):
            return 0
        end = self.mentions.subject_end(words, start, last)
        return start if end == last else end
