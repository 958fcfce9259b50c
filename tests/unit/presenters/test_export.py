"""Writing an export: what is asked, what is shown beforehand, and what is never done unasked."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from tests.matched_desk import claim_with, matched_session
from tracker.export import EXPORTERS
from tracker.model import Claim, ClaimState, Relation, Source, Verdict
from tracker.presenters.export import PREVIEW_LINE, PREVIEW_LINES, ExportState
from tracker.presenters.export_pane import WHERE_HINT, export_lines, preview_lines
from tracker.presenters.tones import Line, Tone
from tracker.services.corroborating import judge
from tracker.services.judging import rule_on_claim
from tracker.services.reviewing import decide
from tracker.services.sources import edit_source


def opened(folder: Path) -> ExportState:
    return ExportState.open(matched_session(), folder)


def text(lines: tuple[Line, ...]) -> str:
    return "\n".join("".join(cell.text for cell in line) for line in lines)


def read(state: ExportState) -> ExportState:
    return evolve(state, preview=state.read())


def test_everything_is_taken_into_a_new_file_at_first(tmp_path: Path) -> None:
    state = read(opened(tmp_path))
    assert state.path == tmp_path / "claims-2026-11-22.jsonl"
    assert state.preview is not None
    assert state.preview.claims == state.session.store.count(Claim)
    shown = text(export_lines(state))
    assert f"writes    {state.preview.claims} claims" in shown
    assert "none: every claim" in shown


def test_formats_go_round_and_the_ending_follows(tmp_path: Path) -> None:
    state = opened(tmp_path)
    endings = []
    for _ in EXPORTERS:
        state = state.next_format()
        endings.append(state.path.suffix)
    suffixes = [exporter.suffix for exporter in EXPORTERS.values()]
    assert endings == [*suffixes[1:], suffixes[0]]
    kept, _ = state.with_path("list.txt")
    assert kept.with_format("csv").path == tmp_path / "list.txt"


def test_the_formats_have_keys_of_their_own(tmp_path: Path) -> None:
    options = opened(tmp_path).format_options()
    assert {o.value for o in options} == set(EXPORTERS)
    assert len({o.key for o in options}) == len(options)


@pytest.mark.parametrize("name", EXPORTERS)
def test_the_preview_shows_the_first_records_of_each_format(tmp_path: Path, name: str) -> None:
    state = opened(tmp_path).with_format(name)
    rule_on_claim(state.session, claim_with(state.session, "مقتل 15").id, Verdict.LIKELY)
    state = read(state)
    shown = text(preview_lines(state))
    assert "جسر الميادين" in shown
    assert "\ufeff" not in shown
    assert state.preview is not None
    assert len(state.preview.lines) <= PREVIEW_LINES
    assert all(len(line) <= PREVIEW_LINE + 2 for line in state.preview.lines)


def test_a_filter_takes_fewer_claims_and_an_unreadable_one_is_kept_and_told(
    tmp_path: Path,
) -> None:
    state = opened(tmp_path)
    rule_on_claim(state.session, claim_with(state.session, "مقتل 15").id, Verdict.LIKELY)
    taken, message = state.with_where(" verdict=likely ")
    assert message.text == "Filter: verdict=likely"
    preview = read(taken).preview
    assert preview is not None
    assert preview.claims == 1
    wrong, message = taken.with_where("verdikt=likely")
    assert message.tone is Tone.BAD
    assert wrong.where == "verdikt=likely"
    shown = text(export_lines(read(wrong)))
    assert "There is no field" in shown
    assert preview_lines(read(wrong)) == ()
    assert wrong.write()[1].tone is Tone.BAD
    assert not list(tmp_path.iterdir())
    assert "No filter" in wrong.with_where("")[1].text


def test_an_arabic_filter_finds_other_spellings(tmp_path: Path) -> None:
    state, _ = opened(tmp_path).with_where("outlet=الباديه")
    preview = read(state).preview
    assert preview is not None
    assert preview.claims == 5


def test_writing_says_where_and_how_many(tmp_path: Path) -> None:
    state, _ = opened(tmp_path).with_format("json").with_where("outlet=البادية")
    state, message = state.write()
    assert message.text == "Wrote 5 claims to claims-2026-11-22.json."
    assert len(json.loads(state.path.read_text("utf-8"))["claims"]) == 5


def test_the_file_is_named_from_the_folder_one_is_in_or_from_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    state = opened(tmp_path / "desk")
    assert "file      claims-2026-11-22.jsonl" in text(export_lines(state))
    named = {"out/list.json": "out/list.json", "~/list.json": "~/list.json", "/a/b": "/a/b"}
    for written, shown in named.items():
        other, message = state.with_path(written)
        assert (other.target, message.text) == (shown, f"File: {shown}")
        assert other.with_path(other.target)[0].path == other.path
    tilde = evolve(state, path=tmp_path / "desk" / "~list")
    assert tilde.with_path(tilde.target)[0].path == tilde.path


def test_a_home_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    state = opened(tmp_path)
    same, message = state.with_path("~nobody-of-this-name/list.json")
    assert (same, message.tone) == (state, Tone.BAD)


def test_a_file_is_written_over_only_by_a_second_key(tmp_path: Path) -> None:
    state = opened(tmp_path)
    state.path.write_text("mine", "utf-8")
    untold, message = state.write(overwrite=True)
    assert (untold, message.tone) == (state, Tone.MUTED)
    told, message = state.write()
    assert "exists already" in message.text
    assert "O writes over it" in text(export_lines(told))
    assert state.path.read_text("utf-8") == "mine"
    elsewhere, _ = told.with_path("other.jsonl")
    assert elsewhere.write(overwrite=True)[1].tone is Tone.MUTED
    _, message = told.write(overwrite=True)
    assert message.tone is Tone.GOOD
    assert state.path.read_text("utf-8") != "mine"


def test_what_was_noted_in_confidence_leaves_only_when_asked_and_warned_of(tmp_path: Path) -> None:
    state = opened(tmp_path)
    source = next(s for s in state.session.store.scan(Source) if s.kind.anonymous)
    edit_source(state.session, source.id, confidential="سر")
    assert "stay here" in text(export_lines(state))
    state.write()
    assert "سر" not in state.path.read_text("utf-8").split('"')
    asked, message = state.with_confidences()
    assert message.tone is Tone.BAD
    assert "LEAVE" in text(export_lines(asked))
    told, _ = asked.write()
    _, message = told.write(overwrite=True)
    assert message.text.endswith("confidential notes among them.")
    assert "سر" in state.path.read_text("utf-8").split('"')
    assert asked.with_confidences()[1].tone is Tone.GOOD


def test_a_file_goes_beside_the_last_one_or_where_one_says(tmp_path: Path) -> None:
    state = opened(tmp_path)
    (tmp_path / "folder").mkdir()
    assert state.with_path("x.json")[0].path == tmp_path / "x.json"
    assert (
        state.with_path(str(tmp_path / "folder"))[0].path == tmp_path / "folder" / state.path.name
    )
    same, message = state.with_path("  ")
    assert (same, message.tone) == (state, Tone.BAD)


def test_a_folder_that_is_not_there_is_told_and_nothing_written(tmp_path: Path) -> None:
    state, _ = opened(tmp_path).with_path("nowhere/x.jsonl")
    _, message = state.write()
    assert message.tone is Tone.BAD
    assert "could not be written" in message.text


def test_claims_joined_to_those_asked_for_are_told_apart(tmp_path: Path) -> None:
    state = opened(tmp_path)
    ours = claim_with(state.session, "مقتل 15")
    theirs = claim_with(state.session, "مقتل 15", "بريد الشرق")
    judge(state.session, ours.id, theirs.id, Relation.CORROBORATES)
    decide(state.session, (ours.id,), ClaimState.ACCEPTED)
    state, _ = state.with_where("state=accepted")
    assert "1 claim and 1 claim joined to them" in text(export_lines(read(state)))


def test_the_hint_names_every_field() -> None:
    assert "verdict" in WHERE_HINT
    assert "reviewer" in WHERE_HINT


def test_formats_for_others_take_no_confidences_along(tmp_path: Path) -> None:
    state, _ = opened(tmp_path).with_confidences()
    assert state.confidential
    other = state.with_format("claimreview")
    assert not other.confidential
    kept, told = other.with_confidences()
    assert not kept.confidential
    assert told.tone is Tone.WARN


def test_what_to_know_before_sending_stands_beside_the_amount(tmp_path: Path) -> None:
    shown = text(export_lines(read(opened(tmp_path).with_format("claimreview"))))
    assert "the desk has not ruled on them: 12" in shown


def test_columns_of_a_preview_stand_in_cells_of_their_own(tmp_path: Path) -> None:
    lines = preview_lines(read(opened(tmp_path).with_format("html")))
    outlet = next(line for line in lines if line[0].text == "الوسيلة")
    assert [cell.text for cell in outlet] == ["الوسيلة", "  ", "البادية"]


@pytest.mark.parametrize("written", ["ا" * 5_000, "~nobody-of-that-name/x.jsonl"])
def test_a_path_that_cannot_be_leaves_the_file_as_it_was(tmp_path: Path, written: str) -> None:
    state = opened(tmp_path)
    same, message = state.with_path(written)
    assert same.path == state.path
    assert message.tone is Tone.BAD
    assert "another path" in message.text
