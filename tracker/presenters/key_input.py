"""Keys as they come in, one by one, until they make a command: counts and sequences."""

from collections.abc import Mapping

from attrs import evolve, frozen

from tracker.presenters.commands import Command
from tracker.presenters.keymap import Keymap, shown_key
from tracker.presenters.keys import SAME_PLACE
from tracker.presenters.tones import Message, Tone

#: More rows than that are in no list; a longer number is a slip of the finger.
_MOST = 999_999


@frozen(kw_only=True)
class KeyInput:
    """What was typed so far on a screen, and what one more key makes of it.

    Attributes:
        commands: key or sequence (strokes with blanks between them) -> command.
        counts: whether digits that are no key say how often the next command is wanted.
        typed: strokes of a sequence that has begun.
        count: the number typed before, 0 for none.
    """

    commands: Mapping[str, Command]
    counts: bool = False
    typed: str = ""
    count: int = 0

    @property
    def begun(self) -> bool:
        """Whether something waits for the next key."""
        return bool(self.typed or self.count)

    def press(self, key: str) -> tuple["KeyInput", Command | None]:
        """Return what is typed after ``key``, and the command it completes, if any.

        A key that leads nowhere drops what was begun; escape does too, and nothing else. The
        number for the command is :attr:`count` of the input it was pressed in.
        """
        fresh = evolve(self, typed="", count=0)
        if self.begun and key == "escape":
            return fresh, None
        for stroke in (key, SAME_PLACE.get(key, key)):
            sequence = f"{self.typed} {stroke}".strip()
            if sequence in self.commands:
                return fresh, self.commands[sequence]
            if self._begins(sequence):
                return evolve(self, typed=sequence), None
            if (
                self.counts
                and not self.typed
                and stroke in "0123456789"
                and (self.count or stroke != "0")
            ):
                return evolve(self, count=min(self.count * 10 + int(stroke), _MOST)), None
        return fresh, None

    def _begins(self, typed: str) -> bool:
        return any(sequence.startswith(f"{typed} ") for sequence in self.commands)

    def words(self, keymap: Keymap) -> Message:
        """Return what may follow, to be shown while something waits."""
        number = f"{self.count} " if self.count else ""
        if not self.typed:
            return Message(f"{number}… a key that moves; esc drops the number.", Tone.MUTED)
        following = [
            f"{shown_key(sequence.removeprefix(self.typed).strip())} {command.label}"
            for sequence, command in self.commands.items()
            if sequence.startswith(f"{self.typed} ")
            and sequence == keymap.first_with(command.id, self.typed)
        ]
        return Message(f"{number}{shown_key(self.typed)} … " + "  ".join(following), Tone.MUTED)
