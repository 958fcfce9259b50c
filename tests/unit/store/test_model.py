"""Random edits, undos, crashes, compactions and reopenings against plain dictionaries."""

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.postgres import PostgresServer
from tests.strategies import claim_ids, claims, texts
from tests.unit.store.samples import changeset, creation, replacement
from tracker.model import Change, ChangeSet, Claim
from tracker.store import Store, open_store
from tracker.store.embedded import EmbeddedStore


class Desk(RuleBasedStateMachine):
    """What any store does; those below say how theirs is opened and how it dies."""

    def __init__(self) -> None:
        super().__init__()
        self.store = self.open()
        self.reader = self.open(readonly=True)
        self.records: dict[str, Claim] = {}
        self.history: list[ChangeSet] = []
        self.given: set[str] = set()

    def open(self, *, readonly: bool = False) -> Store:
        raise NotImplementedError

    def apply(self, made: ChangeSet) -> None:
        self.store.apply(made)
        self.history.append(made)
        for change in made.changes:
            if isinstance(change.after, Claim):
                self.records[change.after.id] = change.after
            else:
                del self.records[change.entity.id]

    @rule(claim=claims)
    def create(self, claim: Claim) -> None:
        # An identifier is never given twice, not even after its record was deleted.
        if claim.id not in self.given:
            self.given.add(claim.id)
            self.apply(creation(claim))

    @precondition(lambda self: self.records)
    @rule(data=st.data(), note=texts, source=st.sampled_from(("src_a", "src_b")))
    def edit(self, data: st.DataObject, note: str, source: str) -> None:
        claim = self.records[data.draw(st.sampled_from(sorted(self.records)))]
        self.apply(replacement(claim, note=note, article_id=f"art_{source}"))

    @precondition(lambda self: self.records)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.records)))
        self.apply(changeset(Change(before=self.records[name])))

    @precondition(lambda self: self.history)
    @rule()
    def undo(self) -> None:
        changes = self.history[-1].changes
        current = [self.records.get(change.entity.id) for change in changes]
        inverses = [c.inverse(now) for c, now in zip(changes, current, strict=True)]
        self.apply(changeset(*inverses))

    @rule()
    def compact(self) -> None:
        self.store.compact()

    @rule(wanted=claim_ids | st.sampled_from(("art_src_a", "art_src_b")))
    def find(self, wanted: str) -> None:
        found = self.store.find(Claim, "article_id", wanted)
        assert {c.id for c in found} == {
            c.id for c in self.records.values() if str(c.article_id) == wanted
        }

    @rule()
    def follow(self) -> None:
        self.reader.refresh()
        assert list(self.reader.scan(Claim)) == list(self.store.scan(Claim))

    @invariant()
    def records_are_what_the_edits_left(self) -> None:
        assert {c.id: c for c in self.store.scan(Claim)} == self.records
        assert self.store.sequence == len(self.history)

    def teardown(self) -> None:
        assert self.store.check() == ()
        assert [c.changeset for c in self.store.history()] == self.history[::-1]
        self.store.close()
        self.reader.close()


class EmbeddedDesk(Desk):
    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "claims.json"
        super().__init__()

    def open(self, *, readonly: bool = False) -> Store:
        return EmbeddedStore(self.path, readonly=readonly)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = self.open()
        assert self.store.notices == ()

    @rule(tail=st.binary(max_size=40), halves=st.booleans())
    def crash(self, tail: bytes, halves: bool) -> None:
        """What a process that dies leaves: its files, and perhaps the beginning of a line."""
        copy = Path(tempfile.mkdtemp(dir=self.folder))
        for file in self.folder.iterdir():
            if file.is_file():
                shutil.copyfile(file, copy / file.name)
        self.store.close()
        for file in copy.iterdir():
            file.replace(self.folder / file.name)
        if halves:
            with (self.folder / "claims.json.journal").open("ab") as journal:
                journal.write(b'{"hash":"' + tail.replace(b"\n", b""))
        self.store = self.open()
        assert bool(self.store.notices) == halves
        assert self.store.check() == ()

    def teardown(self) -> None:
        super().teardown()
        shutil.rmtree(self.folder)


class SharedDesk(Desk):
    """The store of a reviewer beside another one who has every table in memory."""

    server: ClassVar[PostgresServer]

    def __init__(self) -> None:
        self.url = self.server.new_database()
        # Creates the tables, for the reader.
        open_store(self.url).close()
        super().__init__()

    def open(self, *, readonly: bool = False) -> Store:
        return open_store(self.url, readonly=readonly)

    @rule(hold=st.booleans())
    def reopen(self, hold: bool) -> None:
        self.store.close()
        self.store = self.open()
        if hold:
            list(self.store.scan(Claim))

    @rule()
    def cut(self) -> None:
        """The server ends every connection; nobody should notice."""
        self.server.end_connections(self.url)


_SETTINGS = settings(max_examples=20, stateful_step_count=25, deadline=None)
EmbeddedDesk.TestCase.settings = _SETTINGS
TestEmbeddedDesk = EmbeddedDesk.TestCase


def test_shared_desk(server: PostgresServer) -> None:
    SharedDesk.server = server
    run_state_machine_as_test(SharedDesk, settings=_SETTINGS)
