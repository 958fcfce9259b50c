"""What is proposed for the sample article, an annotated real report."""

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.model import PassageKind, Proposal, SourceKind
from tracker.resources import data_folder, seeds_folder
from tracker.services.proposal_json import proposal_to_json
from tracker.services.proposing import load_tables, propose

SEED = next(seeds_folder().glob("000_*.txt")).read_bytes().decode("utf-8")
GOLD = json.loads((Path(__file__).parents[2] / "gold" / "seed.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def seed() -> Proposal:
    return propose(SEED)


def _texts(proposal: Proposal) -> list[str]:
    return [" … ".join(s.slice(SEED) for s in claim.spans) for claim in proposal.claims]


def _claim(proposal: Proposal, words: str) -> int:
    return next(i for i, text in enumerate(_texts(proposal)) if words in text)


def test_the_lines_are_told_apart(seed: Proposal) -> None:
    wanted = [(s["kind"], s["start"], s["end"]) for s in GOLD["segments"]]
    assert [(s.kind.value, s.span.start, s.span.end) for s in seed.segments] == wanted


def test_the_seven_cues_have_their_exact_places_and_sources(seed: Proposal) -> None:
    found = [
        (a.cue.span.slice(SEED), a.cue.mention and a.cue.mention.slice(SEED))
        for a in seed.attributions
    ]
    assert found == [
        ("وقال", "مصدر"),
        ("وفق", "المصادر"),
        ("وذكر", "المصدر"),
        ("وقال", "المصدر"),
        ("وأضافت", "المصادر"),
        ("وقالت", 'مصادر مقربة من "قسد"'),
        ("وتؤكد", "المصادر"),
    ]
    for ours, gold in zip(seed.attributions, GOLD["attributions"], strict=True):
        assert (ours.cue.span.start, ours.cue.span.end) == (
            gold["cue"]["start"],
            gold["cue"]["end"],
        )
        via = ours.cue.via and (ours.cue.via.start, ours.cue.via.end)
        assert via == (gold["via"] and (gold["via"]["start"], gold["via"]["end"]))


def test_the_voices_are_kept_apart_as_the_annotator_did(seed: Proposal) -> None:
    ours = [a.source_id for a in seed.attributions]
    gold = [a["source_entity"] for a in GOLD["attributions"]]
    assert len(set(zip(ours, gold, strict=True))) == len(set(ours)) == len(set(gold)) == 3
    kinds = [seed.sources[int(a.source_id[1:]) - 1].kind for a in seed.attributions]
    assert [k is SourceKind.ANONYMOUS_SINGLE for k in kinds] == [1, 0, 1, 1, 0, 0, 0]


def test_the_outlet_is_the_one_that_was_told(seed: Proposal) -> None:
    assert seed.sources[0].kind is SourceKind.OUTLET
    assert seed.sources[0].label == "العربي الجديد"
    assert {s.outlet for s in seed.sources[1:]} == {"العربي الجديد"}
    assert seed.sources[1].label == 'مصدر لـ"العربي الجديد"'


def test_the_outlet_can_be_given(seed: Proposal) -> None:
    assert propose(SEED, outlet="صحيفة").sources[0].label == "صحيفة"


def test_a_plural_after_a_single_source_is_a_voice_of_its_own(seed: Proposal) -> None:
    second = seed.attributions[1]
    assert second.anaphoric is False
    assert "number_mismatch" in second.reasons
    source = next(s for s in seed.sources if s.id == second.source_id)
    assert source.candidate_same_as == (seed.attributions[0].source_id,)


def test_a_reference_that_could_be_another_voice_says_so(seed: Proposal) -> None:
    last = seed.attributions[-1]
    assert last.source_id == seed.attributions[5].source_id
    assert f"alternative:{seed.attributions[1].source_id}" in last.reasons


def test_sources_close_to_a_group_carry_it(seed: Proposal) -> None:
    source = next(s for s in seed.sources if s.id == seed.attributions[5].source_id)
    assert source.affiliation is not None
    assert (source.affiliation.entity, source.affiliation.relation) == ("قسد", "close_to")


def test_the_picture_credit_is_no_source(seed: Proposal) -> None:
    assert not any("فرانس" in source.label for source in seed.sources)
    assert not any("فرانس" in text for text in _texts(seed))


def test_paragraphs_without_a_cue_are_in_the_outlets_own_voice(seed: Proposal) -> None:
    body = [s for s in seed.segments if s.kind is PassageKind.BODY]
    for paragraph in (body[4], body[8]):
        inside = [c for c in seed.claims if paragraph.span.contains(c.spans[0].start)]
        assert inside
        assert all(claim.cue is None for claim in inside)
        assert {seed.source_of(claim).id for claim in inside} == {"s1"}


def test_an_interrupted_clause_is_one_claim_in_two_places(seed: Proposal) -> None:
    claim = seed.claims[_claim(seed, "واكتفى")]
    assert _texts(seed)[_claim(seed, "واكتفى")] == (
        "واكتفى النظام السوري … بإعادة ترتيب جنوده في المواقع التي طاولها الهجوم"
    )
    assert claim.cue == seed.attributions[1].cue


def test_what_follows_a_parenthesis_is_marked_as_inferred(seed: Proposal) -> None:
    claim = seed.claims[_claim(seed, "في حين شن")]
    assert claim.cue == seed.attributions[1].cue
    assert "scope:inferred" in claim.reasons


def test_what_nobody_knows_yet_is_in_the_outlets_own_voice(seed: Proposal) -> None:
    claim = seed.claims[_claim(seed, "ولم تتبين")]
    assert claim.cue is None
    assert "own_voice:absence" in claim.reasons


def test_a_charge_names_its_accuser(seed: Proposal) -> None:
    charge = seed.claims[_claim(seed, "بتهمة التواطؤ مع داعش")].allegation
    assert charge is not None
    assert charge.accuser == "النظام"
    assert charge.cue is not None
    assert charge.cue.slice(SEED) == "بتهمة"


def test_the_claims_are_those_of_the_annotator(seed: Proposal) -> None:
    ours = [tuple((s.start, s.end) for s in claim.spans) for claim in seed.claims]
    gold = [
        tuple((s["start"], s["end"]) for s in claim["spans"] if s["role"] == "core")
        for claim in GOLD["claims"]
    ]
    assert len(set(ours) & set(gold)) >= 41


def test_the_dictionary_has_the_shape_scripts_rely_on(seed: Proposal) -> None:
    made = proposal_to_json(seed)
    assert json.loads(json.dumps(made)) == made
    assert made["schema_version"] == 1
    assert set(made) == {
        "schema_version", "language", "segments", "attributions", "sources", "claims"
    }  # fmt: skip


def test_proposing_twice_gives_the_same(seed: Proposal) -> None:
    assert propose(SEED) == seed


def test_a_damaged_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    header = (data_folder() / "attribution_cues.tsv").read_text("utf-8").splitlines()[0]
    own = tmp_path / "attribution_cues.tsv"
    own.write_text(header + "\nx1\tar\tverb\n", "utf-8")
    with pytest.raises(InputError, match=r"attribution_cues\.tsv, line 2"):
        load_tables(tmp_path)


def test_a_newsroom_can_add_a_cue_of_its_own(tmp_path: Path) -> None:
    header = (data_folder() / "attribution_cues.tsv").read_text("utf-8").splitlines()[0]
    columns = header.split("\t")
    row = dict.fromkeys(columns, "") | {
        "id": "own1", "lang": "ar", "cue_type": "verb", "lemma": "زمجر", "forms": "زمجر|زمجرت"
    }  # fmt: skip
    own = tmp_path / "attribution_cues.tsv"
    own.write_text(header + "\n" + "\t".join(row[c] for c in columns) + "\n", "utf-8")
    text = "زمجر مصدر بأن القوات انسحبت من المدينة."
    assert propose(text, language="ar").attributions == ()
    made = propose(text, language="ar", tables=load_tables(tmp_path))
    assert [a.cue.row for a in made.attributions] == ["own1"]


def _consistent(proposal: Proposal, text: str) -> None:
    for claim in proposal.claims:
        for left, right in zip(claim.spans, claim.spans[1:], strict=False):
            assert left.end <= right.start
        assert claim.spans[-1].end <= len(text)
        read = sorted(claim.spans + claim.shared)
        assert all(left.end <= right.start for left, right in pairwise(read))
        assert read[-1].end <= len(text)
        proposal.source_of(claim)
    places = sorted(span for claim in proposal.claims for span in claim.spans)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert len({source.id for source in proposal.sources}) == len(proposal.sources)
    proposal_to_json(proposal)


_FRAGMENTS = (
    "وقال", "مصدر", "المصادر", "إن", "أن", '"', "«", "»", "،", ",", ".", "\n", ":", "(", ")", "وفق",
    "مشيرا إلى أن", "بتهمة", "التي", "وشن", "said", "the", "officials", "that",
    "according to", "told", "Reuters", "“", "”", "-", "لـ", "12", "کہ", "le", "\u202e", "\x00",
    "ولم يتضح", "فيما", "و", "وتسهيل", "واتهم", "بحسب ما علمت", "من", "نقلا عن", "ردّ", "على",
    "وفي تصريح", "للوكالة", "قد", "مقتل", "وإصابة", "وطلب", "بيّن", "/", "٣", "طلب عدم ذكر اسمه",
    "خوفا من", "\u064b", "ـ", "and", "and was", "اليمنى",
)  # fmt: skip


def _made_of(fragments: Iterable[str]) -> str:
    return " ".join(fragments)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(_FRAGMENTS), max_size=60).map(_made_of),
    st.sampled_from(["ar", "en", "fa", None]),
)
def test_any_words_in_any_order_are_read(text: str, language: str | None) -> None:
    _consistent(propose(text, language=language), text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["ar", "en", None]))
def test_any_text_is_read(text: str, language: str | None) -> None:
    _consistent(propose(text, language=language), text)
