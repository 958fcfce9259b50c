"""Interchange formats, each read back by a program that is not ours, or held against its schema."""

import io
import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest
import rispy
import stix2
from attrs import evolve
from hypothesis import given
from pyld import jsonld

from tests.unit.export import sample
from tests.unit.export.databases import databases
from tests.unit.export.schemas import ANNO, CLAIM_REVIEWS, COLLECTION, CSL, MISP, SCHEMA_ORG
from tracker.errors import InputError
from tracker.export import EXPORTERS, Desk, Dossier, Records, parse_filter
from tracker.model import Article, Credibility, SourceKind, Verdict

STANDARDS = ("claimreview", "webannotation", "csl-json", "stix", "misp")
DESK = Desk(name="Desk", checks_url="https://desk.example/checks")


def written(name: str, dossier: Dossier | None = None) -> str:
    found = dossier or evolve(sample.dossier(), desk=DESK)
    return b"".join(EXPORTERS[name].write(found)).decode("utf-8")


def parsed(name: str, dossier: Dossier | None = None) -> Any:
    return json.loads(written(name, dossier))


def expanded(document: Any, contexts: Mapping[str, Any]) -> Any:
    """Return a JSON-LD document expanded by PyLD, its context taken from ``contexts`` alone."""

    def load(url: str, _: object) -> Mapping[str, Any]:
        return {
            "contextUrl": None,
            "documentUrl": url,
            "contentType": "application/ld+json",
            "document": {"@context": contexts[url]},
        }

    return jsonld.expand(document, {"documentLoader": load})


def with_articles(**changes: Any) -> Records:
    records = sample.records()
    return evolve(records, articles=tuple(evolve(a, **changes) for a in records.articles))


@given(databases())
def test_any_database_can_be_written_in_every_format(records: Records) -> None:
    dossier = sample.dossier(records)
    for name in STANDARDS:
        parsed(name, dossier)
    for exporter in EXPORTERS.values():
        assert b"".join(exporter.shown(dossier)) is not None


# ClaimReview


def reviews(dossier: Dossier | None = None) -> list[Any]:
    return list(parsed("claimreview", dossier)["dataFeedElement"])


def test_reviews_have_the_fields_that_collectors_require() -> None:
    feed = parsed("claimreview")
    jsonschema.validate(feed, CLAIM_REVIEWS)
    (review,) = reviews()
    assert review["claimReviewed"] == "People died in the attack"
    assert review["url"] == "https://desk.example/checks/ass_1"
    assert review["author"] == {"@type": "Organization", "name": "Desk"}
    assert review["reviewRating"]["alternateName"] == "مرجَّح"
    assert "two voices" in review["reviewRating"]["ratingExplanation"]
    assert "أصلان مستقلان" in review["reviewRating"]["ratingExplanation"]


def test_no_rating_is_a_number_and_nobody_rated_is_nothing() -> None:
    assert "ratingValue" not in written("claimreview")
    (review,) = reviews()
    aspects = {
        (opinion["author"]["name"], rating["reviewAspect"]): rating["alternateName"]
        for opinion in review["associatedReview"]
        for rating in opinion["reviewRating"]
    }
    assert aspects["Rana", "Credibility of the information"] == "6: Truth cannot be judged"
    assert ("Omar", "Credibility of the information") not in aspects


@pytest.mark.parametrize(
    ("kind", "author"),
    [
        (SourceKind.ANONYMOUS_SINGLE, None),
        (SourceKind.ANONYMOUS_PLURAL, None),
        (SourceKind.DOCUMENT, None),
        (SourceKind.NAMED_PERSON, "Person"),
        (SourceKind.ORGANISATION, "Organization"),
    ],
)
def test_only_who_is_named_is_the_author_of_a_claim(kind: SourceKind, author: str | None) -> None:
    records = sample.records()
    sources = tuple(
        evolve(s, kind=kind, article_id=s.article_id if kind.anonymous else None)
        if s.id == sample.VOICE
        else s
        for s in records.sources
    )
    (review,) = reviews(sample.dossier(evolve(records, sources=sources)))
    found = review["itemReviewed"].get("author")
    assert (found["@type"] if found else None) == author


