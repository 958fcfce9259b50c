"""A rule proposes where the desk might stand; it never verifies or refutes."""

from itertools import product

import pytest

from tracker.credibility import VERDICT_REASONS, Origins, verdict_proposal
from tracker.model import SourceKind, Verdict

ANONYMOUS = SourceKind.ANONYMOUS_SINGLE
NAMED = SourceKind.NAMED_PERSON


def behind(count: int) -> Origins:
    return Origins(reports=count, outlets=count, origins=count, unknown=0)


@pytest.mark.parametrize(
    ("count", "kinds", "contradicted", "verdict", "reason"),
    [
        (1, [ANONYMOUS], False, Verdict.UNVERIFIED, "single_anonymous"),
        (1, [NAMED], False, Verdict.UNVERIFIED, "single_origin"),
        (2, [ANONYMOUS, ANONYMOUS], False, Verdict.UNVERIFIED, "anonymous_only"),
        (2, [ANONYMOUS, NAMED], False, Verdict.LIKELY, "independent"),
        (3, [NAMED], True, Verdict.DISPUTED, "contradicted"),
    ],
)
def test_the_proposal_follows_origins_and_contradiction(
    count: int, kinds: list[SourceKind], contradicted: bool, verdict: Verdict, reason: str
) -> None:
    found = verdict_proposal(behind(count), kinds, contradicted=contradicted)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_nothing_is_verified_or_refuted_by_rule() -> None:
    for count, kind, contradicted in product(range(4), SourceKind, [False, True]):
        found = verdict_proposal(behind(count), [kind], contradicted=contradicted)
        assert found.verdict not in {Verdict.VERIFIED, Verdict.REFUTED}
        assert found.reason in VERDICT_REASONS
