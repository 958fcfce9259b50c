"""What every screen is given."""

from pathlib import Path

from attrs import field, frozen

from tracker.export import Desk
from tracker.matching import Encoder
from tracker.presenters.keymap import Keymap, keymap
from tracker.presenters.message_log import MessageLog
from tracker.presenters.panes import PaneSizes
from tracker.presenters.tones import Message, Tone
from tracker.services.fact_check_index import FactCheckIndex
from tracker.services.match_queue import MatchQueue
from tracker.services.selections import Selections
from tracker.services.session import Session


@frozen(kw_only=True)
class Workspace:
    """One reviewer's place of work; screens pass it on.

    Attributes:
        session: who works, and where it is kept.
        keymap: the keys in force.
        encoder: what makes vectors of sentences, None where meaning shall not count.
        desk: who hands on what is exported.
        report_language: what reports are worded in; empty for the language of most claims.
        selections: filters of exports kept under names.
        editor: the command that opens long texts; empty where there is none.
        folder: where exports go unless another place is named; None for the current folder.
        settings_file: where the reviewer's name is kept; None where it is not.
        touring: whether this is the throw-away place of the guided tour.
        log: what the status lines said.
        panes: how much room panes have.
        drafts: texts that were closed without saving, by what they were for.
        matches: the pairs of claims that wait, kept from one screen to the next.
        fact_checks: the published fact-checks to look in, kept likewise.
    """

    session: Session
    keymap: Keymap = field(factory=lambda: keymap({}))
    encoder: Encoder | None = None
    desk: Desk = field(factory=Desk)
    report_language: str = ""
    selections: Selections = field(factory=Selections)
    editor: str = ""
    folder: Path | None = None
    settings_file: Path | None = None
    touring: bool = False
    log: MessageLog = field(factory=MessageLog, repr=False)
    panes: PaneSizes = field(factory=PaneSizes, repr=False)
    drafts: dict[str, str] = field(factory=dict, repr=False)
    matches: MatchQueue = field(init=False, repr=False)
    fact_checks: FactCheckIndex = field(init=False, repr=False)

    def keep_refused(self, draft: str, text: str, message: Message) -> None:
        """Keep a text as a draft when ``message`` tells that it was not saved."""
        if message.tone is Tone.BAD:
            self.drafts[draft] = text

    @matches.default
    def _new_queue(self) -> MatchQueue:
        return MatchQueue(self.session.store, self.encoder)

    @fact_checks.default
    def _new_index(self) -> FactCheckIndex:
        return FactCheckIndex(self.session.store, self.encoder)
