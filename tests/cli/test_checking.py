"""The check of a database: silent about a sound one, exact about a harmed one."""

from pathlib import Path

from attrs import evolve

from tests.cli.conftest import Cli
from tests.desk import claim, make_session
from tracker.model import Change
from tracker.store import open_store


def test_a_sound_database_passes(desk: Cli) -> None:
    desk.done("claim accept clm_1")
    answer = desk.done("check")
    assert (answer.out, answer.err) == ("", "tracker: All is well: 2 edits verified.\n")
    found = desk.done("check --json").json
    assert found == {"schema_version": 1, "edits": 2, "problems": [], "orphans": 0}


def test_a_reference_that_leads_nowhere_and_a_quote_out_of_place_are_named(desk: Cli) -> None:
    session = make_session(open_store(str(desk.database)))
    lost = claim("هجوم", "clm_8", source_id="src_gone")
    wrong = evolve(claim("هجوم", "clm_9"), quote="جديد")
    session.commit("Harm", Change(after=lost), Change(after=wrong))
    session.store.close()
    answer = desk("check")
    assert answer.code == 4
    assert {row[0] for row in answer.rows} == {"claims/clm_8", "claims/clm_9"}
    assert len(desk("check --json").json["problems"]) == 2


def test_a_harmed_file_fails_the_check(desk: Cli) -> None:
    desk.done("claim accept clm_1")
    desk.done("claim accept clm_2")
    journal = desk.database.with_name("desk.tracker.journal")
    harmed = bytearray(journal.read_bytes())
    harmed[len(harmed) // 2] ^= 1
    journal.write_bytes(harmed)
    answer = desk("check --json")
    assert answer.code == 4
    assert answer.json["problems"]
    reading = desk("claims")
    assert reading.code in {0, 1}
    assert "Traceback" not in reading.err


def test_there_is_nothing_to_check_where_there_is_no_database(empty: Cli) -> None:
    assert empty("check").code == 3


def test_what_is_intact_of_a_harmed_database_is_saved_into_a_new_one(
    desk: Cli, tmp_path: Path
) -> None:
    desk.done("claim accept clm_1")
    desk.done("claim accept clm_2")
    journal = desk.database.with_name("desk.tracker.journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:-1], b"#" + lines[-1]]))
    harmed = desk.bytes_on_disk()
    saved = desk.done(f"check --salvage {tmp_path}/saved.tracker --json")
    assert set(saved.json) == {
        "schema_version", "path", "commits", "restored", "damaged", "unusable"
    }  # fmt: skip
    assert saved.json["commits"] >= 1
    assert desk.bytes_on_disk() == harmed
    assert len(desk.done(f"--db {tmp_path}/saved.tracker claims").rows) == 4
    desk.done(f"--db {tmp_path}/saved.tracker check")
    again = desk(f"check --salvage {tmp_path}/saved.tracker")
    assert (again.code, again.out) == (1, "")
    assert "exists already" in again.err


def test_saved_counts_are_a_table_too(desk: Cli, tmp_path: Path) -> None:
    rows = desk.done(f"check --salvage {tmp_path}/saved.tracker").rows
    assert ["edits kept as they were", "1"] in rows


def test_a_database_on_a_server_is_not_salvaged_from_here(desk: Cli, tmp_path: Path) -> None:
    answer = desk(f"--db postgresql://desk.example/news check --salvage {tmp_path}/new.tracker")
    assert answer.code == 1
    assert "in files" in answer.err
