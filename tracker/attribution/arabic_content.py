"""Where what an Arabic source says begins."""

from attrs import frozen

from tracker.text.quotations import SPEECH_WORDS
from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import OPENING_QUOTES, Words

#: Words a complementizer may take: the preposition before it, and itself.
_WITH_PREPOSITION = 2
_SAYING = "القول"
#: A man's name; on never stands before ``إن``.
_ALI = "علي"


@frozen(kw_only=True)
class ArabicContent:
    """Recognises complementizers, colons and quotations."""

    complementizer: PhraseList
    then_complementizer: PhraseList
    preposition: PhraseList
    not_after: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "ArabicContent":
        """Return the reader that consults ``lists``."""
        return cls(
            complementizer=lists.get("ar", "complementizer"),
            then_complementizer=lists.get("ar", "then_complementizer"),
            preposition=lists.get("ar", "complementizer_preposition"),
            not_after=lists.get("ar", "not_complementizer_after"),
        )

    def opens_at(self, words: Words, index: int) -> int | None:
        """Return where the content starts that a complementizer at ``index`` opens, else None."""
        form = words.form(index)
        if form in self.complementizer:
            blocked = form.startswith("ان") and words.form(index - 1) in self.not_after
            return None if blocked else index + 1
        if words.text(index) == ":":
            return index + 1
        if words.text(index) in OPENING_QUOTES and index:
            return index if self.speech(words, index) else None
        named = words.text(index) == _ALI and words.text(index + 1).startswith("إ")
        if not named and form in self.preposition and words.form(index + 1) in self.complementizer:
            return index + _WITH_PREPOSITION
        if words.form(index + 1) == _SAYING and form in self.preposition:
            said = words.form(index + 2) in self.complementizer  # ``ذهب إلى القول إن``
            return index + _WITH_PREPOSITION + 1 if said else None
        return None

    def speech(self, words: Words, index: int) -> bool:
        """Return whether the quotation that opens at ``index`` is long enough to be speech."""
        return words.closers.get(index, index) - index > SPEECH_WORDS
