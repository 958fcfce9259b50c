"""Every edit from the command line: what it changes, what it reports, and a dry run of each."""

import pytest
from attrs import evolve

from tests.cli.conftest import Cli
from tests.desk import ATTACK, FLIGHT, span_of
from tracker.model import KINDS, Claim, ClaimState, Entity, Source, SourceLink

EDITS = (
    "claim accept clm_1 clm_2",
    "claim reject clm_3",
    "claim split clm_2 --before 'شن هجوماً'",
    "claim merge clm_2",
    f"claim span clm_2 {span_of(ATTACK).start}:{span_of(ATTACK).end - 1}",
    "claim add art_one --quote 'مواقع' --source src_voice",
    "claim reword clm_2 'attack on positions'",
    "claim gloss clm_2 'IS attacked positions'",
    "claim note clm_2 'see the agency'",
    "claim link clm_1 --to src_voice",
    "claim link clm_4 --new 'ناطق' --kind named_person",
    "source add art_one 'مصدر آخر' --kind anonymous_single --gloss another",
    "source edit src_voice --label 'مصدر عسكري' --alias 'المصدر'",
    "source merge src_outlet src_voice --as likely_same --reason 'same words'",
    "corroborate clm_2 clm_4 --as related --note 'one event'",
    "rate clm_2 --reliability C",
    "verdict clm_2 disputed",
)


def everything(desk: Cli) -> list[Entity]:
    """Return every record, its version apart, in the order of the identifiers."""
    store = desk.store()
    found = [evolve(e, version=1) for kind in KINDS.values() for e in store.scan(kind)]
    return sorted(found, key=lambda entity: entity.id)


@pytest.mark.parametrize("line", EDITS)
def test_an_edit_is_one_commit_that_undo_takes_back(desk: Cli, line: str) -> None:
    before = everything(desk)
    report = desk.done(f"{line} --json").json
    assert everything(desk) != before
    assert set(report) == {"schema_version", "dry_run", "commits"}
    assert not report["dry_run"]
    commits = report["commits"]
    assert commits[-1]["reviewer"] == "Nour"
    assert all(
        set(change) == {"kind", "id", "version", "what"} for change in commits[-1]["changes"]
    )
    for _ in commits:
        desk.done("undo")
    assert everything(desk) == before


@pytest.mark.parametrize("line", EDITS)
def test_a_dry_run_reports_the_same_and_changes_nothing(desk: Cli, line: str) -> None:
    before = desk.bytes_on_disk()
    rehearsed = desk.done(f"{line} --dry-run --json")
    assert rehearsed.json["dry_run"]
    assert "nothing was written" in rehearsed.err
    assert desk.bytes_on_disk() == before
    labels = [commit["label"] for commit in rehearsed.json["commits"]]
    done = desk.done(f"{line} --json").json
    assert [commit["label"] for commit in done["commits"]] == labels


def test_accepting_and_rejecting_set_the_state(desk: Cli) -> None:
    desk.done("claim accept clm_1 clm_1 clm_2")
    desk.done("claim reject clm_3")
    states = {str(claim.id): claim.state for claim in desk.store().scan(Claim)}
    assert states["clm_1"] is states["clm_2"] is ClaimState.ACCEPTED
    assert states["clm_3"] is ClaimState.REJECTED
    desk.done("claim reopen clm_3")
    assert desk.store().get(Claim, "clm_3").state is ClaimState.PROPOSED


def test_a_split_names_both_parts(desk: Cli) -> None:
    report = desk.done("claim split clm_2 --before 'شن هجوماً' --json").json
    (commit,) = report["commits"]
    assert [record["quote"] for record in commit["records"]] == ['"داعش"', "شن هجوماً على مواقع"]


def test_places_are_named_by_offsets_or_by_words(desk: Cli) -> None:
    span = span_of(FLIGHT)
    desk.done(f"claim split clm_3 --at {span.start + 4}")
    desk.done("claim merge clm_3")
    desk.done("claim span clm_3 --quote 'فر المهاجمون'")
    assert desk.store().get(Claim, "clm_3").quote == "فر المهاجمون"


