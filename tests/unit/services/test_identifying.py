"""Suggestions of one voice, and the seed's own: kept apart, with the candidate shown."""

from pathlib import Path

import tracker
from tests.desk import article, claim, make_session, outlet, voice
from tracker.credibility import Likeness
from tracker.intake import Received, read_file
from tracker.model import Change, Claim, Identity, Source, SourceId, SourceKind, SourceLink, Verdict
from tracker.services.adding import add_article
from tracker.services.identifying import suggestions_for, why_apart
from tracker.services.judging import rule_on_claim
from tracker.services.recording import Scope, all_records, members_of, record_of
from tracker.services.reviewing import decide
from tracker.services.session import Session
from tracker.services.sources import link_sources

SEED = next((Path(tracker.__file__).parent.parent / "seeds").glob("*.txt"))


def two_articles(place: str = "الرقة") -> Session:
    """Two voices of one outlet, one speaking of Raqqa, the other of ``place``."""
    session = make_session()
    texts = {"art_a": "قصف في الرقة", "art_b": f"هدوء في {place}"}
    session.commit(
        "Set up",
        Change(after=outlet()),
        *(Change(after=article(text, name)) for name, text in texts.items()),
        Change(after=voice(source_id="src_a", article_id="art_a")),
        Change(after=voice(source_id="src_b", article_id="art_b")),
        *(
            Change(
                after=claim(
                    text,
                    name.replace("art", "clm"),
                    text=text,
                    article_id=name,
                    source_id=name.replace("art", "src"),
                )
            )
            for name, text in texts.items()
        ),
    )
    return session


def test_one_descriptor_in_two_articles_is_suggested_and_nothing_is_joined() -> None:
    session = two_articles()
    (found,) = suggestions_for(session.store, SourceId("src_a"))
    assert found.source.id == "src_b"
    assert "descriptor" in found.likeness.reasons
    assert session.store.count(SourceLink) == 0
    assert record_of(session.store, SourceId("src_a")).voices == 1


def test_a_bare_descriptor_is_no_suggestion_where_the_claims_speak_of_other_places() -> None:
    store = two_articles("إدلب").store
    assert suggestions_for(store, SourceId("src_a")) == ()
    assert why_apart(store, SourceId("src_a"), SourceId("src_b")) == Likeness(block="beat")


def the_seed() -> Received:
    (received,) = read_file(SEED)
    assert isinstance(received, Received)
    return received


def test_what_was_judged_once_is_not_suggested_again() -> None:
    session = two_articles()
    ends = SourceId("src_a"), SourceId("src_b")
    link_sources(session, *ends, Identity.DISTINCT_FROM, "another front")
    assert suggestions_for(session.store, ends[0]) == ()
    assert why_apart(session.store, *ends) == Likeness(block="judged")


def test_the_seeds_sources_are_profiles_and_the_ambiguous_one_stands_apart() -> None:
    session = make_session()
    added = add_article(session, the_seed())
    store = session.store
    voices = {s.label: s for s in store.find(Source, "article_id", added.article.id)}
    assert len(voices) == 3
    single = next(s for s in voices.values() if s.kind is SourceKind.ANONYMOUS_SINGLE)
    close = next(s for s in voices.values() if s.affiliation)
    vague = next(s for s in voices.values() if s not in (single, close))
    assert vague.kind is SourceKind.ANONYMOUS_PLURAL
    assert single.id in vague.candidate_ids
    assert [s.source.id for s in suggestions_for(store, vague.id)] == [single.id]
    assert store.count(SourceLink) == 0
    assert close.affiliation is not None
    assert close.affiliation.relation == "close_to"
    assert {s.outlet_id for s in voices.values()} == {added.article.outlet_id}
    assert len(members_of(store, single, Scope.PROFILE)) == 1


def test_the_seeds_outlet_answers_for_its_own_claims_and_accusers_get_no_credit() -> None:
    session = make_session()
    added = add_article(session, the_seed())
    store = session.store
    claims = list(store.scan(Claim))
    decide(session, [c.id for c in claims], claims[0].state.ACCEPTED)
    own = record_of(store, added.article.outlet_id)
    assert own.cited == 16
    charge = next(c for c in store.scan(Claim) if c.allegation)
    rule_on_claim(session, charge.id, Verdict.VERIFIED)
    assert all(record.resolved == 0 for _, record in all_records(store))
    total = sum(record_of(store, s.id).cited for s in store.scan(Source))
    assert total == len(claims)
