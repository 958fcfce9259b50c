"""Words by which a claim is not asserted outright, found where they hedge and nowhere else."""

import pytest

from tracker.services.proposing import shipped_tables
from tracker.text.hedges import NO_HEDGES, Hedges


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("ربما تتوقف العملية", ["ربما"]),
        ("ويُرجَّح أن يكون القصف روسيا", ["ويُرجَّح"]),
        ("ومن المتوقع أن يصل الوفد غدا", ["ومن المتوقع"]),
        ("قد يوفر المشروع ألف وظيفة", ["قد"]),
        ("وقد وصل الوفد صباحا", []),
        ("وكان الجيش قد أعلن الهدنة", []),
        ("انسحبت القوات من البلدة", []),
    ],
)
def test_a_hedge_is_found_with_its_words(text: str, hedges: list[str]) -> None:
    found = Hedges.of(shipped_tables().lists).find(text)
    assert [one.span.slice(text) for one in found] == hedges


def test_a_hedge_names_the_row_that_lists_it() -> None:
    (found,) = Hedges.of(shipped_tables().lists).find("على الأرجح")
    assert (found.place.table, found.place.row) == ("word_lists.tsv", "hedge")


def test_without_tables_nothing_is_a_hedge() -> None:
    assert list(NO_HEDGES.find("ربما قد يصل")) == []