def test_no_address_is_invented() -> None:
    (review,) = reviews(sample.dossier())
    assert "url" not in review
    assert review["creativeWorkStatus"] == "Draft"
    assert "author" not in review
    assert "url" not in review["itemReviewed"]["firstAppearance"]
    hostile = sample.dossier(with_articles(url="javascript:alert(1)"))
    assert "javascript" not in written("claimreview", hostile)
    assert "drafts" in EXPORTERS["claimreview"].note(sample.dossier())


def test_the_first_report_comes_first_and_the_others_are_told() -> None:
    claim = reviews()[0]["itemReviewed"]
    assert claim["firstAppearance"]["datePublished"] == "2020-11-10"
    assert [article["datePublished"] for article in claim["appearance"]] == ["2020-11-12"]


def test_claims_without_a_verdict_of_the_desk_are_left_out_and_counted() -> None:
    dossier = evolve(sample.dossier(filter=parse_filter("claim=clm_2fled")), desk=DESK)
    assert reviews(dossier) == []
    assert EXPORTERS["claimreview"].note(dossier) == (
        "Left out, because the desk has not ruled on them: 1."
    )


def test_reviews_mean_the_same_to_another_json_ld_processor() -> None:
    (feed,) = expanded(parsed("claimreview"), {"https://schema.org": SCHEMA_ORG})
    (review,) = feed["http://schema.org/dataFeedElement"]
    assert review["@type"] == ["http://schema.org/ClaimReview"]
    (claim,) = review["http://schema.org/itemReviewed"]
    assert claim["@id"].startswith("urn:uuid:")
    (first,) = claim["http://schema.org/firstAppearance"]
    (publisher,) = first["http://schema.org/publisher"]
    assert publisher["http://schema.org/name"] == [{"@value": "العربي الجديد"}]


# Web Annotation


def annotations(dossier: Dossier | None = None) -> list[Any]:
    return list(parsed("webannotation", dossier)["first"]["items"])


def test_annotations_have_the_fields_of_the_recommendation() -> None:
    collection = parsed("webannotation")
    jsonschema.validate(collection, COLLECTION)
    assert collection["total"] == len(annotations()) == 4


@given(databases())
def test_selectors_find_the_words_in_the_text_by_place_and_by_quote(records: Records) -> None:
    dossier = sample.dossier(records)
    if not dossier.selected:
        assert "first" not in parsed("webannotation", dossier)
        return
    texts = {a.id: a.text for a in records.articles}
    for claim, annotation in zip(dossier.records.claims, annotations(dossier), strict=True):
        text = texts[claim.article_id]
        spans = (*claim.spans, *claim.shared)
        for span, target in zip(spans, annotation["target"], strict=True):
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"] == span.slice(text)
            before = text[: span.start]
            assert before.endswith(quote["prefix"])
            assert text[span.end :].startswith(quote["suffix"])


def test_a_text_without_an_address_is_named_by_its_hash() -> None:
    target = annotations()[0]["target"][0]
    assert target["source"].startswith("ni:///sha-256;")
    assert "cached" not in target["state"]
    url = "https://news.example/1"
    target = annotations(sample.dossier(with_articles(url=url)))[0]["target"][0]
    assert target["source"] == url
    assert target["state"]["cached"].startswith("ni:///sha-256;")


def test_annotations_mean_the_same_to_another_json_ld_processor() -> None:
    contexts = {"http://www.w3.org/ns/anno.jsonld": ANNO}
    (collection,) = expanded(parsed("webannotation"), contexts)
    oa = "http://www.w3.org/ns/oa#"
    (page,) = collection["https://www.w3.org/ns/activitystreams#first".replace("https", "http")]
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    first = items["@list"][0]
    assert first["@type"] == [f"{oa}Annotation"]
    assert first[f"{oa}motivatedBy"] == [{"@id": f"{oa}assessing"}]
    (target,) = first[f"{oa}hasTarget"]
    kinds = {selector["@type"][0] for selector in target[f"{oa}hasSelector"]}
    assert kinds == {f"{oa}TextPositionSelector", f"{oa}TextQuoteSelector"}
    body = first[f"{oa}hasBody"][0]
    assert body[f"{oa}textDirection"][0]["@id"] == f"{oa}ltrDirection"


def test_bodies_say_their_language_and_direction() -> None:
    bodies = annotations()[0]["body"]
    source = next(body for body in bodies if body["purpose"] == "identifying")
    assert (source["language"], source["textDirection"]) == ("ar", "rtl")
    assert bodies[0]["value"] == "Likely"
    assert bodies[0]["creator"]["name"] == "Huda"


# CSL-JSON and RIS


