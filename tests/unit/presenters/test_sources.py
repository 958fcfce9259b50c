"""The list of sources and a source's page: counts and interval beside every letter."""

import re

import pytest

from tests.desk import desk_session
from tests.matched_desk import claim_with, matched_session
from tracker.model import (
    Claim,
    ClaimId,
    ClaimState,
    Identity,
    Interval,
    Reliability,
    Source,
    SourceId,
    SourceKind,
    TrackRecord,
    Verdict,
)
from tracker.presenters.source_page import SourcePage, identity_options
from tracker.presenters.source_pane import source_lines
from tracker.presenters.source_pick import PickState, pick_rows
from tracker.presenters.sources import SourceOrder, SourceRow, SourcesState, source_rows
from tracker.presenters.tones import Line, Tone
from tracker.presenters.track_record_words import (
    interval_bar,
    interval_line,
    interval_words,
    letter_words,
    outcome_line,
)
from tracker.services.judging import rule_on_claim
from tracker.services.recording import all_records, record_of
from tracker.services.reviewing import decide
from tracker.services.session import Session

VOICE = SourceId("src_voice")


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(cell.text for cell in line) for line in lines)


def record(borne_out: int, refuted: int, cited: int = 23) -> TrackRecord:
    return TrackRecord(
        source_id=VOICE,
        cited=cited,
        borne_out=borne_out,
        refuted=refuted,
        open=cited - borne_out - refuted,
        mean=0.75,
        interval=Interval(low=0.44, high=0.96, level=0.9),
        letter=Reliability.D,
    )


def resolved_session(*verdicts: Verdict) -> Session:
    """Return a desk on which the anonymous voice's claims got those verdicts, in order."""
    session = desk_session()
    ids = [ClaimId("clm_2"), ClaimId("clm_3"), ClaimId("clm_4")]
    decide(session, ids, ClaimState.ACCEPTED)
    for claim_id, verdict in zip(ids, verdicts, strict=False):
        rule_on_claim(session, claim_id, verdict)
    return session


def test_every_record_is_what_one_source_alone_would_have() -> None:
    session = matched_session()
    decide(session, [c.id for c in session.store.scan(Claim)], ClaimState.ACCEPTED)
    rule_on_claim(session, claim_with(session, "مقتل 15").id, Verdict.VERIFIED)
    records = all_records(session.store)
    assert len(records) == session.store.count(Source)
    for source, found in records:
        assert found == record_of(session.store, source.id)
    assert [r.cited for _, r in records] == sorted((r.cited for _, r in records), reverse=True)


def test_the_interval_is_drawn_on_a_line_from_none_to_all() -> None:
    drawn = interval_bar(0.75, Interval(low=0.44, high=0.96, level=0.9), 26)
    assert drawn == "           ├───────■────┤ "
    assert interval_bar(0.5, Interval(low=0.0, high=1.0, level=0.9), 5) == "├─■─┤"
    assert interval_bar(1.0, Interval(low=1.0, high=1.0, level=0.9), 5) == "    ■"


def test_counts_stand_before_the_letter_and_interval() -> None:
    line = text((outcome_line(record(4, 1)),))
    assert line.startswith("resolved 5 of 23 cited · borne out 4 · refuted 1 · open 18")
    assert line.endswith("D: not usually reliable (suggested)")
    assert "0.44–0.96 (90%, Jeffreys)" in text((interval_line(record(4, 1)),))


def test_below_three_outcomes_the_letter_is_withheld() -> None:
    assert "F: too few" in text((outcome_line(record(2, 0)),))
    assert letter_words(record(2, 0)) == "F too few"
    assert letter_words(record(2, 1)) == "D"


def test_nothing_resolved_is_no_estimate() -> None:
    assert interval_words(record(0, 0)) == "–"
    assert "nothing is resolved" in text((interval_line(record(0, 0)),))


def test_the_list_shows_each_source_with_its_outlet_and_record() -> None:
    state = SourcesState(rows=source_rows(resolved_session(Verdict.VERIFIED).store))
    voice = state.shown[0]
    assert (voice.source_id, voice.symbol, voice.outlet) == (VOICE, "?", "العربي الجديد")
    assert (voice.record.cited, voice.record.resolved) == (3, 1)
    assert state.title == "2 sources · by most cited"


def test_the_filter_finds_other_spellings_kinds_and_outlets() -> None:
    state = SourcesState(rows=source_rows(desk_session().store))
    assert [row.source_id for row in state.filtered("مصدر العربى").shown] == [VOICE]
    assert [row.source_id for row in state.filtered("anonymous").shown] == [VOICE]
    assert state.filtered("حلب").shown == ()
    assert "filter: حلب" in state.filtered("حلب").title


def row(source_id: str, label: str, low: float, *, resolved: int, cited: int) -> SourceRow:
    found = TrackRecord(
        source_id=SourceId(source_id),
        cited=cited,
        borne_out=resolved,
        refuted=0,
        mean=low,
        interval=Interval(low=low, high=1.0, level=0.9),
        letter=Reliability.F,
    )
    return SourceRow(
        source_id=SourceId(source_id), kind=SourceKind.NAMED_PERSON, label=label, record=found
    )


