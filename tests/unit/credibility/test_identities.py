"""Sources are suggested as one voice by rule, kept apart by rule, and never joined by either."""

from datetime import date

import pytest
from attrs import evolve

from tracker.credibility import Setting, likeness, profile_key
from tracker.model import Affiliation, ArticleId, Profile, Source, SourceId, SourceKind


def voice(name: str, article: str, outlet: str = "out", **profile: str) -> Source:
    return Source(
        id=SourceId(name),
        kind=SourceKind.ANONYMOUS_SINGLE,
        label="مصدر عسكري",
        outlet_id=SourceId(outlet),
        article_id=ArticleId(article),
        profile=Profile(**profile),  # type: ignore[arg-type]  # texts only
    )


ONE = voice("s1", "art1")
OTHER = voice("s2", "art2")


def close_to(source: Source, entity: str) -> Source:
    return evolve(source, affiliation=Affiliation(entity=entity, relation="close_to"))


def test_one_descriptor_of_one_outlet_is_suggested_with_its_reasons() -> None:
    raqqa = frozenset({"raqqa"})
    found = likeness(
        ONE,
        OTHER,
        settings=(
            Setting(published=date(2020, 11, 1), byline="هدى", matter=raqqa),
            Setting(published=date(2020, 11, 20), byline="هُدى", matter=raqqa | {"isis"}),
        ),
    )
    assert found.block == ""
    assert set(found.reasons) == {"descriptor", "outlet", "near", "byline", "matter"}


def test_a_descriptor_alone_speaks_for_nothing() -> None:
    assert likeness(ONE, OTHER).block == "nothing"


def test_voices_that_speak_of_different_places_and_actors_have_different_beats() -> None:
    apart = (Setting(matter=frozenset({"raqqa"})), Setting(matter=frozenset({"idlib"})))
    assert likeness(ONE, OTHER, settings=apart).block == "beat"
    beat = {"beat": "التهريب"}
    stated = likeness(voice("a", "x", **beat), voice("b", "y", **beat), settings=apart)
    assert "beat" in stated.reasons


def test_voices_that_no_outlet_vouches_for_are_never_suggested() -> None:
    one, other = (evolve(source, outlet_id=None) for source in (ONE, OTHER))
    assert likeness(one, other).block == "outlet"


def test_what_is_stated_alike_makes_it_likelier() -> None:
    beat = {"beat": "التهريب"}
    told = likeness(voice("a", "x", **beat), voice("b", "y", **beat))
    assert told.strength > likeness(ONE, OTHER).strength
    assert "beat" in told.reasons


@pytest.mark.parametrize(
    ("other", "block"),
    [
        (voice("s2", "art2", "another"), "outlet"),
        (evolve(OTHER, kind=SourceKind.ANONYMOUS_PLURAL), "number"),
        (voice("s2", "art1"), "article"),
        (close_to(OTHER, "النظام"), "affiliation"),
        (voice("s2", "art2", beat="النفط"), "beat"),
        (voice("s2", "art2", place="حلب"), "beat"),
        (evolve(OTHER, label="شاهد"), "nothing"),
    ],
)
def test_a_rule_keeps_two_sources_apart(other: Source, block: str) -> None:
    one = close_to(voice("s1", "art1", beat="التهريب", place="الرقة"), "قسد")
    found = likeness(one, other)
    assert (found.block, found.reasons) == (block, ())


def test_what_a_reviewer_judged_is_not_suggested_again() -> None:
    assert likeness(ONE, OTHER, judged=True).block == "judged"


def test_an_article_may_itself_leave_open_whether_two_voices_are_one() -> None:
    vague = evolve(voice("s2", "art1"), kind=SourceKind.ANONYMOUS_PLURAL, candidate_ids=(ONE.id,))
    assert likeness(ONE, vague).reasons == ("candidate",)
    assert likeness(vague, ONE).reasons == ("candidate",)


def test_named_sources_are_suggested_by_a_name_in_common_however_it_is_spelt() -> None:
    sana = Source(id=SourceId("o1"), kind=SourceKind.ORGANISATION, label="سانا", aliases=("SANA",))
    agency = Source(id=SourceId("o2"), kind=SourceKind.OUTLET, label="Sana")
    assert likeness(sana, agency).reasons == ("name",)
    person = evolve(agency, kind=SourceKind.NAMED_PERSON)
    assert likeness(sana, person).block == "kind"
    assert likeness(sana, ONE).block == "kind"


def test_a_class_is_what_outlet_number_affiliation_role_beat_and_place_have_in_common() -> None:
    assert profile_key(ONE) == profile_key(evolve(OTHER, label="مصدر"))
    assert profile_key(ONE) != profile_key(close_to(OTHER, "قسد"))
    assert profile_key(ONE) != profile_key(voice("s3", "art3", role="ضابط"))
