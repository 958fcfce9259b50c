"""Tables are made and brought up to date by one program at a time."""

import threading

import psycopg
import pytest

from tracker.errors import DatabaseHeldError, NoDatabaseError, StoreError
from tracker.store import open_store
from tracker.store.shared import schema
from tracker.store.shared.address import Address
from tracker.store.shared.server import Server


def opened(url: str) -> Server:
    return Server(Address.of(url), patience=5)


def test_nothing_to_read_where_there_are_no_tables(url: str) -> None:
    with pytest.raises(NoDatabaseError, match="no database of tracker"):
        open_store(url, readonly=True)


def test_eight_programs_make_the_tables_once(url: str) -> None:
    failures: list[Exception] = []

    def work() -> None:
        try:
            open_store(url).close()
        except Exception as error:  # noqa: BLE001  (handed to the test)
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM tracker_head").fetchone() == (1,)


def test_tables_of_a_newer_version_are_left_alone(url: str) -> None:
    open_store(url).close()
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_schema SET version = 99")
    with pytest.raises(StoreError, match="version 99") as caught:
        open_store(url)
    assert "newer version of tracker" in caught.value.hint


def test_next_version_is_reached_step_by_step_and_only_once(url: str) -> None:
    open_store(url).close()
    later = "CREATE TABLE later (n INT PRIMARY KEY)"
    steps = [*schema.STEPS, [later, "INSERT INTO later VALUES (1) ON CONFLICT DO NOTHING"]]
    server = opened(url)
    schema.migrate_tables(server, steps)
    schema.migrate_tables(server, steps)
    assert server.run(schema.look) == schema.Found(len(steps))
    assert server.run(lambda c: c.execute("SELECT n FROM later").fetchall()) == [(1,)]
    server.close()


def test_interrupted_migration_is_begun_anew(url: str) -> None:
    server = opened(url)
    with pytest.raises(StoreError):
        schema.migrate_tables(server, [[*schema.STEPS[0][:2], "CREATE NONSENSE"]])
    assert server.run(schema.look) == schema.Found(0)
    server.close()
    store = open_store(url)
    assert store.sequence == 0
    assert store.check() == ()
    store.close()


def test_lock_of_a_program_that_died_runs_out(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server = opened(url)
    schema.migrate_tables(server, [])
    hold = "UPDATE tracker_schema SET holder = 'desk-7 4711', held_until = now() + interval '{}'"
    server.run(lambda c: c.execute(hold.format("1 hour").encode()))
    monkeypatch.setattr(schema, "_LEASE", 0)
    with pytest.raises(DatabaseHeldError, match="desk-7 4711"):
        schema.migrate_tables(server)
    monkeypatch.undo()
    server.run(lambda c: c.execute(hold.format("-1 second").encode()))
    schema.migrate_tables(server)
    assert server.run(schema.look) == schema.Found(schema.VERSION)
    server.close()
