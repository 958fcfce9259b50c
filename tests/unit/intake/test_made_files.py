"""Articles come out of what other programs made, word for word, with what the files say of them."""

import hashlib
from datetime import date

import pytest

from tests.articles import FOLDER, read
from tracker.errors import InputError
from tracker.intake import Received, read_file
from tracker.model import Basis
from tracker.services.particulars import Details, before_reading

REPORT = (
    "مقتل 15 شخصاً في هجوم بريف الرقة",
    'قال مصدر لـ"العربي الجديد" (AFP) إن 15 شخصاً قُتلوا في هجوم شنّه تنظيم "داعش" على مواقع قوات '
    "النظام في بادية الرصافة، فيما أصيب 20 آخرون بجروح متفاوتة.",
    "وأضاف المصدر أن الهجوم وقع عند الساعة 03:30 فجراً، مشيراً إلى أن 3.5 في المئة من القرى (نحو 12 "
    "قرية) خلت من سكانها.",
    "وكانت قوات النظام قد أعلنت حملة تمشيط واسعة في المنطقة الأسبوع الماضي، وفق ما ذكرت وكالة "
    '"سانا" الرسمية.',
)


def _lines(received: Received) -> tuple[str, ...]:
    return tuple(line for line in received.text.splitlines() if line)


@pytest.mark.parametrize(
    "name", ["libreoffice.docx", "libreoffice.pdf", "chromium.pdf", "pages/report.html"]
)
def test_the_same_report_comes_out_of_every_program_word_for_word(name: str) -> None:
    (received,) = read(name)
    assert _lines(received) == REPORT
    assert received.original == (FOLDER / name).read_bytes()
    assert received.original_sha256 == hashlib.sha256(received.original).hexdigest()


def test_a_page_in_two_columns_reads_the_right_one_first_word_for_word() -> None:
    (printed,), (page,) = read("chromium_columns.pdf"), read("pages/print.html")
    assert printed.text.split() == page.text.split()
    assert _lines(printed)[0] == _lines(page)[0]
    assert printed.remarks == ()


def test_words_that_bars_stretch_to_justify_a_line_come_out_whole() -> None:
    """The bars are one glyph with the one that is written after a preposition: both go."""
    (printed,), (page,) = read("libreoffice_justified.pdf"), read("pages/print.html")
    assert printed.text.split() == page.text.replace("ـ", "").split()
    assert _lines(printed) == tuple(line.replace("ـ", "") for line in _lines(page))


@pytest.mark.parametrize(("name", "check"), [("chromium.pdf", True), ("libreoffice.docx", False)])
def test_only_a_text_from_a_layout_is_to_be_checked(name: str, check: bool) -> None:
    assert read(name)[0].check_original is check


def test_properties_of_a_document_are_guesses_and_its_making_is_no_publication() -> None:
    found = read("libreoffice.docx")[0].particulars
    assert found.title is not None
    assert (found.title.basis, found.title.guessed) == (Basis.DOCUMENT_PROPERTIES, True)
    assert found.published is None


@pytest.mark.parametrize("name", ["pages/wordpress.html", "chromium.mhtml"])
def test_a_wordpress_page_gives_its_article_and_what_it_states(name: str) -> None:
    (received,) = read(name)
    first, *rest = _lines(received)
    assert first == "قصف جديد على أطراف بلدة الشيخ مسكين"
    assert len(rest) == 4
    assert not any(w in received.text for w in ("الرئيسية", "تعليق", "الأكثر قراءة", "حقوق"))
    found = received.particulars
    assert found.byline is not None
    assert (found.byline.value, found.byline.guessed) == (
        "هالة الأحمد",
        False,
    ) or found.byline.guessed
    assert found.published is not None
    assert found.published.value == date(2021, 3, 18)
    assert found.language is not None
    assert found.language.value == "ar"


def test_details_of_a_page_carry_where_they_were_found() -> None:
    found = read("pages/wordpress.html")[0].particulars
    assert found.title is not None
    assert found.outlet is not None
    assert found.url is not None
    assert found.published is not None
    assert (found.outlet.value, found.outlet.basis) == ("شبكة الوادي", Basis.JSON_LD)
    assert (found.url.value, found.url.where) == (
        "https://alwadi.example/2021/03/18/shelling/",
        "canonical",
    )
    assert (found.published.basis, found.published.guessed) == (Basis.BYLINE, False)


