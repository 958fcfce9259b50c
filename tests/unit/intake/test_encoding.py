"""Arabic in every encoding it comes in, and honest refusals where bytes do not tell."""

import codecs
import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.intake import read_bytes, read_stream, read_text

ARABIC = (
    "وقال مصدر لـ\"العربي الجديد\" إن 'داعش' شن هجوماً على مواقع لقوات النظام السوري "
    "في بادية الرصافة.\r\nواكتفى النظام السوري، وفق المصادر، بإعادة ترتيب جنوده.\n"
)
ENGLISH = (
    "A source told us that fifteen people were hurt – “nobody” was killed, the café said.\n" * 3
)


@pytest.mark.parametrize(
    ("codec", "mark", "name", "guessed"),
    [
        ("utf-8", b"", "utf-8", False),
        ("utf-8", codecs.BOM_UTF8, "utf-8", False),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le", False),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be", False),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32-le", False),
        ("utf-16-le", b"", "utf-16-le", True),
        ("utf-16-be", b"", "utf-16-be", True),
        ("cp1256", b"", "windows-1256", True),
        ("iso8859_6", b"", "iso-8859-6", True),
    ],
)
def test_arabic_is_read_in_every_encoding_news_comes_in(
    codec: str, mark: bytes, name: str, guessed: bool
) -> None:
    data = mark + ARABIC.encode(codec)
    received = read_bytes(data, "خبر.txt")
    assert received.text == ARABIC
    assert received.encoding == name
    assert received.encoding_guessed is guessed
    assert received.original_sha256 == hashlib.sha256(data).hexdigest()
    assert received.origin == "خبر.txt"


def test_western_text_is_read_too() -> None:
    received = read_bytes((ENGLISH * 3).encode("cp1252"), "report.txt")
    assert received.text == ENGLISH * 3


@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6"])
def test_too_few_words_to_tell_are_asked_about(codec: str) -> None:
    data = "شن هجوماً على مواقع النظام".encode(codec)
    with pytest.raises(InputError, match=r"short\.txt is not UTF-8, and is too short") as caught:
        read_bytes(data, "short.txt")
    assert "--encoding windows-1256" in caught.value.hint
    assert read_bytes(data, "short.txt", encoding=codec).text == "شن هجوماً على مواقع النظام"


def test_a_stated_encoding_is_no_guess_and_its_mark_is_no_text() -> None:
    received = read_bytes(codecs.BOM_UTF8 + ARABIC.encode(), "a.txt", encoding="UTF8")
    assert (received.text, received.encoding, received.encoding_guessed) == (ARABIC, "utf-8", False)


@pytest.mark.parametrize("name", ["arabisch", "hex", "rot13", "none", "nul\0"])
def test_unknown_encodings_are_refused_with_those_that_work(name: str) -> None:
    with pytest.raises(InputError, match="is not an encoding") as caught:
        read_bytes(ARABIC.encode(), "a.txt", encoding=name)
    assert "windows-1256" in caught.value.hint


def test_a_stated_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt is not in utf-8"):
        read_bytes(ARABIC.encode("cp1256"), "a.txt", encoding="utf-8")


def test_damaged_utf8_is_not_taken_for_another_encoding() -> None:
    data = bytearray(ARABIC.encode() * 3)
    data[20] = 0x28
    with pytest.raises(InputError, match=r"a\.txt is UTF-8 but damaged at byte 1?[0-9]+"):
        read_bytes(bytes(data), "a.txt")


def test_damage_behind_a_byte_order_mark_is_refused() -> None:
    with pytest.raises(InputError, match="damaged at byte"):
        read_bytes(codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le") + b"\x00", "a.txt")


def test_surrogates_never_enter() -> None:
    with pytest.raises(InputError, match="damaged at byte"):
        read_bytes(codecs.BOM_UTF16_LE + b"\x00\xd8" * 40, "a.txt")
    with pytest.raises(InputError, match="halves of characters"):
        read_bytes(b"\\ud800 and more words", "a.txt", encoding="unicode_escape")
    with pytest.raises(InputError, match="halves of characters"):
        read_text("a word \udc80")


def test_line_ends_and_no_break_spaces_stay() -> None:
    text = "one\r\ntwo\rthree\u00a0four\u200f\n"
    assert read_bytes(text.encode(), "a.txt").text == text
    assert read_text(text).text == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_any_text_in_utf8_comes_in_as_it_is_or_is_refused_as_blank(text: str) -> None:
    try:
        received = read_bytes(text.encode(), "a.txt")
    except InputError as error:
        assert any(  # noqa: PT017  (either outcome is right)
            why in error.message for why in ("is empty", "only blanks", "not plain text")
        )
    else:
        assert received.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_no_bytes_bring_it_down(data: bytes) -> None:
    try:
        text = read_bytes(data, "a.bin").text
    except InputError as error:
        assert error.hint  # noqa: PT017  (most bytes are refused, some are text)
    else:
        assert "\0" not in text
        text.encode("utf-8")


def test_noise_is_not_taken_for_text() -> None:
    noise = random.Random(7)  # noqa: S311  (repeatable noise, no secret)
    for _ in range(20):
        with pytest.raises(InputError):
            read_bytes(noise.randbytes(3000), "photo")


def test_a_stream_is_not_read_beyond_the_limit() -> None:
    class Endless:
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.taken += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(InputError, match="- has 50,000,001 bytes"):
        list(read_stream(stream))  # type: ignore[arg-type]  # only read() is used
    assert stream.taken == 50_000_001