def test_a_claim_is_read_with_words_of_another_until_it_is_read_alone(desk: Cli) -> None:
    desk.done("claim share clm_3 --quote داعش")
    shown = desk.done("claims show clm_3 --json").json["claim"]
    assert (shown["shared_quote"], len(shown["shared"])) == ("داعش", 1)
    assert shown["quote"] == FLIGHT
    desk.done("claim share clm_3 --none")
    assert desk.store().get(Claim, "clm_3").shared == ()


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("claim split clm_2", 2, "Say where to split"),
        ("claim split clm_2 --at 0", 1, "no word on one side"),
        ("claim split clm_2 --before zebra", 1, "does not stand there"),
        ("claim span clm_2", 1, "No words of the article"),
        ("claim span clm_2 5:2", 1, "holds no text"),
        ("claim span clm_2 1:999999", 1, "characters"),
        ("claim span clm_2 five:two", 2, "is not a place such as"),
        ("claim add art_one --quote ا", 1, "more than once"),
        ("claim share clm_2", 1, "No words of the article"),
        ("claim share clm_2 --none 1:5", 2, "either words or --none"),
        ("claim share clm_2 --quote 'شن هجوماً'", 1, "has these words already"),
        ("claim accept", 2, "CLAIM"),
        ("claim accept clm_9", 3, "There is no claim clm_9"),
        ("claim merge clm_4", 1, "last claim"),
        ("claim link clm_2", 2, "Say who"),
        ("claim link clm_2 --new x", 2, "needs both"),
        ("claim link clm_1 --as-before", 1, "first claim"),
        ("source merge src_voice src_voice --reason x", 1, "cannot be linked to itself"),
        ("source merge src_voice src_outlet", 2, "--reason"),
        ("source unmerge src_voice src_outlet", 1, "Nothing was recorded"),
        ("source edit src_voice --label ''", 1, "needs a name"),
        ("corroborate clm_2 clm_2 --as related", 1, "two different claims"),
        ("corroborate clm_2 clm_3 --as sure", 2, "sure"),
        ("rate clm_2", 2, "Say what to rate"),
        ("rate clm_2 --credibility 7", 2, "7"),
        ("verdict clm_2 true", 2, "true"),
        ("verdict asn_none verified", 3, "There is no assertion"),
        ("redo", 1, "nothing of Nour's to redo"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    desk: Cli, line: str, code: int, said: str
) -> None:
    before = desk.bytes_on_disk()
    answer = desk(line)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("tracker: ")
    assert said in answer.err
    assert desk.bytes_on_disk() == before


def test_an_edit_that_changes_nothing_says_so(desk: Cli) -> None:
    answer = desk.done("claim note clm_2 ''")
    assert (answer.out, answer.err) == ("", "tracker: Nothing to change: it is so already.\n")


def test_sources_are_joined_and_parted(desk: Cli) -> None:
    desk.done("source merge src_outlet src_voice --reason 'it says so'")
    (link,) = desk.store().scan(SourceLink)
    assert link.reason == "it says so"
    assert len(desk.done("sources show src_voice --json").json["source"]["links"]) == 1
    assert "same_as" in desk.done("sources show src_voice").out
    desk.done("source unmerge src_voice src_outlet")
    assert list(desk.store().scan(SourceLink)) == []


def test_aliases_are_replaced_and_taken_away(desk: Cli) -> None:
    desk.done("source edit src_voice --alias A --alias B")
    assert desk.store().get(Source, "src_voice").aliases == ("A", "B")
    desk.done("source edit src_voice --gloss 'a source'")
    assert desk.store().get(Source, "src_voice").aliases == ("A", "B")
    desk.done("source edit src_voice --no-aliases")
    assert desk.store().get(Source, "src_voice").aliases == ()


def test_linking_as_before_takes_the_source_of_the_claim_before(desk: Cli) -> None:
    desk.done("claim link clm_2 --as-before")
    assert desk.store().get(Claim, "clm_2").source_id == "src_outlet"
    assert "already" in desk("claim link clm_2 --as-before").err


def test_credibility_one_is_questioned_until_something_independent_corroborates(
    desk: Cli,
) -> None:
    assert "independent origin" in desk.done("rate clm_2 --credibility 1").err
    desk.done("corroborate clm_2 clm_4 --as corroborates --dependence independent")
    assert desk.done("rate clm_2 --credibility 1 --confidence low").err == ""


def test_a_verdict_is_given_to_an_assertion_by_its_identifier(desk: Cli) -> None:
    desk.done("corroborate clm_2 clm_4 --as corroborates")
    (assertion,) = desk.done("assertions --json").json["assertions"]
    assert assertion["claim_ids"] == ["clm_2", "clm_4"]
    desk.done(f"verdict {assertion['id'][:7]} refuted --rationale 'never happened'")
    assert desk.done("claims show clm_4 --json").json["claim"]["verdict"] == "refuted"


def test_undo_and_redo_belong_to_each_reviewer_and_survive_restarts(desk: Cli) -> None:
    desk.done("claim accept clm_1")
    desk.done("--reviewer Sami claim accept clm_2")
    undone = desk.done("undo --json").json["commits"][0]
    assert (undone["action"], undone["changes"][0]["id"]) == ("undo", "clm_1")
    assert desk.store().get(Claim, "clm_2").state is ClaimState.ACCEPTED
    desk.done("redo")
    assert desk.store().get(Claim, "clm_1").state is ClaimState.ACCEPTED


def test_the_history_tells_who_changed_what(desk: Cli) -> None:
    desk.done("claim accept clm_1")
    desk.done("--reviewer Sami rate clm_2 --reliability B")
    rows = desk.done("history").rows
    assert [row[2] for row in rows] == ["Sami", "Nour", "Nour"]
    assert [row[4] for row in desk.done("history clm_1").rows] == ["Accept claim", "Add article"]
    newest = desk.done("history --limit 1 --json").json["commits"][0]
    assert newest["label"] == "Rate B"
    assert len(newest["hash"]) >= 64


def test_a_deleted_record_has_a_history_still(desk: Cli) -> None:
    desk.done("claim merge clm_2")
    assert [row[4] for row in desk.done("history clm_3").rows] == ["Merge claims", "Add article"]


def test_the_journal_is_folded_and_nothing_is_lost(desk: Cli) -> None:
    desk.done("claim accept clm_1")
    assert desk.done("compact --json").json["edits"] == 2
    assert len(desk.done("history").rows) == 2
