"""Details of an article that a reviewer confirms or corrects: title, outlet, date, and so on."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from tracker.errors import InputError, RuleError
from tracker.model import (
    DETAIL_LABELS,
    DETAILS,
    Article,
    ArticleId,
    Basis,
    Change,
    Claim,
    Commit,
    Provenance,
    Source,
    SourceId,
    SourceKind,
)
from tracker.services.linking import chain_of
from tracker.services.session import Session
from tracker.store import Store
from tracker.text.addresses import plain_address

#: What a text that was put together from a layout is called where it is confirmed.
CHECKED = "text"


@frozen(kw_only=True)
class Correction:
    """What a reviewer states anew; None leaves a detail as it is, an empty text takes it away.

    Attributes:
        title: the headline.
        byline: who wrote it.
        outlet: name of the publisher.
        published: the day; ``""`` for unknown.
        language: BCP 47 tag.
        url: web address.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | str | None = None
    language: str | None = None
    url: str | None = None


def day_stated(written: str | None) -> date | str | None:
    """Return the day that a person wrote as ``YYYY-MM-DD``; an empty text and None as they are.

    Raises:
        InputError: when it is no day.
    """
    if not written:
        return written
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise InputError(f"“{written}” is no day.", "Write it as 2020-11-10.") from None


def confirm(session: Session, article_id: ArticleId, names: Sequence[str] = ()) -> Commit:
    """Record that guesses are right, and that the text was held against the original.

    Args:
        session: who confirms.
        article_id: the article.
        names: as :data:`~tracker.model.DETAIL_LABELS` has them, and ``text`` for a text put
            together from a layout; nothing for everything that waits.

    Raises:
        InputError: when a name is no detail.
        RuleError: when nothing waits to be confirmed.
    """
    article = session.store.get(Article, article_id)
    fields = _fields(names)
    open_ = [name for name in article.guesses if not names or name in fields]
    check = article.check_original and (not names or CHECKED in names)
    if not open_ and not check:
        msg = f"Nothing of “{article.title}” waits to be confirmed."
        raise RuleError(msg, "Correct a detail instead, if it is wrong.")
    confirmed = evolve(
        article,
        guesses=tuple(name for name in article.guesses if name not in open_),
        check_original=article.check_original and not check,
    )
    told = ", ".join([DETAIL_LABELS.get(name, name) for name in open_] + [CHECKED] * check)
    return session.commit(f"Confirm {told}", Change.replace(article, confirmed))


def correct(session: Session, article_id: ArticleId, correction: Correction) -> Commit:
    """State details anew, in one change set; what is stated is no guess any more.

    With another outlet, statements in the outlet's own voice and the voices that it vouches for
    follow.

    Raises:
        InputError: when a title, an outlet or a language is taken away.
        RuleError: when nothing would change.
    """
    store = session.store
    article = store.get(Article, article_id)
    stated = {
        "title": _kept(correction.title, "title"),
        "byline": correction.byline,
        "published": correction.published,
        "language": _kept(correction.language, "language"),
        "url": None if correction.url is None else plain_address(correction.url),
    }
    changes: list[Change] = []
    name = _kept(correction.outlet, "outlet")
    outlet, fresh = _outlet(session, name) if name else (None, False)
    if outlet is not None and fresh:
        changes.append(Change(after=outlet))
    fields: dict[str, object] = {n: v for n, v in stated.items() if v is not None}
    if fields.get("published") == "":
        fields["published"] = None
    if outlet is not None:
        fields["outlet_id"] = outlet.id
    corrected = _with(article, fields)
    if corrected == article:
        msg = f"“{article.title}” already says so."
        raise RuleError(msg, "State another value.")
    changes.append(Change.replace(article, corrected))
    if corrected.outlet_id != article.outlet_id:
        changes.extend(_followers(store, article, corrected))
    told = ", ".join(DETAIL_LABELS[n] for n in DETAILS if n in fields)
    return session.commit(f"Correct {told}", *changes)


def _fields(names: Sequence[str]) -> frozenset[str]:
    by_label = {label: field for field, label in DETAIL_LABELS.items()}
    for name in names:
        if name not in by_label and name != CHECKED:
            known = ", ".join((*by_label, CHECKED))
            raise InputError(f"“{name}” is no detail of an article.", f"Use one of: {known}.")
    return frozenset(by_label[name] for name in names if name in by_label)


def _kept(value: str | None, label: str) -> str | None:
    if value is None:
        return None
    if not value.strip():
        raise InputError(f"An article cannot be without {label}.", "Give one, or leave it out.")
    return value.strip()


def _with(article: Article, fields: dict[str, object]) -> Article:
    """Return the article with these fields, which a reviewer stated."""
    said = tuple(Provenance(field=n, basis=Basis.REVIEWER) for n in DETAILS if n in fields)
    others = tuple(p for p in article.provenance if p.field not in fields)
    return evolve(
        article,
        guesses=tuple(name for name in article.guesses if name not in fields),
        provenance=(*others, *said),
        **fields,  # type: ignore[arg-type]  # by the names of the fields
    )


def _outlet(session: Session, name: str) -> tuple[Source, bool]:
    """Return the outlet of that name, and whether it is new."""
    store = session.store
    known = store.find(Source, "label", name) + store.find(Source, "aliases", name)
    for source in known:
        if source.kind is SourceKind.OUTLET:
            return source, False
    outlet = Source(id=SourceId(session.new_id("src")), kind=SourceKind.OUTLET, label=name)
    return outlet, True


def _followers(store: Store, old: Article, new: Article) -> Iterator[Change]:
    """Yield the changes of voices and claims that hang on the article's outlet."""
    voices: dict[SourceId, Source] = {}
    for source in store.find(Source, "article_id", old.id):
        if source.outlet_id == old.outlet_id:
            voices[source.id] = evolve(source, outlet_id=new.outlet_id)
            yield Change.replace(source, voices[source.id])
    for claim in store.find(Claim, "article_id", old.id):
        attribution = claim.attribution
        if attribution.source_id == old.outlet_id:
            chain: tuple[SourceId, ...] = (new.outlet_id,)
            after = evolve(attribution, source_id=new.outlet_id, chain=chain)
        else:
            source = voices.get(claim.source_id) or store.get(Source, claim.source_id)
            after = evolve(attribution, chain=chain_of(source, new))
        if after != attribution:
            yield Change.replace(claim, evolve(claim, attribution=after))


def standing_of(article: Article, field: str) -> tuple[str, bool]:
    """Return where a detail was found, in words, and whether it is a guess."""
    found = article.found_in(field)
    if found is None:
        return "", field in article.guesses
    where = f" ({found.where})" if found.where else ""
    return f"{_WORDS[found.basis]}{where}", field in article.guesses


_WORDS = {
    Basis.USER: "stated at import",
    Basis.REVIEWER: "stated by a reviewer",
    Basis.FILE_NAME: "file name",
    Basis.HEADER: "header",
    Basis.HTML_META: "page",
    Basis.OPEN_GRAPH: "OpenGraph",
    Basis.JSON_LD: "JSON-LD",
    Basis.BYLINE: "line beside the headline",
    Basis.DATELINE: "date line",
    Basis.FEED: "feed",
    Basis.ARCHIVE: "web archive",
    Basis.DOCUMENT_PROPERTIES: "document properties",
    Basis.TEXT: "text",
}


def original_of(store: Store, article_id: ArticleId) -> bytes:
    """Return the bytes that an article came in, as they were.

    Raises:
        NotFoundError: when none were kept.
        DamagedError: when they are no longer what came in.
    """
    return store.original(store.get(Article, article_id).original)
