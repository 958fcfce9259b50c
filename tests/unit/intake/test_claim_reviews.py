"""Published fact-checks as their many writers write them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.intake.claim_reviews import ClaimReview, claim_reviews, holds_reviews, parse

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "المغرب يغلق معبر سبتة",
    "headline": "حقيقة إغلاق المعبر",
    "url": "https://example.org/1",
    "author": {"@type": "Organization", "name": "فتبينوا"},
    "datePublished": "2020-11-10T08:00:00Z",
    "inLanguage": "ar",
    "reviewRating": {"@type": "Rating", "alternateName": "زائف"},
}
READ = ClaimReview(
    claim="المغرب يغلق معبر سبتة",
    title="حقيقة إغلاق المعبر",
    url="https://example.org/1",
    publisher="فتبينوا",
    published="2020-11-10",
    language="ar",
    rating="زائف",
)


@pytest.mark.parametrize(
    "content",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {**REVIEW, "@type": ["Review", "ClaimReview"], "author": [{"name": "فتبينوا"}]},
    ],
)
def test_a_review_is_found_however_it_is_wrapped(content: object) -> None:
    assert list(claim_reviews(content)) == [READ]


def test_json_and_json_lines_are_both_read() -> None:
    one = json.dumps(REVIEW, ensure_ascii=False).encode()
    assert list(claim_reviews(parse(one))) == [READ]
    assert list(claim_reviews(parse(one + b"\n\n" + one))) == [READ, READ]
    assert parse(b"no json") is None


def test_a_review_that_names_no_claim_is_passed_over() -> None:
    assert list(claim_reviews({"@type": "ClaimReview", "claimReviewed": ["?"]})) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5) | st.just("ClaimReview"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "claimReviewed", "item", "author", "reviewRating", "url"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_nothing_that_json_can_hold_breaks_the_reading(content: object) -> None:
    assert holds_reviews(content) or not list(claim_reviews(content))
