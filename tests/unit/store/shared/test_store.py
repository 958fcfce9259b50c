"""Several reviewers at one database: following, colliding, losing the line, lesser roles."""

import threading
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from tests.postgres import PostgresServer
from tests.unit.store.samples import NOON, article, changeset, claim, creation, replacement
from tracker.errors import (
    ConflictError,
    DamagedError,
    ReadOnlyError,
    RuleError,
    StoreError,
    UnreachableError,
)
from tracker.model import (
    Article,
    Change,
    Claim,
    ClaimId,
    Commit,
    Corroboration,
    CorroborationId,
    Relation,
    Reviewer,
    Source,
    StaleError,
)
from tracker.services.conflicts import put_mine
from tracker.services.session import Session
from tracker.services.undoing import undo
from tracker.store.shared import commits, history, replica, rows
from tracker.store.shared import server as lines
from tracker.store.shared import store as store_module
from tracker.store.shared.server import Connection
from tracker.store.shared.store import SharedStore

Open = Callable[..., SharedStore]


@pytest.fixture
def opening(url: str) -> Iterator[Open]:
    """Opens the database, once more each time; all are closed at the end."""
    stores: list[SharedStore] = []

    def again(**options: object) -> SharedStore:
        stores.append(SharedStore(url, **options))  # type: ignore[arg-type]  # as named there
        return stores[-1]

    yield again
    for store in stores:
        store.close()


def test_what_one_commits_the_other_takes_in(opening: Open) -> None:
    huda, rana = opening(), opening()
    assert list(rana.scan(Claim)) == []
    huda.apply(creation(claim(), article()))
    assert rana.refresh()
    assert rana.sequence == 1
    assert [c.changeset.reviewer for c in rana.history()] == ["Huda"]
    assert rana.get(Claim, "clm_one") == claim()
    assert rana.get(Article, "art_one") == article()
    assert not rana.refresh()


@pytest.mark.parametrize("listen", [True, False], ids=["told", "asking"])
def test_a_watcher_hears_of_a_commit_within_a_second(opening: Open, listen: bool) -> None:
    huda, rana = opening(), opening(listen=listen)
    list(rana.scan(Claim))
    heard: list[float] = []

    def listening() -> None:
        assert rana.watch(10)
        heard.append(time.monotonic())

    listener = threading.Thread(target=listening)
    listener.start()
    huda.apply(creation(claim()))
    committed = time.monotonic()
    listener.join()
    assert heard[0] - committed < 1
    assert list(rana.scan(Claim)) == [claim()]


def test_own_commits_are_no_news(opening: Open) -> None:
    huda = opening()
    huda.apply(creation(claim()))
    assert not huda.watch(0.01)


def test_what_an_edit_took_in_on_its_way_is_told_once(opening: Open) -> None:
    huda, rana = opening(), opening()
    list(rana.scan(Claim))
    huda.apply(creation(claim("clm_hers")))
    rana.apply(creation(claim("clm_mine")))
    assert [c.id for c in rana.scan(Claim)] == ["clm_hers", "clm_mine"]
    assert rana.watch(0)
    assert not rana.watch(0)


def test_an_edit_that_commits_late_is_not_missed(opening: Open, url: str) -> None:
    """The one who holds a number and commits late makes all later numbers wait."""
    huda, rana, reader = opening(), opening(), opening(listen=False)
    list(reader.scan(Claim))
    with psycopg.connect(url) as slow:
        slow.execute("SELECT sequence FROM tracker_head FOR UPDATE")
        quick = threading.Thread(target=rana.apply, args=(creation(claim("clm_quick")),))
        quick.start()
        assert not reader.watch(0.2)
        assert quick.is_alive()
        slow.rollback()
    quick.join()
    huda.apply(creation(claim("clm_slow")))
    assert reader.watch(1)
    assert {c.id for c in reader.scan(Claim)} == {"clm_quick", "clm_slow"}
    assert [c.sequence for c in reader.history()] == [2, 1]


