"""An article's details as a page: each with where it was found, guesses to confirm or correct."""

from collections.abc import Callable

from attrs import evolve, frozen

from tracker.errors import TrackerError
from tracker.model import DETAIL_LABELS, Article, ArticleId, Claim, Commit, Source
from tracker.presenters.history import refusal
from tracker.presenters.tones import Cell, Line, Message, Tone
from tracker.presenters.wording import count
from tracker.services.confirming import (
    CHECKED,
    Correction,
    confirm,
    correct,
    day_stated,
    standing_of,
)
from tracker.services.reading import claims_of
from tracker.services.session import Session

#: What stands after a detail that is a guess.
GUESS = "?"

_LEFT_SHOWN = 5
_HINTS = {
    "published": "As 2020-11-10; empty for unknown.",
    "language": "Such as ar or en.",
    "byline": "Empty for nobody.",
    "url": "Empty for nowhere.",
}


@frozen(kw_only=True)
class DetailRow:
    """One detail as the page lists it.

    Attributes:
        name: what commands call it: ``date``, ``outlet`` … or ``text``.
        value: the detail; of the text, what is to be done.
        where: where it was found, in words.
        guess: whether it waits to be confirmed.
        stated: whether it can be stated anew.
    """

    name: str
    value: str
    where: str
    guess: bool
    stated: bool = True


@frozen(kw_only=True)
class DetailsPage:
    """The page of one article's details."""

    session: Session
    article: Article
    outlet: str
    left: tuple[Claim, ...] = ()

    @classmethod
    def open(cls, session: Session, article_id: ArticleId) -> "DetailsPage":
        """Return the page of an article.

        Raises:
            NotFoundError: when the article does not exist.
        """
        article = session.store.get(Article, article_id)
        earlier = article.previous_id
        return cls(
            session=session,
            article=article,
            outlet=session.store.get(Source, article.outlet_id).label,
            left=claims_of(session.store, earlier) if earlier else (),
        )

    @property
    def rows(self) -> tuple[DetailRow, ...]:
        """The details in the order they are shown."""
        article = self.article
        values = {
            "title": article.title,
            "byline": article.byline,
            "outlet_id": self.outlet,
            "published": article.published.isoformat() if article.published else "",
            "language": article.language,
            "url": article.url,
            "encoding": article.encoding,
        }
        rows = [
            DetailRow(
                name=label,
                value=values[field],
                where=standing_of(article, field)[0],
                guess=field in article.guesses,
                stated=field != "encoding",
            )
            for field, label in DETAIL_LABELS.items()
        ]
        if article.check_original:
            told = "put together from a page layout: hold it against the original"
            rows.append(
                DetailRow(name=CHECKED, value=told, where="layout", guess=True, stated=False)
            )
        return tuple(rows)

    @property
    def facts(self) -> tuple[Line, ...]:
        """What else is known of where the article comes from."""
        article = self.article
        lines: list[Line] = [
            (Cell("file      ", Tone.MUTED), Cell(f"{article.origin}  {article.media_type}")),
            (Cell("original  ", Tone.MUTED), Cell(article.original or "not kept")),
            (Cell("added     ", Tone.MUTED), Cell(f"{article.added_at:%Y-%m-%d %H:%M} UTC")),
        ]
        if article.previous_id:
            lines.append((Cell("updates   ", Tone.MUTED), Cell(article.previous_id)))
        if self.left:
            told = f"{count(len(self.left), 'claim')} of the earlier version found no place here:"
            lines.append((Cell(told, Tone.WARN),))
            lines += [(Cell("  "), Cell(claim.quote)) for claim in self.left[:_LEFT_SHOWN]]
        return tuple(lines)

    def reloaded(self) -> "DetailsPage":
        """Return the page as the store has it now."""
        return DetailsPage.open(self.session, self.article.id)

    def hint(self, name: str) -> str:
        """Return how a detail is written."""
        return _HINTS.get(_FIELDS[name], "")

    def confirmed(self, name: str = "") -> tuple["DetailsPage", Message]:
        """Confirm one detail, or all that wait."""
        names = (name,) if name else ()
        return self._done(lambda: confirm(self.session, self.article.id, names))

    def corrected(self, name: str, written: str) -> tuple["DetailsPage", Message]:
        """State a detail anew."""
        return self._done(lambda: correct(self.session, self.article.id, _stated(name, written)))

    def _done(self, edit: Callable[[], Commit]) -> tuple["DetailsPage", Message]:
        try:
            commit = edit()
        except TrackerError as error:
            return self, refusal(error)
        return self.reloaded(), Message(f"{commit.changeset.label}. Saved.", Tone.GOOD)


_FIELDS = {label: field for field, label in DETAIL_LABELS.items()} | {CHECKED: CHECKED}


def _stated(name: str, written: str) -> Correction:
    if name == "date":
        return Correction(published=day_stated(written))
    return evolve(Correction(), **{name: written})


def marked(value: str, field: str, article: Article) -> str:
    """Return ``value`` with a question mark where it is a guess."""
    return f"{value}{GUESS}" if value and field in article.guesses else value
