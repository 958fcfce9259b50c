"""Whatever is known of a claim stands in every format whose readers have a use for it."""

import csv
import html
import io
import json
import re
from typing import Any

import jsonschema
import pytest
import stix2
from attrs import evolve

from tests.unit.export import full_desk, sample
from tests.unit.export.schemas import CLAIM_REVIEWS, COLLECTION, CSL, MISP
from tracker.export import EXPORTERS, Desk, Dossier
from tracker.export.words import Words
from tracker.model import Likelihood

PROFILE = full_desk.PROFILE
SAID = (
    PROFILE.role,
    PROFILE.place,
    PROFILE.beat,
    PROFILE.reporter,
    PROFILE.position_to_know,
    PROFILE.anonymity_reason,
    PROFILE.motive,
    "قسد",
)
#: Formats that hold what is said of claims; citations hold articles alone.
OF_CLAIMS = [name for name in EXPORTERS if name not in {"csl-json", "ris"}]


def dossier() -> Dossier:
    desk = Desk(name="Desk", checks_url="https://desk.example/checks")
    return evolve(sample.dossier(full_desk.records()), desk=desk, language="en")


def shown(name: str) -> str:
    """Return an export as text, with JSON's and HTML's escapes undone."""
    text = b"".join(EXPORTERS[name].shown(dossier())).decode("utf-8-sig")
    return html.unescape(text)


def parsed(name: str) -> Any:
    return json.loads(b"".join(EXPORTERS[name].write(dossier())))


@pytest.mark.parametrize("name", [name for name in OF_CLAIMS if name != "claimreview"])
def test_a_format_of_claims_says_all_that_is_said_of_a_source(name: str) -> None:
    text = b"".join(EXPORTERS["html"].write(dossier())).decode() if name == "html" else shown(name)
    for words in SAID:
        assert words in text


@pytest.mark.parametrize("name", OF_CLAIMS)
def test_a_format_of_claims_holds_evidence_settlement_and_allegation(name: str) -> None:
    text = b"".join(EXPORTERS["html"].write(dossier())).decode() if name == "html" else shown(name)
    for words in full_desk.EVIDENCE:
        assert words in text
    assert full_desk.SETTLED in text
    if name != "claimreview":
        assert full_desk.ACCUSER in text


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "xlsx", "markdown", "html"])
def test_formats_of_the_desk_say_who_was_asked_to_rate(name: str) -> None:
    assert "Sami" in shown(name)


@pytest.mark.parametrize("name", ["claimreview", "webannotation", "stix", "misp"])
def test_formats_for_others_do_not_say_who_was_asked_to_rate(name: str) -> None:
    assert "Sami" not in shown(name)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("claimreview", CLAIM_REVIEWS), ("webannotation", COLLECTION), ("csl-json", CSL),
     ("misp", MISP)],
)  # fmt: skip
def test_a_full_desk_keeps_to_the_standards(name: str, schema: dict[str, Any]) -> None:
    jsonschema.validate(parsed(name), schema)


def test_a_full_desk_is_read_by_the_stix_library() -> None:
    bundle = stix2.parse(json.dumps(parsed("stix")), allow_custom=False)
    voice = next(o for o in bundle.objects if o.get("roles"))
    assert voice.roles == [PROFILE.role]
    settled = next(o for o in bundle.objects if o.get("content") == full_desk.SETTLED)
    assert (settled.confidence, settled.authors) == (30, ["Huda"])
    opinion = next(o for o in bundle.objects if o.type == "opinion")
    assert opinion.opinion == "agree"
    assert len(opinion.object_refs) == 2


@pytest.mark.parametrize("name", ["stix", "misp"])
def test_likelihoods_are_spelt_as_the_taxonomy_spells_them(name: str) -> None:
    text = b"".join(EXPORTERS[name].write(dossier())).decode()
    assert 'estimative-language:likelihood-probability=\\"roughly-even-chance\\"' in text


def test_json_gives_a_likelihood_its_range_and_an_assignment_its_answer() -> None:
    first = next(c for c in parsed("json")["claims"] if c["id"] == sample.KILLED)
    rated = next(a for a in first["assessments"] if a["reviewer"] == "Rana")
    assert rated["likelihood"]["percent"] == list(Likelihood.ROUGHLY_EVEN.percent)
    assert [(a["reviewer"], a["met"]) for a in first["assignments"]] == [("Sami", False)]
    assert first["source"]["profile"]["number"] == 3
    assert first["article"]["version_of"] == full_desk.EARLIER
    assert first["article"]["check_original"] is True