def test_the_list_is_ordered_by_what_one_asks_and_names_settle_ties() -> None:
    rows = (
        row("a", "ب", 0.9, resolved=0, cited=5),
        row("b", "ت", 0.2, resolved=4, cited=5),
        row("c", "أ", 0.4, resolved=3, cited=1),
    )
    state = SourcesState(rows=rows)
    orders = {}
    for _ in SourceOrder:
        orders[state.order] = [r.source_id for r in state.shown]
        state = state.next_order()
    assert orders == {
        SourceOrder.CITED: ["b", "a", "c"],
        SourceOrder.RESOLVED: ["b", "c", "a"],
        SourceOrder.RELIABILITY: ["c", "b", "a"],
        SourceOrder.LABEL: ["c", "a", "b"],
    }
    assert state.order is SourceOrder.CITED
    assert [r.source_id for r in state.reversed().shown] == ["c", "a", "b"]
    assert "reversed" in state.reversed().title


def page(session: Session | None = None) -> SourcePage:
    return SourcePage.open(session or desk_session(), VOICE)


def test_the_page_tells_who_vouches_and_what_the_record_is() -> None:
    lines = text(source_lines(page(resolved_session(Verdict.VERIFIED, Verdict.REFUTED))))
    shown = re.sub(r" {2,}", "  ", lines)
    assert "vouched for by  العربي الجديد" in shown
    assert "resolved 2 of 3 cited · borne out 1 · refuted 1 · open 1" in shown
    assert "F: too few" in shown
    assert "├" in shown
    assert "resolved claims are not a random sample" in shown


def test_the_page_lists_what_the_source_said_rejected_claims_apart() -> None:
    session = desk_session()
    decide(session, (ClaimId("clm_3"),), ClaimState.REJECTED)
    assert [said.claim_id for said in page(session).claims] == ["clm_2", "clm_4"]


def test_names_gloss_and_aliases_are_edited_and_an_empty_name_is_refused() -> None:
    before = page()
    after, message = before.written(label="مصدر ميداني")
    assert (after.source.label, message.tone) == ("مصدر ميداني", Tone.GOOD)
    after, _ = after.written(gloss="a field source")
    after, _ = after.written(aliases="المصدر\n\n مصدرنا ")
    assert after.source.aliases == ("المصدر", "مصدرنا")
    assert "a field source" in text(source_lines(after))
    same, message = after.written(label="  ")
    assert (same, message.tone) == (after, Tone.BAD)
    _, message = after.written(gloss="a field source")
    assert "stays as it was" in message.text


def test_what_is_noted_in_confidence_is_marked_so() -> None:
    after, message = page().written(confidential="ضابط في الفرقة")
    assert message.text == "The note is saved in confidence."
    shown = text(source_lines(after))
    assert "never exported unless asked for by name" in shown
    assert "ضابط" in shown


def test_another_source_is_judged_the_same_voice_with_a_reason_and_taken_back() -> None:
    before = page()
    refused, message = before.judged(SourceId("src_outlet"), Identity.SAME_AS, " ")
    assert (refused, message.tone) == (before, Tone.BAD)
    after, message = before.judged(SourceId("src_outlet"), Identity.DISTINCT_FROM, "غيره")
    assert message.text == "Another voice than العربي الجديد. Saved."
    assert "another voice than" in text(source_lines(after))
    assert "غيره" in text(source_lines(after))
    (option,) = after.link_options()
    assert option.value == "src_outlet"
    parted, message = after.parted(SourceId("src_outlet"))
    assert message.tone is Tone.GOOD
    assert parted.linked == ()
    assert parted.parted(SourceId("src_outlet"))[1].tone is Tone.BAD


def test_the_same_judgement_is_seen_from_the_other_source() -> None:
    session = desk_session()
    page(session).judged(SourceId("src_outlet"), Identity.LIKELY_SAME, "سياق واحد")
    other = SourcePage.open(session, SourceId("src_outlet"))
    assert [linked.source.id for linked in other.linked] == [VOICE]


def test_identities_have_keys_of_their_own() -> None:
    assert {o.value for o in identity_options()} == {i.value for i in Identity}
    assert len({o.key for o in identity_options()}) == len(Identity)


@pytest.mark.parametrize("typed", ["", "مصدر محلى"])
def test_the_picker_puts_the_same_descriptor_first(typed: str) -> None:
    session = matched_session()
    labels = {s.label: s.id for s in session.store.scan(Source)}
    state = PickState().with_rows(pick_rows(session.store, labels["مصدر محلي"])).with_typed(typed)
    assert state.row is not None
    assert state.row.source_id != labels["مصدر محلي"]
    assert state.moved(99).index == len(state.shown) - 1
    assert state.moved(-9).index == 0
    assert state.with_typed("لا أحد").row is None
    found = [row.label for row in state.with_typed("مصدر").shown]
    assert 'مصدر محلي لـ"البادية"' in found
