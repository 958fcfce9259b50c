"""A report to read, in which text from outside is only ever text."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.unit.export import sample
from tracker.export import EXPORTERS, Records
from tracker.export.markdown_text import escaped, inline, quotation
from tracker.export.plain import harmless, one_line

#: Everything that a widespread reader of Markdown might act on.
READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})


def _written(records: Records | None = None, *, confidential: bool = False) -> str:
    dossier = sample.dossier(records, include_confidential=confidential)
    return b"".join(EXPORTERS["markdown"].write(dossier)).decode()


def _spans(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


@given(st.text(st.one_of(st.sampled_from("*_`[]()<>&!#~|\\-+=.:/@w1 \t\n"), st.characters())))
def test_quoted_text_shows_its_characters_and_does_nothing(text: str) -> None:
    tokens = READER.parse(quotation(text))
    assert {token.type for token in tokens} <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline",
    }  # fmt: skip
    children = _spans(tokens)
    assert {child.type for child in children} <= {"text", "hardbreak"}
    shown = "".join(child.content or "\n" for child in children)
    lines = [line.strip() for line in harmless(text).split("\n")]
    assert shown == "\n".join(line for line in lines if line)


@given(st.text(st.one_of(st.sampled_from("*_`[]()<>&!#~|\\:/@.w "), st.characters())))
def test_text_in_a_line_shows_its_characters_and_does_nothing(text: str) -> None:
    children = _spans(READER.parse(f"- Source: {inline(text)}."))
    assert {child.type for child in children} == {"text"}
    shown = "".join(child.content for child in children).removeprefix("Source: ").removesuffix(".")
    assert shown.replace("\u2068", "").replace("\u2069", "") == one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![x](http://evil.example/a.png)",
        "https://evil.example www.evil.example evil.example a@evil.example",
        "# heading",
        "- item",
        "1. item",
        "1) item",
        "***",
        "===",
        "    code",
        "```",
        "| a | b |",
        "&lt;&#60;",
        "[x]: http://evil.example",
        "~~gone~~",
    ],
)
def test_known_tricks_do_nothing(text: str) -> None:
    html = READER.render(quotation(f"{text}\n{text}"))
    assert html.count("<") - html.count("<br />") == 4
    assert "href" not in html


def test_a_claim_has_its_quote_source_ratings_and_partners() -> None:
    text = _written()
    claim = text[text.index("### 1") : text.index("### 2")]
    assert "\n> 15 شخصاً قتلوا في الهجوم\n" in claim
    assert '- Source: \u2068مصدر لـ"العربي الجديد"\u2069 (anonymous, one), a source' in claim
    assert "vouched for by \u2068العربي الجديد\u2069" in claim
    assert "- Verdict: **Likely**, Huda, 2026-01-10T08:30:00+00:00: two voices" in claim
    assert "- Standing: 2 reports · 2 outlets · 2 independent origins" in claim
    assert "source F (Reliability cannot be judged)" in claim
    assert "information 6 (Truth cannot be judged); confidence Low. one voice" in claim
    assert "- Corroborates, independent: Residents, The Wire, 2020-11-12" in claim
    assert "\n  > at least 20 people died\n" in claim


def test_the_head_and_the_scales_are_in_it() -> None:
    text = _written()
    assert text.startswith("# Claims\n\n- Claims: 4\n- Filter: none\n- Records as of: 2026-01-12T")
    assert "- `F` Reliability cannot be judged · \u2068لا يمكن الحكم على موثوقيته\u2069" in text
    assert sample.records().articles[0].sha256 in text


def test_hostile_labels_titles_and_notes_stay_text() -> None:
    evil = "</p><img src=x onerror=alert(1)>\n# [a](http://b.example)"
    records = sample.records()
    records = evolve(
        records,
        sources=tuple(evolve(s, label=evil, gloss=evil) for s in records.sources),
        articles=tuple(evolve(a, title=evil, url=evil, language=evil) for a in records.articles),
        claims=tuple(evolve(c, wording=evil, gloss=evil, note=evil) for c in records.claims),
        assessments=tuple(evolve(a, reviewer=evil, rationale=evil) for a in records.assessments),
        corroborations=tuple(evolve(c, note=evil, reviewer=evil) for c in records.corroborations),
    )
    children = _spans(READER.parse(_written(records)))
    assert {c.type for c in children} == {
        "text", "hardbreak", "code_inline", "strong_open", "strong_close",
    }  # fmt: skip


def test_confidential_notes_leave_only_when_asked_for() -> None:
    assert sample.SECRET not in _written()
    text = _written(confidential=True)
    assert f"- CONFIDENTIAL: {sample.SECRET}" in text
    assert "**CONFIDENTIAL: holds what reviewers noted in confidence" in text


def test_ordinary_prose_stays_readable() -> None:
    line = 'He said: "15 people (at least) died." It was 3-4 days ago, 50% of them.'
    assert escaped(line) == line
