"""The whole job on the sample article, by keys alone."""

from pathlib import Path

import pytest

from tests.desk import make_session
from tests.gold import gold_claims
from tests.pilot.desk_app import driven
from tests.pilot.gold_reviewer import GoldReviewer, names
from tracker.export import Dossier, read_jsonl
from tracker.model import Assertion, ClaimState, Dependence, Relation, Source, Verdict
from tracker.services.session import Session
from tracker.store import open_store
from tracker.tui.screens.sources import SourcesScreen

REPORT = (
    "قتلى بهجوم في بادية الرصافة\n\n11 نوفمبر 2020\n\n"
    'شن تنظيم "داعش" هجوماً على مواقع لقوات النظام السوري في بادية الرصافة بريف الرقة الجنوبي '
    "الغربي، واعتقلت قوات النظام 20 شخصاً في المنطقة.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


async def blunder_and_correct(reviewer: GoldReviewer) -> None:
    """Merge what belongs apart, cut a word off, name a wrong voice; undo one, correct the rest."""
    await reviewer.press("m", "u", "m", "[")
    await reviewer.press("l", "down", "enter")


async def corroborate(reviewer: GoldReviewer) -> None:
    """Find the other outlet's report of the attack, say it corroborates and is independent."""
    (attack,) = [g for g in gold_claims() if g.spans[0].start == ATTACK_AT]
    await reviewer.go_to(attack)
    await reviewer.press("c", "y", "i", "escape")


ATTACK_AT = 478


async def rate_and_rule(reviewer: GoldReviewer) -> None:
    """Rate information and source apart, then give the verdict."""
    await reviewer.press("2", "C", "v", "enter")


async def export(reviewer: GoldReviewer, target: Path) -> Dossier:
    """Write what was accepted as JSON Lines and read it back."""
    await reviewer.press("q", "x", "w", *"state=accepted", "enter")
    await reviewer.press("t", "ctrl+u", *str(target), "enter", "enter")
    with target.open("rb") as file:
        return read_jsonl(file)


def accepted(dossier: Dossier, session: Session) -> list[tuple[object, str]]:
    """Return spans and source of every exported claim of the sample, in reading order."""
    labels = {source.id: source.label for source in session.store.scan(Source)}
    sample = [c for c in dossier.records.claims if c.state is ClaimState.ACCEPTED]
    return [(c.spans, labels[c.source_id]) for c in sorted(sample, key=lambda c: c.spans)]


async def test_the_whole_job_on_the_sample_by_keys_alone(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(str(tmp_path / "desk.tracker"))
    session = make_session(store)
    async with driven(session) as driver:
        reviewer = GoldReviewer(driver)
        await reviewer.press("enter", "enter")
        await blunder_and_correct(reviewer)
        await reviewer.review()
        reviewed, by_screen = reviewer.keys, reviewer.by_screen.copy()
        await reviewer.press("q", "a", *str(report), "enter", "G", "enter")
        await corroborate(reviewer)
        await rate_and_rule(reviewer)
        dossier = await export(reviewer, tmp_path / "verified.jsonl")
        await reviewer.press("escape", "s")
        screen = driver.app.screen
        assert isinstance(screen, SourcesScreen)
        listed = [row.label for row in screen.state.shown]
    gold = gold_claims()
    exported = accepted(dossier, session)
    assert [spans for spans, _ in exported] == [claim.spans for claim in gold]
    assert all(names(claim, label) for claim, (_, label) in zip(gold, exported, strict=True))
    (assertion,) = store.scan(Assertion)
    assert len(assertion.claim_ids) == 2
    assert assertion.verdict is not Verdict.UNVERIFIED
    (relation,) = dossier.records.corroborations
    assert (relation.relation, relation.dependence) == (
        Relation.CORROBORATES,
        Dependence.INDEPENDENT,
    )
    assert {"العربي الجديد", "المصادر"} <= set(listed)
    store.close()
    with capsys.disabled():
        print(
            f"\n{len(gold)} claims reviewed with {reviewed} keys "
            f"({reviewed / len(gold):.2f} a claim): "
            + ", ".join(f"{screen} {number}" for screen, number in by_screen.most_common())
            + f". The whole job took {reviewer.keys}: "
            + ", ".join(f"{screen} {number}" for screen, number in reviewer.by_screen.most_common())
        )
