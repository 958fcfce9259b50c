"""The cache of vectors: kept between runs, never trusted when damaged, never in the way."""

from pathlib import Path

import pytest

from tracker.store.vector_file import VectorFile, vector_file

ONE, TWO = b"1" * 16, b"2" * 16
WIDTH = 8


def opened(path: Path, encoder: str = "model 1") -> VectorFile:
    return VectorFile(path, encoder, WIDTH)


def test_vectors_are_there_in_the_next_run(tmp_path: Path) -> None:
    first = opened(tmp_path / "v")
    assert first.get(ONE) is None
    first.put({ONE: b"a" * WIDTH})
    first.put({TWO: b"b" * WIDTH})
    for file in (first, opened(tmp_path / "v")):
        assert (file.get(ONE), file.get(TWO)) == (b"a" * WIDTH, b"b" * WIDTH)
    assert [path.name for path in tmp_path.iterdir()] == ["v"]
    assert (tmp_path / "v").stat().st_mode & 0o777 == 0o600


def test_two_writers_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = opened(tmp_path / "v"), opened(tmp_path / "v")
    first.put({ONE: b"a" * WIDTH})
    second.get(ONE)
    first.put({TWO: b"b" * WIDTH})
    second.put({b"3" * 16: b"c" * WIDTH})
    assert opened(tmp_path / "v").get(TWO) == b"b" * WIDTH
    assert opened(tmp_path / "v").get(b"3" * 16) == b"c" * WIDTH


def test_an_unfinished_record_is_cut_off(tmp_path: Path) -> None:
    opened(tmp_path / "v").put({ONE: b"a" * WIDTH})
    with (tmp_path / "v").open("ab") as file:
        file.write(TWO + b"b")
    opened(tmp_path / "v").put({TWO: b"c" * WIDTH})
    again = opened(tmp_path / "v")
    assert (again.get(ONE), again.get(TWO)) == (b"a" * WIDTH, b"c" * WIDTH)


def test_a_flipped_bit_makes_a_vector_missing(tmp_path: Path) -> None:
    opened(tmp_path / "v").put({ONE: b"a" * WIDTH, TWO: b"b" * WIDTH})
    data = bytearray((tmp_path / "v").read_bytes())
    data[data.index(b"aaaa")] ^= 1
    (tmp_path / "v").write_bytes(data)
    again = opened(tmp_path / "v")
    assert (again.get(ONE), again.get(TWO)) == (None, b"b" * WIDTH)


@pytest.mark.parametrize("held", [b"", b"no header", b"\xff" * 5000])
def test_a_file_of_something_else_is_replaced(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "v").write_bytes(held)
    file = opened(tmp_path / "v")
    assert file.get(ONE) is None
    file.put({ONE: b"a" * WIDTH})
    assert opened(tmp_path / "v").get(ONE) == b"a" * WIDTH


def test_vectors_of_another_encoder_are_not_taken(tmp_path: Path) -> None:
    opened(tmp_path / "v", "model 1").put({ONE: b"a" * WIDTH})
    assert opened(tmp_path / "v", "model 2").get(ONE) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    file = opened(tmp_path / "absent" / "v")
    file.put({ONE: b"a" * WIDTH})
    assert file.get(ONE) is None


def test_a_database_in_memory_has_no_vectors_on_disk() -> None:
    assert vector_file("memory:", "model 1", WIDTH) is None
