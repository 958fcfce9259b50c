"""Commands of the picker that links a claim to its source."""

from tracker.presenters.commands.command import Command

LINK = (
    Command("link.choose", "link", "Link the claim to the source under the bar.", ("enter",),
            bar="link"),
    Command("link.down", "down", "Go to the next source.", ("down", "ctrl+n"), bar="move"),
    Command("link.up", "up", "Go to the source above.", ("up", "ctrl+p"), bar="move"),
    Command("link.page_down", "page down", "Go down a page.", ("pagedown",)),
    Command("link.page_up", "page up", "Go up a page.", ("pageup",)),
    Command("link.cancel", "cancel", "Close and leave the link as it was.", ("escape",),
            bar="cancel"),
)  # fmt: skip
