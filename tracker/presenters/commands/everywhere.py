"""Commands that work on many screens."""

from tracker.presenters.commands.command import Command

EVERYWHERE = (
    Command("app.help", "help", "Show what every key does here.", ("?", "f1"), bar="help"),
    Command("app.palette", "commands", "Find any command by its name.", ("ctrl+p", ":")),
    Command("app.undo", "undo", "Take back your last edit, whatever it was.", ("u",), bar="undo"),
    Command("app.redo", "redo", "Make the edit again that you took back.", ("ctrl+r",)),
    Command("app.behind", "where I was", "Go back to where you were before, as in a browser.",
            ("ctrl+o", "alt+left")),
    Command("app.ahead", "forward again", "Go forward again to where you came back from.",
            ("ctrl+g", "alt+right")),
    Command("app.go_desk", "desk", "Go to the desk.", ("g d",)),
    Command("app.go_claims", "claims", "Go to the list of all claims.", ("g c",)),
    Command("app.go_sources", "sources", "Go to the list of sources.", ("g s",)),
    Command("app.go_matches", "matches", "Go to the pairs of claims that wait.", ("g m",)),
    Command("app.go_fact_checks", "fact-checks",
            "Go to the published fact-checks that may be about the desk's claims.", ("g f",)),
    Command("app.go_assertions", "assertions", "Go to the list of assertions.", ("g a",)),
    Command("app.go_disagreements", "disagreements", "Go to the claims that two reviewers rate.",
            ("g r",)),
    Command("app.go_export", "export", "Go to the export.", ("g e",)),
    Command("app.messages", "messages", "Read again what was said so far.", ("@",)),
    Command("app.tour", "guided tour", "See the whole way in two minutes, on the sample."),
    Command("app.reviewer", "my name", "Say whose name your changes carry."),
    Command("app.theme", "colours", "Choose a colour theme."),
    Command("app.back", "back", "Go one step back; from the desk, leave.", ("q", "escape")),
    Command("app.quit", "quit", "Leave the program. Everything is saved already.", ("ctrl+q",)),
)  # fmt: skip

HELP = (
    Command("help.filter", "search", "Search the commands of all screens, as you type.", ("/",),
            bar="search"),
    Command("help.choose", "do it", "Do what stands under the bar, or go to where that is done.",
            ("enter",), bar="do it"),
)  # fmt: skip

AID = (Command("aid.help", "help", "Show what every key does here.", ("f1",)),)

LIST = (
    Command("list.down", "down", "Go to the next row.", ("j", "down")),
    Command("list.up", "up", "Go to the row above.", ("k", "up")),
    Command("list.top", "top", "Go to the first row.", ("g g", "home")),
    Command("list.bottom", "bottom", "Go to the last row.", ("G", "end")),
    Command("list.page_down", "page down", "Go down a page.", ("pagedown", "ctrl+d", "ctrl+f")),
    Command("list.page_up", "page up", "Go up a page.", ("pageup", "ctrl+u", "ctrl+b")),
)

FIND = (
    Command("find.filter", "filter", "Show only rows with what you type.", ("/",), bar="filter"),
    Command("find.next", "next", "Go to the next row of the filter, round the end.", ("n",)),
    Command("find.previous", "previous", "Go to the row before, round the top.", ("N",)),
)

MARK = (
    Command("mark.row", "mark", "Mark the row, or unmark it, and go on to the next.",
            ("space",), bar="mark"),
    Command("mark.range", "mark range",
            "Mark every row from here to where you go; again to end it.", ("v",)),
    Command("mark.every", "mark all", "Mark every row shown, or none where all are marked.",
            ("*",)),
)  # fmt: skip

PANES = (
    Command("panes.divider_left", "divider left", "Move the divider between panes to the left.",
            ("ctrl+left", "g h")),
    Command("panes.divider_right", "divider right", "Move the divider between panes to the right.",
            ("ctrl+right", "g l")),
    Command("panes.divider_up", "divider up", "Move the divider between panes up.",
            ("ctrl+up", "g k")),
    Command("panes.divider_down", "divider down", "Move the divider between panes down.",
            ("ctrl+down", "g j")),
    Command("panes.second_left", "second left", "Move the second divider to the left.",
            ("ctrl+shift+left", "g H")),
    Command("panes.second_right", "second right", "Move the second divider to the right.",
            ("ctrl+shift+right", "g L")),
    Command("panes.second_up", "second up", "Move the second divider up.",
            ("ctrl+shift+up", "g K")),
    Command("panes.second_down", "second down", "Move the second divider down.",
            ("ctrl+shift+down", "g J")),
    Command("panes.reset", "panes as they come", "Give every pane the room that it comes with.",
            ("g =",)),
)  # fmt: skip

CHOICE = (
    Command("choice.down", "down", "Go to the next option.", ("down", "tab")),
    Command("choice.up", "up", "Go to the option above.", ("up", "shift+tab")),
    Command("choice.choose", "choose", "Take the option under the bar.", ("enter",), bar="choose"),
    Command("choice.cancel", "cancel", "Close without choosing.", ("escape",), bar="cancel"),
)

CONFLICT = (
    Command("conflict.theirs", "theirs", "Leave the record as the other reviewer has it.",
            ("t", "escape"), bar="keep theirs"),
    Command("conflict.mine", "yours", "Put what you changed over it.", ("m",), bar="put yours"),
    Command("conflict.down", "down", "Scroll both versions down.", ("pagedown", "down", "j")),
    Command("conflict.up", "up", "Scroll both versions up.", ("pageup", "up", "k")),
)  # fmt: skip

PROMPT = (
    Command("prompt.editor", "editor", "Go on writing in your own editor ($EDITOR).", ("f4",),
            bar="editor"),
    Command("prompt.save", "save", "Keep what is written.", ("enter", "ctrl+s"), bar="save"),
    Command("prompt.cancel", "cancel", "Close; what is written stays as a draft.", ("escape",),
            bar="cancel"),
)  # fmt: skip
