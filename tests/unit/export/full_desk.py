"""The sample desk with everything that a record can say: nothing in it is left blank."""

from datetime import date, timedelta

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
    Bearing,
    Claim,
    Credibility,
    Distance,
    FactCheck,
    FactCheckId,
    FactCheckLink,
    FactCheckLinkId,
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
SHARED = "في الهجوم"
CHECKED = FactCheck(
    id=FactCheckId("fck_1"),
    claim_reviewed="قُتل 15 شخصاً في هجوم",
    title="ما حقيقة مقتل 15 شخصاً؟",
    url="https://checks.example/1",
    publisher="مسبار",
    published=date(2020, 11, 15),
    language="ar",
    rating="مضلل",
    claimant="صفحات",
)
#: What a reviewer judged to be about something else.
OTHER_CHECK = FactCheck(id=FactCheckId("fck_2"), claim_reviewed="سقط مطر", publisher="بعيد")


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
            *(_claim(c) for c in known.claims),
            CHECKED,
            OTHER_CHECK,
            _link("fcl_1", CHECKED, Bearing.SAME_CLAIM),
            _link("fcl_2", OTHER_CHECK, Bearing.RELATED),
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


def _claim(claim: Claim) -> Claim:
    if claim.id == sample.KILLED:
        return evolve(claim, allegation=Allegation(accuser=ACCUSER, cue=Span(0, 4)))
    if claim.id == sample.FLED:
        start = sample.ARABIC.index(SHARED)
        shared = (Span(start, start + len(SHARED)),)
        return evolve(claim, shared=shared, shared_quote=SHARED)
    return claim


def _link(link_id: str, check: FactCheck, bearing: Bearing) -> FactCheckLink:
    return FactCheckLink(
        id=FactCheckLinkId(link_id),
        claim_id=sample.KILLED,
        fact_check_id=check.id,
        bearing=bearing,
        note="قورن بالنص",
        reviewer="Rana",
        decided_at=sample.NOW,
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
