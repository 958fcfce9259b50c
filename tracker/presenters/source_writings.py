"""What can be written on a source's page, by the command that asks for it."""

from collections.abc import Callable, Mapping

from attrs import frozen

from tracker.presenters.source_page import SourcePage
from tracker.presenters.tones import Message


@frozen(kw_only=True)
class SourceWriting:
    """A command that asks for text.

    Attributes:
        title: what is asked for.
        before: what stands there to begin with.
        keep: the edit that the text makes.
        hint: a sentence under the title.
        lines: whether the text has several lines.
    """

    title: str
    before: Callable[[SourcePage], str]
    keep: Callable[[SourcePage, str], tuple[SourcePage, Message]]
    hint: str = ""
    lines: bool = False


#: Command -> what is written.
WRITINGS: Mapping[str, SourceWriting] = {
    "source.label": SourceWriting(
        title="Name or descriptor, as the article words it",
        before=lambda page: page.source.label,
        keep=lambda page, text: page.written(label=text),
    ),
    "source.gloss": SourceWriting(
        title="The name in a second language",
        before=lambda page: page.source.gloss,
        keep=lambda page, text: page.written(gloss=text),
    ),
    "source.aliases": SourceWriting(
        title="Other names",
        hint="One a line; ctrl+s saves.",
        before=lambda page: "\n".join(page.source.aliases),
        keep=lambda page, text: page.written(aliases=text),
        lines=True,
    ),
    "source.confidential": SourceWriting(
        title="In confidence",
        hint="Never leaves in an export unless somebody asks for it by name; ctrl+s saves.",
        before=lambda page: page.source.confidential,
        keep=lambda page, text: page.written(confidential=text),
        lines=True,
    ),
}
