"""Addresses of one page are one, and what is no address stays as it was."""

import pytest

from tracker.text.addresses import plain_address


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://News.Example/a?utm_source=x&id=7#top", "https://news.example/a?id=7"),
        ("https://news.example/a?fbclid=1", "https://news.example/a"),
        ("https://news.example/a?id=%D8%A7&x", "https://news.example/a?id=%D8%A7&x"),
        ("HTTP://news.example/A", "http://news.example/A"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://[broken/a", "https://[broken/a"),
        ("", ""),
    ],
)
def test_tracking_and_fragments_are_left_out(url: str, plain: str) -> None:
    assert plain_address(url) == plain
    assert plain_address(plain) == plain
