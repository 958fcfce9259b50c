"""Commands of the screen that writes exports."""

from tracker.presenters.commands.command import Command

EXPORT = (
    Command("export.write", "write", "Write the file.", ("enter",), bar="write"),
    Command("export.overwrite", "overwrite",
            "Write over the file that is there, once you were told of it.", ("O",)),
    Command("export.format", "format", "Go to the next format.", ("f",), bar="format"),
    Command("export.choose_format", "formats", "Choose the format from a list.", ("F",)),
    Command("export.where", "filter", "Say which claims to take.", ("/", "w"), bar="filter"),
    Command("export.target", "file", "Say which file to write.", ("t",), bar="file"),
    Command("export.confidential", "in confidence",
            "Take along, or leave out, what was noted in confidence about sources.", ("c",),
            bar="in confidence"),
    Command("export.down", "down", "Scroll the preview down.", ("j", "down")),
    Command("export.up", "up", "Scroll the preview up.", ("k", "up")),
    Command("export.page_down", "page down", "Scroll the preview a page down.",
            ("pagedown", "ctrl+d", "space")),
    Command("export.page_up", "page up", "Scroll the preview a page up.",
            ("pageup", "ctrl+b")),
    Command("export.top", "top", "Go to the start of the preview.", ("g g", "home")),
    Command("export.bottom", "bottom", "Go to the end of the preview.", ("G", "end")),
)  # fmt: skip
