"""Markdown: a report to read, one heading for each claim under its article."""

from collections.abc import Iterator
from itertools import groupby

from tracker.export.dossier import SCHEMA_VERSION, Dossier
from tracker.export.entries import Entry, Partner, entries
from tracker.export.markdown_text import inline, quotation
from tracker.export.others_checks import told_check
from tracker.export.plain import stamp
from tracker.export.source_facts import source_facts
from tracker.export.words import Words
from tracker.model import Article, Assessment, Settlement, Source
from tracker.scales import Rating, Scale, Scales

_WORDS = Words("en")


def write_markdown(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as Markdown (CommonMark) in UTF-8."""
    yield _head(dossier).encode("utf-8")
    number = 0
    for _, group in groupby(entries(dossier), key=lambda entry: entry.article.id):
        for place, entry in enumerate(group):
            number += 1
            if place == 0:
                yield _article(entry.article, entry.outlet).encode("utf-8")
            yield _claim(number, entry, dossier).encode("utf-8")
    yield _scales(dossier.scales).encode("utf-8")


def _head(dossier: Dossier) -> str:
    lines = ["# Claims", ""]
    if dossier.confidential:
        lines += ["**CONFIDENTIAL: holds what reviewers noted in confidence about sources.**", ""]
    lines += [
        f"- Claims: {len(dossier.selected)}",
        f"- Filter: {inline(dossier.filter) if dossier.filter else 'none'}",
        f"- Records as of: {stamp(dossier.as_of) or 'no time'}",
        f"- Tool: {inline(dossier.tool)}, layout {SCHEMA_VERSION}",
    ]
    return "\n".join(lines) + "\n"


def _article(article: Article, outlet: Source) -> str:
    guessed = f" (guessed: {inline(', '.join(article.guesses))})" if article.guesses else ""
    published = article.published.isoformat() if article.published else "no date"
    lines = [
        "",
        f"## {inline(article.title) if article.title.strip() else inline(article.id)}",
        "",
        f"- Outlet: {inline(outlet.label)}, {published}, {inline(article.language)}{guessed}",
    ]
    if article.byline:
        lines.append(f"- Byline: {inline(article.byline)}")
    if article.url:
        lines.append(f"- Address: {inline(article.url)}")
    lines.append(f"- SHA-256 of the text: `{article.sha256}`")
    if article.previous_id:
        lines.append(f"- Later version of {inline(article.previous_id)}")
    if article.check_original:
        lines.append(f"- {_WORDS['check_original']}")
    return "\n".join(lines) + "\n"


def _claim(number: int, entry: Entry, dossier: Dossier) -> str:
    claim = entry.claim
    lines = ["", f"### {number}\\. {inline(claim.statement)}", "", quotation(claim.quote), ""]
    if claim.gloss:
        lines += [quotation(claim.gloss), ""]
    lines += [f"- Claim: {inline(claim.id)}, {claim.state.value}", _source(entry)]
    lines += [
        f"  - {_WORDS[fact.name]}: {inline(fact.text)}"
        for fact in source_facts(entry.source, _WORDS)
    ]
    if claim.allegation:
        accuser = inline(claim.allegation.accuser) or _WORDS["accuser_unstated"]
        lines.append(f"- Allegation: {accuser}")
    if dossier.confidential and entry.source.confidential:
        lines.append(f"- CONFIDENTIAL: {inline(entry.source.confidential)}")
    lines.append(_verdict(entry, dossier.scales))
    lines += [_assessment(assessment, dossier.scales) for assessment in entry.assessments]
    if not entry.assessments:
        lines.append("- Not rated")
    if entry.awaited:
        lines.append(f"- Rating awaited from {', '.join(map(inline, entry.awaited))}")
    if entry.settlement:
        lines.append(_settlement(entry.settlement, dossier.scales))
    if claim.note:
        lines.append(f"- Note: {inline(claim.note)}")
    lines += [f"- {inline(told_check(c.check, _WORDS))}" for c in entry.fact_checks]
    lines += [_partner(partner) for partner in entry.partners]
    return "\n".join(lines) + "\n"


def _source(entry: Entry) -> str:
    source = entry.source
    line = f"- Source: {inline(source.label)} ({_WORDS.of(source.kind)})"
    if source.gloss:
        line += f", {inline(source.gloss)}"
    if entry.vouching:
        line += f", vouched for by {inline(entry.vouching.label)}"
    return line


def _verdict(entry: Entry, scales: Scales) -> str:
    line = f"- Verdict: **{_graded(entry.verdict, scales)}**"
    ruling = entry.ruling
    if ruling:
        line += f", {inline(ruling.reviewer)}, {ruling.decided_at.isoformat()}"
        line += f": {inline(ruling.rationale)}" if ruling.rationale else ""
        line += "".join(f"\n- Evidence: {inline(thing)}" for thing in ruling.evidence)
    return f"{line}\n- Standing: {_WORDS.standing(entry.standing)}"


def _assessment(assessment: Assessment, scales: Scales) -> str:
    axes = (
        ("source", assessment.reliability),
        ("information", assessment.credibility),
        ("confidence", assessment.confidence),
        ("verdict", assessment.verdict),
    )
    parts = (f"{axis} {_graded(rating, scales)}" for axis, rating in axes if rating)
    line = f"- Rated by {inline(assessment.reviewer)}, {assessment.assessed_at.isoformat()}: "
    line += "; ".join(parts) or "no axis"
    line += f". {inline(assessment.rationale)}" if assessment.rationale else ""
    if assessment.likelihood:
        # A likelihood and a confidence never share a sentence (ICD 203), nor a line here.
        line += f"\n- Likelihood, {inline(assessment.reviewer)}: "
        line += _graded(assessment.likelihood, scales)
    return line


def _settlement(settlement: Settlement, scales: Scales) -> str:
    ratings = (settlement.reliability, settlement.credibility)
    parts = "; ".join(_graded(rating, scales) for rating in ratings if rating)
    line = f"- Settled by {inline(settlement.reviewer)}, {settlement.settled_at.isoformat()}: "
    return f"{line}{parts or 'no rating stands'}. {inline(settlement.rationale)}"


def _graded(rating: Rating, scales: Scales) -> str:
    grade = scales.grade(rating)
    words = inline(grade.en)
    return words if grade.code == grade.en.lower() else f"{grade.code} ({words})"


def _partner(partner: Partner) -> str:
    judged = partner.corroboration
    published = partner.article.published
    where = f"{inline(partner.outlet.label)}, {published.isoformat() if published else 'no date'}"
    note = f". {inline(judged.note)}" if judged.note else ""
    quoted = quotation(partner.claim.quote).replace("\n", "\n  ")
    return (
        f"- {_WORDS.of(judged.relation)}, {_WORDS.of(judged.dependence)}: "
        f"{inline(partner.source.label)}, {where}; "
        f"{inline(judged.reviewer)}, {judged.decided_at.isoformat()}{note}\n\n  {quoted}"
    )


def _scales(scales: Scales) -> str:
    lines = ["", "## Scales"]
    for scale in scales.all:
        lines += ["", *_scale(scale)]
    return "\n".join(lines) + "\n"


def _scale(scale: Scale) -> Iterator[str]:
    yield f"{inline(scale.name.en)} · {inline(scale.name.ar)} ({inline(scale.origin)})"
    yield ""
    for grade in scale.grades:
        yield f"- `{grade.code}` {inline(grade.en)} · {inline(grade.ar)}"
