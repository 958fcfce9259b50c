"""A small desk for tests: a session whose clock and identifiers are predictable, and records."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from attrs import evolve

from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Change,
    Claim,
    ClaimId,
    Delivery,
    Passage,
    PassageKind,
    Reviewer,
    Source,
    SourceId,
    SourceKind,
    Span,
    content_hash,
)
from tracker.services.session import Session
from tracker.store import Store
from tracker.store.memory import MemoryStore

TEXT = (
    'هجوم جديد في ريف الرقة\n\nوقال مصدر لـ"العربي الجديد" إن "داعش" شن هجوماً على مواقع، '
    "فيما فر المهاجمون إلى مكان مجهول. وأضاف المصدر أن 15 شخصاً اعتقلوا.\n"
)
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


def make_session(store: Store | None = None, reviewer: str = "Nour") -> Session:
    """Return a session whose clock ticks a second each time and whose identifiers count up."""
    ticks = itertools.count()
    return Session(
        store=store or MemoryStore(),
        reviewer=Reviewer(reviewer),
        clock=lambda: START + timedelta(seconds=next(ticks)),
        new_id=_counter(reviewer),
    )


def _counter(reviewer: str) -> "_Counter":
    return _Counter(reviewer.lower()[:2])


class _Counter:
    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._numbers = itertools.count(1)

    def __call__(self, prefix: str) -> str:
        return f"{prefix}_{self._mark}{next(self._numbers):06d}"


def colleague(session: Session, name: str = "Sami") -> Session:
    """Return another reviewer's session on the same store."""
    return evolve(session, reviewer=Reviewer(name), new_id=_counter(name))


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def outlet(name: str = "العربي الجديد", source_id: str = "src_outlet") -> Source:
    """Return an outlet."""
    return Source(id=SourceId(source_id), kind=SourceKind.OUTLET, label=name)


def article(
    text: str = TEXT, article_id: str = "art_one", outlet_id: str = "src_outlet"
) -> Article:
    """Return an article whose every line is a body passage."""
    passages = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            span = Span(at, at + len(line.rstrip("\n")))
            passages.append(Passage(kind=PassageKind.BODY, span=span))
        at += len(line)
    return Article(
        id=ArticleId(article_id),
        text=text,
        sha256=content_hash(text),
        title=text.splitlines()[0],
        outlet_id=SourceId(outlet_id),
        language="ar",
        origin="one.txt",
        passages=tuple(passages),
        added_at=START,
        added_by="Nour",
    )


def voice(label: str = "مصدر", source_id: str = "src_voice", article_id: str = "art_one") -> Source:
    """Return an anonymous source of one article."""
    return Source(
        id=SourceId(source_id),
        kind=SourceKind.ANONYMOUS_SINGLE,
        label=label,
        article_id=ArticleId(article_id),
        outlet_id=SourceId("src_outlet"),
    )


def claim(
    words: str,
    claim_id: str,
    *,
    text: str = TEXT,
    article_id: str = "art_one",
    source_id: str = "src_voice",
) -> Claim:
    """Return a proposed claim of exactly ``words``."""
    span = span_of(words, text)
    own = source_id == "src_outlet"
    return Claim(
        id=ClaimId(claim_id),
        article_id=ArticleId(article_id),
        spans=(span,),
        quote=words,
        attribution=Attribution(
            source_id=SourceId(source_id),
            cue=None if own else Span(24, 28),
            delivery=Delivery.OWN_VOICE if own else Delivery.PARAPHRASE,
        ),
    )


ATTACK = '"داعش" شن هجوماً على مواقع'
FLIGHT = "فيما فر المهاجمون إلى مكان مجهول"
ARRESTS = "15 شخصاً اعتقلوا"
HEADLINE = "هجوم جديد في ريف الرقة"


def records() -> Iterator[Source | Article | Claim]:
    """Yield a whole small article: outlet, voice, article, four claims in reading order."""
    yield outlet()
    yield voice()
    yield article()
    yield claim(HEADLINE, "clm_1", source_id="src_outlet")
    yield claim(ATTACK, "clm_2")
    yield claim(FLIGHT, "clm_3")
    yield claim(ARRESTS, "clm_4")


def desk_session(reviewer: str = "Nour") -> Session:
    """Return a session on a store that holds :func:`records`."""
    session = make_session(reviewer=reviewer)
    session.commit("Add article", *(Change(after=entity) for entity in records()))
    return session
