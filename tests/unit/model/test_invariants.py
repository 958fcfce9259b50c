"""What a model value refuses to be."""

from datetime import UTC, datetime

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import ATTACK, TEXT, article, claim, outlet, voice
from tracker.errors import ConflictError, RuleError
from tracker.model import (
    KINDS,
    ArticleId,
    Change,
    ChangeSet,
    ChangeSetId,
    ClaimId,
    Corroboration,
    CorroborationId,
    Passage,
    PassageKind,
    Relation,
    Reviewer,
    Span,
    kind_of,
    quote,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_a_span_holds_text(start: int, end: int) -> None:
    with pytest.raises(RuleError, match="holds no text"):
        Span(start, end)


@given(st.text(min_size=1), st.data())
def test_a_quote_is_the_slices_of_its_spans(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(text)))
    start = data.draw(st.integers(0, end - 1))
    assert quote(text, [Span(start, end)]) == text[start:end]


def test_a_quote_never_reaches_beyond_the_text() -> None:
    with pytest.raises(RuleError, match="the text has 3 characters"):
        quote("abc", [Span(1, 4)])


def test_an_article_is_what_its_hash_says() -> None:
    with pytest.raises(RuleError, match="does not have the hash"):
        evolve(article(), text=TEXT + " ")


def test_passages_stay_in_the_text_and_in_order() -> None:
    far = Passage(kind=PassageKind.BODY, span=Span(0, len(TEXT) + 1))
    with pytest.raises(RuleError, match="leaves the text"):
        evolve(article(), passages=(far,))
    one, two = (Passage(kind=PassageKind.BODY, span=Span(i, i + 5)) for i in (0, 3))
    with pytest.raises(RuleError, match="overlaps"):
        evolve(article(), passages=(one, two))


def test_only_an_anonymous_source_belongs_to_an_article() -> None:
    with pytest.raises(RuleError, match="belongs to one article"):
        evolve(voice(), article_id=None)
    with pytest.raises(RuleError, match="belongs to one article"):
        evolve(outlet(), article_id=article().id)


def test_the_spans_of_a_claim_are_in_reading_order() -> None:
    with pytest.raises(RuleError, match="out of order"):
        evolve(claim(TEXT[:5], "clm_1"), spans=(Span(6, 9), Span(0, 5)))


def test_a_claim_fits_only_the_text_it_quotes() -> None:
    made = claim(TEXT[:5], "clm_1")
    assert made.fits(TEXT)
    assert not made.fits(TEXT[1:])
    assert not made.fits("")


def test_a_corroboration_joins_two_claims_in_order() -> None:
    with pytest.raises(RuleError, match="two different claims"):
        Corroboration(
            id=CorroborationId("cor_1"),
            claim_id=ClaimId("clm_1"),
            other_id=ClaimId("clm_1"),
            relation=Relation.RELATED,
            reviewer="Nour",
            decided_at=NOW,
        )


@pytest.mark.parametrize("name", ["", "   ", "a\x1b[31m", "a\u202eb", "x" * 81])
def test_a_reviewers_name_is_short_and_visible(name: str) -> None:
    with pytest.raises(RuleError, match="visible characters"):
        Reviewer(name)


def test_a_change_counts_versions_without_gaps() -> None:
    with pytest.raises(RuleError, match="add one to its version"):
        Change(before=outlet(), after=outlet())
    with pytest.raises(RuleError, match="needs a record"):
        Change()


def test_a_change_set_touches_a_record_once_and_knows_its_zone() -> None:
    made = Change(after=outlet())
    with pytest.raises(RuleError, match="one record twice"):
        ChangeSet(
            id=ChangeSetId("chg_1"), reviewer="Nour", at=NOW, label="Add", changes=(made, made)
        )
    with pytest.raises(RuleError, match="without a zone"):
        ChangeSet(
            id=ChangeSetId("chg_1"),
            reviewer="Nour",
            at=NOW.replace(tzinfo=None),
            label="Add",
            changes=(made,),
        )


def test_taking_a_change_back_needs_the_record_as_it_left_it() -> None:
    before = outlet()
    renamed = evolve(before, label="عنب بلدي")
    change = Change.replace(before, renamed)
    back = change.inverse(evolve(renamed, version=7))
    assert back.after == evolve(before, version=8)
    with pytest.raises(ConflictError, match="was changed since"):
        change.inverse(evolve(before, version=7))
    with pytest.raises(ConflictError, match="was changed since"):
        change.inverse(None)


def test_every_kind_of_record_names_its_table() -> None:
    assert kind_of(outlet()) == "sources"
    assert len(set(KINDS.values())) == len(KINDS)


def test_no_record_is_without_an_identifier() -> None:
    with pytest.raises(ValueError, match="'id'"):
        evolve(article(), id=ArticleId(""))
    with pytest.raises(ValueError, match="'id'"):
        evolve(claim(TEXT[:5], "clm_1"), id=ClaimId(""))


def test_shared_words_are_read_where_they_stand_and_are_no_quote() -> None:
    own, before, after = Span(30, 40), Span(0, 4), Span(50, 56)
    made = evolve(
        claim(ATTACK, "clm_1"),
        spans=(own,),
        quote=own.slice(TEXT),
        shared=(before, after),
        shared_quote=quote(TEXT, (before, after)),
    )
    assert made.reading == quote(TEXT, (before, own, after)) == made.statement
    assert made.fits(TEXT)
    assert not evolve(made, shared_quote="else").fits(TEXT)
    assert evolve(made, wording="plainly").statement == "plainly"


def test_a_claim_shares_none_of_its_own_words() -> None:
    made = claim(ATTACK, "clm_1")
    with pytest.raises(RuleError, match="overlap"):
        evolve(made, shared=(made.spans[0],))
