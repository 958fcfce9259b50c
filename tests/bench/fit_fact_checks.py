"""Print what each threshold lets through when claims are looked up among published fact-checks.

Run ``python -m tests.bench.fit_fact_checks PATH``, PATH being the folder that holds
``checkthat_ar/`` and ``checkthat_en/``. Of every query of the train split, "found" counts those
whose right fact-check comes first and scores the threshold; "in vain" counts those that would be
asked about some fact-check although their right ones are not in the archive.
"""

import sys
from pathlib import Path

from tests.bench.matching_data import load_retrieval
from tracker.matching import MatchIndex

_THRESHOLDS = (0.15, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def main(folder: Path) -> None:
    """Print both shares for every threshold and language."""
    for name in ("checkthat_ar", "checkthat_en"):
        data = load_retrieval(folder / name, "train")
        index = MatchIndex(data.claims, searching=True)
        right, wrong = [], []
        for query in data.queries:
            relevant = data.relevant[query.id]
            found = index.closest(query, 1)
            right.append(found[0][1] if found and found[0][0] in relevant else 0.0)
            others = index.closest(query, 1, relevant)
            wrong.append(others[0][1] if others else 0.0)
        print(f"{name}: {len(data.queries)} queries, {len(data.claims)} fact-checks")
        for least in _THRESHOLDS:
            found_share = sum(score >= least for score in right) / len(right)
            vain = sum(score >= least for score in wrong) / len(wrong)
            print(f"  least {least:.2f}: found {found_share:.3f}, in vain {vain:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("Give the folder that holds checkthat_ar/ and checkthat_en/.")
    main(Path(sys.argv[1]))
