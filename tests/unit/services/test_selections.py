"""Filters kept under names in the settings file."""

from pathlib import Path

import pytest

from tracker.config import load_settings
from tracker.errors import InputError, NotFoundError
from tracker.services.selections import Selections


def test_a_filter_is_kept_and_found_again_by_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nreviewer = "Rana"\n')
    Selections(file).save(" sent ", "verdict=verified")
    settings = load_settings(file, {})
    assert dict(settings.selections) == {"sent": "verdict=verified"}
    assert settings.reviewer == "Rana"
    assert file.read_text().startswith("# mine\n")
    again = Selections.of(settings.selections, file)
    assert again.named("sent") == "verdict=verified"
    again.save("sent", 'source~"a, b"')
    again.save("المنشور", "verdict=likely")
    assert dict(load_settings(file, {}).selections) == {
        "sent": 'source~"a, b"',
        "المنشور": "verdict=likely",
    }
    again.delete("sent")
    assert dict(load_settings(file, {}).selections) == {"المنشور": "verdict=likely"}


def test_without_a_file_it_is_kept_for_as_long_as_the_program_runs() -> None:
    selections = Selections()
    selections.save("sent", "verdict=verified")
    assert dict(selections.kept) == {"sent": "verdict=verified"}


@pytest.mark.parametrize(
    ("name", "where", "message"),
    [
        ("", "verdict=verified", "1 to 60 visible characters"),
        ("a\x1bb", "verdict=verified", "1 to 60 visible characters"),
        ("n" * 61, "verdict=verified", "1 to 60 visible characters"),
        ("sent", "", "needs no name"),
        ("sent", "colour=red", "no field “colour”"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    tmp_path: Path, name: str, where: str, message: str
) -> None:
    file = tmp_path / "settings.toml"
    with pytest.raises(InputError, match=message):
        Selections(file).save(name, where)
    assert not file.exists()


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    selections = Selections.of({"sent": "verdict=verified"}, None)
    with pytest.raises(NotFoundError, match="no selection “kept”") as caught:
        selections.named("kept")
    assert "sent" in str(caught.value.hint)
    with pytest.raises(NotFoundError):
        selections.delete("kept")
