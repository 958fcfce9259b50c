"""The review: the article with its claims marked in place, beside the claim in hand."""

from textual.app import ComposeResult

from tracker.errors import NotFoundError
from tracker.model import ArticleId, ClaimId
from tracker.presenters.claim_pane import claim_lines, claim_title, history_lines
from tracker.presenters.commands import Command, screen_named
from tracker.presenters.history import Step
from tracker.presenters.link import LinkState
from tracker.presenters.review import ReviewState
from tracker.presenters.review_commands import (
    CHOICES,
    EDITS,
    MOVES,
    NOWHERE,
    WRITINGS,
    Choice,
    Writing,
)
from tracker.presenters.review_decisions import followed
from tracker.presenters.review_head import how_far, where, words_to_copy
from tracker.presenters.review_words import ON_SELECTION
from tracker.presenters.sitting import View, cursor_view, cursor_viewed
from tracker.presenters.tones import Message, Tone
from tracker.presenters.trail import Place
from tracker.tui.bars import KeyBar, TopBar
from tracker.tui.lines_pane import LinesPane
from tracker.tui.resizing import ResizingScreen
from tracker.tui.review_article import ReviewArticle
from tracker.tui.review_ways import ReviewWays
from tracker.tui.screens.choice import ChoiceScreen
from tracker.tui.screens.link import LinkScreen
from tracker.tui.screens.prompt import PromptScreen
from tracker.tui.screens.rate import RateScreen
from tracker.tui.widgets.frame_title import entitle
from tracker.tui.widgets.split import Split
from tracker.tui.workspace import Workspace


