"""The example in the guide runs."""

import re

from tests.unit.rtl.texts import REPOSITORY


def test_the_example_in_the_guide_runs() -> None:
    guide = (REPOSITORY / "docs" / "arabic.md").read_text(encoding="utf-8")
    example = re.search("```python\n(.*?)```", guide, re.DOTALL)
    assert example is not None
    exec(example[1], {})  # noqa: S102 - our own page
