"""Linking claims to sources: the cue stays, the chain follows, guesses come best first."""

import pytest

from tests.desk import article, colleague, desk_session, outlet, voice
from tracker.errors import RuleError
from tracker.model import ArticleId, Change, Claim, ClaimId, Delivery, Source, SourceId, SourceKind
from tracker.services.linking import (
    choices,
    create_source,
    link_as_before,
    link_new_source,
    link_source,
)
from tracker.services.session import Session
from tracker.services.undoing import undo

ONE = ArticleId("art_one")


def the(session: Session, claim_id: str) -> Claim:
    return session.store.get(Claim, claim_id)


def test_a_claim_linked_to_its_outlet_is_in_the_outlets_own_voice() -> None:
    session = desk_session()
    link_source(session, [ClaimId("clm_2")], SourceId("src_outlet"))
    attribution = the(session, "clm_2").attribution
    assert attribution.cue is None
    assert attribution.delivery is Delivery.OWN_VOICE


def test_another_source_keeps_the_cue_and_gives_the_chain() -> None:
    session = desk_session()
    cue = the(session, "clm_2").attribution.cue
    sdf = create_source(session, ONE, SourceKind.ANONYMOUS_PLURAL, ' مصادر مقربة من "قسد" ')
    link_source(session, [ClaimId("clm_2"), ClaimId("clm_3")], sdf.id)
    attribution = the(session, "clm_2").attribution
    assert attribution.cue == cue
    assert attribution.chain == (sdf.id, "src_outlet")
    assert the(session, "clm_3").source_id == sdf.id


def test_a_new_source_and_its_links_are_one_edit_and_one_undo() -> None:
    session = desk_session()
    made = link_new_source(
        session, [ClaimId("clm_2"), ClaimId("clm_3")], SourceKind.NAMED_PERSON, "صبري صيدم"
    )
    assert the(session, "clm_3").source_id == made.id
    undo(session)
    assert the(session, "clm_2").source_id == "src_voice"
    assert made not in session.store.scan(Source)
    with pytest.raises(RuleError, match="needs a name"):
        link_new_source(session, [ClaimId("clm_2")], SourceKind.DOCUMENT, " ")


def test_same_as_before_takes_the_source_of_the_previous_claim() -> None:
    session = desk_session()
    link_source(session, [ClaimId("clm_3")], SourceId("src_outlet"))
    link_as_before(session, ClaimId("clm_4"))
    assert the(session, "clm_4").source_id == "src_outlet"
    with pytest.raises(RuleError, match="first claim"):
        link_as_before(session, ClaimId("clm_1"))


def test_an_anonymous_voice_of_another_article_cannot_be_linked() -> None:
    session = desk_session()
    other = article(text="نص آخر", article_id="art_two")
    stranger = voice(source_id="src_stranger", article_id="art_two")
    session.commit("Add", Change(after=other), Change(after=stranger))
    with pytest.raises(RuleError, match="another article"):
        link_source(session, [ClaimId("clm_2")], stranger.id)


def test_an_anonymous_source_belongs_to_the_article_and_a_named_one_to_none() -> None:
    session = desk_session()
    person = create_source(session, ONE, SourceKind.NAMED_PERSON, "صبري صيدم")
    anonymous = create_source(session, ONE, SourceKind.ANONYMOUS_SINGLE, "مصدر")
    assert (person.article_id, anonymous.article_id) == (None, ONE)
    assert anonymous.outlet_id == "src_outlet"
    with pytest.raises(RuleError, match="needs a name"):
        create_source(session, ONE, SourceKind.DOCUMENT, "   ")


def test_the_best_guess_comes_first_and_typing_finds_any_known_source() -> None:
    session = desk_session()
    create_source(session, ONE, SourceKind.ORGANISATION, "المرصد السوري", gloss="SOHR")
    link_source(colleague(session), [ClaimId("clm_3")], SourceId("src_outlet"))
    offered = choices(session.store, the(session, "clm_4"))
    assert [c.reason for c in offered] == ["current", "before", "known"]
    assert choices(session.store, the(session, "clm_4"), "sohr")[0].source.gloss == "SOHR"
    assert choices(session.store, the(session, "clm_4"), "المرصد السورى")[0].score > 0.9


def test_outlets_of_other_articles_are_offered_too() -> None:
    session = desk_session()
    session.commit("Add", Change(after=outlet("عنب بلدي", "src_enab")))
    labels = [c.source.label for c in choices(session.store, the(session, "clm_2"))]
    assert "عنب بلدي" in labels
