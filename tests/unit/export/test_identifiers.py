"""Names for other programs follow from our identifiers and from hashes, and from nothing else."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.export import sample
from tracker.export.identifiers import language_tag, name_of_text, urn, uuid_of, web_address, zulu

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "tracker")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_record_has_the_version_5_uuid_of_its_name(record_id: str) -> None:
    expected = uuid.uuid5(NAMESPACE, f"claims/{record_id}")
    assert uuid_of("claims", record_id) == str(expected)
    assert urn("claims", record_id) == expected.urn


def test_names_that_have_no_utf_8_still_have_a_uuid_of_their_own() -> None:
    assert uuid_of("claims", "\ud800") != uuid_of("claims", "\ud801")


def test_a_text_is_named_by_its_hash() -> None:
    article = sample.article("art", "Hello World!", sample.WIRE, "en", 1)
    # The example of RFC 6920, section 8.1.
    assert name_of_text(article) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


@pytest.mark.parametrize(
    ("url", "whole"),
    [
        ("https://news.example/1?a=1#b", True),
        ("HTTP://news.example", True),
        ("https://news.example/خبر", True),
        ("", False),
        ("news.example", False),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("https://a\nb", False),
        ('https://a"><script>', False),
    ],
)
def test_only_whole_web_addresses_are_addresses(url: str, whole: bool) -> None:
    assert web_address(url) == (url if whole else None)


def test_only_language_tags_are_languages() -> None:
    assert language_tag("ar-SY") == "ar-SY"
    assert language_tag("Arabic (Syria)") is None
    assert language_tag("") is None


def test_times_end_in_z() -> None:
    assert zulu(sample.NOW) == "2026-01-10T08:30:00Z"
    assert zulu(sample.NOW, milliseconds=True) == "2026-01-10T08:30:00.000Z"
