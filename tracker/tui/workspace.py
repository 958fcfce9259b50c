"""What every screen is given."""

from attrs import field, frozen

from tracker.presenters.keymap import Keymap, keymap
from tracker.services.session import Session


@frozen(kw_only=True)
class Workspace:
    """One reviewer's place of work; screens pass it on.

    Attributes:
        session: who works, and where it is kept.
        keymap: the keys in force.
        drafts: texts that were closed without saving, by what they were for.
    """

    session: Session
    keymap: Keymap = field(factory=lambda: keymap({}))
    drafts: dict[str, str] = field(factory=dict, repr=False)