def test_articles_are_items_that_the_citation_schema_allows() -> None:
    items = parsed("csl-json")
    jsonschema.validate(items, CSL)
    assert [item["id"] for item in items] == ["art_1", "art_2"]
    assert items[0]["issued"] == {"date-parts": [[2020, 11, 10]]}
    assert items[0]["container-title"] == "العربي الجديد"
    assert items[0]["custom"]["claims"] == [sample.KILLED, sample.FLED]
    assert "author" not in items[0]


def test_what_is_not_known_of_an_article_is_left_out_of_citations() -> None:
    records = with_articles(published=None, title="", language="not a tag!")
    items = parsed("csl-json", sample.dossier(records))
    assert set(items[0]) == {"type", "id", "container-title", "custom"}
    text = written("ris", sample.dossier(records))
    assert not any(f"\n{tag}  -" in text for tag in ("TI", "PY", "DA", "UR", "LA", "AU"))
    assert parsed("csl-json", sample.dossier(Records())) == []


def test_ris_is_read_by_a_reference_manager() -> None:
    text = written("ris", sample.dossier(with_articles(url="https://news.example/1")))
    assert text.startswith("TY  - NEWS\r\n")
    assert text.endswith("ER  - \r\n\r\n")
    first, second = rispy.load(io.StringIO(text.replace("\r\n", "\n")))
    assert first["type_of_reference"] == "NEWS"
    assert first["title"] == sample.records().articles[1].title.strip()
    assert first["urls"] == ["https://news.example/1"]
    assert first["language"] == "ar"
    assert any(sample.records().articles[1].sha256 in note for note in first["notes"])
    assert second["secondary_title"] == "The Wire"


def test_a_title_of_several_lines_adds_no_tag_to_ris() -> None:
    hostile = "One\r\nER  - \r\nTY  - BOOK\x1b[2J"
    text = written("ris", sample.dossier(with_articles(title=hostile)))
    assert len(rispy.load(io.StringIO(text.replace("\r\n", "\n")))) == 2
    assert "\x1b" not in text


# STIX 2.1


def bundle(dossier: Dossier | None = None) -> Any:
    return stix2.parse(written("stix", dossier), allow_custom=False)


def objects_of(kind: str, dossier: Dossier | None = None) -> list[Any]:
    return [found for found in bundle(dossier).objects if found.type == kind]


def test_a_bundle_is_read_by_the_stix_library() -> None:
    kinds = [found.type for found in bundle().objects]
    assert kinds.count("report") == 2
    assert kinds.count("relationship") == 2
    assert kinds.count("identity") == 5
    ids = {found.id for found in bundle().objects}
    assert len(ids) == len(kinds)
    for found in bundle().objects:
        assert ids.issuperset(found.get("object_refs", []))


def test_credibility_is_a_number_only_where_it_could_be_judged() -> None:
    rated = {tuple(n.authors): n for n in objects_of("note") if "authors" in n}
    assert "confidence" not in rated["Rana",]
    assert 'admiralty-scale:information-credibility="6"' in rated["Rana",].labels
    assert rated["Omar",].labels == ['admiralty-scale:source-reliability="f"']
    records = sample.records()
    told = [
        (Credibility.CONFIRMED, 90),
        (Credibility.PROBABLY_TRUE, 70),
        (Credibility.POSSIBLY_TRUE, 50),
        (Credibility.DOUBTFUL, 30),
        (Credibility.IMPROBABLE, 10),
    ]
    for credibility, number in told:
        assessments = tuple(evolve(a, credibility=credibility) for a in records.assessments)
        notes = objects_of("note", sample.dossier(evolve(records, assessments=assessments)))
        assert {n.confidence for n in notes if "authors" in n} == {number}
        value = stix2.confidence.scales.admiralty_credibility_to_value(
            f"{credibility.value} - {_STIX_WORDS[credibility]}"
        )
        assert value == number


_STIX_WORDS = {
    Credibility.CONFIRMED: "Confirmed by other sources",
    Credibility.PROBABLY_TRUE: "Probably True",
    Credibility.POSSIBLY_TRUE: "Possibly True",
    Credibility.DOUBTFUL: "Doubtful",
    Credibility.IMPROBABLE: "Improbable",
}


