"""The roles that docs/scaling.md gives can do what they are for, and no more."""

import re
from pathlib import Path

import psycopg
import pytest

from tests.postgres import PostgresServer
from tests.unit.store.samples import changeset, claim, creation, replacement
from tracker.errors import ReadOnlyError
from tracker.model import Change, Claim
from tracker.store import open_store

PAGE = Path(__file__).parents[4] / "docs" / "scaling.md"


@pytest.fixture
def addresses(server: PostgresServer) -> dict[str, str]:
    """The address of one database, by role."""
    url = server.new_database()
    open_store(url).close()
    (statements,) = re.findall(r"```sql\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL)
    with psycopg.connect(url) as connection:
        # Roles belong to the whole server, which other tests share.
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for statement in statements.split(";"):
            role = re.search(r"CREATE ROLE (\w+)", statement)
            if statement.strip() and not (role and role[1] in known):
                connection.execute(statement.encode())
    return {name: url.replace("owner@", f"{name}@") for name in ("owner", "rana", "sami")}


def test_a_reviewer_edits_and_cannot_touch_the_history(addresses: dict[str, str]) -> None:
    store = open_store(addresses["rana"])
    assert not store.readonly
    store.apply(creation(*(claim(f"clm_{n}") for n in range(50))))
    store.apply(replacement(claim("clm_1"), note="seen"))
    store.apply(changeset(Change(before=claim("clm_2"))))
    assert store.count(Claim) == 49
    assert store.check() == ()
    store.close()
    with psycopg.connect(addresses["rana"], autocommit=True) as connection:
        for statement in (
            "UPDATE tracker_commits SET payload = '{}'",
            "DELETE FROM tracker_commits",
            "DELETE FROM tracker_touched",
            "DELETE FROM tracker_head",
            "UPDATE tracker_schema SET version = 0",
            "DROP TABLE tracker_records",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())


def test_a_reader_reads_and_is_told_so(addresses: dict[str, str]) -> None:
    writer = open_store(addresses["owner"])
    writer.apply(creation(claim()))
    store = open_store(addresses["sami"])
    assert store.readonly
    assert "lets your role only read" in store.notices[0]
    assert store.get(Claim, "clm_one") == claim()
    assert store.check() == ()
    with pytest.raises(ReadOnlyError):
        store.apply(creation(claim("clm_two")))
    writer.apply(creation(claim("clm_two")))
    assert store.watch(1)
    assert store.count(Claim) == 2
    asked = open_store(addresses["sami"], readonly=True)
    assert asked.notices == ()
    for each in (store, writer, asked):
        each.close()


def test_tables_that_are_not_ours_to_make_are_said_to_be_the_owners(
    addresses: dict[str, str],
) -> None:
    with psycopg.connect(addresses["owner"]) as connection:
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        connection.execute("UPDATE tracker_schema SET version = 0")
    with pytest.raises(ReadOnlyError, match="does not allow") as caught:
        open_store(addresses["rana"])
    assert "owns the tables" in caught.value.hint
