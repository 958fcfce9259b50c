"""What every screen is given."""

from attrs import field, frozen

from tracker.matching import Encoder
from tracker.presenters.keymap import Keymap, keymap
from tracker.presenters.message_log import MessageLog
from tracker.services.match_queue import MatchQueue
from tracker.services.session import Session


@frozen(kw_only=True)
class Workspace:
    """One reviewer's place of work; screens pass it on.

    Attributes:
        session: who works, and where it is kept.
        keymap: the keys in force.
        encoder: what makes vectors of sentences, None where meaning shall not count.
        editor: the command that opens long texts; empty where there is none.
        log: what the status lines said.
        drafts: texts that were closed without saving, by what they were for.
        matches: the pairs of claims that wait, kept from one screen to the next.
    """

    session: Session
    keymap: Keymap = field(factory=lambda: keymap({}))
    encoder: Encoder | None = None
    editor: str = ""
    log: MessageLog = field(factory=MessageLog, repr=False)
    drafts: dict[str, str] = field(factory=dict, repr=False)
    matches: MatchQueue = field(init=False, repr=False)

    @matches.default
    def _new_queue(self) -> MatchQueue:
        return MatchQueue(self.session.store, self.encoder)
