from tests.desk import desk_session
from tracker.model import Claim, ClaimId, Source, SourceKind
from tracker.presenters.link import LinkState
from tracker.presenters.tones import Tone


def open_link(claim_id: str = "clm_2", *, whole_cue: bool = False) -> LinkState:
    session = desk_session()
    claim = session.store.get(Claim, ClaimId(claim_id))
    return LinkState.open(session, claim, whole_cue=whole_cue)


def test_the_best_guess_is_under_the_bar() -> None:
    state = open_link()
    assert [row.reason for row in state.rows] == ["linked now", "spoke last"]
    assert state.row.reason == "spoke last"


def test_choosing_links_and_says_so() -> None:
    state = open_link()
    message = state.chosen()
    assert message.text == "The claim rests on العربي الجديد. Saved."
    assert state.session.store.get(Claim, "clm_2").source_id == "src_outlet"


def test_choosing_what_is_linked_already_is_refused() -> None:
    state = open_link()
    state.chosen()
    assert state.chosen().tone is Tone.BAD


def test_what_is_typed_narrows_the_list_and_offers_new_sources() -> None:
    state = open_link().with_typed("مصدر")
    assert state.row.label == "مصدر"
    assert state.row.source_id is not None
    new = [row.kind for row in state.rows if row.source_id is None]
    assert new == list(SourceKind)


def test_a_source_is_created_and_linked_on_the_spot() -> None:
    state = open_link().with_typed("المرصد السوري")
    kinds = [row.kind for row in state.rows]
    state = state.moved(kinds.index(SourceKind.ORGANISATION) - state.index)
    assert state.chosen().tone is Tone.GOOD
    store = state.session.store
    source = store.get(Source, store.get(Claim, "clm_2").source_id)
    assert (source.label, source.kind) == ("المرصد السوري", SourceKind.ORGANISATION)


def test_the_claims_under_one_cue_are_linked_together() -> None:
    state = open_link(whole_cue=True)
    assert state.claim_ids == ("clm_2", "clm_3", "clm_4")
    assert state.chosen().text == "3 claims rest on العربي الجديد. Saved."


def test_the_bar_stays_inside() -> None:
    state = open_link()
    assert state.moved(-9).index == 0
    assert state.moved(99).index == len(state.rows) - 1