def test_a_table_loaded_while_others_edit_is_brought_up_to_date(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    huda, rana = opening(), opening()
    huda.apply(creation(claim("clm_a"), claim("clm_b")))
    read = replica.read_table

    def slowly(connection: Connection, kind: str) -> object:
        found = read(connection, kind)
        huda.apply(changeset(Change(before=claim("clm_a"))))
        huda.apply(replacement(claim("clm_b"), note="meanwhile"))
        return found

    monkeypatch.setattr(store_module, "read_table", slowly)
    assert [(c.id, c.note) for c in rana.scan(Claim)] == [("clm_b", "meanwhile")]


def test_the_slower_of_two_is_told_who_was_quicker(opening: Open) -> None:
    huda, rana = opening(), opening()
    huda.apply(creation(claim()))
    rana.refresh()
    seen = rana.get(Claim, "clm_one")
    huda.apply(replacement(seen, reviewer="هدى", note="hers"))
    with pytest.raises(ConflictError, match="هدى") as caught:
        rana.apply(replacement(seen, reviewer="Rana", note="mine"))
    assert caught.value.changed_by == "هدى"
    assert rana.get(Claim, "clm_one").note == "hers"
    rana.apply(replacement(rana.get(Claim, "clm_one"), reviewer="Rana", note="mine"))
    huda.refresh()
    assert huda.get(Claim, "clm_one").note == "mine"
    assert huda.check() == ()


def test_two_who_judge_one_pair_at_once_make_one_judgement(opening: Open) -> None:
    huda, rana = opening(), opening()
    huda.apply(creation(judgement("cor_hers", Relation.CORROBORATES), claim("clm_a")))
    with pytest.raises(StaleError, match="Huda was quicker") as caught:
        rana.apply(creation(judgement("cor_mine", Relation.UNRELATED), reviewer="Rana"))
    session = Session(store=rana, reviewer=Reviewer("Rana"))
    put_mine(session, caught.value)
    (one,) = rana.scan(Corroboration)
    assert (one.id, one.relation, one.version) == ("cor_hers", Relation.UNRELATED, 2)
    # Another pair, or the same one after it was taken back, is no twin.
    rana.apply(creation(judgement("cor_other", Relation.RELATED, other="clm_c")))
    again = Change(after=judgement("cor_again", Relation.RELATED))
    rana.apply(changeset(Change(before=one), again))
    assert [c.id for c in rana.scan(Corroboration)] == ["cor_other", "cor_again"]


def judgement(name: str, relation: Relation, other: str = "clm_b") -> Corroboration:
    return Corroboration(
        id=CorroborationId(name),
        claim_id=ClaimId("clm_a"),
        other_id=ClaimId(other),
        relation=relation,
        reviewer="Huda",
        decided_at=NOON,
    )


def test_lost_connections_are_made_anew(opening: Open, server: PostgresServer, url: str) -> None:
    store = opening()
    for number in range(3):
        server.end_connections(url)
        store.apply(creation(claim(f"clm_{number}")))
        server.end_connections(url)
        assert store.get(Claim, f"clm_{number}") == claim(f"clm_{number}")
    assert store.sequence == 3


class _Failing:
    """A way to the server that breaks once, before or after the server did what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, done: bool) -> None:
        write = rows.write_commit
        self.broken = 0

        def breaking(connection: Connection, *given: object, **named: object) -> None:
            if not self.broken:
                self.broken += 1
                if done:
                    write(connection, *given, **named)  # type: ignore[arg-type]  # handed on
                connection.close()
                msg = "the connection is lost"
                raise psycopg.OperationalError(msg)
            write(connection, *given, **named)  # type: ignore[arg-type]  # handed on

        monkeypatch.setattr(commits, "write_commit", breaking)


@pytest.mark.parametrize("done", [False, True], ids=["not done", "done"])
def test_an_edit_whose_answer_was_lost_is_made_once(
    opening: Open, monkeypatch: pytest.MonkeyPatch, done: bool
) -> None:
    store = opening()
    list(store.scan(Claim))
    failing = _Failing(monkeypatch, done=done)
    made = creation(claim())
    commit = store.apply(made)
    assert failing.broken == 1
    assert commit.changeset == made
    assert commit.sequence == store.sequence == 1
    assert list(store.scan(Claim)) == [claim()]
    assert len(list(store.history())) == 1
    assert store.check() == ()


def test_unknown_outcome_is_said_so(opening: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opening(patience=0)
    _Failing(monkeypatch, done=True)
    monkeypatch.setattr(lines, "_FIRST_PAUSE", 1)
    with pytest.raises(UnreachableError, match="is not known"):
        store.apply(creation(claim()))
    assert store.refresh()
    assert store.get(Claim, "clm_one") == claim()


def test_serialization_failures_are_tried_again(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, write, refused = opening(), rows.write_commit, list[str]()

    def refusing(connection: Connection, *given: object, **named: object) -> None:
        for refusal in (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected):
            if refusal.sqlstate not in refused:
                refused.append(str(refusal.sqlstate))
                raise refusal
        write(connection, *given, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(commits, "write_commit", refusing)
    store.apply(creation(claim()))
    assert refused == ["40001", "40P01"]
    assert store.sequence == 1


def test_unreachable_server_is_named_without_the_password() -> None:
    with pytest.raises(UnreachableError, match=r"postgresql://rana@127.0.0.1:1/desk") as caught:
        SharedStore("postgresql://rana:hunter2@127.0.0.1:1/desk")
    assert "hunter2" not in str(caught.value)


def test_missing_database_is_said_so(server: PostgresServer) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        SharedStore(server.url("nowhere"))


def test_database_without_room_for_every_script_is_refused(server: PostgresServer) -> None:
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(StoreError, match="LATIN1") as caught:
        SharedStore(server.url("latin"))
    assert "--encoding=UTF8" in caught.value.hint


def test_several_databases_stand_side_by_side_in_schemas(server: PostgresServer) -> None:
    stores = [SharedStore(server.new_schema()) for _ in range(2)]
    stores[0].apply(creation(claim()))
    assert [store.count(Claim) for store in stores] == [1, 0]
    assert [store.sequence for store in stores] == [1, 0]
    assert stores[0].location != stores[1].location
    for store in stores:
        store.close()


def test_read_only_server_is_opened_for_reading(opening: Open, url: str) -> None:
    opening().apply(creation(claim()))
    store = SharedStore(f"{url}%20-cdefault_transaction_read_only%3Don")
    assert store.readonly
    assert "read-only copy" in store.notices[0]
    assert store.get(Claim, "clm_one") == claim()
    with pytest.raises(ReadOnlyError):
        store.apply(creation(claim("clm_two")))
    store.close()


def test_server_that_lost_acknowledged_commits_is_found_out(opening: Open, url: str) -> None:
    """A standby that lagged behind took over."""
    huda, rana = opening(), opening()
    list(huda.scan(Claim))
    huda.apply(creation(claim()))
    with psycopg.connect(url) as connection:
        connection.execute(
            "TRUNCATE tracker_commits, tracker_records, tracker_values, tracker_touched"
        )
        connection.execute("UPDATE tracker_head SET sequence = 0, hash = repeat('0', 64)")
    rana.apply(creation(claim("clm_other")))
    with pytest.raises(DamagedError, match="no longer holds commit 1"):
        huda.refresh()
    with pytest.raises(DamagedError):
        huda.apply(creation(claim("clm_more")))


def test_identifiers_the_server_cannot_hold_are_refused(opening: Open) -> None:
    store = opening()
    with pytest.raises(RuleError, match="cannot hold"):
        store.apply(creation(claim("clm_\0")))
    assert store.resolve(Claim, "clm_\0") == ()
    assert store.find(Source, "label", "\0") == ()
    store.apply(creation(claim()))


@pytest.mark.parametrize(
    ("damage", "where", "message"),
    [
        ("UPDATE tracker_commits SET payload = replace(payload, 'clm_', 'cln_')", "history",
         "hash"),
        ("UPDATE tracker_commits SET hash = repeat('a', 64) WHERE sequence = 1", "history",
         "Commit 1"),
        ("DELETE FROM tracker_commits WHERE sequence = 2", "history", "last made"),
        ("UPDATE tracker_records SET document = replace(document, 'clm_a', 'clm_x')",
         "records", "claims are not"),
        ("DELETE FROM tracker_records WHERE id = 'clm_a'", "records", "claims are not"),
        ("UPDATE tracker_values SET value = 'src_z' WHERE value = 'src_a'", "records",
         "look-ups"),
        ("DELETE FROM tracker_touched WHERE sequence = 1", "history", "touched"),
    ],
)  # fmt: skip
def test_check_finds_what_was_changed_by_hand(
    opening: Open, url: str, damage: str, where: str, message: str
) -> None:
    store = opening()
    store.apply(creation(claim("clm_a"), claim("clm_b")))
    store.apply(replacement(claim("clm_a"), note="seen"))
    assert store.check() == ()
    with psycopg.connect(url) as connection:
        connection.execute(damage.encode())
    problems = store.check()
    assert [problem.where for problem in problems] == [where]
    assert message in problems[0].message


def test_history_refuses_a_commit_that_was_changed(opening: Open, url: str) -> None:
    store = opening()
    store.apply(creation(claim("clm_a")))
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_commits SET payload = replace(payload, 'Huda', 'Nour')")
    with pytest.raises(DamagedError, match="Commit 1"):
        next(store.history())


def test_many_changes_at_once_are_as_few(opening: Open) -> None:
    store, other = opening(), opening()
    list(other.scan(Claim))
    store.apply(creation(*(claim(f"clm_{n:03}") for n in range(100))))
    edits = [
        Change.replace(claim(f"clm_{n:03}"), claim(f"clm_{n:03}", source="src_b"))
        for n in range(50)
    ]
    gone = [Change(before=claim(f"clm_{n:03}")) for n in range(50, 90)]
    store.apply(changeset(*edits, *gone))
    assert [c.id for c in store.scan(Claim)] == [
        f"clm_{n:03}" for n in range(100) if not 50 <= n < 90
    ]
    assert len(store.find(Claim, "source_id", "src_b")) == 50
    assert store.check() == ()
    assert other.refresh()
    assert list(other.scan(Claim)) == list(store.scan(Claim))
    assert list(opening(readonly=True).scan(Claim)) == list(store.scan(Claim))


def test_an_undo_reads_nobody_elses_commits(opening: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    huda, rana = opening(), opening()
    huda.apply(creation(claim("clm_h")))
    for number in range(200):
        rana.apply(creation(claim(f"clm_{number}"), reviewer="Rana"))
    huda.refresh()
    read: list[int] = []
    verified = history.verified

    def counted(sequence: int, own: str, payload: bytes, previous: str | None) -> Commit:
        read.append(sequence)
        return verified(sequence, own, payload, previous)

    monkeypatch.setattr(history, "verified", counted)
    undone = undo(Session(store=huda, reviewer=Reviewer("Huda")))
    assert undone.changeset.changes[0].before == claim("clm_h")
    assert read == [1]


def test_an_undo_finds_what_an_earlier_version_of_the_program_committed(
    opening: Open, url: str
) -> None:
    huda = opening()
    huda.apply(creation(claim("clm_h")))
    huda.apply(creation(claim("clm_r"), reviewer="Rana"))
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE tracker_commits SET reviewer = ''")
    assert [c.sequence for c in huda.history_of("Huda")] == [1]
    undo(Session(store=huda, reviewer=Reviewer("Huda")))
    assert huda.count(Claim) == 1