class ReviewScreen(ResizingScreen[None], ReviewWays):
    """Reviews one article after the other, in the order of the desk."""

    INFO = screen_named("review")
    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (170, "-wide")]  # noqa: RUF012  (Textual's own name and type)

    def __init__(self, workspace: Workspace, article_id: ArticleId) -> None:
        """Open an article.

        Raises:
            NotFoundError: when the article does not exist.
        """
        super().__init__(workspace)
        self.state = ReviewState(workspace.session, article_id)

    def compose_body(self) -> ComposeResult:
        """Yield the article, the claim and, where there is room, its history."""
        with Split(id="panes"):
            yield ReviewArticle(id="article")
            yield LinesPane(id="claim")
            yield LinesPane(id="history")

    def on_mount(self) -> None:
        """Draw the article once it has a place."""
        entitle(self.query_one("#article"), "Article")
        entitle(self.query_one("#history"), "History")
        self.open_article()

    @property
    def place(self) -> Place:
        """The article, with the claim in hand."""
        claim = self.state.claim
        return Place(self.INFO.name, self.state.article.id, claim.id if claim else "")

    def stand_on(self, standing: str) -> None:
        """Take a claim into hand."""
        self.state.reload(ClaimId(standing))
        if self.is_mounted:
            self._draw()

    @property
    def view(self) -> View:
        """Where the word cursor and the beginning of the selection stand."""
        return cursor_view(self.state.cursor)

    def take_view(self, view: View) -> None:
        """Put the word cursor, and the selection, where they stood."""
        self.state.cursor = cursor_viewed(self.state.cursor, view)
        if self.is_mounted:
            self._draw()

    def open_article(self) -> None:
        """Show the article that the state is on."""
        self.query_one("#article", ReviewArticle).show(self.state.article.text)
        self._draw()

    def _draw(self) -> None:
        """Draw what the presenter holds; the article scrolls no further than it must."""
        top = self.query_one(TopBar)
        top.left, top.right = where(self.state), how_far(self.state)
        self.query_one(KeyBar).first = ON_SELECTION if self.state.cursor.selection else ()
        article = self.query_one("#article", ReviewArticle)
        article.mark(self.state)
        if self.state.claim:
            spans = self.state.claim.spans
            article.scroll_to_span(spans[0].start, spans[-1].end)
        if self.state.cursor.word:
            word = self.state.cursor.word
            article.scroll_to_span(word.start, word.end)
        claim = self.query_one("#claim", LinesPane)
        entitle(claim, claim_title(self.state))
        claim.show(claim_lines(self.state))
        history = self.query_one("#history", LinesPane)
        if history.display:
            history.show(history_lines(self.state))

    def _told(self, message: Message) -> None:
        self._draw()
        self.say(message)

    def reload(self) -> None:
        """Read the claims anew; leave when the article is gone."""
        try:
            self.state.reload()
        except NotFoundError:
            self.leave()
            return
        if self.is_mounted:
            self._draw()

    def follow(self) -> None:
        """Show what others did, and say so when it was to the claim in hand."""
        told = followed(self.state)
        self.reload()
        if told is not None:
            self.say(told)

    def show_step(self, step: Step) -> None:
        """Show what an undo or redo did, at the claim it was done to."""
        try:
            self.state.reload(step.claim_id)
        except NotFoundError:
            self.leave()
            return
        self._told(step.message)

    def runs(self, command: Command) -> bool:
        """Return whether the screen itself carries out ``command``."""
        tables = (MOVES, EDITS, CHOICES, WRITINGS)
        return any(command.action in table for table in tables) or super().runs(command)

    async def run_command(self, command: Command) -> None:
        """Move, edit, or do what the screen has a method for."""
        if move := MOVES.get(command.action):
            there = move(self.state)
            self._told(Message("" if there else NOWHERE[command.action], Tone.MUTED))
        elif edit := EDITS.get(command.action):
            self._told(edit(self.state))
        elif choice := CHOICES.get(command.action):
            self._choose(choice)
        elif writing := WRITINGS.get(command.action):
            self._ask(command.action, writing)
        else:
            await super().run_command(command)

    def action_back(self) -> None:
        """Drop the selection where there is one, else go back to the desk."""
        if self.state.clear_selection():
            self._draw()
        else:
            self.leave()

    def _step(self, *, left: bool) -> int:
        """Return which way in reading order an arrow points at the word cursor."""
        word = self.state.cursor.word
        article = self.query_one("#article", ReviewArticle)
        return 1 if left == article.reads_leftwards(word.start if word else 0) else -1

    def _move_cursor(self, *, left: bool, select: bool = False) -> None:
        self.state.move_cursor(self._step(left=left), select=select)
        self._draw()

    def action_left(self) -> None:
        """Move the word cursor to the left."""
        self._move_cursor(left=True)

    def action_right(self) -> None:
        """Move the word cursor to the right."""
        self._move_cursor(left=False)

    def action_select_left(self) -> None:
        """Select to the left."""
        self._move_cursor(left=True, select=True)

    def action_select_right(self) -> None:
        """Select to the right."""
        self._move_cursor(left=False, select=True)

    def action_select(self) -> None:
        """Begin or drop a selection."""
        self.state.toggle_selection()
        self._draw()

    def action_page_down(self) -> None:
        """Scroll the article down."""
        self.query_one("#article", ReviewArticle).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll the article up."""
        self.query_one("#article", ReviewArticle).scroll_page_up(animate=False)

    def on_review_article_pointed(self, event: ReviewArticle.Pointed) -> None:
        """Take the claim under the mouse into hand, or select words with it."""
        if event.extend:
            self.state.cursor = self.state.cursor.extended_to(event.offset)
        else:
            self.state.go_to_offset(event.offset)
        self._draw()

    def action_copy(self) -> None:
        """Copy the selected words, or else the claim's, in the order they are stored."""
        if copied := words_to_copy(self.state):
            self.copy(*copied)

    def action_link(self) -> None:
        """Choose who said the claim."""
        self._link(whole_cue=False)

    def action_link_cue(self) -> None:
        """Choose who said every claim under the cue."""
        self._link(whole_cue=True)

    def _link(self, *, whole_cue: bool) -> None:
        if claim := self.in_hand():
            picker = LinkState.open(self.workspace.session, claim, whole_cue=whole_cue)
            self.app.push_screen(LinkScreen(self.workspace, picker), self._told_if_any)

    def action_panel(self) -> None:
        """Rate the claim step by step."""
        if claim := self.in_hand():
            self.app.push_screen(RateScreen(self.workspace, claim.id), self._told_if_any)

    def _told_if_any(self, message: Message | None) -> None:
        if message is not None:
            self.state.reload()
            self._told(message)

    def _ask(self, what: str, writing: Writing) -> None:
        claim = self.in_hand()
        if claim is None:
            return
        draft = f"{what} {claim.id}"

        def keep(text: str | None) -> None:
            if text is not None:
                message = writing.keep(self.state, claim, text)
                self.workspace.keep_refused(draft, text, message)
                self._told(message)

        prompt = PromptScreen(
            self.workspace,
            writing.title,
            hint=claim.quote,
            text=writing.before(self.state, claim),
            draft=draft,
            lines=writing.lines,
        )
        self.app.push_screen(prompt, keep)

    def _choose(self, choice: Choice) -> None:
        if self.in_hand() is None:
            return

        def take(value: str | None) -> None:
            if value is not None:
                self._told(choice.take(self.state, value))

        options = choice.options(self.state)
        self.app.push_screen(ChoiceScreen(self.workspace, choice.title, options), take)
