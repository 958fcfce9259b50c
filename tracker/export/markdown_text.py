"""Text from outside as Markdown that shows exactly those characters and does nothing else."""

import re

from tracker.export.plain import harmless, isolated, one_line

#: Backslash escapes that every Markdown reader knows; all else is written as an HTML character
#: reference, which every one of them decodes as well.
_CLASSIC = frozenset("\\`*_{}[]#")
_ALWAYS = re.compile(r"[\\`*_{}\[\]#<>&|~$@^]")

#: ``://`` and ``www.`` make bare addresses links, ``:smile:`` a picture. No letter follows a full
#: stop or colon that ends a sentence, and those stay as they are.
_INSIDE = re.compile(r"[.:](?=[\w/])")

#: What makes a list, a quotation, a heading or a rule of a line that begins with it.
_OPENING = re.compile(r"^(?:[-+=]|\d+[.)])")


def inline(text: str) -> str:
    """Return ``text`` on one line, escaped, its direction kept from what stands around it."""
    return isolated(escaped(one_line(text)))


def quotation(text: str) -> str:
    """Return ``text`` as a block quotation, each of its lines on a line of its own, escaped.

    Blanks at the ends of lines, and empty lines, are left out: Markdown gives them meanings.
    """
    lines = (line.strip() for line in harmless(text).split("\n"))
    return "\\\n".join(f"> {escaped(line)}" for line in lines if line)


def escaped(line: str) -> str:
    """Return one line of text so that Markdown shows its characters and nothing acts."""
    line = _INSIDE.sub(_reference, _ALWAYS.sub(_escape, line))
    return _OPENING.sub(lambda match: match[0][:-1] + f"&#{ord(match[0][-1])};", line)


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in _CLASSIC else _reference(match)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
