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


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The minister said the dam was safe and later told parliament that it was not.",
         ["said", "later told"]),
        ('"The vote was rigged," Hall said, after Mr. Green said he had won.', ["said", "said"]),
        ('"We will not leave," said Hall, who asked not to be named.', ["said"]),
        ('"We know. It is simple," said Hall, adding that "nobody will know."',
         ["said", "adding"]),
        ("Ten people were hurt, state television reported that evening.", ["reported"]),
    ],
)  # fmt: skip
def test_a_further_statement_of_a_speaker_is_a_cue_of_its_own(text: str, cues: list[str]) -> None:
    made = propose(text, language="en")
    assert [one.cue.span.slice(text) for one in made.attributions] == cues
