"""The three reports on the ambush and the sample article, judged by two reviewers as a desk would.

What the desk decides here is made up for tests.
"""

from tests.desk import colleague
from tests.matched_desk import claim_with, matched_session
from tracker.model import (
    Claim,
    ClaimState,
    Confidence,
    Credibility,
    Dependence,
    Relation,
    Reliability,
    Verdict,
)
from tracker.resources import seeds_folder
from tracker.services.adding import Details, add_paths
from tracker.services.corroborating import judge
from tracker.services.judging import rate, rule_on_claim
from tracker.services.reviewing import annotate, decide
from tracker.services.session import Session

SECRET = "met him twice at the border"  # noqa: S105  (a note that must not leave)


def judged_session() -> Session:
    """Return the session of the first reviewer, everything judged."""
    session = matched_session()
    add_paths(session, sorted(seeds_folder().glob("*.txt"))[:1], Details(outlet="العربي الجديد"))
    decide(session, [claim.id for claim in session.store.scan(Claim)], ClaimState.ACCEPTED)
    killed = claim_with(session, "مقتل 15")
    witnesses = claim_with(session, "20 جندياً", "الفرات")
    blast = claim_with(session, "تعرضت لانفجار", "الفرات")
    reprint = claim_with(session, "مقتل 15", "بريد الشرق")
    annotate(
        session,
        killed.id,
        wording="قُتل خمسة عشر جندياً في تفجير حافلة عسكرية قرب جسر الميادين.",
        gloss="Fifteen soldiers were killed when a military bus was blown up near Mayadin bridge.",
    )
    judge(session, killed.id, reprint.id, Relation.CORROBORATES, dependence=Dependence.REPRINT)
    judge(session, killed.id, blast.id, Relation.CORROBORATES, dependence=Dependence.INDEPENDENT)
    judge(session, killed.id, witnesses.id, Relation.CONTRADICTS, note="عدد القتلى مختلف")
    rate(
        session,
        killed.id,
        reliability=Reliability.C,
        credibility=Credibility.PROBABLY_TRUE,
        confidence=Confidence.MODERATE,
        rationale="يتفق مع صور من المكان.",
    )
    other = colleague(session, "رنا")
    rate(other, killed.id, reliability=Reliability.F, credibility=Credibility.CANNOT_BE_JUDGED)
    rule_on_claim(session, killed.id, Verdict.VERIFIED, "أصلان مستقلان وصور من المكان.")
    rule_on_claim(session, witnesses.id, Verdict.REFUTED, "نفاه المشفى.")
    seed = [claim for claim in session.store.scan(Claim) if claim.attribution.cue]
    verdicts = (Verdict.LIKELY, Verdict.DISPUTED, Verdict.VERIFIED, Verdict.REFUTED)
    article = max(seed, key=lambda claim: len(claim.quote)).article_id
    for claim, verdict in zip(
        (claim for claim in seed if claim.article_id == article), verdicts, strict=False
    ):
        rule_on_claim(session, claim.id, verdict, "")
    return session
