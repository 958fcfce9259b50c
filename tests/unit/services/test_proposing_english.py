"""English reports are read like Arabic ones."""

import pytest

from tracker.extraction.claims import Level
from tracker.model import Delivery, PassageKind, Proposal, SourceKind
from tracker.services.proposing import propose, repropose

REPORT = """Rebels seize oil field as army retreats

BEIRUT (Reuters) - Fighters close to the SDF captured an oil field in Deir ez-Zor on Monday, \
killing 15 soldiers, a military source told Reuters.

"We lost contact with two units," the source said, speaking on condition of anonymity. \
"They were not prepared."

The army denied the report, saying its forces had repelled the attack, while a spokesman for the \
ministry, Ahmad Salem, said that reinforcements had arrived.

Residents said the town, which has changed hands twice, was quiet on Tuesday. According to the \
Syrian Observatory for Human Rights, 20 people were killed. He accused the government of hiding \
losses.
"""


@pytest.fixture(scope="module")
def report() -> Proposal:
    return propose(REPORT)


def _claims(proposal: Proposal, text: str = REPORT) -> dict[str, str]:
    return {
        " … ".join(span.slice(text) for span in claim.spans): proposal.source_of(claim).label
        for claim in proposal.claims
    }


def _only(text: str) -> tuple[str | None, str, str]:
    made = propose(text, language="en")
    (one,) = made.attributions
    mention = one.cue.mention.slice(text) if one.cue.mention else None
    return mention, one.cue.span.slice(text), one.cue.scope


def test_the_wire_dateline_is_a_line_of_its_own(report: Proposal) -> None:
    kinds = [segment.kind for segment in report.segments[:3]]
    assert kinds == [PassageKind.HEADLINE, PassageKind.DATELINE, PassageKind.LEAD]


def test_claims_go_to_those_who_make_them(report: Proposal) -> None:
    claims = _claims(report)
    source = "a military source to Reuters"
    assert claims["killing 15 soldiers"] == source
    assert claims['"We lost contact with two units,"'] == source
    assert claims['"They were not prepared."'] == source
    assert claims["its forces had repelled the attack"] == "The army"
    assert claims["reinforcements had arrived"] == "a spokesman for the ministry, Ahmad Salem"
    assert claims["the town … was quiet on Tuesday"] == "Residents"
    assert claims["20 people were killed"] == "the Syrian Observatory for Human Rights"
    assert claims["Rebels seize oil field as army retreats"] == "Reuters"


def test_why_a_source_is_not_named_is_no_claim_but_kept_with_the_source(report: Proposal) -> None:
    assert not any("anonymity" in claim for claim in _claims(report))
    source = next(s for s in report.sources if s.label.startswith("a military source"))
    assert source.kind is SourceKind.ANONYMOUS_SINGLE
    assert source.anonymity_reason.startswith("on condition of anonymity")
    assert source.outlet == "Reuters"


def test_a_quotation_is_told_from_a_paraphrase(report: Proposal) -> None:
    deliveries = [a.delivery for a in report.attributions[:2]]
    assert deliveries == [Delivery.PARAPHRASE, Delivery.DIRECT_QUOTE]


def test_a_person_named_after_the_role_is_a_named_person(report: Proposal) -> None:
    person = next(s for s in report.sources if "Ahmad Salem" in s.label)
    assert person.kind is SourceKind.NAMED_PERSON
    assert report.attributions[-1].source_id == person.id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials said the road was closed.", ("Officials", "said", "forward")),
        ("The road was closed, officials said.", ("officials", "said", "backward")),
        ('"It is over," said John Smith, a resident.',
         ("John Smith, a resident", "said", "backward")),
        ("According to the ministry, two men died.", ("the ministry", "According to", "forward")),
        ("Two men died, according to the ministry.", ("the ministry", "according to", "backward")),
        ("John Smith, a spokesman for the army, said two men died.",
         ("John Smith, a spokesman for the army", "said", "forward")),
        ("The minister has repeatedly denied that money was paid.",
         ("The minister", "has repeatedly denied", "forward")),
        ("“Will it hold?” Ahmad asked.", ("Ahmad", "asked", "backward")),
    ],
)  # fmt: skip
def test_the_forms_of_english_attribution(text: str, found: tuple[str, str, str]) -> None:
    assert _only(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "Open source software is a source of pride.",
        "A new call centre opened in the state.",
        "It has no claims on the property.",
    ],
)
def test_nouns_that_look_like_verbs_are_no_cues(text: str) -> None:
    assert propose(text, language="en").attributions == ()


def test_what_a_speaker_thinks_aloud_belongs_to_the_speaker() -> None:
    text = '"I think we believe what they claim about this long road," Ahmad said.'
    assert [a.cue.span.slice(text) for a in propose(text, language="en").attributions] == ["said"]


def test_nested_attribution_keeps_the_chain() -> None:
    text = "The ministry said that residents told investigators the road was closed."
    outer, inner = propose(text, language="en").attributions
    assert inner.chain == (inner.source_id, outer.source_id, "s1")


def test_one_sentence_can_be_split_more_finely_or_more_coarsely() -> None:
    text = "Officials said the road was closed, while the bridge, by noon, was open to all."
    made = propose(text, language="en")
    cues = [a.cue for a in made.attributions]
    (sentence,) = made.passages
    coarse = repropose(text, sentence, cues, Level.SENTENCES)
    fine = repropose(text, sentence, cues, Level.COMMAS)
    assert len(coarse) < len(made.claims) < len(fine)
    assert repropose(text, sentence, cues, Level.CLAUSES, language="en") == made.claims
    assert all(claim.cue == cues[0] for claim in (*coarse, *fine))


def test_a_verb_after_and_is_read_with_the_subject_it_leaves_out() -> None:
    text = "The armed group entered the village, and burned three houses."
    first, second = propose(text, language="en").claims
    assert first.shared == ()
    assert [span.slice(text) for span in second.shared] == ["The armed group"]


@pytest.mark.parametrize(
    ("text", "reason", "basis"),
    [
        (
            "A resident, who asked not to be named for fear of reprisals, said the town was quiet.",
            "who asked not to be named for fear of reprisals",
            "",
        ),
        ("A former guard, who saw the transfer, said it was quick.", "", "who saw the transfer"),
    ],
)
def test_why_a_voice_is_not_named_and_how_it_knows_are_kept(
    text: str, reason: str, basis: str
) -> None:
    made = propose(text, language="en")
    (_, source) = made.sources
    assert (source.anonymity_reason, source.basis) == (reason, basis)


def test_another_number_of_the_same_noun_is_flagged() -> None:
    made = propose("An official said it was shut. The officials said it was open.", language="en")
    assert "number_mismatch" in made.attributions[1].reasons
    assert made.sources[2].candidate_same_as == (made.sources[1].id,)
