"""Screens whose panes a person gives more or less room, by keys or by dragging."""

from tracker.presenters.panes import Sizes
from tracker.presenters.tones import Message, Tone
from tracker.tui.keyed import KeyedScreen, ResultT
from tracker.tui.widgets.split import Direction, Split

#: How far a key moves a divider, in cells.
_STEPS = {"row": 4, "column": 1}


class ResizingScreen(KeyedScreen[ResultT]):
    """A screen of the group ``panes``."""

    def on_screen_resume(self) -> None:
        """Come back into sight with the sizes that were set."""
        for split in self.query(Split):
            split.wanted = self._wanted
            split.take(self._wanted(split))
        super().on_screen_resume()

    def _wanted(self, split: Split) -> Sizes | None:
        return self.workspace.panes.get(self._name_of(split), len(split.panes))

    def _name_of(self, split: Split) -> str:
        return f"{self.INFO.name} {split.id} {split.direction} {len(split.panes)}"

    def on_split_resized(self, event: Split.Resized) -> None:
        """Keep the sizes for the next time."""
        self.workspace.panes.put(self._name_of(event.split), event.sizes)

    def _move(self, direction: Direction, divider: int, steps: int) -> None:
        splits = [s for s in self.query(Split) if s.direction == direction and len(s.panes) > 1]
        before = 0
        for split in splits:
            dividers = len(split.panes) - 1
            if divider < before + dividers:
                split.move(divider - before, steps * _STEPS[direction])
                return
            before += dividers
        self.say(Message("There is no such divider here.", Tone.MUTED))

    def action_divider_left(self) -> None:
        """Move the first upright divider to the left."""
        self._move("row", 0, -1)

    def action_divider_right(self) -> None:
        """Move the first upright divider to the right."""
        self._move("row", 0, 1)

    def action_divider_up(self) -> None:
        """Move the first level divider up."""
        self._move("column", 0, -1)

    def action_divider_down(self) -> None:
        """Move the first level divider down."""
        self._move("column", 0, 1)

    def action_second_left(self) -> None:
        """Move the second upright divider to the left."""
        self._move("row", 1, -1)

    def action_second_right(self) -> None:
        """Move the second upright divider to the right."""
        self._move("row", 1, 1)

    def action_second_up(self) -> None:
        """Move the second level divider up."""
        self._move("column", 1, -1)

    def action_second_down(self) -> None:
        """Move the second level divider down."""
        self._move("column", 1, 1)

    def action_reset(self) -> None:
        """Give every pane the room that it comes with."""
        for split in self.query(Split):
            split.reset()
        self.say(Message("The panes are as they come.", Tone.MUTED))
