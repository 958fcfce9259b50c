"""Random edits, undos, redos, crashes, compactions and reopenings against plain dictionaries."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.faults.calls import counted, intercepted, write_half
from tests.strategies import claim_ids, claims, texts
from tests.unit.store.samples import changeset, creation
from tracker.model import ArticleId, Change, ChangeSet, Claim, Reviewer
from tracker.services.session import Session
from tracker.services.undoing import redo, redoable, undo, undoable
from tracker.store.embedded import EmbeddedStore

_ARTICLES = (ArticleId("art_a"), ArticleId("art_b"))
Records = dict[str, Claim]


class _EndedError(BaseException):
    """The process ends here."""


def content(records: Records) -> Records:
    """What an undo brings back: everything but the version."""
    return {claim.id: evolve(claim, version=1) for claim in records.values()}


class Desk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "claims.json"
        self.store = EmbeddedStore(self.path)
        self.reader = EmbeddedStore(self.path, readonly=True)
        self.records: Records = {}
        self.past: list[Records] = []
        self.future: list[Records] = []
        self.history: list[ChangeSet] = []
        self.given: set[str] = set()

    @property
    def session(self) -> Session:
        return Session(store=self.store, reviewer=Reviewer("Huda"))

    def took(self, made: ChangeSet) -> None:
        """Note that ``made`` is in the store."""
        self.history.append(made)
        self.past.append(dict(self.records))
        self.future.clear()
        for change in made.changes:
            if isinstance(change.after, Claim):
                self.records[change.after.id] = change.after
            else:
                del self.records[change.entity.id]

    def apply(self, made: ChangeSet) -> None:
        self.store.apply(made)
        self.took(made)

    def some_edit(self, data: st.DataObject, note: str) -> ChangeSet:
        """An edit of one to three claims: reworded, moved or deleted."""
        names = data.draw(
            st.lists(st.sampled_from(sorted(self.records)), min_size=1, max_size=3, unique=True)
        )
        changes = []
        for name in names:
            before = self.records[name]
            after = evolve(before, note=note, article_id=data.draw(st.sampled_from(_ARTICLES)))
            deletes = data.draw(st.integers(0, 3)) == 0
            changes.append(Change(before=before) if deletes else Change.replace(before, after))
        return changeset(*changes)

    @rule(claim=claims)
    def create(self, claim: Claim) -> None:
        # An identifier is never given twice, not even after its record was deleted.
        if claim.id not in self.given:
            self.given.add(claim.id)
            self.apply(creation(claim))

    @precondition(lambda self: self.records)
    @rule(data=st.data(), note=texts)
    def edit(self, data: st.DataObject, note: str) -> None:
        self.apply(self.some_edit(data, note))

    @rule()
    def undo(self) -> None:
        if not self.past:
            assert undoable(self.session) is None
            return
        self.history.append(undo(self.session).changeset)
        self.future.append(dict(self.records))
        self.went_to(self.past.pop())

    @rule()
    def redo(self) -> None:
        if not self.future:
            assert redoable(self.session) is None
            return
        self.history.append(redo(self.session).changeset)
        self.past.append(dict(self.records))
        self.went_to(self.future.pop())

    def went_to(self, expected: Records) -> None:
        self.records = {claim.id: claim for claim in self.store.scan(Claim)}
        assert content(self.records) == content(expected)

    @rule()
    def compact(self) -> None:
        self.store.compact()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = EmbeddedStore(self.path)
        assert self.store.notices == ()

    @rule(tail=st.binary(max_size=40), halves=st.booleans())
    def crash(self, tail: bytes, halves: bool) -> None:
        """What a process that dies leaves: its files, and perhaps the beginning of a line."""
        left = self.files_left()
        if halves:
            with (left / "claims.json.journal").open("rb+") as journal:
                journal.truncate(len((left / "claims.json.journal").read_bytes().rstrip(b"\0")))
                journal.seek(0, 2)
                journal.write(b'{"hash":"' + tail.replace(b"\n", b""))
        self.restart_from(left)
        assert any("dropped" in notice for notice in self.store.notices) == halves

    @precondition(lambda self: self.records)
    @rule(data=st.data(), note=texts, call=st.integers(1, 5), half=st.booleans())
    def crash_in_an_edit(self, data: st.DataObject, note: str, call: int, half: bool) -> None:
        """A process that dies at one of the calls by which an edit reaches the disk."""
        made, left = self.some_edit(data, note), self.folder

        def end(name: str, real: Callable[..., object], args: tuple[object, ...]) -> None:
            nonlocal left
            if half:
                write_half(name, real, args)
            left = self.files_left()
            raise _EndedError

        try:
            with intercepted(counted(call, end)):
                self.store.apply(made)
        except _EndedError:
            self.restart_from(left)
        # Before the flush nobody was told that it is kept; it may be.
        if self.store.sequence > len(self.history):
            self.took(made)

    def files_left(self) -> Path:
        left = Path(tempfile.mkdtemp(dir=self.folder))
        for file in self.folder.iterdir():
            if file.is_file():
                shutil.copyfile(file, left / file.name)
        return left

    def restart_from(self, left: Path) -> None:
        self.store.close()
        for file in left.iterdir():
            file.replace(self.folder / file.name)
        self.store = EmbeddedStore(self.path)
        assert any("lock has been taken over" in notice for notice in self.store.notices)
        assert self.store.check() == ()

    @rule(wanted=claim_ids | st.sampled_from(_ARTICLES))
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
        shutil.rmtree(self.folder)


Desk.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestDesk = Desk.TestCase
