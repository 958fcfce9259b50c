"""One JSON object for programs that want claims without joining tables."""

import json
from typing import Any

from hypothesis import given

from tests.unit.export import sample
from tests.unit.export.databases import databases
from tracker.export import EXPORTERS, Records


def _read(records: Records | None = None, *, confidential: bool = False) -> Any:
    dossier = sample.dossier(records, include_confidential=confidential)
    return json.loads(b"".join(EXPORTERS["json"].write(dossier)))


def test_a_claim_comes_with_everything_beside_it() -> None:
    document = _read()
    assert (document["schema_version"], document["tool"]) == (1, "tracker 0.1.0")
    killed = document["claims"][0]
    assert killed["source"]["label"] == 'مصدر لـ"العربي الجديد"'
    assert killed["article"]["sha256"] == sample.records().articles[1].sha256
    assert killed["assertion"]["verdict"]["code"] == "likely"
    assert killed["assertion"]["origins"] == 2
    assert killed["corroborations"][0]["dependence"] == "independent"


def test_ratings_are_codes_with_labels_or_null_and_never_numbers() -> None:
    omar, rana = _read()["claims"][0]["assessments"]
    assert omar["credibility"] is None
    assert rana["credibility"] == {
        "code": "6",
        "en": "Truth cannot be judged",
        "ar": "لا يمكن الحكم على صحته",
    }


def test_confidential_notes_leave_only_when_asked_for() -> None:
    assert "confidential" not in _read()["claims"][0]["source"]
    assert _read()["confidential"] is False
    assert _read(confidential=True)["claims"][0]["source"]["confidential"] == sample.SECRET


@given(databases())
def test_any_database_gives_one_object_with_all_its_claims(records: Records) -> None:
    assert len(_read(records)["claims"]) == len(records.claims)
