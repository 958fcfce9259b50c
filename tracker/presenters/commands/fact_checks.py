"""Commands of the screen that judges published fact-checks."""

from tracker.presenters.commands.command import Command

FACT_CHECKS = (
    Command("factchecks.same_claim", "same claim", "The fact-check is about this very claim.",
            ("y",), bar="same claim"),
    Command("factchecks.related", "related", "It is about the event and checks something else.",
            ("r",), bar="(un)related"),
    Command("factchecks.unrelated", "unrelated", "It has nothing to do with the claim.", ("n",),
            bar="(un)related"),
    Command("factchecks.later", "later", "Put it off; it comes back after the others.",
            ("space",), bar="later"),
    Command("factchecks.note", "note", "Write why you judge so.", ("e",), bar="note"),
    Command("factchecks.open", "claim", "Go to the claim in its article.", ("enter",),
            bar="claim"),
    Command("factchecks.address", "address", "Open the fact-check's web address in a browser.",
            ("g x",), bar="address"),
    Command("factchecks.copy", "copy", "Copy the fact-check: rating, publisher and address.",
            ("c",), bar="copy"),
    Command("factchecks.next", "next", "Go to the next fact-check, judged or not.",
            ("j", "down"), bar="move"),
    Command("factchecks.previous", "previous", "Go to the fact-check before.", ("k", "up"),
            bar="move"),
    Command("factchecks.scroll_down", "scroll down", "Scroll the reasons down.",
            ("pagedown", "ctrl+d")),
    Command("factchecks.scroll_up", "scroll up", "Scroll the reasons up.",
            ("pageup", "ctrl+b")),
)  # fmt: skip
