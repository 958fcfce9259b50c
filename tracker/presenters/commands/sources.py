"""Commands of the list of sources, of a source's page, and of the picker of another source."""

from tracker.presenters.commands.command import Command

SOURCES = (
    Command("sources.open", "open", "Open the page of the source under the bar.", ("enter",),
            bar="open"),
    Command("sources.order", "order",
            "Order the list by citations, outcomes, reliability or name.", ("o",), bar="order"),
    Command("sources.reverse", "reverse", "Turn the order of the list round.", ("O",)),
    Command("sources.copy", "copy", "Copy the name of the source under the bar.", ("y",)),
)  # fmt: skip

SOURCE = (
    Command("source.open", "claim", "Go to the claim under the bar in its article.", ("enter",),
            bar="claim"),
    Command("source.label", "name", "Change the name or descriptor.", ("w",), bar="name"),
    Command("source.gloss", "gloss", "Say the name in a second language.", ("t",), bar="gloss"),
    Command("source.aliases", "aliases", "Write the other names it goes by, one a line.", ("a",),
            bar="aliases"),
    Command("source.confidential", "in confidence",
            "Write what is known in confidence; it never leaves in an export unless asked for.",
            ("e",), bar="in confidence"),
    Command("source.profile", "profile",
            "State what the article says of it: role, beat, how it knows, why it is unnamed.",
            ("p",), bar="profile"),
    Command("source.suggested", "may be",
            "Say whether a source that the program suggests is the same voice.", ("m",),
            bar="same voice?"),
    Command("source.weigh", "weighing",
            "Weigh old outcomes less, or draw the estimate to the outlet's others; once more for "
            "the next way.", ("h",), bar="weighing"),
    Command("source.identity", "same voice?",
            "Say whether another source is the same voice, with the reason.", ("=",),
            bar="same voice?"),
    Command("source.part", "take back",
            "Take back what was said about another source being the same voice.", ("-",),
            bar="take back"),
    Command("source.copy", "copy", "Copy the source's name.", ("y",)),
    Command("source.facts_down", "facts down", "Scroll what is known of the source down.",
            ("J",)),
    Command("source.facts_up", "facts up", "Scroll what is known of the source up.", ("K",)),
)  # fmt: skip

PICK = (
    Command("pick.choose", "choose", "Take the source under the bar.", ("enter",), bar="choose"),
    Command("pick.down", "down", "Go to the next source.", ("down", "ctrl+n"), bar="move"),
    Command("pick.up", "up", "Go to the source above.", ("up", "ctrl+p"), bar="move"),
    Command("pick.page_down", "page down", "Go down a page.", ("pagedown",)),
    Command("pick.page_up", "page up", "Go up a page.", ("pageup",)),
    Command("pick.cancel", "cancel", "Close without choosing.", ("escape",), bar="cancel"),
)
