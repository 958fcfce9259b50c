"""Lists and single records: tab-separated for pipes, JSON with a fixed shape."""

import pytest

from tests.cli.conftest import Cli
from tests.desk import ARRESTS, ATTACK, HEADLINE, TEXT

CLAIM_FIELDS = {
    "id",
    "version",
    "article_id",
    "state",
    "spans",
    "quote",
    "shared",
    "shared_quote",
    "wording",
    "gloss",
    "note",
    "source",
    "attribution",
    "allegation",
    "reasons",
    "assertion_id",
    "verdict",
}
ARTICLE_FIELDS = {
    "id",
    "version",
    "title",
    "outlet",
    "published",
    "language",
    "origin",
    "url",
    "sha256",
    "guesses",
    "byline",
    "provenance",
    "original",
    "media_type",
    "encoding",
    "check_original",
    "previous_id",
    "added_at",
    "added_by",
    "claims",
}


@pytest.mark.parametrize("line", ["claims", "claims list", "claims --article art_one"])
def test_claims_come_in_reading_order_with_their_sources(desk: Cli, line: str) -> None:
    rows = desk.done(line).rows
    assert rows[0] == ["clm_1", "proposed", "العربي الجديد", HEADLINE]
    assert rows[1] == ["clm_2", "proposed", "مصدر", ATTACK]
    assert len(rows) == 4


@pytest.mark.parametrize("line", ["--json claims list", "claims --json", "claims list --json"])
def test_json_may_be_asked_for_before_and_after_the_command(desk: Cli, line: str) -> None:
    answer = desk.done(line).json
    assert answer["schema_version"] == 1
    assert [claim["id"] for claim in answer["claims"]] == ["clm_1", "clm_2", "clm_3", "clm_4"]
    assert set(answer["claims"][0]) == CLAIM_FIELDS


def test_a_claims_offsets_count_characters_of_the_article(desk: Cli) -> None:
    claim = desk.done("claims show clm_4 --json").json["claim"]
    (span,) = claim["spans"]
    assert TEXT[span["start"] : span["end"]] == claim["quote"] == ARRESTS
    assert claim["source"] == {"id": "src_voice", "label": "مصدر", "kind": "anonymous_single"}
    assert set(claim) == CLAIM_FIELDS | {
        "corroborations",
        "assessments",
        "fact_checks",
        "details",
        "standing",
    }


def test_claims_are_filtered(desk: Cli) -> None:
    desk.done("claim accept clm_2")
    assert [row[0] for row in desk.done("claims --state accepted").rows] == ["clm_2"]
    assert [row[0] for row in desk.done("claims --source src_outlet").rows] == ["clm_1"]
    assert [row[0] for row in desk.done("claims --source 'العربي الجديد'").rows] == ["clm_1"]
    assert [row[0] for row in desk.done("claims --search 'شخصا 15'").rows] == ["clm_4"]
    assert desk.done("claims --search zebra").rows == []


def test_articles_tell_how_far_their_review_is(desk: Cli) -> None:
    desk.done("claim accept clm_2")
    assert desk.done("articles").rows == [["art_one", "", "العربي الجديد", "1/4", "", HEADLINE]]
    (article,) = desk.done("articles list --language ar --json").json["articles"]
    assert set(article) == ARTICLE_FIELDS
    assert article["claims"] == {"proposed": 3, "accepted": 1, "rejected": 0, "total": 4}
    assert desk.done("articles --outlet src_outlet --search zebra").rows == []


def test_an_article_is_shown_with_its_text_as_received(desk: Cli) -> None:
    article = desk.done("articles show art --json").json["article"]
    assert article["text"] == TEXT
    assert set(article) == ARTICLE_FIELDS | {"text", "passages", "claim_ids"}
    assert ["title", HEADLINE] in desk.done("articles show art_one").rows


def test_sources_are_listed_and_shown_without_what_was_noted_in_confidence(desk: Cli) -> None:
    desk.done("source edit src_voice --confidential 'met in May'")
    everything = desk.done("sources --json").out + desk.done("sources show مصدر").out
    everything += desk.done("sources show src_voice --json").out
    assert "met in May" not in everything
    assert [row[0] for row in desk.done("sources --kind outlet").rows] == ["src_outlet"]
    assert [row[0] for row in desk.done("sources --outlet src_outlet").rows] == ["src_voice"]


def test_assertions_and_assessments_are_listed_and_shown(desk: Cli) -> None:
    desk.done("verdict clm_2 likely --rationale 'two photographs'")
    desk.done("rate clm_2 --reliability B --credibility 2")
    (assertion,) = desk.done("assertions --verdict likely --json").json["assertions"]
    assert assertion["ruling"]["rationale"] == "two photographs"
    shown = desk.done(f"assertions show {assertion['id']} --json").json["assertion"]
    assert shown["standing"] == {"reports": 1, "outlets": 1, "origins": 1, "origins_unknown": 0}
    assert [claim["id"] for claim in shown["claims"]] == ["clm_2"]
    table = desk.done(f"assertions show {assertion['id']}").rows
    assert ["behind it", "1 report · 1 outlet · 1 origin"] in table
    (rating,) = desk.done("assessments --claim clm_2 --by Nour --json").json["assessments"]
    assert (rating["reliability"], rating["credibility"]) == ("B", "2")
    assert ["rating", "B2"] in desk.done(f"assessments show {rating['id']}").rows
    assert desk.done(f"assessments show {rating['id']} --json").json["assessment"] == rating
    assert desk.done("assessments --by Sami").rows == []


def test_a_track_record_withholds_the_letter_until_there_are_outcomes(desk: Cli) -> None:
    record = desk.done("record src_voice --json").json["record"]
    assert (record["resolved"], record["letter"]) == (0, "F")
    assert set(record["interval"]) == {"low", "high", "level"}
    desk.done("claim accept clm_2")
    desk.done("verdict clm_2 verified")
    assert ["outcomes", "1 of 1 resolved borne out"] in desk.done("record مصدر").rows
    everyone = desk.done("record").rows
    assert [row[:4] for row in everyone if row[0] == "src_voice"] == [
        ["src_voice", "مصدر", "1", "1"]
    ]
    assert len(desk.done("record --json").json["records"]) == 2


def test_an_unknown_identifier_ends_with_its_own_exit_code(desk: Cli) -> None:
    for line in ("claims show clm_9", "articles show x", "sources show x", "history x", "record x"):
        answer = desk(line)
        assert (answer.code, answer.out) == (3, "")
        assert answer.err.startswith("tracker: There is no ")


def test_a_beginning_that_fits_several_records_is_no_identifier(desk: Cli) -> None:
    answer = desk("claims show clm_")
    assert answer.code == 1
    assert "could be any of clm_1, clm_2" in answer.err


def test_reading_a_database_that_is_not_there_says_so_and_makes_nothing(empty: Cli) -> None:
    answer = empty("claims")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith("tracker: There is no database at ")
    assert empty.bytes_on_disk() == {}
