"""Commands of the panel that rates one claim."""

from tracker.presenters.commands.command import Command

RATE = (
    *(
        Command(f"rate.information_{n}", f"information {n}",
                f"Rate the information {n}: {meaning}.", (str(n),), bar="information")
        for n, meaning in enumerate(
            ("confirmed", "probably true", "possibly true", "doubtful", "improbable",
             "cannot be judged"), start=1)
    ),
    *(
        Command(f"rate.source_{letter.lower()}", f"source {letter}",
                f"Rate the source {letter}: {meaning}.", (letter, letter.lower()), bar="source")
        for letter, meaning in zip(
            "ABCDEF",
            ("completely reliable", "usually reliable", "fairly reliable",
             "not usually reliable", "unreliable", "cannot be judged"), strict=True)
    ),
    Command("rate.confidence", "confidence", "Say how sure you are of the rating.", ("z",),
            bar="confidence"),
    Command("rate.likelihood", "likelihood", "Say how likely it is to be borne out.", ("p",),
            bar="likelihood"),
    Command("rate.rationale", "rationale", "Write why you rate it so.", ("w",), bar="rationale"),
    Command("rate.down", "down", "Scroll down.", ("j", "down", "pagedown")),
    Command("rate.up", "up", "Scroll up.", ("k", "up", "pageup")),
    Command("rate.close", "close", "Close the panel; everything is saved already.",
            ("enter", "escape", "q"), bar="close"),
)  # fmt: skip
