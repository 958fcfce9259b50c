"""English verbs of force as well as of words: ``attacked the plan``, ``attacked a base``."""

from attrs import frozen

from tracker.text.wordlists import PhraseList, WordLists
from tracker.text.words import COMMAS, OPENING_QUOTES, STOPS, Words

_BEFORE = 5
_AFTER = 7


@frozen(kw_only=True)
class EnglishForce:
    """Tells a blow from a word by who strikes and what is struck; holds only tables.

    Attributes:
        verbs: verbs that may be either.
        armed: who strikes rather than speaks.
        struck: what is struck rather than spoken of.
    """

    verbs: PhraseList
    armed: PhraseList
    struck: PhraseList

    @classmethod
    def of(cls, lists: WordLists) -> "EnglishForce":
        """Return the reader that consults ``lists``."""
        return cls(
            verbs=lists.get("en", "force_verb"),
            armed=lists.get("en", "armed"),
            struck=lists.get("en", "struck"),
        )

    def strikes(self, words: Words, index: int) -> bool:
        """Return whether the verb at ``index`` tells of force."""
        length = self.verbs.at(words, index)
        if not length:
            return False
        after = index + length
        if words.text(after) in OPENING_QUOTES:
            return False
        for at in range(index - 1, max(-1, index - 1 - _BEFORE), -1):
            if words.text(at) in COMMAS | STOPS:
                break
            if self.armed.at(words, at):
                return True
        for at in range(after, min(len(words), after + _AFTER)):
            if words.text(at) in COMMAS | STOPS:
                break
            if self.struck.at(words, at):
                return True
        return False
