"""A page is read in the encoding it is in, whatever it says of itself."""

import pytest

from tests.articles import PAGES
from tracker.errors import InputError
from tracker.intake import Received, first_article, read_articles

PAGE = (PAGES / "windows1256.html").read_text("utf-8")
FIRST = "وزارة الصحة تعلن حصيلة جديدة للمصابين"


def _declaring(label: str, page: str = PAGE) -> str:
    return page.replace(
        "<head>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={label}">'
    )


def _read(data: bytes) -> Received:
    return first_article(read_articles(data, "page.html"))


@pytest.mark.parametrize(
    ("page", "codec", "name", "guessed"),
    [
        (_declaring("windows-1256"), "cp1256", "windows-1256", False),
        (PAGE, "cp1256", "windows-1256", True),
        (_declaring("iso-8859-1"), "cp1256", "windows-1256", True),
        (_declaring("utf-8"), "cp1256", "windows-1256", True),
        (_declaring("iso-8859-6"), "cp1256", "windows-1256", True),
        (_declaring("iso-8859-6"), "iso8859_6", "iso-8859-6", False),
        (PAGE, "iso8859_6", "iso-8859-6", True),
        (_declaring("windows-1256"), "utf-8", "utf-8", False),
        (_declaring("windows-1256"), "utf-16", "utf-16-le", False),
        (_declaring("no-such-thing"), "cp1256", "windows-1256", True),
    ],
)
def test_arabic_pages_are_read_right(page: str, codec: str, name: str, guessed: bool) -> None:
    received = _read(page.encode(codec, "replace"))
    assert received.text.startswith(FIRST)
    assert "من دون أن يقدم" in received.text
    assert (received.encoding, received.encoding_guessed) == (name, guessed)


def test_a_western_page_that_says_so_is_believed() -> None:
    body = "".join(
        f"<p>L’été dernier, {n} témoins ont été entendus à Genève.</p>" for n in range(9)
    )
    page = _declaring("iso-8859-1", f"<html><head></head><h1>Été</h1>{body}</html>")
    received = _read(page.encode("cp1252"))
    assert "L’été dernier, 3 témoins" in received.text
    assert (received.encoding, received.encoding_guessed) == ("windows-1252", False)


def test_a_page_in_utf8_with_one_broken_letter_is_read_as_browsers_do() -> None:
    data = _declaring("utf-8").encode().replace("المجتهد".encode(), "المجتهد".encode()[:-1])
    received = _read(data)
    assert "\N{REPLACEMENT CHARACTER}" in received.text
    assert received.encoding_guessed


def test_a_page_of_three_words_is_not_guessed_at() -> None:
    page = "<html><body><p>شن هجوماً على</p></body></html>".encode("cp1256")
    with pytest.raises(InputError, match="too short to tell"):
        _read(page)
