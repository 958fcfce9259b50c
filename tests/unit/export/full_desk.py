"""The sample desk with everything that a record can say: nothing in it is left blank."""

from datetime import timedelta

from attrs import evolve

from tests.unit.export import sample
from tracker.export import Records
from tracker.model import (
    Affiliation,
    Allegation,
    Article,
    ArticleId,
    Assignment,
    AssignmentId,
    Credibility,
    Distance,
    KnownTo,
    Likelihood,
    Profile,
    Reliability,
    Settlement,
    SettlementId,
    Source,
    Span,
    content_hash,
)

PROFILE = Profile(
    number=3,
    role="ضابط ميداني",
    place="دير الزور",
    beat="الأمن",
    reporter="ليلى",
    distance=Distance.WITNESSED,
    position_to_know="كان في الموقع",
    anonymity_reason="غير مخوَّل بالتصريح",
    motive="خلاف مع القيادة",
    known_to=KnownTo.EDITOR,
)
EVIDENCE = ("https://photos.example/1", "صورة قمر صناعي")
SETTLED = "الصور أقدم من التقرير"
EARLIER = ArticleId("art_0")
BYLINE = "عمر الحلبي"
ACCUSER = "وزارة الدفاع"


def records() -> Records:
    """Return everything on the desk."""
    known = sample.records()
    arabic = next(a for a in known.articles if a.language == "ar")
    text = sample.ARABIC + " تحديث."
    earlier = evolve(arabic, id=EARLIER, text=text, sha256=content_hash(text))
    return Records.of(
        [
            earlier,
            *(_article(a) for a in known.articles),
            *(_source(s) for s in known.sources),
            *(
                evolve(c, allegation=Allegation(accuser=ACCUSER, cue=Span(0, 4)))
                if c.id == sample.KILLED
                else c
                for c in known.claims
            ),
            *known.source_links,
            *known.corroborations,
            *(
                evolve(a, ruling=evolve(a.ruling, evidence=EVIDENCE)) if a.ruling else a
                for a in known.assertions
            ),
            *(
                evolve(a, likelihood=Likelihood.ROUGHLY_EVEN, likelihood_at=sample.NOW)
                if a.reviewer == "Rana"
                else a
                for a in known.assessments
            ),
            Assignment(
                id=AssignmentId("sgn_1"),
                claim_id=sample.KILLED,
                reviewer="Sami",
                assigned_by="Huda",
                assigned_at=sample.NOW,
            ),
            Settlement(
                id=SettlementId("stl_1"),
                claim_id=sample.KILLED,
                reliability=Reliability.D,
                credibility=Credibility.DOUBTFUL,
                reviewer="Huda",
                settled_at=sample.NOW + timedelta(hours=1),
                rationale=SETTLED,
            ),
        ]
    )


def _article(article: Article) -> Article:
    if article.language != "ar":
        return article
    return evolve(article, byline=BYLINE, previous_id=EARLIER, check_original=True)


def _source(source: Source) -> Source:
    if source.id != sample.VOICE:
        return source
    affiliation = Affiliation(entity="قسد", relation="close_to")
    return evolve(source, profile=PROFILE, affiliation=affiliation)
