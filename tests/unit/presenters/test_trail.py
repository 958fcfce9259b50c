import itertools

from hypothesis import given
from hypothesis import strategies as st

from tracker.presenters.trail import Place, Trail

DESK, REVIEW, SOURCES = Place("desk"), Place("review", "art_1", "clm_1"), Place("sources")


def walked(*places: Place) -> Trail:
    trail = Trail()
    for place in places:
        trail = trail.arrived(place)
    return trail


def test_back_and_forward_lead_over_the_same_places() -> None:
    trail = walked(DESK, REVIEW, SOURCES)
    back = trail.back()
    assert back is not None
    assert back.here == REVIEW
    assert back.forward() == trail


def test_going_elsewhere_forgets_what_was_ahead() -> None:
    back = walked(DESK, REVIEW).back()
    assert back is not None
    assert back.arrived(SOURCES) == walked(DESK, SOURCES)


def test_what_one_stood_on_when_leaving_is_where_one_comes_back_to() -> None:
    trail = walked(DESK, REVIEW).left(Place("review", "art_1", "clm_9")).arrived(SOURCES)
    back = trail.back()
    assert back is not None
    assert back.here == Place("review", "art_1", "clm_9")


def test_the_same_screen_on_the_same_thing_is_one_place() -> None:
    assert walked(DESK, REVIEW, Place("review", "art_1", "clm_2")).behind == (DESK,)


def test_nothing_is_behind_the_first_place() -> None:
    assert walked(DESK).back() is None
    assert Trail().back() is None
    assert walked(DESK, REVIEW).forward() is None


@given(st.lists(st.sampled_from("dsr<>"), max_size=60))
def test_any_walk_keeps_one_in_a_place_one_was(walk: list[str]) -> None:
    trail = Trail().arrived(DESK)
    for step in walk:
        if step == "<":
            trail = trail.back() or trail
        elif step == ">":
            trail = trail.forward() or trail
        else:
            trail = trail.arrived(Place(step))
        assert trail.here is not None
    places = [*trail.behind, *([trail.here] if trail.here else []), *trail.ahead]
    assert all(not one.is_spot(two) for one, two in itertools.pairwise(places))
