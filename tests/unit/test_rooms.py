"""The house stays one that can be seen at once: small files and functions, the field's names."""

import ast
from pathlib import Path

import pytest

import tracker

PACKAGE = Path(tracker.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 320
LONGEST_FUNCTION = 60
SHAPELESS = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_is_seen_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_functions_are_short_and_names_say_something(path: Path) -> None:
    assert not SHAPELESS & set(path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"
            assert not SHAPELESS & set(node.name.split("_")), node.name
