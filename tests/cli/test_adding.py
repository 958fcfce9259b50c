"""Articles in: what is told of each, and how bad input is refused without touching the rest."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli, spawn
from tests.desk import TEXT
from tracker.model import Article, Claim
from tracker.resources import seeds_folder

SEED = next(iter(sorted(seeds_folder().glob("*.txt"))))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_sample_comes_in_with_claims_and_sources(empty: Cli) -> None:
    answer = empty.done(f"add {SEED} --json").json
    assert set(answer) == {"schema_version", "dry_run", "added", "refused"}
    (added,) = answer["added"]
    assert added["new"]
    assert added["article"]["outlet"]["label"] == "العربي الجديد"
    store = empty.store()
    assert store.count(Claim) == added["article"]["claims"]["total"] > 20
    assert store.get(Article, added["article"]["id"]).text == SEED.read_bytes().decode("utf-8")


def test_the_same_text_again_says_so_and_changes_nothing(empty: Cli, report: Path) -> None:
    empty.done(f"add {report}")
    before = empty.bytes_on_disk()
    assert empty.done(f"add {report}").rows[0][0] == "known already"
    assert not empty.done(f"add {report} --json").json["added"][0]["new"]
    after = empty.bytes_on_disk()
    assert after["empty.tracker.journal"] == before["empty.tracker.journal"]


def test_what_a_person_states_is_no_guess(empty: Cli, report: Path) -> None:
    empty.done(
        f"add {report} --outlet SANA --date 2020-11-10 --url https://sana.example/1 --language ar"
    )
    (article,) = empty.done("articles --json").json["articles"]
    assert article["outlet"]["label"] == "SANA"
    assert (article["published"], article["url"]) == ("2020-11-10", "https://sana.example/1")
    assert set(article["guesses"]) <= {"title"}


def test_standard_input_is_an_article_too(tmp_path: Path) -> None:
    database = str(tmp_path / "piped.tracker")
    spawn("--db", database, "add", "-", stdin=TEXT.encode("windows-1256"))
    listed = spawn("--db", database, "articles").stdout.decode("utf-8")
    assert "هجوم جديد في ريف الرقة" in listed


def test_an_encoding_can_be_stated(empty: Cli, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_bytes("قال مصدر عسكري".encode("iso-8859-6"))
    empty.done(f"add {path} --encoding iso-8859-6")
    assert next(iter(empty.store().scan(Article))).text == "قال مصدر عسكري"


BAD = {
    "binary.txt": (b"\xff\xfe\xfa\x81\x00\x01\x02", "damaged"),
    "short.txt": ("مصدر".encode("windows-1256"), "--encoding"),
    "empty.txt": (b"", "is empty"),
    "controls.txt": (b"\x01\x02\x1b[2J\x07" * 200, "controls"),
    "large.txt": (b"a" * 6_000_000, "Cut it"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_by_name_with_a_remedy(empty: Cli, tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    answer = empty(f"add {path}")
    assert (answer.code, answer.out) == (1, "")
    sentence, remedy = answer.err.splitlines()
    assert sentence.startswith("tracker: ")
    assert name in sentence
    assert said in sentence + remedy
    assert remedy.strip()
    assert not any(ord(c) < ord(" ") for c in sentence + remedy)
    assert list(empty.store().scan(Article)) == []


def test_a_folder_without_articles_and_a_missing_path_are_refused(
    empty: Cli, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    answer = empty(f"add {tmp_path}/folder {tmp_path}/nowhere.txt")
    assert answer.code == 1
    assert "holds no article" in answer.err
    assert "There is no file or folder" in answer.err
    assert "nowhere.txt" in answer.err


def test_one_bad_file_never_stops_the_others(empty: Cli, tmp_path: Path, report: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = empty(f"add {tmp_path}/empty.txt {tmp_path}/nowhere {report} --json")
    assert answer.code == 1
    assert len(answer.json["added"]) == 1
    assert [set(error) for error in answer.json["refused"]] == [{"message", "hint"}] * 2
    assert empty.store().count(Article) == 1


def test_a_dry_run_adds_nothing_even_where_there_is_no_database(empty: Cli, report: Path) -> None:
    answer = empty.done(f"add {report} --dry-run")
    assert answer.rows[0][0] == "added"
    assert "nothing was written" in answer.err
    assert empty.bytes_on_disk() == {}


def test_control_characters_of_an_article_are_never_sent_raw(empty: Cli, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("Title \x1b]0;owned\x07 and \u202e\u009b2J here\n" + "plain words " * 90)
    for line in (f"add {path}", "articles", "articles --json", "claims", "claims --json"):
        out = empty.done(line).out
        assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "\x1b]0;owned" in empty.done("articles --json").json["articles"][0]["title"]
    assert "Title ␛]0;owned␇ and ⟨202E⟩⟨009B⟩2J here" in empty.done("articles").out


def test_proposals_are_printed_and_nothing_is_stored(empty: Cli) -> None:
    text = SEED.read_bytes().decode("utf-8")
    proposal = empty.done(f"propose {SEED} --json").json
    assert set(proposal) == {
        "schema_version",
        "language",
        "segments",
        "attributions",
        "sources",
        "claims",
    }
    assert (proposal["schema_version"], proposal["language"]) == (1, "ar")
    assert {"id", "spans", "attribution", "source_id", "allegation", "reasons"} <= set(
        proposal["claims"][0]
    )
    assert {"id", "label", "kind", "outlet", "affiliation"} <= set(proposal["sources"][0])
    assert {
        "id", "cue", "source", "via", "kind", "source_id", "verb", "hedging", "anaphoric", "reasons"
    } <= set(proposal["attributions"][0])  # fmt: skip
    assert set(proposal["segments"][0]) == {"kind", "start", "end"}
    cue = proposal["attributions"][0]["cue"]
    assert text[cue["start"] : cue["end"]].strip()
    assert empty.bytes_on_disk() == {}


def test_proposals_are_also_a_table_and_take_standard_input() -> None:
    answer = spawn("propose", "-", stdin=SEED.read_bytes())
    lines = answer.stdout.decode("utf-8").splitlines()
    assert lines[0].split("\t") == ["claim", "kind", "source", "quote"]
    assert lines[1].startswith("c1\toutlet\tالعربي الجديد\t")


def test_proposing_a_missing_file_is_an_error(empty: Cli, tmp_path: Path) -> None:
    answer = empty(f"propose {tmp_path}/nowhere.txt --json")
    assert (answer.code, answer.out) == (1, "")
