"""The HTML report as a browser shows, reads and prints it."""

import io
import itertools
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from attrs import evolve

from tests.browser.chromium import PROGRAM, Chromium
from tests.judged_desk import judged_session
from tracker.export import EXPORTERS, Desk, Dossier
from tracker.services.exporting import dossier, write_export

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="Chromium is not installed: apt install chromium"
)

#: Contrast of every text with what lies behind it, as WCAG 2.2 (1.4.3) computes it; returns those
#: that fall below 4.5.
FAINT = """(() => {
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parts(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || e.closest("svg, style")) continue;
    const pair = [light(parts(getComputedStyle(e).color)), light(behind(e))];
    const [a, b] = pair.sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.push(walk.currentNode.data.trim());
  }
  return found;
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture(scope="module")
def judged() -> Dossier:
    return dossier(judged_session().store, desk=Desk(name="غرفة التحقق"))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, judged: Dossier) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_export(EXPORTERS["html"], judged, path)
    return path


def test_a_report_asks_for_nothing_and_complains_of_nothing(
    browser: Chromium, report: Path
) -> None:
    browser.open(report)
    assert [url for url in browser.requests() if not url.startswith("data:")] == [report.as_uri()]
    assert browser.complaints() == []
    assert browser.evaluate("document.scripts.length") == 0


def test_arabic_text_is_selected_in_the_order_it_is_read(browser: Chromium, report: Path) -> None:
    browser.open(report)
    selected = browser.evaluate(
        "(() => { const s = getSelection(); s.selectAllChildren(document.querySelector('#c3'));"
        " return s.toString(); })()"
    )
    assert "قُتل خمسة عشر جندياً في تفجير حافلة عسكرية قرب جسر الميادين." in selected
    assert 'مصدر محلي لـ"البادية"' in selected
    assert browser.evaluate("getComputedStyle(document.body).direction") == "rtl"


def test_right_to_left_text_stands_at_the_right(browser: Chromium, report: Path) -> None:
    browser.open(report)
    for selector in ("h1", "#c3 blockquote", "#c3 .number"):
        box = browser.evaluate(
            f"(() => {{ const r = document.createRange(); "
            f"r.selectNodeContents(document.querySelector('{selector}'));"
            " const b = r.getBoundingClientRect(); return [b.left, b.right]; })()"
        )
        assert box[1] > 780, selector


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_text_stands_out_from_what_is_behind_it(
    browser: Chromium, judged: Dossier, tmp_path: Path, scheme: str, language: str
) -> None:
    path = tmp_path / "report.html"
    write_export(EXPORTERS["html"], evolve(judged, language=language), path)
    browser.prefer(scheme)
    browser.open(path)
    assert browser.evaluate(FAINT) == []
    dark = (
        browser.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    )
    browser.prefer("light")
    assert dark == (scheme == "dark")


def test_a_screen_reader_finds_landmarks_headings_and_named_pictures(
    browser: Chromium, report: Path
) -> None:
    browser.open(report)
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    named = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    roles = [role for role, _ in named]
    assert {"main", "banner", "navigation", "contentinfo", "heading"} <= set(roles)
    pictures = [name for role, name in named if role in {"image", "img"}]
    assert pictures
    assert all(pictures)
    levels = browser.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_nothing_is_wider_than_a_narrow_window(browser: Chromium, report: Path) -> None:
    browser.open(report, width=360)
    assert browser.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_report_is_printed_on_pages_with_its_text(browser: Chromium, report: Path) -> None:
    browser.open(report)
    pages = pypdf.PdfReader(io.BytesIO(browser.printed())).pages
    assert 5 < len(pages) < 30
    assert "2026-11-22 12:00 UTC" in pages[0].extract_text()


@pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="Tesseract is not installed: apt install tesseract-ocr tesseract-ocr-ara",
)
def test_what_the_eye_sees_is_arabic_that_can_be_read(
    browser: Chromium, report: Path, tmp_path: Path
) -> None:
    browser.open(report, width=1000, height=1400)
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=1000, height=1400, deviceScaleFactor=2, mobile=False,
    )  # fmt: skip
    (tmp_path / "seen.png").write_bytes(browser.picture())
    seen = subprocess.run(
        ["tesseract", str(tmp_path / "seen.png"), "-", "-l", "ara", "--psm", "6"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    for words in ("قائمة", "الادعاءات", "انفجار عبوة ناسفة بحافلة عسكرية قرب جسر الميادين"):
        assert words in seen


def test_hostile_text_does_nothing_in_a_report(
    browser: Chromium, judged: Dossier, tmp_path: Path
) -> None:
    hostile = (
        "<script>document.title='x'</script><img src=http://x.test/ onerror=\"document.title='x'\">"
        "\x1b[2J\u202eabc{{ 7*7 }}</style></title>"
    )
    claims = tuple(evolve(c, wording=hostile, gloss=hostile) for c in judged.records.claims)
    articles = tuple(
        evolve(a, title=hostile, url="javascript:document.title='x'", language='"><script>')
        for a in judged.records.articles
    )
    sources = tuple(evolve(s, label=hostile) for s in judged.records.sources)
    records = evolve(judged.records, claims=claims, articles=articles, sources=sources)
    found = evolve(judged, records=records, filter=hostile, desk=Desk(name=hostile))
    path = tmp_path / "hostile.html"
    write_export(EXPORTERS["html"], found, path)
    browser.open(path)
    assert browser.evaluate("document.title") != "x"
    assert browser.evaluate("document.querySelectorAll('script, img').length") == 0
    assert browser.evaluate("document.querySelectorAll('a[href^=javascript]').length") == 0
    assert [url for url in browser.requests() if not url.startswith("data:")] == [path.as_uri()]
    assert "{{ 7*7 }}" in browser.evaluate("document.querySelector('#c1 h3').textContent")
