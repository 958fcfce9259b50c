"""Makes the files of other programs that the import tests read: ``python -m tests.articles.make``.

Needs LibreOffice (``libreoffice-writer-nogui``), Chromium, wget and the dev extra. The pages under
``pages/`` were written for these tests, in the markup of common systems; nothing in them is a
real report. LibreOffice and Chromium make documents, PDFs and a page with all its parts from
``pages/report.html``; Python's mail library makes a mail; wget captures pages from a server on
this machine into a WARC, which is then put into a WACZ.
"""

import asyncio
import functools
import http.server
import shutil
import subprocess
import threading
import zipfile
from email.message import EmailMessage
from pathlib import Path

HERE = Path(__file__).parent
PAGES = HERE / "pages"
CHROMIUM = shutil.which("chromium") or "chromium"


def documents() -> None:
    """DOCX and PDF by LibreOffice, PDF by Chromium."""
    page = PAGES / "report.html"
    office = ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to"]
    there = ["--outdir", str(HERE)]
    subprocess.run([*office, "odt", *there, str(page)], check=True)
    odt = HERE / "report.odt"
    for kind, name in (("docx:MS Word 2007 XML", "docx"), ("pdf", "pdf")):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, *there, str(odt)], check=True
        )
        (HERE / f"report.{name}").rename(HERE / f"libreoffice.{name}")
    odt.unlink()
    browser = [CHROMIUM, "--headless", "--no-sandbox", "--no-pdf-header-footer"]
    subprocess.run([*browser, f"--print-to-pdf={HERE / 'chromium.pdf'}", str(page)], check=True)


def prints() -> None:
    """A justified page as PDF: in one column by LibreOffice, in two by Chromium."""
    page = PAGES / "print.html"
    office, there = ["soffice", "--headless"], ["--outdir", str(HERE)]
    as_page = [*office, "--infilter=HTML (StarWriter)", "--convert-to", "odt", *there]
    subprocess.run([*as_page, str(page)], check=True)
    odt = HERE / "print.odt"
    subprocess.run([*office, "--convert-to", "pdf", *there, str(odt)], check=True)
    (HERE / "print.pdf").rename(HERE / "libreoffice_justified.pdf")
    odt.unlink()
    target = f"--print-to-pdf={HERE / 'chromium_columns.pdf'}"
    browser = [CHROMIUM, "--headless", "--no-sandbox", "--no-pdf-header-footer"]
    subprocess.run([*browser, target, str(page)], check=True)


async def snapshot() -> None:
    """A page with all its parts as Chromium saves it."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = await browser.new_page()
        await page.route("http*://**", lambda route: route.abort())
        await page.goto((PAGES / "wordpress.html").as_uri())
        session = await page.context.new_cdp_session(page)
        saved = await session.send("Page.captureSnapshot", {"format": "mhtml"})
        nowhere = saved["data"].replace(HERE.as_uri(), "file:///articles")
        (HERE / "chromium.mhtml").write_text(nowhere, encoding="utf-8", newline="")
        await browser.close()


def mail() -> None:
    """A mail in windows-1256 with an HTML part and an attached document, by Python's library."""
    message = EmailMessage()
    message["From"] = "مكتب الأخبار <desk@alwadi.example>"
    message["To"] = "reader@example.org"
    message["Subject"] = "بيان: وصول قافلة مساعدات إلى بلدة الشيخ مسكين"
    message["Date"] = "Thu, 18 Mar 2021 23:42:11 +0300"
    message["Message-ID"] = "<1@alwadi.example>"
    text = (
        "قال مصدر إغاثي إن قافلة من اثنتي عشرة شاحنة وصلت إلى البلدة صباح الخميس.\n\n"
        "وأضاف المصدر أن القافلة تحمل مواد غذائية وأدوية تكفي ألف عائلة.\n"
    )
    message.set_content(text, charset="windows-1256", cte="quoted-printable")
    message.add_alternative(f"<p>{text}</p>", subtype="html", charset="windows-1256")
    message.add_attachment(
        (HERE / "libreoffice.docx").read_bytes(),
        maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
        filename="../../بيان.docx",
    )
    (HERE / "python.eml").write_bytes(message.as_bytes())


def captures() -> None:
    """A packed WARC by wget, one page of it in windows-1256; the same in a WACZ."""
    site = HERE / "site"
    site.mkdir(exist_ok=True)
    links = "".join(f'<a href="{name}.html">{name}</a> ' for name in ("drupal", "old"))
    (site / "index.html").write_text(f"<!doctype html><html><body>{links}</body></html>")
    shutil.copy(PAGES / "drupal.html", site / "drupal.html")
    old = (PAGES / "windows1256.html").read_text("utf-8").encode("windows-1256")
    (site / "old.html").write_bytes(old)
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8931), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = HERE / "wget"
    wget = ["wget", "-q", "-r", "-l1", f"--warc-file={base}", "-P", str(site / "copy")]
    subprocess.run([*wget, "http://127.0.0.1:8931/index.html"], check=False)
    server.shutdown()
    shutil.rmtree(site)
    with zipfile.ZipFile(HERE / "capture.wacz", "w") as archive:
        archive.write(HERE / "wget.warc.gz", "archive/data.warc.gz")
        archive.writestr("datapackage.json", '{"profile": "data-package", "wacz_version": "1.1.1"}')


if __name__ == "__main__":
    documents()
    prints()
    asyncio.run(snapshot())
    mail()
    captures()
