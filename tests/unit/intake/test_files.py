"""Files and folders: found in a steady order, or refused by name with a remedy."""

import os
from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.intake import (
    DEFAULT_LIMITS,
    Limits,
    Received,
    find_articles,
    first_article,
    read_bytes,
)
from tracker.intake import read_file as outcomes_of


def read_file(path: Path, limits: Limits = DEFAULT_LIMITS) -> Received:
    return first_article(outcomes_of(path, limits))


def _write(path: Path, text: str = "A source said so.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_file_gives_its_text_and_its_name_without_the_folder(tmp_path: Path) -> None:
    received = read_file(_write(tmp_path / "deep" / "report.md"))
    assert (received.text, received.origin) == ("A source said so.\n", "report.md")


def test_a_name_that_would_act_on_a_terminal_is_made_harmless(tmp_path: Path) -> None:
    path = _write(tmp_path / "a\x1b[31m\u202eb\n.txt")
    assert read_file(path).origin == "a\ufffd[31m\ufffdb\ufffd.txt"
    with pytest.raises(InputError) as caught:
        read_bytes(b"", str(path))
    assert "\x1b" not in caught.value.message


def test_a_name_that_is_not_unicode_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe3.txt"))
    assert read_file(_write(path)).origin == "\ufffd.txt"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \r\n\t \xc2\xa0\xe2\x80\x8f\n", "holds no words, only blanks"),
        (b"\x00" * 500, "is not text: 500 of its 500 characters are controls"),
        (b"word\x01\x02 word\x03", "is not text: 3 of its 12"),
        (b"a word and one zero\x00" + b" more" * 200, "is not text: 1 of its"),
        (b"%PDF-1.7\n...", "is a PDF document"),
        (b"PK\x03\x04....", "is an archive"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>x", "is a web page without an article"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "is no text, page"),
        (b"{\\rtf1 words}", "is an RTF document"),
        (b'[\n {"@type": "ClaimReview"}]', "is JSON, no article"),
        (b'\xef\xbb\xbf{"kind": "head"}\n{}', "is JSON, no article"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "office document of the old kind"),
    ],
)
def test_what_is_no_article_is_refused_by_name(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read_file(path)
    assert caught.value.message.startswith(str(path))
    assert caught.value.hint


def test_a_few_control_characters_do_not_make_a_text_unreadable() -> None:
    text = "A source said \x1b[31mso\x1b[0m. " + "And then he said more about it. " * 10
    assert read_bytes(text.encode(), "a.txt").text == text


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    for read in (read_file, lambda path: find_articles([path])):
        with pytest.raises(InputError, match=r"There is no file or folder .*gone"):
            read(tmp_path / "gone.txt")


def test_a_folder_is_no_article_and_a_pipe_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_file(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not an ordinary file"):
        read_file(tmp_path / "pipe")


def test_a_file_over_the_limit_is_refused_by_its_size_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(500_000_000)
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(InputError, match="has 500,000,000 bytes; a file may have 50,000,000"):
        read_file(path)


def test_a_larger_limit_can_be_given(tmp_path: Path) -> None:
    path = _write(tmp_path / "large.txt", "words " * 20)
    assert read_file(path, Limits(size=120)).text
    with pytest.raises(InputError, match="has 120 bytes"):
        read_file(path, Limits(size=119))
    with pytest.raises(InputError, match="larger than 119 bytes"):
        read_file(path, Limits(text=119))


@pytest.mark.skipif(os.geteuid() == 0, reason="rights do not bind the superuser")
def test_rights_are_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "secret.txt")
    path.chmod(0)
    with pytest.raises(InputError, match=r"secret\.txt could not be read: permission denied"):
        read_file(path)


def test_folders_are_walked_in_order_without_hidden_files_and_links(tmp_path: Path) -> None:
    wanted = [_write(tmp_path / name) for name in ("a.txt", "b/1.MD", "b/2.txt", "c.md")]
    outside = _write(tmp_path.parent / f"{tmp_path.name}_outside" / "x.txt")
    for skipped in (".hidden.txt", ".git/d.txt", "e.jpg", "f"):
        _write(tmp_path / skipped)
    (tmp_path / "link.txt").symlink_to(outside)
    (tmp_path / "linked").symlink_to(outside.parent)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert find_articles([tmp_path]) == tuple(wanted)
    assert find_articles([wanted[3], tmp_path, wanted[0]]) == (wanted[3], *wanted[:3])


def test_a_file_named_outright_may_have_any_ending(tmp_path: Path) -> None:
    path = _write(tmp_path / "report.log")
    assert find_articles([path]) == (path,)


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "sub" / "photo.jpg")
    with pytest.raises(InputError, match=r"The folder .*sub holds no article") as caught:
        find_articles([tmp_path / "sub"])
    assert ".htm .html" in caught.value.hint


def test_a_folder_that_is_too_deep_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "1" / "2" / "a.txt")
    assert find_articles([tmp_path], Limits(depth=2))
    with pytest.raises(InputError, match="1/2 lies too deep"):
        find_articles([tmp_path], Limits(depth=1))
