"""Which Arabic words are verbs of the lexicon where they stand, by form and by neighbours."""

import re

from attrs import frozen

from tracker.attribution.arabic_mentions import ArabicMentions
from tracker.attribution.arabic_objects import ArabicObjects
from tracker.attribution.lexicon import CueRow
from tracker.text.arabic import definite, without_conjunction
from tracker.text.wordlists import PhraseTable
from tracker.text.words import COMMAS, Words, plain

_NOUN_CONTEXT = frozenset({"في", "من", "الي", "علي", "عن", "بين", "كل", "اي"})
_HOMOGRAPHS = frozenset({"بين", "عبر", "ردا", "يعد", "تعد", "تبين", "يتبين", "يجد", "تجد"})
#: Verbs that are written like their verbal nouns.
_VERBAL_NOUNS = frozenset(
    {"نقل", "رد", "حمل", "وصف", "رصد", "شرح", "نشر", "كشف", "ختم", "وعد", "بث"}
)
_SHADDA = "\u0651"
#: ``يدعى`` is called, not claims (``يدعي``).
_NAMED = ("يدعى", "تدعى")
_ACROSS = "عبر"
_BEFORE_OBJECT = frozenset({"ما", "لما", "كما", "الذي", "التي", "مما"})
BOUND_OBJECT = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")


@frozen(kw_only=True)
class ArabicVerbForms:
    """Finds the row of a verb; holds only tables."""

    table: PhraseTable[CueRow]
    mentions: ArabicMentions
    objects: ArabicObjects

    def row(self, form: str) -> tuple[CueRow, bool] | None:
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
        bound = BOUND_OBJECT.search(form)
        if bound is None:
            return None
        stem = form[: bound.start()]
        bases = (stem, f"{stem}ا") if stem.endswith("و") else (stem,)
        for base in (*bases, *map(without_conjunction, bases)):
            row = self.table.word(base)
            if row and row.informs:
                return row, base not in bases
        return None

    def noun(self, words: Words, index: int, row: CueRow) -> bool:
        """Return whether the form is a noun here, or a verb that merely has an object."""
        form, before = words.form(index), words.form(index - 1)
        if form == _ACROSS and self.mentions.outlet_at(words, index + 1):
            return True
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

    def knows(self, form: str) -> bool:
        """Return whether ``form`` is one of a verb of the lexicon."""
        return self.row(form) is not None
