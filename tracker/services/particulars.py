"""Title, byline, outlet, date, language and address of a new article: which of many to believe.

What a person states comes first, then what the file states, then what the file lets guess, then
what the text lets guess. Everything but the first two is a guess until a reviewer confirms it.
"""

from datetime import date
from pathlib import PurePath
from typing import TypeVar

from attrs import evolve, field, frozen

from tracker.intake import Found, Particulars, Received
from tracker.model import Basis, PassageKind, Proposal, Provenance
from tracker.text.addresses import plain_address
from tracker.text.dates import find_dates, parse_date

T = TypeVar("T")

_LONGEST_TITLE = 200
#: A title that the file only lets guess is believed where the text begins with it.
_BEGINNING = 2_000


@frozen(kw_only=True)
class Details:
    """What a person states about an article; what is empty is looked for in file and text.

    Attributes:
        outlet: name of the publisher.
        published: day of publication.
        url: web address.
        language: BCP 47 tag.
        title: headline.
        byline: who wrote it.
    """

    outlet: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""
    title: str = ""
    byline: str = ""


@frozen(kw_only=True)
class Settled:
    """The details of one article as it will be stored.

    Attributes:
        particulars: each detail with where it was found; None where nothing is known.
        encoding_guessed: whether the encoding is a guess.
    """

    particulars: Particulars = field()
    encoding_guessed: bool = False

    @property
    def guesses(self) -> tuple[str, ...]:
        """Names of the article's fields that nobody stated; what is unknown is no guess."""
        names = [name for name, found in self._named() if found is not None and found.guessed]
        return (*names, *(("encoding",) if self.encoding_guessed else ()))

    @property
    def provenance(self) -> tuple[Provenance, ...]:
        """Where each detail was found."""
        return tuple(
            Provenance(field=name, basis=found.basis, where=found.where)
            for name, found in self._named()
            if found is not None
        )

    def _named(self) -> tuple[tuple[str, Found[str] | Found[date] | None], ...]:
        found = self.particulars
        return (
            ("title", found.title),
            ("byline", found.byline),
            ("outlet_id", found.outlet),
            ("published", found.published),
            ("language", found.language),
            ("url", found.url),
        )


def before_reading(details: Details, received: Received) -> Particulars:
    """Return what person and file say, the person first; addresses without tracking."""
    found = received.particulars
    url = _stated(details.url) or found.url
    return evolve(
        found,
        title=_stated(details.title) or found.title,
        byline=_stated(details.byline) or found.byline,
        outlet=_stated(details.outlet) or found.outlet,
        published=_stated(details.published) or found.published,
        language=_stated(details.language) or found.language,
        url=evolve(url, value=plain_address(url.value)) if url else None,
    )


def settle(said: Particulars, received: Received, proposal: Proposal) -> Settled:
    """Return the details to store: what was said, completed by what the text lets guess."""
    return Settled(
        particulars=evolve(
            said,
            title=_title(said.title, received.text, proposal),
            outlet=said.outlet
            or Found(value=proposal.sources[0].label, basis=Basis.TEXT, guessed=True),
            published=_published(said.published, received, proposal),
            language=said.language
            or Found(value=proposal.language, basis=Basis.TEXT, guessed=True),
        ),
        encoding_guessed=received.encoding_guessed,
    )


def _stated(value: T | None) -> Found[T] | None:
    return Found(value=value, basis=Basis.USER) if value else None


def _title(said: Found[str] | None, text: str, proposal: Proposal) -> Found[str]:
    if said is not None and (not said.guessed or said.value in text[:_BEGINNING]):
        return evolve(said, value=said.value[:_LONGEST_TITLE])
    lines = [p for p in proposal.segments if p.kind is PassageKind.HEADLINE]
    first = lines[0].span.slice(text) if lines else text.strip().splitlines()[0]
    return Found(value=first.strip()[:_LONGEST_TITLE], basis=Basis.TEXT, guessed=True)


def _published(
    said: Found[date] | None, received: Received, proposal: Proposal
) -> Found[date] | None:
    """Return the day: as it is said, of a date line, as it is guessed, or in the file's name."""
    if said is not None and (not said.guessed or said.basis is Basis.BYLINE):
        return said
    lines = (p for p in proposal.segments if p.kind is PassageKind.DATELINE)
    dates = (parse_date(line.span.slice(received.text)) for line in lines)
    day = next((day for day in dates if day), None)
    if day is not None:
        return Found(value=day, basis=Basis.DATELINE, guessed=True)
    return said or _in_name(received.origin)


def _in_name(origin: str) -> Found[date] | None:
    stated = find_dates(PurePath(origin).stem.replace("_", " "))
    days = {one.day for one in stated}
    if len(days) != 1:
        return None
    return Found(value=days.pop(), basis=Basis.FILE_NAME, where=origin, guessed=True)
