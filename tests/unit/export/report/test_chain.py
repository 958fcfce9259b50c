"""Who told whom, by origin: the tree behind an assertion."""

import pytest
from attrs import evolve

from tests.unit.export import sample
from tracker.export import Records
from tracker.export.entries import Register
from tracker.export.report.chain import MOST_REPORTS, Chain, chain_of
from tracker.export.report.chain_picture import chain_picture
from tracker.export.words import Words
from tracker.model import ClaimId, ClaimState, Dependence


def chain(records: Records) -> Chain:
    register = Register(records)
    return chain_of(register.strands(records.assertions[0]), register)


def depending(how: Dependence) -> Records:
    """Return the sample desk, where the later report depends on the earlier."""
    records = sample.records()
    pairs = tuple(evolve(p, dependence=how) for p in records.corroborations)
    return evolve(records, corroborations=pairs)


def test_each_origin_holds_its_voices_and_each_voice_the_reports_it_went_into() -> None:
    found = chain(sample.records())
    assert [origin.counted for origin in found.origins] == [True, True]
    (voice,) = found.origins[0].stations
    assert voice.source.id == sample.VOICE
    assert voice.day is None
    (report,) = voice.onward
    assert (report.source.id, report.day) == (sample.OUTLET, "2020-11-10")


@pytest.mark.parametrize("how", [Dependence.REPRINT, Dependence.CITES_OTHER])
def test_what_was_taken_from_another_report_hangs_on_it_without_a_voice_of_its_own(
    how: Dependence,
) -> None:
    (origin,) = chain(depending(how)).origins
    (voice,) = origin.stations
    (first,) = voice.onward
    (later,) = first.onward
    assert (voice.source.id, first.source.id) == (sample.VOICE, sample.OUTLET)
    assert (later.source.id, later.day, later.how) == (sample.WIRE, "2020-11-12", how)


def test_reports_of_one_origin_that_took_nothing_from_each_other_keep_their_voices() -> None:
    (origin,) = chain(depending(Dependence.SAME_ORIGIN)).origins
    assert [s.source.id for s in origin.stations] == [sample.VOICE, sample.RESIDENTS]


def test_the_picture_says_how_a_report_was_taken_over_and_keeps_its_day_in_order() -> None:
    picture = chain_picture(chain(depending(Dependence.REPRINT)), "c1", Words("ar"))
    day = '<tspan direction="ltr" unicode-bidi="isolate">2020-11-12</tspan>'
    assert f' direction="rtl">إعادة نشر · {day}</text>' in picture
    assert "The Wire (إعادة نشر، 2020-11-12)" in picture
    assert ">cites it · " in chain_picture(
        chain(depending(Dependence.CITES_OTHER)), "c1", Words("en")
    )


def test_an_origin_whose_independence_nobody_judged_comes_last_and_is_marked() -> None:
    found = chain(depending(Dependence.UNKNOWN))
    assert [origin.counted for origin in found.origins] == [True, False]
    assert "unjudged" in chain_picture(found, "c1", Words("en"))


def test_rejected_claims_are_not_in_the_tree() -> None:
    records = sample.records()
    claims = tuple(
        evolve(c, state=ClaimState.REJECTED) if c.id == sample.DIED else c for c in records.claims
    )
    assert len(chain(evolve(records, claims=claims)).origins) == 1


def test_a_tree_shows_so_many_reports_and_counts_the_rest() -> None:
    records = sample.records()
    killed = next(c for c in records.claims if c.id == sample.KILLED)
    more = tuple(evolve(killed, id=ClaimId(f"clm_{n}")) for n in range(MOST_REPORTS + 1))
    said = evolve(
        records.assertions[0], claim_ids=(*(c.id for c in more), sample.KILLED, sample.DIED)
    )
    found = chain(evolve(records, claims=(*records.claims, *more), assertions=(said,)))
    assert found.left_out == 3
    assert len(found.origins) == 2
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
