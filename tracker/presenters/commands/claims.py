"""Commands of the list of claims."""

from tracker.presenters.commands.command import Command

CLAIMS = (
    Command("claims.open", "open", "Go to the claim under the bar in its article.", ("enter",),
            bar="open"),
    Command("claims.accept", "accept", "Accept the marked claims, or the one under the bar.",
            ("a",), bar="accept"),
    Command("claims.reject", "reject", "Reject the marked claims, or the one under the bar.",
            ("x",), bar="reject"),
    Command("claims.reopen", "reopen",
            "Take the decision on the marked claims, or on the one under the bar, back.", ("R",)),
    Command("claims.matches", "matches", "See which claims elsewhere may say the same.", ("c",),
            bar="matches"),
    Command("claims.fact_checks", "fact-checks",
            "See which published fact-checks may be about the claim under the bar.", ("f",)),
    Command("claims.source", "source", "Open the page of the source of the claim under the bar.",
            ("s",), bar="source"),
    Command("claims.order", "order", "Order the list by date, state, source or outlet.", ("o",),
            bar="order"),
    Command("claims.reverse", "reverse", "Turn the order of the list round.", ("O",)),
    Command("claims.copy", "copy", "Copy the words of the claim, as the article has them.",
            ("y",)),
)  # fmt: skip
