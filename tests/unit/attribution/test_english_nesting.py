"""What somebody is said to want or to think is part of what is said."""

import pytest

from tracker.services.proposing import propose


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The minister said he wanted a ceasefire.", ["said"]),
        ("The minister said the army feared an attack.", ["said"]),
        ("The minister said that residents told police the road was closed.", ["said", "told"]),
        ("The minister said the road was closed, while the mayor denied it was.",
         ["said", "denied"]),
        ("Q: What did you find there? We thought the road was closed.", [":"]),
    ],
)  # fmt: skip
def test_only_another_voice_is_a_cue_inside_what_is_said(text: str, cues: list[str]) -> None:
    made = propose(text, language="en")
    assert [one.cue.span.slice(text) for one in made.attributions] == cues
