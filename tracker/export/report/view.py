"""What the report's templates are given: words, figures and answers, ready to be written."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from attrs import field, frozen
from markupsafe import Markup, escape

from tracker.credibility import ledger, track_records
from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, voices
from tracker.export.plain import harmless
from tracker.export.report.charts import interval_words, verdict_bar
from tracker.export.words import VERDICT_SIGNS, Words
from tracker.model import Source, TrackRecord, Verdict
from tracker.scales import Scales

_FOLDER = Path(__file__).parent

#: Languages written from right to left, as far as news of the region needs them.
_FROM_THE_RIGHT = frozenset({"ar", "fa", "ur", "he", "ckb", "ps", "syr", "arc", "dv", "sd", "ug"})
#: What the template of a claim says itself; it is written a hundred thousand times.
_CLAIM_WORDS = (
    "allegation", "awaited", "chain", "comma", "confidence", "credibility", "evidence",
    "likelihood", "none_stands", "not_rated", "note", "own_view", "rationale", "ratings",
    "checked_by_others", "others_note", "related", "reliability", "reviewer", "ruled", "settled",
    "source", "state", "tree", "tree_at",
)  # fmt: skip
_LINKED = ("http://", "https://")


@frozen(kw_only=True)
class Article:
    """A line of the contents."""

    rank: int
    title: str
    language: str
    direction: str
    outlet: str
    day: str
    claims: int

    @classmethod
    def of(cls, entry: Entry, rank: int, claims: int) -> "Article":
        """Return the line of the article that ``entry`` stands in."""
        article = entry.article
        return cls(
            rank=rank,
            title=article.title.strip() or article.id,
            language=article.language,
            direction=direction(article.language),
            outlet=entry.outlet.label,
            day=article.published.isoformat() if article.published else "",
            claims=claims,
        )


@frozen(kw_only=True)
class Page:
    """One page among its siblings; addresses are empty where there is none."""

    number: int
    total: int
    articles: tuple[Article, ...]
    previous: str
    following: str


def direction(language: str) -> str:
    """Return which way a language is written, ``rtl`` or ``ltr``."""
    return "rtl" if language.partition("-")[0].lower() in _FROM_THE_RIGHT else "ltr"


def moment(time: datetime) -> Markup:
    """Return a time, which reads from left to right in every language."""
    stamp = time.isoformat()
    shown = f"{stamp[:10]} {stamp[11:16]} UTC"
    # Digits and signs of a time, nothing from outside.
    return Markup(f'<time datetime="{stamp}" dir="ltr">{shown}</time>')  # noqa: S704


@frozen(kw_only=True)
class View:
    """The report as its templates see it.

    Attributes:
        dossier: what is reported.
        words: the language of the report.
        scales: the scales that ratings are on.
        layout: version of the layout.
        macros: the templates.
        style: the style sheet.
        verdicts: claims by verdict, those without any left out.
        totals: how many there are of what, in words.
        signs: the sign of each verdict.
    """

    dossier: Dossier = field(repr=False)
    words: Words
    scales: Scales = field(repr=False)
    layout: int = SCHEMA_VERSION
    macros: Any = field(repr=False)
    style: Markup = field(repr=False)
    verdicts: Mapping[Verdict, int]
    totals: tuple[str, ...]
    signs: Mapping[Verdict, str] = VERDICT_SIGNS

    @classmethod
    def of(cls, dossier: Dossier) -> "View":
        """Return the view of ``dossier``."""
        words = Words(dossier.worded_in)
        verdict_of = {i: a.verdict for a in dossier.records.assertions for i in a.claim_ids}
        counts = Counter(verdict_of.get(i, Verdict.UNVERIFIED) for i in dossier.selected)
        articles = dossier.selected_articles()
        return cls(
            dossier=dossier,
            words=words,
            scales=dossier.scales,
            macros=_macros(words),
            # Our own style sheet, which holds nothing from outside.
            style=Markup((_FOLDER / "page.css").read_text(encoding="utf-8")),  # noqa: S704
            verdicts={verdict: counts[verdict] for verdict in Verdict if counts[verdict]},
            totals=(
                words.counted("claim", len(dossier.selected)),
                words.counted("article", len(articles)),
                words.counted("outlet", len({article.outlet_id for article in articles})),
            ),
        )

    @property
    def as_of(self) -> datetime | None:
        """The latest time in the records; None where there is none."""
        return self.dossier.as_of

    @property
    def verdict_bar(self) -> Markup:
        """The shares of the verdicts, drawn."""
        told = ", ".join(
            f"{self.words.label(self.scales.grade(verdict))}: {number}"
            for verdict, number in self.verdicts.items()
        )
        return verdict_bar(self.verdicts, told, right_to_left=self.words.direction == "rtl")

    @property
    def foot(self) -> Markup:
        """The last line: what wrote it."""
        return escape(f"{self.dossier.tool} · {self.words['layout']} {self.layout}")

    def direction(self, language: str) -> str:
        """Return which way a language is written."""
        return direction(language)

    def link(self, url: str) -> bool:
        """Return whether an address may be followed: only web addresses are links."""
        return url.lower().startswith(_LINKED)

    def moment(self, time: datetime) -> Markup:
        """Return a time."""
        return moment(time)

    def interval(self, record: TrackRecord) -> str:
        """Return a record's interval in figures."""
        return interval_words(record)

    def track_records(self) -> Iterator[tuple[Source, TrackRecord]]:
        """Yield every source that a selected claim rests on, with what became of all it said.

        Records count every claim of the database, not only those of the report. Sources with
        known outcomes come first, then by the number of their claims, then by name.
        """
        chosen = frozenset(self.dossier.selected)
        cited = {c.source_id for c in self.dossier.records.claims if c.id in chosen}
        every = self.dossier.everything or self.dossier.records
        same = voices(every) if self.dossier.voices is None else self.dossier.voices
        known = ledger(
            {claim.id: claim for claim in every.claims},
            every.assertions,
            every.corroborations,
            every.articles,
            same_as=same,
        )
        records = track_records(every.claims, known, same_as=same)
        found = [(s, records[s.id]) for s in self.dossier.records.sources if s.id in cited]
        yield from sorted(
            found, key=lambda pair: (-pair[1].resolved, -pair[1].cited, pair[0].label, pair[0].id)
        )


@cache
def _macros(words: Words) -> Any:
    """Return the templates for one language; its words are looked up when they are loaded."""
    named = {f"w_{name}": escape(words[name]) for name in _CLAIM_WORDS}
    return _environment().get_template("page.html").make_module(named)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: object) -> object:
    # Markup is text that was made here; all other text may come from outside.
    return harmless(value) if type(value) is str else value
