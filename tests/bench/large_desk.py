"""A database of 5,000 articles and 100,000 claims, in Arabic and English, made in seconds."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tracker.model import (
    Article,
    ArticleId,
    Attribution,
    Change,
    ChangeSet,
    ChangeSetId,
    Claim,
    ClaimId,
    ClaimState,
    Delivery,
    Entity,
    Passage,
    PassageKind,
    Source,
    SourceId,
    SourceKind,
    Span,
    content_hash,
)
from tracker.resources import seeds_folder
from tracker.store import open_store

CLAIMS_EACH = 20
_OUTLETS, _VOICES, _WORDS, _BATCH = 40, 2_000, 14, 2_500
_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
_ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN_LETTERS = "aaabcdeeefghiiijklmnoooprstuuvwy"
_ENGLISH = (
    "Officials said the attack on the crossing killed several people while rescue teams searched "
    "the ruins near the river and witnesses reported drones over the city before dawn according "
    "to sources close to the ministry who asked not to be named because talks continue"
)


def fill(path: Path, articles: int = 5_000) -> None:
    """Write a new database with ``articles`` articles of :data:`CLAIMS_EACH` claims each."""
    store = open_store(str(path))
    batch: list[Change] = []
    for number, entity in enumerate(_entities(articles), start=1):
        batch.append(Change(after=entity))
        if number % _BATCH == 0:
            store.apply(_commit(number, batch))
            batch = []
    if batch:
        store.apply(_commit(0, batch))
    store.close()


def _commit(number: int, batch: list[Change]) -> ChangeSet:
    return ChangeSet(
        id=ChangeSetId(f"chg_{number:012}"),
        reviewer="Bench",
        at=_AT,
        label="Fill",
        changes=tuple(batch),
    )


def _entities(articles: int) -> Iterator[Entity]:
    chance = random.Random(8)  # noqa: S311  (the same texts in every run)
    seed = "".join(path.read_text("utf-8") for path in sorted(seeds_folder().glob("*.txt")))
    arabic, english = (
        _words(seed.split(), _ARABIC_LETTERS, chance),
        _words(_ENGLISH.split(), _LATIN_LETTERS, chance),
    )
    for number in range(_OUTLETS):
        label = f"{chance.choice(arabic)} {number}" if number % 2 else f"Daily {number}"
        yield Source(id=SourceId(f"src_o{number}"), kind=SourceKind.OUTLET, label=label)
    for number in range(_VOICES):
        words = english if number % 3 == 0 else arabic
        label = " ".join(chance.choices(words, k=3))
        yield Source(
            id=SourceId(f"src_v{number}"), kind=SourceKind.NAMED_PERSON, label=f"{label} {number}"
        )
    for number in range(articles):
        yield from _article(
            number, chance, *((english, "en") if number % 3 == 0 else (arabic, "ar"))
        )


def _words(first: list[str], letters: str, chance: random.Random) -> list[str]:
    """Return words for drawing evenly, frequent ones often: true ones first, then made-up ones."""
    made = ["".join(chance.choices(letters, k=chance.randint(3, 8))) for _ in range(20_000)]
    known = first + made
    return [known[int(len(known) ** chance.random()) - 1] for _ in range(40_000)]


def _article(
    number: int, chance: random.Random, words: list[str], language: str
) -> Iterator[Entity]:
    sentences = [" ".join(chance.choices(words, k=_WORDS)) for _ in range(CLAIMS_EACH)]
    title = f"{' '.join(chance.choices(words, k=7))} {number}"
    text = "\n\n".join([title, *(f"{sentence}." for sentence in sentences)]) + "\n"
    article_id = ArticleId(f"art_{number:06}")
    at, spans = len(title) + 2, []
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 3
    yield Article(
        id=article_id,
        text=text,
        sha256=content_hash(text),
        title=title,
        outlet_id=SourceId(f"src_o{chance.randrange(_OUTLETS)}"),
        language=language,
        origin=f"{number}.txt",
        published=date(2020, 1, 1) + timedelta(days=chance.randrange(2_000)),
        passages=tuple(
            Passage(kind=PassageKind.BODY, span=Span(span.start, span.end + 1)) for span in spans
        ),
        added_at=_AT,
        added_by="Bench",
    )
    for place, (span, sentence) in enumerate(zip(spans, sentences, strict=True)):
        yield Claim(
            id=ClaimId(f"clm_{number:06}_{place:02}"),
            article_id=article_id,
            spans=(span,),
            quote=sentence,
            attribution=Attribution(
                source_id=SourceId(f"src_v{chance.randrange(_VOICES)}"),
                delivery=Delivery.PARAPHRASE,
            ),
            state=chance.choice((ClaimState.PROPOSED, ClaimState.ACCEPTED)),
        )
