"""Verbs of force are told from verbs of blame by who strikes and what is struck."""

import pytest

from tracker.services.proposing import propose


@pytest.mark.parametrize(
    "text",
    [
        "ISIS attacked two families near Resafa.",
        "Gunmen blasted the gate of the compound.",
        "The mayor's men hammered the village for days.",
    ],
)
def test_a_blow_is_no_statement(text: str) -> None:
    assert propose(text, language="en").attributions == ()


def test_blame_is_a_statement() -> None:
    text = "Clinton blasted Trump over the wall."
    (one,) = propose(text, language="en").attributions
    assert one.cue.span.slice(text) == "blasted"


def test_who_was_told_does_not_take_the_actor_with_it() -> None:
    text = "A resident told Enab Baladi that ISIS stormed two houses."
    made = propose(text, language="en")
    (claim,) = made.claims
    assert claim.spans[0].slice(text) == "ISIS stormed two houses"
    assert made.source_of(claim).outlet == "Enab Baladi"
