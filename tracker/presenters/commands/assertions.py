"""Commands of the list of assertions, of an assertion's tree, and of the disagreements."""

from tracker.presenters.commands.command import Command

ASSERTIONS = (
    Command("assertions.open", "open", "Show who stands behind the assertion under the bar.",
            ("enter",), bar="open"),
    Command("assertions.order", "order",
            "Order the list by reports, origins, reports an origin, or wording.", ("o",),
            bar="order"),
    Command("assertions.copy", "copy", "Copy the wording of the assertion under the bar.", ("y",)),
)  # fmt: skip

ASSERTION = (
    Command("assertion.open", "claim", "Go to the claim under the bar in its article.",
            ("enter",), bar="claim"),
    Command("assertion.source", "source", "Show the page of the source under the bar.", ("s",),
            bar="source"),
    Command("assertion.verdict", "verdict", "Say where the desk stands.", ("v",), bar="verdict"),
    Command("assertion.evidence", "evidence", "Note what the verdict rests on, one thing a line.",
            ("E",), bar="evidence"),
    Command("assertion.rationale", "rationale", "Write why the verdict is so.", ("W",)),
    Command("assertion.dependence", "origins",
            "Say how the report under the bar depends on the one above it.", ("d",),
            bar="origins"),
    Command("assertion.matches", "matches",
            "Judge which other claims say the same as the one under the bar.", ("c",),
            bar="matches"),
    Command("assertion.copy", "copy", "Copy what is asserted, with what stands behind it.",
            ("y",)),
)  # fmt: skip

DISAGREEMENTS = (
    Command("disagreements.open", "claim", "Go to the claim under the bar in its article.",
            ("enter",), bar="claim"),
    Command("disagreements.rate", "rate", "Rate the claim under the bar yourself.", ("R",),
            bar="rate"),
    Command("disagreements.settle", "settle",
            "Settle it with the desk's own rating, or reject all, and say why.", ("s",),
            bar="settle"),
    Command("disagreements.reopen", "reopen", "Take the settlement back.", ("-",),
            bar="reopen"),
    Command("disagreements.ask", "ask a reviewer", "Ask one more reviewer to rate it.", ("I",),
            bar="ask"),
    Command("disagreements.only", "state", "Show only the claims of the next state.", ("o",),
            bar="state"),
)  # fmt: skip
