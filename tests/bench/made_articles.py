"""Files of articles for the benchmark of importing: four kinds, two languages, no text twice."""

import functools
import random
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from attrs import frozen

from tests.articles import FOLDER, PAGES

_A_FOLDER = 500


@frozen
class Tongue:
    """What the sentences of one language are put together from, in this order."""

    code: str
    outlets: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    footer: str


_ARABIC = Tongue(
    "ar",
    ("الوادي نيوز", "العربي الجديد", "عنب بلدي", "شبكة الفرات", "وكالة الجزيرة السورية"),
    (
        ("قال مصدر ميداني إن", "وأضاف المصدر أن", "وذكرت وكالة «سانا» أن", "وبحسب ناشطين فإن",
         "وأكد مصدر مقرب من «قسد» أن", "ونفى المتحدث باسم الوزارة أن يكون", "وأشار التقرير إلى أن"),
        ("القصف", "الانفجار", "الهجوم", "القافلة", "الاشتباك", "الحريق", "التفجير", "الغارة"),
        ("في",),
        ("الرقة", "حلب", "إدلب", "درعا", "دير الزور", "الحسكة", "حمص", "منبج", "تدمر", "الباب"),
        ("أوقع", "أصاب", "استهدف", "شرّد", "حاصر", "أوقف", "طال", "أربك"),
        ("{}",),
        ("مدنيين", "عنصراً", "عائلات", "مسعفين", "سائقين", "طلاباً", "مزارعين", "جنوداً"),
        ("قرب", "شرق", "غربي", "على مشارف"),
        ("الحسكة", "القامشلي", "الميادين", "الطبقة", "عفرين", "سرمدا", "الرستن", "نوى"),
        ("ثم", "وفي وقت لاحق", "قبل أن يعلن أنه"),
        ("أغلق الطريق", "فرّق الأهالي", "قطع الكهرباء", "أخلى السوق", "عطّل المعبر"),
    ),
    "جميع الحقوق محفوظة، ولا يجوز نقل أي مادة من الموقع دون ذكر المصدر وإضافة رابط إليها",
)  # fmt: skip
_ENGLISH = Tongue(
    "en",
    ("Valley News", "Reuters", "The Euphrates Post", "Levant Monitor"),
    (
        ("A security source said", "According to activists,",
         "The ministry's spokesman denied that",
         "Two officials familiar with the matter told reporters",
         "The agency reported that",
         "A commander who asked not to be named said", "Residents said"),
        ("the shelling", "the blast", "the convoy", "the raid", "the clash", "the fire"),
        ("in", "near", "east of"),
        ("Raqqa", "Aleppo", "Idlib", "Daraa", "Hasakah", "Homs", "Manbij", "Palmyra"),
        ("wounded", "displaced", "hit", "trapped", "stopped", "killed"),
        ("{}",),
        ("civilians", "fighters", "families", "medics", "drivers", "students", "farmers"),
        ("on Monday", "overnight", "at dawn", "late on Friday", "during the truce"),
        ("and closed", "and emptied", "before reaching", "and cut power to"),
        ("the market", "the crossing", "the main road", "the hospital", "the old town"),
    ),
    "All rights reserved. No part of this report may be copied without naming its publisher.",
)  # fmt: skip


@frozen
class Made:
    """One article: where it is from, its headline and its paragraphs."""

    tongue: Tongue
    outlet: str
    title: str
    paragraphs: tuple[str, ...]


def article(number: int) -> Made:
    """Return the article of that number: one in three English, 8 to 24 sentences."""
    draw = random.Random(number)  # noqa: S311  (texts, not secrets)
    tongue = _ENGLISH if number % 3 == 2 else _ARABIC

    def sentence() -> str:
        words = " ".join(draw.choice(options) for options in tongue.parts)
        return words.format(draw.randrange(2, 9999)) + "."

    sentences = [sentence() for _ in range(draw.randrange(8, 25))]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    title = " ".join(draw.choice(tongue.parts[at]) for at in (1, 2, 3, 4)) + f" {number}"
    return Made(tongue, draw.choice(tongue.outlets), title, (*paragraphs, tongue.footer))


def _text(made: Made, _: int) -> bytes:
    return "\n\n".join((made.title, *made.paragraphs)).encode()


def _page(made: Made, number: int) -> bytes:
    shell = _shell()
    body = "".join(f"<p>{paragraph}</p>" for paragraph in made.paragraphs)
    page = shell.replace("{BODY}", body).replace("2021/03/18/shelling", f"a/{number}")
    if made.tongue.code == "en":
        page = page.replace('lang="ar"', 'lang="en"').replace('dir="rtl"', 'dir="ltr"')
    return page.encode()


@functools.cache
def _shell() -> str:
    page = (PAGES / "wordpress.html").read_text("utf-8")
    start = page.index('<div class="entry-content">')
    end = page.index("</div>", start)
    return f'{page[:start]}<div class="entry-content">{{BODY}}{page[end:]}'


def _document(made: Made, _: int) -> bytes:
    """Return a document in the parts that LibreOffice wrote, with other paragraphs."""
    told = BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in _document_parts():
            if name == "word/document.xml":
                paragraphs = (made.title, *made.paragraphs)
                runs = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
                start = data.index(b"<w:body>") + len(b"<w:body>")
                data = data[:start] + runs.encode() + data[data.index(b"</w:body>") :]
            target.writestr(name, data)
    return told.getvalue()


@functools.cache
def _document_parts() -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(FOLDER / "libreoffice.docx") as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def _mail(made: Made, number: int) -> bytes:
    message = EmailMessage()
    message["From"] = f"{made.outlet} <desk@alwadi.example>"
    message["Subject"] = made.title
    message["Date"] = "Thu, 18 Mar 2021 23:42:11 +0300"
    message["Message-ID"] = f"<{number}@alwadi.example>"
    message.set_content("\n\n".join(made.paragraphs))
    return message.as_bytes()


_KINDS: tuple[tuple[str, Callable[[Made, int], bytes]], ...] = (
    ("html", _page),
    ("html", _page),
    ("html", _page),
    ("html", _page),
    ("html", _page),
    ("txt", _text),
    ("txt", _text),
    ("docx", _document),
    ("eml", _mail),
    ("eml", _mail),
)


def make(folder: Path, articles: int) -> None:
    """Write that many files: half saved pages, a fifth texts, a fifth mails, a tenth documents."""
    for number in range(articles):
        ending, write = _KINDS[number % len(_KINDS)]
        where = folder / f"{number // _A_FOLDER:03}"
        where.mkdir(exist_ok=True)
        (where / f"{number:06}.{ending}").write_bytes(write(article(number), number))
