"""Sentences end where they end."""

import pytest

from tracker.services.proposing import propose


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith met Gov. Jones in the U.S. on Jan. 3. They spoke.", 2),
        ("J. R. Smith left. He ran 3.5 miles.", 2),
        ('"Will it hold?" he asked. Nobody knew.', 2),
        ("وصل د. أحمد إلى المدينة. ثم غادر!", 2),
        ("هل انسحبت القوات؟ لا أحد يعلم.", 2),
        ("Wait... what? He left.", 2),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(propose(text, language="ar" if "و" in text else "en").passages) == count