def test_a_reviewers_verdict_is_an_opinion_on_the_claim() -> None:
    records = sample.records()
    assessments = tuple(evolve(a, verdict=Verdict.REFUTED) for a in records.assessments)
    opinions = objects_of("opinion", sample.dossier(evolve(records, assessments=assessments)))
    found = {name: o.opinion for o in opinions for name in o.authors}
    assert found == {"Rana": "strongly-disagree", "Omar": "strongly-disagree", "Huda": "agree"}


def test_an_article_without_a_day_is_a_grouping_and_no_day_is_invented() -> None:
    dossier = sample.dossier(with_articles(published=None))
    assert objects_of("report", dossier) == []
    assert len(objects_of("grouping", dossier)) == 2


def test_nobody_anonymous_is_an_individual() -> None:
    classes = {i.name: i.identity_class for i in objects_of("identity")}
    assert classes["Residents"] == "class"
    assert classes['مصدر لـ"العربي الجديد"'] == "unknown"
    assert classes["The Wire"] == "organization"


@pytest.mark.parametrize("name", ["stix", "misp"])
def test_an_empty_database_is_refused_where_a_time_is_required(name: str) -> None:
    with pytest.raises(InputError, match="the database is empty"):
        written(name, sample.dossier(Records()))


# MISP


def misp_objects(name: str, dossier: Dossier | None = None) -> list[Any]:
    event = parsed("misp", dossier)["Event"]
    return [found for found in event["Object"] if found["name"] == name]


def values(found: Any) -> dict[str, str]:
    return {a["object_relation"]: a["value"] for a in found["Attribute"]}


def test_an_event_has_the_fields_of_the_core_format_and_of_its_templates() -> None:
    event = parsed("misp")
    jsonschema.validate(event, MISP)
    assert event["Event"]["published"] is False
    assert len(misp_objects("news-media")) == 2
    assert len(misp_objects("annotation")) == 4
    assert len(misp_objects("intelligence-source-assessment")) == 5
    ids = {found["uuid"] for found in event["Event"]["Object"]}
    for found in event["Event"]["Object"]:
        for link in found.get("ObjectReference", []):
            assert link["referenced_uuid"] in ids


def test_ratings_are_spelt_as_the_taxonomy_spells_them() -> None:
    rated = [
        o for o in misp_objects("intelligence-source-assessment") if o["comment"] == "Rated by Rana"
    ]
    assert values(rated[0])["source-reliability"] == "B - Usually reliable"
    assert values(rated[0])["information-credibility"] == "6 - Truth cannot be judged"
    tags = [tag["name"] for a in rated[0]["Attribute"] for tag in a.get("Tag", [])]
    assert tags == [
        'admiralty-scale:source-reliability="b"',
        'admiralty-scale:information-credibility="6"',
        'estimative-language:confidence-in-analytic-judgment="low"',
    ]
    records = sample.records()
    doubted = tuple(evolve(a, credibility=Credibility.DOUBTFUL) for a in records.assessments)
    text = written("misp", sample.dossier(evolve(records, assessments=doubted)))
    assert "4 - Doubtful" in text
    assert "Doubtfully" not in text


def test_what_nobody_rated_is_left_out_of_misp() -> None:
    unrated = [
        o for o in misp_objects("intelligence-source-assessment") if o["comment"] == "Not rated"
    ]
    assert len(unrated) == 3
    assert set(values(unrated[0])) == {"source-id", "source-summary", "source-type"}


# What holds for all


@pytest.mark.parametrize("name", [*STANDARDS, "ris"])
def test_the_tool_the_filter_the_layout_and_every_hash_stand_in_it(name: str) -> None:
    dossier = evolve(sample.dossier(filter=parse_filter("verdict=likely")), desk=DESK)
    text = written(name, dossier)
    assert "tracker 0.1.0" in text
    assert "verdict=likely" in text
    for article in dossier.selected_articles():
        assert article.sha256 in text or _named(article) in text


def _named(article: Article) -> str:
    from tracker.export.identifiers import name_of_text

    return name_of_text(article)


@pytest.mark.parametrize("name", [*STANDARDS, "ris"])
def test_formats_for_others_never_hold_confidences(name: str) -> None:
    asked = evolve(sample.dossier(include_confidential=True), desk=DESK)
    assert sample.SECRET not in written(name, asked)
    assert not EXPORTERS[name].confidences


def test_letters_that_say_unjudged_stay_letters() -> None:
    assert 'source-reliability=\\"f\\"' in written("stix")
    assert 'source-reliability=\\"f\\"' in written("misp")
