"""The guided tour: what each step asks for, and how one sees that it was done."""

import re
from collections.abc import Callable
from pathlib import Path

from attrs import evolve, field, frozen

from tracker.model import Action, Assessment, Claim, ClaimState, Corroboration
from tracker.presenters.commands import screen_named
from tracker.presenters.keymap import Keymap
from tracker.presenters.tones import Cell, Line, Tone
from tracker.store import Store

_KEY = re.compile(r"\{([a-z0-9_.]+)\}")


@frozen(kw_only=True)
class Seen:
    """What the tour sees of the screens and of its throw-away database at one moment.

    Attributes:
        screen: name of the screen in sight.
        standing: what one stands on there: the claim in hand.
        accepted: how many claims are accepted.
        spans: which claim has which words.
        sources: which claim rests on whom.
        information: the ratings of information, by claim.
        grades: the ratings of sources, by claim.
        judged: how many pairs are judged.
        undone: how many edits were taken back.
        written: how many files were written.
    """

    screen: str = ""
    standing: str = ""
    accepted: int = 0
    spans: frozenset[object] = frozenset()
    sources: frozenset[object] = frozenset()
    information: frozenset[object] = frozenset()
    grades: frozenset[object] = frozenset()
    judged: int = 0
    undone: int = 0
    written: int = 0


def seen(store: Store, folder: Path, screen: str, standing: str) -> Seen:
    """Return what is to be seen now; ``folder`` is where exports go."""
    claims, rated = tuple(store.scan(Claim)), tuple(store.scan(Assessment))
    return Seen(
        screen=screen,
        standing=standing,
        accepted=sum(claim.state is ClaimState.ACCEPTED for claim in claims),
        spans=frozenset((claim.id, claim.spans) for claim in claims),
        sources=frozenset((claim.id, claim.source_id) for claim in claims),
        information=frozenset((a.claim_id, a.credibility) for a in rated if a.credibility),
        grades=frozenset((a.claim_id, a.reliability) for a in rated if a.reliability),
        judged=sum(1 for _ in store.scan(Corroboration)),
        undone=sum(commit.changeset.action is Action.UNDO for commit in store.history()),
        written=sum(1 for _ in folder.iterdir()),
    )


#: Whether a step is done: what was seen when it began, a moment ago, and now.
Done = Callable[[Seen, Seen, Seen], bool]


@frozen
class Step:
    """One step.

    Attributes:
        screen: the screen on which it is done.
        words: what to do, in plain words; ``{review.accept}`` stands for the command's key.
        done: whether it is done.
    """

    screen: str
    words: str
    done: Done


