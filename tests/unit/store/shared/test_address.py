"""Addresses are read as libpq reads them, and shown without their passwords."""

import pytest

from tracker.errors import InputError
from tracker.store.shared.address import Address


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://rana:hunter2@desk.example:5433/news", "rana@desk.example:5433/news"),
        ("postgres://rana@desk.example/news?password=hunter2", "rana@desk.example/news"),
        ("postgresql://desk.example/news?user=rana&sslmode=require", "rana@desk.example/news"),
        ("postgresql:///news?host=/run/pg", "/news?host=/run/pg"),
        (
            "postgresql://a.example/news?options=-csearch_path%3Ddesk&sslmode=require",
            "a.example/news?options=-csearch_path%3Ddesk",
        ),
        ("postgresql://rana:p%40ss@a.example,b.example/news", "rana@a.example,b.example/news"),
    ],
)
def test_shown_without_password(url: str, shown: str) -> None:
    address = Address.of(url)
    assert address.shown == f"postgresql://{shown}"
    assert "hunter2" not in repr(address)


def test_unreadable_address_is_not_repeated() -> None:
    with pytest.raises(InputError) as caught:
        Address.of("postgresql://rana:hun#ter2@desk.example:x/news?sslmode")
    assert "hun" not in str(caught.value)
    assert "%40" in caught.value.hint


def test_passwords_are_taken_out_of_what_the_server_says() -> None:
    address = Address.of("postgresql://rana:hunter2@desk.example/news")
    assert address.censored('no entry for "hunter2"') == 'no entry for "***"'


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("postgresql:///news", True),
        ("postgresql:///news?host=/run/pg", True),
        ("postgresql://localhost/news", True),
        ("postgresql://127.0.0.1/news", True),
        ("postgresql://desk.example/news", False),
        ("postgresql://localhost,desk.example/news", False),
    ],
)
def test_what_leaves_the_machine(url: str, local: bool) -> None:
    assert Address.of(url).local is local


def test_url_overrules_what_we_would_choose() -> None:
    assert Address.of("postgresql://h/d?connect_timeout=60").parameters["connect_timeout"] == "60"
