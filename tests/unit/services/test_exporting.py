"""Exports written whole or not at all, and read back in one change set."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import desk_session, make_session
from tests.unit.export import sample
from tests.unit.export.databases import databases
from tracker.errors import CancelledError, InputError
from tracker.export import EXPORTERS, Dossier, Records
from tracker.model import KINDS, ArticleId, ClaimId, SourceId, SourceKind, Verdict
from tracker.services.exporting import dossier, write_export
from tracker.services.importing import import_file, import_lines
from tracker.services.judging import rule_on_claim
from tracker.services.linking import create_source, link_source
from tracker.services.session import Session, Silent
from tracker.services.sources import edit_source


def lines_of(session: Session) -> list[bytes]:
    """Return a session's whole store as the lines of an export."""
    found = dossier(session.store, include_confidential=True)
    return b"".join(EXPORTERS["jsonl"].write(found)).splitlines(keepends=True)


def failing(_: Dossier) -> Iterator[bytes]:
    yield b"half"
    raise OSError(28, "No space left on device")


def test_a_failing_export_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(b"mine")
    with pytest.raises(InputError, match="no space left on device"):
        write_export(
            evolve(EXPORTERS["json"], write=failing), sample.dossier(), path, overwrite=True
        )
    assert path.read_bytes() == b"mine"
    assert [p.name for p in tmp_path.iterdir()] == ["list.json"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["clm_1", "clm_2", "clm_3", "clm_4"]),
            st.sampled_from(["accept", "verdict", "link", "note"]),
            st.sampled_from(list(Verdict)),
            st.text(min_size=1, max_size=20).filter(str.strip),
        ),
        max_size=6,
    )
)
def test_any_desk_goes_out_and_comes_back_the_same(
    edits: list[tuple[str, str, Verdict, str]],
) -> None:
    session = desk_session()
    for claim_id, what, verdict, text in edits:
        if what == "verdict":
            rule_on_claim(session, ClaimId(claim_id), verdict, text)
        elif what == "link":
            made = create_source(session, ArticleId("art_one"), SourceKind.DOCUMENT, text)
            link_source(session, (ClaimId(claim_id),), made.id)
        else:
            edit_source(session, SourceId("src_voice"), confidential=text)
    other = make_session(reviewer="Sami")
    imported = import_lines(other, lines_of(session), "desk.jsonl")
    assert sum(imported.added.values()) == len(lines_of(session)) - 1
    for kind in KINDS.values():
        assert set(other.store.scan(kind)) == set(session.store.scan(kind))
    assert other.store.sequence == 1
    assert lines_of(other) == lines_of(session)


@given(databases(), st.booleans())
def test_any_database_goes_out_into_an_empty_one_and_out_again_byte_for_byte(
    records: Records, confidential: bool
) -> None:
    written = b"".join(
        EXPORTERS["jsonl"].write(sample.dossier(records, include_confidential=confidential))
    )
    session = make_session(reviewer="Sami")
    import_lines(session, written.splitlines(keepends=True), "desk.jsonl")
    found = dossier(session.store, include_confidential=confidential)
    again = evolve(found, tool="tracker 0.1.0")
    assert b"".join(EXPORTERS["jsonl"].write(again)) == written


def test_only_what_is_new_is_added() -> None:
    session, other = desk_session(), make_session()
    import_lines(other, lines_of(session), "desk.jsonl")
    create_source(session, ArticleId("art_one"), SourceKind.DOCUMENT, "a report")
    imported = import_lines(other, lines_of(session), "desk.jsonl")
    assert dict(imported.added) == {"sources": 1}
    assert imported.known == 7


class StopAtTheEnd(Silent):
    """Asks to stop once the whole file is read."""

    def report(self, done: int, total: int, label: str) -> None:
        self.cancelled = done == total


def test_an_import_can_be_stopped_until_it_is_written_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.jsonl"
    path.write_bytes(b"".join(lines_of(desk_session())))
    session = make_session()
    with pytest.raises(CancelledError, match="stopped"):
        import_file(session, path, StopAtTheEnd())
    assert session.store.sequence == 0
    assert import_file(session, path).known == 0
    assert session.store.sequence == 1
