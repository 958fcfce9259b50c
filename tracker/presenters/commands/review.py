"""Commands of the review screen.

Places are in reading order: "next" and "later" are towards the end of the text in either
direction of writing. Only the arrows follow the eye.
"""

from tracker.presenters.commands.command import Command

_MOVE = (
    Command("review.next", "next", "Go to the next claim.", ("j", "down"), bar="claim"),
    Command("review.previous", "previous", "Go to the claim before.", ("k", "up"), bar="claim"),
    Command("review.next_open", "next open", "Go to the next claim nobody decided on.", ("n",)),
    Command("review.previous_open", "open before", "Go to the undecided claim before.", ("N",)),
    Command("review.first", "first", "Go to the first claim.", ("g g", "home")),
    Command("review.last", "last", "Go to the last claim.", ("G", "end")),
    Command("review.next_article", "next article", "Go on to the next article.", ("J",)),
    Command("review.previous_article", "article before", "Go to the article before.", ("K",)),
    Command(
        "review.details",
        "details",
        "Show where the article comes from; confirm or correct what was guessed of it.",
        ("i",),
        bar="details",
    ),
    Command("review.page_down", "page down", "Scroll the article down.", ("pagedown", "ctrl+d")),
    Command("review.page_up", "page up", "Scroll the article up.", ("pageup", "ctrl+u")),
)

_DECIDE = (
    Command("review.accept", "accept", "Accept the claim and go to the next undecided one.",
            ("enter",), bar="accept"),
    Command("review.reject", "reject", "Reject the claim and go to the next undecided one.",
            ("x",), bar="reject"),
    Command("review.reopen", "reopen", "Take the decision on the claim back to proposed.", ("o",)),
)  # fmt: skip

_WORDS = (
    Command("review.left", "word left", "Move the word cursor one word to the left.", ("left",)),
    Command("review.right", "word right", "Move the word cursor one word to the right.",
            ("right",)),
    Command("review.select", "select", "Start a selection at the word cursor, or end it.",
            ("space",)),
    Command("review.select_left", "select left", "Select one word more to the left.",
            ("shift+left",)),
    Command("review.select_right", "select right", "Select one word more to the right.",
            ("shift+right",)),
    Command("review.split", "split", "Split the claim before the word cursor.", ("s",),
            bar="split"),
    Command("review.merge", "merge", "Merge the claim with the next one.", ("m",), bar="merge"),
    Command("review.finer", "split finer",
            "Split the sentence into more claims; decided ones stay as they are.", (">",)),
    Command("review.coarser", "split coarser",
            "Split the sentence into fewer claims; decided ones stay as they are.", ("<",)),
    Command("review.end_earlier", "end −1", "Let the claim end one word earlier.", ("[",),
            bar="end"),
    Command("review.end_later", "end +1", "Let the claim end one word later.", ("]",),
            bar="end"),
    Command("review.start_earlier", "start −1", "Let the claim start one word earlier.", ("{",)),
    Command("review.start_later", "start +1", "Let the claim start one word later.", ("}",)),
    Command("review.add", "add claim", "Make a claim of the selected words.", ("a",)),
    Command("review.take", "take words", "Give the claim exactly the selected words.", ("S",)),
    Command("review.widen", "add words", "Give the claim the selected words, too.", ("&",)),
    Command("review.narrow", "take away",
            "Take the selected words, or the one under the cursor, away from the claim.", ("-",)),
    Command("review.share", "read with",
            "Read the claim with the selected words of another, too; with none where none are.",
            ("+",)),
)  # fmt: skip

_SAY = (
    Command("review.link", "source", "Choose who said it.", ("l",), bar="source"),
    Command("review.link_cue", "source of cue", "Choose who said every claim under this cue.",
            ("L",)),
    Command("review.same", "same as before", "Link the claim to the source of the claim before.",
            ("=",), bar="same"),
    Command("review.matches", "matches", "See which claims elsewhere may say the same.", ("c",),
            bar="matches"),
    Command("review.fact_checks", "fact-checks",
            "See which published fact-checks may be about the claim.", ("f",)),
    Command("review.wording", "wording", "Word the claim plainly, in one sentence.", ("w",)),
    Command("review.gloss", "gloss", "Say the claim in a second language.", ("t",)),
    Command("review.note", "note", "Write a note on the claim.", ("e",)),
    Command("review.address", "address", "Open the article's web address in a browser.",
            ("g x",)),
    Command("review.copy", "copy",
            "Copy the selected words, or else the claim's, as the article has them.", ("y",)),
)  # fmt: skip

_RATE = (
    *(
        Command(f"review.credibility_{n}", f"information {n}",
                f"Rate the information {n}: {meaning}.", (str(n),), bar="rate")
        for n, meaning in enumerate(
            ("confirmed", "probably true", "possibly true", "doubtful", "improbable",
             "cannot be judged"), start=1)
    ),
    Command("review.reliability", "rate source", "Choose the source's reliability from a list.",
            ("r",)),
    Command("review.credibility", "rate information",
            "Choose the information's credibility from a list."),
    Command("review.panel", "rating panel",
            "Rate step by step: the information, then the source with its record.", ("R",),
            bar="panel"),
    Command("review.likelihood", "likelihood", "Say how likely it is to be borne out."),
    Command("review.assign", "ask a reviewer",
            "Ask another reviewer to rate the claim without seeing your rating.", ("I",)),
    Command("review.assertion", "who stands behind it",
            "Show what the claim asserts: its reports, and from whom they have it.", ("b",),
            bar="behind it"),
    Command("review.confidence", "confidence", "Say how sure you are of the rating.", ("z",)),
    Command("review.verdict", "verdict", "Say where the desk stands on it.", ("v",), bar="verdict"),
    Command("review.rationale", "rationale", "Write why you rate it so.", ("W",)),
    *(
        Command(f"review.reliability_{letter.lower()}", f"source {letter}",
                f"Rate the source {letter}: {meaning}.", (letter,), bar="rate source")
        for letter, meaning in zip(
            "ABCDEF",
            ("completely reliable", "usually reliable", "fairly reliable",
             "not usually reliable", "unreliable", "cannot be judged"), strict=True)
    ),
)  # fmt: skip

REVIEW = (*_MOVE, *_DECIDE, *_WORDS, *_SAY, *_RATE)
