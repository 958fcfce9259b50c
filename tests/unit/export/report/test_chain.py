"""Who told whom, by origin: the tree behind an assertion."""

from attrs import evolve

from tests.unit.export import sample
from tracker.credibility import OriginGroup
from tracker.export import Records
from tracker.export.entries import Register
from tracker.export.report.chain import MOST_REPORTS, Chain, chain_of
from tracker.export.report.chain_picture import chain_picture
from tracker.export.report.words import Words
from tracker.model import Claim, ClaimId, ClaimState


def chain(records: Records, claims: list[Claim] | None = None) -> Chain:
    register = Register(records)
    assertion = records.assertions[0]
    found = claims or list(register.claims_of(assertion))
    return chain_of(found, register.origin_groups(assertion), register)


def test_each_origin_holds_its_voices_and_each_voice_the_reports_it_went_into() -> None:
    found = chain(sample.records())
    assert [origin.counted for origin in found.origins] == [True, True]
    (voice,) = found.origins[0].stations
    assert voice.source.id == sample.VOICE
    assert voice.day is None
    (report,) = voice.onward
    assert (report.source.id, report.day) == (sample.OUTLET, "2020-11-10")


def test_an_origin_whose_independence_nobody_judged_comes_last_and_is_marked() -> None:
    records = sample.records()
    pairs = tuple(evolve(p, dependence=type(p.dependence).UNKNOWN) for p in records.corroborations)
    found = chain(evolve(records, corroborations=pairs))
    assert [origin.counted for origin in found.origins] == [True, False]
    assert "unjudged" in chain_picture(found, "c1", Words("en"))


def test_rejected_claims_are_not_in_the_tree() -> None:
    records = sample.records()
    claims = tuple(
        evolve(c, state=ClaimState.REJECTED) if c.id == sample.DIED else c for c in records.claims
    )
    assert len(chain(evolve(records, claims=claims)).origins) == 1


def test_a_tree_shows_so_many_reports_and_counts_the_rest() -> None:
    register = Register(sample.records())
    first = register.claims_of(sample.records().assertions[0])[0]
    claims = [evolve(first, id=ClaimId(f"clm_{n}")) for n in range(MOST_REPORTS + 3)]
    part = OriginGroup(claim_ids=tuple(c.id for c in claims), counted=True)
    found = chain_of(claims, [part], register)
    assert found.left_out == 3
    assert ">+ 3 more</text>" in chain_picture(found, "c1", Words("en"))


def test_the_picture_begins_at_the_right_in_arabic_and_at_the_left_in_english() -> None:
    found = chain(sample.records())
    arabic, english = (chain_picture(found, "c1", Words(name)) for name in ("ar", "en"))
    assert 'x="12" y="17" ' not in arabic
    assert '<text class="head" x="12" y="18" direction="ltr">' in english
    assert 'direction="rtl"' in arabic


def test_names_are_escaped_and_long_ones_cut() -> None:
    records = sample.records()
    sources = tuple(evolve(s, label="<b>&" + "كلمة " * 40) for s in records.sources)
    picture = chain_picture(chain(evolve(records, sources=sources)), "c1", Words("ar"))
    assert "<b>" not in picture
    assert "&lt;b&gt;&amp;" in picture
    assert "…</text>" in picture
