"""A small desk to export: an Arabic and an English report, judged by two reviewers."""

from datetime import UTC, date, datetime

from tracker.export import Dossier, Filter, Records, assemble
from tracker.model import (
    Affiliation,
    Article,
    ArticleId,
    Assertion,
    AssertionId,
    Assessment,
    AssessmentId,
    Attribution,
    Claim,
    ClaimId,
    ClaimState,
    Confidence,
    Corroboration,
    CorroborationId,
    Credibility,
    Delivery,
    Dependence,
    Identity,
    Relation,
    Reliability,
    Ruling,
    Source,
    SourceId,
    SourceKind,
    SourceLink,
    Span,
    Verdict,
    content_hash,
)
from tracker.scales import load_scales

NOW = datetime(2026, 1, 10, 8, 30, tzinfo=UTC)
SECRET = "met him twice at the border"  # noqa: S105  (a note that must not leave)

ARABIC = 'وقال مصدر لـ"العربي الجديد" إن 15 شخصاً قتلوا في الهجوم، فيما فر المهاجمون.'
ENGLISH = "Residents said at least 20 people died.\nThe army denied it."
OUTLET = SourceId("src_alaraby")
WIRE = SourceId("src_wire")
VOICE = SourceId("src_voice")
RESIDENTS = SourceId("src_residents")
KILLED = ClaimId("clm_1killed")
FLED = ClaimId("clm_2fled")
DIED = ClaimId("clm_3died")
DENIED = ClaimId("clm_4denied")


def claim(
    claim_id: ClaimId, article: Article, words: str, source: SourceId, state: ClaimState
) -> Claim:
    """Return the claim that ``words`` make in ``article``."""
    start = article.text.index(words)
    own = source == article.outlet_id
    return Claim(
        id=claim_id,
        article_id=article.id,
        spans=(Span(start, start + len(words)),),
        quote=words,
        attribution=Attribution(
            source_id=source,
            cue=None if own else Span(0, 4),
            delivery=Delivery.OWN_VOICE if own else Delivery.PARAPHRASE,
            chain=(source, article.outlet_id),
        ),
        state=state,
    )


def article(article_id: str, text: str, outlet: SourceId, language: str, day: int) -> Article:
    """Return the article that holds ``text``, published on a day of November 2020."""
    return Article(
        id=ArticleId(article_id),
        text=text,
        sha256=content_hash(text),
        title=text[:20],
        outlet_id=outlet,
        published=date(2020, 11, day),
        language=language,
        origin="report.txt",
        guesses=("language",),
        added_at=NOW.replace(day=day),
        added_by="Rana",
    )


def records() -> Records:
    """Return everything on the desk, in no particular order."""
    arabic = article("art_1", ARABIC, OUTLET, "ar", 10)
    english = article("art_2", ENGLISH, WIRE, "en", 12)
    accepted = ClaimState.ACCEPTED
    return Records.of(
        (
            claim(DENIED, english, "The army denied it.", WIRE, ClaimState.PROPOSED),
            claim(DIED, english, "at least 20 people died", RESIDENTS, accepted),
            claim(FLED, arabic, "فر المهاجمون", VOICE, accepted),
            claim(KILLED, arabic, "15 شخصاً قتلوا في الهجوم", VOICE, accepted),
            english,
            arabic,
            Source(id=WIRE, kind=SourceKind.OUTLET, label="The Wire"),
            Source(id=OUTLET, kind=SourceKind.OUTLET, label="العربي الجديد", aliases=("Al-Araby",)),
            Source(
                id=VOICE,
                kind=SourceKind.ANONYMOUS_SINGLE,
                label='مصدر لـ"العربي الجديد"',
                gloss="a source",
                outlet_id=OUTLET,
                article_id=arabic.id,
                confidential=SECRET,
            ),
            Source(
                id=RESIDENTS,
                kind=SourceKind.ANONYMOUS_PLURAL,
                label="Residents",
                outlet_id=WIRE,
                article_id=english.id,
                affiliation=Affiliation(entity="Raqqa", relation="inside"),
            ),
            SourceLink(
                id="lnk_1",
                source_id=VOICE,
                other_id=RESIDENTS,
                identity=Identity.DISTINCT_FROM,
                reason="two towns",
                reviewer="Rana",
                decided_at=NOW,
            ),
            Corroboration(
                id=CorroborationId("cor_1"),
                claim_id=KILLED,
                other_id=DIED,
                relation=Relation.CORROBORATES,
                dependence=Dependence.INDEPENDENT,
                score=0.5,
                reviewer="Rana",
                decided_at=NOW,
            ),
            Corroboration(
                id=CorroborationId("cor_2"),
                claim_id=DIED,
                other_id=DENIED,
                relation=Relation.CONTRADICTS,
                note="the same day",
                reviewer="Omar",
                decided_at=NOW,
            ),
            Assertion(
                id=AssertionId("ass_1"),
                wording="People died in the attack",
                claim_ids=(KILLED, DIED),
                ruling=Ruling(
                    verdict=Verdict.LIKELY, reviewer="Huda", decided_at=NOW, rationale="two voices"
                ),
            ),
            Assessment(
                id=AssessmentId("rat_1"),
                claim_id=KILLED,
                reviewer="Rana",
                assessed_at=NOW,
                reliability=Reliability.B,
                credibility=Credibility.CANNOT_BE_JUDGED,
                confidence=Confidence.LOW,
                rationale="one voice",
            ),
            Assessment(
                id=AssessmentId("rat_2"),
                claim_id=KILLED,
                reviewer="Omar",
                assessed_at=NOW,
                reliability=Reliability.F,
            ),
        )
    )


def dossier(
    found: Records | None = None,
    filter: Filter | None = None,  # noqa: A002  (as in tracker.export.assemble)
    *,
    include_confidential: bool = False,
) -> Dossier:
    """Return a dossier of ``found`` (the desk's records), all of it without a filter."""
    return assemble(
        found or records(),
        filter=filter or Filter(),
        tool="tracker 0.1.0",
        scales=load_scales(),
        include_confidential=include_confidential,
    )