def test_a_drupal_page_gives_its_article_with_levantine_months_understood() -> None:
    (received,) = read("pages/drupal.html")
    assert len(_lines(received)) == 5
    found = received.particulars
    assert found.published is not None
    assert (found.published.value, found.published.guessed) == (date(2019, 10, 10), False)
    assert found.outlet is not None
    assert found.outlet.value == "صحيفة الضفة"


def test_a_joomla_page_is_read_with_its_two_names_of_a_month() -> None:
    (received,) = read("pages/joomla.html")
    assert received.text.startswith("إغلاق جسر السويقة أمام الشاحنات\n\nأعلن مجلس المدينة")
    assert "الزيارات" not in received.text
    assert "التالي" not in received.text
    found = received.particulars
    assert found.published is not None
    assert found.byline is not None
    assert found.published.value == date(2021, 11, 4)
    assert (found.byline.value, found.byline.guessed) == ("سعاد المصري", False)


def test_a_blogger_page_gives_its_post_without_what_stands_around() -> None:
    (received,) = read("pages/blogger.html")
    lines = _lines(received)
    assert lines[0] == "صيادون: الميناء بلا وقود منذ أسبوع"
    assert lines[-1].endswith("بحسب ما نقلت إذاعة محلية.")
    assert len(lines) == 3
    found = received.particulars
    assert found.published is not None
    assert found.byline is not None
    assert found.url is not None
    assert (found.published.value, found.published.guessed) == (date(2019, 6, 18), True)
    assert (found.byline.value, found.byline.guessed) == ("أبو يوسف", True)
    assert found.url.value == "https://marsad-albahr.blogspot.example/2019/06/harbour.html"


def test_a_date_that_contradicts_what_readers_see_is_never_stated_as_fact() -> None:
    found = read("pages/contradiction.html")[0].particulars
    assert found.published is not None
    assert (found.published.value, found.published.guessed) == (date(2018, 8, 14), True)
    assert found.byline is not None
    assert found.byline.value == "R. Haddad، J. Doe"


def test_an_old_page_laid_out_in_tables_reads_as_paragraphs() -> None:
    (received,) = read("pages/windows1256.html")
    assert len(_lines(received)) == 5
    assert "|" not in received.text
    assert "الأرشيف" not in received.text


def test_a_mail_in_windows_1256_gives_its_text_and_its_attachment() -> None:
    letter, attached = read("python.eml")
    assert letter.encoding == "windows-1256"
    assert _lines(letter)[0] == "بيان: وصول قافلة مساعدات إلى بلدة الشيخ مسكين"
    assert _lines(letter)[1].startswith("قال مصدر إغاثي إن قافلة من اثنتي عشرة شاحنة")
    found = letter.particulars
    assert found.published is not None
    assert (found.published.value, found.published.guessed) == (date(2021, 3, 18), True)
    assert attached.origin == "بيان.docx"
    assert _lines(attached) == REPORT


@pytest.mark.parametrize("name", ["wget.warc.gz", "capture.wacz"])
def test_a_web_archive_gives_each_captured_article_with_its_address(name: str) -> None:
    drupal, old = read(name)
    assert drupal.particulars.url is not None
    assert drupal.particulars.url.basis is Basis.ARCHIVE
    assert drupal.particulars.url.value == "http://127.0.0.1:8931/drupal.html"
    assert drupal.original == (FOLDER / "pages/drupal.html").read_bytes()
    assert (old.encoding, old.encoding_guessed) == ("windows-1256", True)
    assert _lines(old) == _lines(read("pages/windows1256.html")[0])


def test_a_feed_gives_an_article_an_entry_and_says_which_entry_was_empty() -> None:
    first, second, empty = read_file(FOLDER / "pages/feed.rss")
    assert isinstance(first, Received)
    assert isinstance(second, Received)
    assert _lines(first)[1:] == (
        "أفاد مصدر ميداني بأن قصفاً مدفعياً استهدف أطراف البلدة مساء الخميس.",
        "وقال شهود إن أربعة أصيبوا بجروح.",
    )
    assert "alert" not in first.text
    assert first.particulars.published is not None
    assert first.particulars.published.value == date(2021, 3, 18)
    said = before_reading(Details(), first)
    assert said.url is not None
    assert said.url.value == "https://alwadi.example/1"
    assert isinstance(empty, InputError)
    assert empty.message.startswith("entry 3 of")


def test_an_atom_entry_gives_its_published_day_and_its_markup_as_text() -> None:
    (entry,) = read("pages/feed.atom")
    assert _lines(entry)[0] == "Two detained after market blast"
    assert len(_lines(entry)) == 3
    assert entry.particulars.published is not None
    assert entry.particulars.published.value == date(2018, 8, 14)