def test_what_is_not_said_is_null_in_json_and_empty_in_tables() -> None:
    last = parsed("json")["claims"][-1]
    assert last["id"] == sample.DENIED
    for name in ("allegation", "settlement", "wording", "gloss", "note"):
        assert last[name] is None
    assert last["source"]["profile"] is None
    text = b"".join(EXPORTERS["csv"].write(dossier())).decode("utf-8-sig")
    row = list(csv.DictReader(io.StringIO(text, newline="")))[-1]
    for name in ("distance", "identity_known_to", "stated_number", "likelihood", "settled"):
        assert row[name] == ""


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_no_line_of_a_report_holds_a_likelihood_and_a_confidence(name: str) -> None:
    text = b"".join(EXPORTERS[name].write(dossier())).decode()
    lines = [line for line in text.splitlines() if "Roughly even" in line]
    assert lines
    assert not any("onfidence" in line for line in lines)


def test_a_byline_is_an_author_unless_it_is_a_guess() -> None:
    first = parsed("csl-json")[0]
    assert first["author"] == [{"literal": full_desk.BYLINE}]
    assert f"AU  - {full_desk.BYLINE}\r\n" in b"".join(EXPORTERS["ris"].write(dossier())).decode()
    records = full_desk.records()
    guessed = tuple(evolve(a, guesses=("byline",)) for a in records.articles)
    found = sample.dossier(evolve(records, articles=guessed))
    assert "author" not in json.loads(b"".join(EXPORTERS["csl-json"].write(found)))[0]
    text = b"".join(EXPORTERS["ris"].write(found)).decode()
    assert "AU  -" not in text
    assert "N1  - Guessed, not confirmed: byline" in text


def test_every_scale_that_something_is_rated_on_is_in_the_scales() -> None:
    for name in ("json", "jsonl", "markdown", "html", "stix", "misp", "webannotation"):
        assert b"Intelligence Community Directive 203" in b"".join(EXPORTERS[name].write(dossier()))
    assert [scale.name.en for scale in dossier().scales.all][-2:] == ["Likelihood", "Verdict"]


def test_what_is_said_of_a_source_has_a_name_in_both_languages() -> None:
    for fact in ("affiliation", "stated_number", *("role", "place", "beat", "reporter"), "motive"):
        assert Words("ar")[fact] != Words("en")[fact]


@pytest.mark.parametrize("name", OF_CLAIMS)
def test_a_format_of_claims_holds_what_others_found_of_the_same_claim(name: str) -> None:
    text = b"".join(EXPORTERS["html"].write(dossier())).decode() if name == "html" else shown(name)
    check = full_desk.CHECKED
    for words in (check.publisher, check.rating, "2020-11-15", "checks.example/1"):
        assert words in text
    if name != "jsonl":
        assert full_desk.OTHER_CHECK.publisher not in text


def test_a_verdict_of_others_changes_none_of_the_desk() -> None:
    ours = parsed("claimreview")["dataFeedElement"][0]
    (theirs,) = ours["associatedClaimReview"]
    assert theirs["author"] == {"@type": "Organization", "name": full_desk.CHECKED.publisher}
    assert theirs["reviewRating"] == {"@type": "Rating", "alternateName": "مضلل"}
    assert ours["reviewRating"]["alternateName"] == "مرجَّح"
    first, second = parsed("json")["claims"][:2]
    assert [check["rating"] for check in first["fact_checks"]] == ["مضلل"]
    assert first["assertion"]["verdict"]["code"] == "likely"
    assert second["fact_checks"] == []


def test_a_fact_check_without_publisher_rating_or_address_is_told_as_such() -> None:
    bare = evolve(full_desk.CHECKED, publisher="", rating="", url="javascript:x", published=None)
    records = full_desk.records()
    checks = tuple(bare if c.id == bare.id else c for c in records.fact_checks)
    found = sample.dossier(evolve(records, fact_checks=checks))
    for name in EXPORTERS:
        text = b"".join(EXPORTERS[name].write(found)).decode("utf-8", "replace")
        if name not in {"jsonl", "json", "csv", "xlsx"}:
            assert "javascript:" not in text
    text = b"".join(EXPORTERS["markdown"].write(found)).decode()
    assert "Fact-check by others: publisher not stated: no rating stated" in text


@pytest.mark.parametrize("name", ["webannotation", "stix", "misp"])
def test_words_that_a_claim_is_read_with_are_told_apart_from_its_own(name: str) -> None:
    text = b"".join(EXPORTERS[name].write(dossier())).decode()
    assert full_desk.SHARED in text
    assert re.search(rf"(?i)read[ -]with(: |=){full_desk.SHARED}", text)


def test_a_mark_covers_also_the_words_that_a_claim_is_read_with() -> None:
    marked = parsed("webannotation")["first"]["items"][1]["target"]
    exact = [target["selector"][1]["exact"] for target in marked]
    assert exact == ["فر المهاجمون", full_desk.SHARED]
