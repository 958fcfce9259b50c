"""Who may come in."""

import pytest

from tracker.serving.door import Door


def test_the_token_opens_once_and_gives_a_key() -> None:
    door = Door(8017)
    token = door.token
    key = door.enter(token)
    assert key
    assert door.knows(key)
    assert door.enter(token) is None
    assert door.knows(key)


@pytest.mark.parametrize("wrong", ["", "x", "رمز", "\udc80"[:0]])
def test_nothing_else_opens(wrong: str) -> None:
    door = Door(8017)
    assert door.enter(wrong) is None
    assert not door.knows(wrong)
    assert door.enter(door.token)


def test_an_empty_key_is_no_key_before_anybody_came_in() -> None:
    assert not Door(8017).knows("")


def test_tokens_and_keys_are_long_and_never_the_same() -> None:
    doors = [Door(1) for _ in range(50)]
    tokens = {door.token for door in doors}
    keys = {door.enter(door.token) or "" for door in doors}
    assert len(tokens | keys) == 100
    assert min(map(len, tokens | keys)) >= 43


@pytest.mark.parametrize(
    ("host", "origin", "ours"),
    [
        ("127.0.0.1:8017", None, True),
        ("localhost:8017", "http://localhost:8017", True),
        ("127.0.0.1:8017", "http://127.0.0.1:8017", True),
        ("127.0.0.1:8017", "http://localhost:8017", False),
        ("127.0.0.1:8017", "https://evil.example", False),
        ("127.0.0.1:8017", "null", False),
        ("evil.example:8017", None, False),
        ("evil.example:8017", "http://evil.example:8017", False),
        ("127.0.0.1:9999", None, False),
        ("", None, False),
    ],
)
def test_only_pages_of_this_machine_and_port_are_ours(
    host: str, origin: str | None, ours: bool
) -> None:
    assert Door(8017).is_ours(host, origin) is ours