STEPS = (
    Step("desk", "This is the desk, on a throw-away copy of the sample: nothing here touches your "
         "own articles. {desk.review} opens the article under the bar.",
         lambda _was, _last, now: now.screen == "review"),
    Step("review", "The program proposed claims; you decide. {review.next} goes to the next claim, "
         "{review.previous} back. Its words are marked in the article.",
         lambda was, _last, now: now.screen == "review" and now.standing != was.standing),
    Step("review", "{review.accept} accepts the claim: yes, the article says so ({review.reject}: "
         "it does not). Whether it is true is another question.",
         lambda was, _last, now: now.accepted > was.accepted),
    Step("review", "Too many words? {review.end_earlier} lets the claim end a word earlier, "
         "{review.end_later} a word later; {review.start_earlier} {review.start_later} move its "
         "start.",
         lambda was, _last, now: now.spans != was.spans),
    Step("review", "Who says so? {review.link} opens the list of sources: type a few letters, "
         "{link.choose} takes the one under the bar. {review.same} takes that of the claim before.",
         lambda was, last, now: now.sources != was.sources
         or (last.screen, now.screen) == ("link", "review")),
    Step("review", "Rate the information by itself, {review.credibility_1} confirmed to "
         "{review.credibility_6} cannot be judged. Take {review.credibility_3}: possibly true.",
         lambda was, _last, now: now.information != was.information),
    Step("review", "Rate the source apart from what it says, {review.reliability_a} to "
         "{review.reliability_f}. Take {review.reliability_c}: fairly reliable.",
         lambda was, _last, now: now.grades != was.grades),
    Step("review", "Who else says so? {app.go_matches} (one key after the other) leads to pairs of "
         "claims from different articles, from anywhere.",
         lambda _was, _last, now: now.screen == "corroborate"),
    Step("corroborate", "Read both. {corroborate.corroborates}: they say the same. "
         "{corroborate.same_origin}: one has it from the other, so no second witness. "
         "{corroborate.unrelated}: unrelated.",
         lambda was, _last, now: now.judged > was.judged),
    Step("corroborate", "{app.undo} takes back your last edit, whatever it was and wherever you "
         "are; {app.redo} makes it again. Take the judgement back.",
         lambda was, _last, now: now.undone > was.undone),
    Step("corroborate", "{app.go_export} leads to the export: what the desk hands on.",
         lambda _was, _last, now: now.screen == "export"),
    Step("export", "{export.format} goes through the formats, below is what would be written. "
         "{export.write} writes the file: in the tour, into a folder that is thrown away.",
         lambda was, _last, now: now.written > was.written),
    Step("export", "{app.help} tells every key of the screen you are on; pressed twice, all the "
         "important ones on one page.",
         lambda _was, _last, now: now.screen == "help"),
    Step("", "That was the whole way. {app.palette} finds any command by its name, this tour too. "
         "{tour.leave} leaves the tour.",
         lambda _was, _last, _now: False),
)  # fmt: skip

#: Screens that lie over another one for a moment: a step may lead through them.
_PASSING = frozenset({"link", "pick", "choice", "prompt", "rate", "conflict", "help", "messages"})


@frozen(kw_only=True)
class TourState:
    """Where somebody is in the tour.

    Attributes:
        at: index of the step.
        was: what was seen when the step began.
        last: what was seen a moment ago.
    """

    at: int = 0
    was: Seen = field(factory=Seen)
    last: Seen = field(factory=Seen)

    @property
    def step(self) -> Step:
        """The step in hand."""
        return STEPS[self.at]

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.at == len(STEPS) - 1

    def looked(self, now: Seen) -> "TourState":
        """Return the tour after a look: at the next step where this one is done."""
        if self.step.done(self.was, self.last, now):
            return self._at(self.at + 1, now)
        return evolve(self, last=now)

    def skipped(self, now: Seen) -> "TourState":
        """Return the tour at the next step, whatever is done."""
        return self if self.over else self._at(self.at + 1, now)

    def _at(self, at: int, now: Seen) -> "TourState":
        return TourState(at=at, was=now, last=now)

    def lines(self, keymap: Keymap, screen: str) -> tuple[Line, ...]:
        """Return what the strip says on ``screen``."""
        done = "▓" * self.at + "░" * (len(STEPS) - 1 - self.at)
        keys = "   ".join(
            f"{keymap.shown(command)} {words}"
            for command, words in (("tour.skip", "next step"), ("tour.leave", "leave the tour"))
            if not (self.over and command == "tour.skip")
        )
        head = (
            Cell(f"Tour {self.at + 1} of {len(STEPS)} ", Tone.STRONG),
            Cell(f"{done}   {keys}", Tone.MUTED),
        )
        return (head, *self._elsewhere(keymap, screen), _worded(self.step.words, keymap))

    def _elsewhere(self, keymap: Keymap, screen: str) -> tuple[Line, ...]:
        wanted = self.step.screen
        if screen in {wanted, *_PASSING} or not wanted or self.step.words.startswith("{app."):
            return ()
        told = f"This step is on “{screen_named(wanted).title}”; {{app.behind}} leads back there."
        return (_worded(told, keymap),)


def _worded(words: str, keymap: Keymap) -> Line:
    """Return the words as cells, the keys in force in place of the commands."""
    cells = []
    for index, part in enumerate(_KEY.split(words)):
        if index % 2:
            cells.append(Cell(keymap.shown(part) or f": {part}", Tone.ACCENT))
        elif part:
            cells.append(Cell(part))
    return tuple(cells)
