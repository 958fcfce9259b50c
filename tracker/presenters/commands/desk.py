"""Commands of the desk."""

from tracker.presenters.commands.command import Command

DESK = (
    Command("desk.review", "review", "Review the article under the bar.", ("enter",), bar="review"),
    Command("desk.add", "add", "Add a file, or every article of a folder.", ("a",), bar="add"),
    Command("desk.paste", "paste", "Add an article by pasting its text.", ("p",), bar="paste"),
    Command("desk.matches", "matches", "Judge the claims that may say the same, best first.",
            ("m",), bar="matches"),
    Command("desk.sources", "sources", "Show who is cited, and how they have done.", ("s",),
            bar="sources"),
    Command("desk.assertions", "assertions",
            "Show what is asserted, and how many origins stand behind it.", ("t",),
            bar="assertions"),
    Command("desk.disagreements", "disagreements",
            "Show the claims that more than one reviewer rates.", ("d",), bar="disagreements"),
    Command("desk.export", "export", "Write claims to a file.", ("x",), bar="export"),
    Command("desk.details", "details",
            "Show where the article comes from; confirm or correct what was guessed of it.",
            ("i",), bar="details"),
    Command("desk.order", "order", "Order the list by date, work left, outlet or title.", ("o",)),
    Command("desk.reverse", "reverse", "Turn the order of the list round.", ("O",)),
    Command("desk.copy", "copy", "Copy the headline, as the article has it.", ("y",)),
    Command("desk.sample", "sample", "Add the sample article."),
)  # fmt: skip
