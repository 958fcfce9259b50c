"""Texts that the tests of the layout share."""

from pathlib import Path

from hypothesis import strategies as st

REPOSITORY = Path(__file__).parents[3]
SEED = (REPOSITORY / "seeds" / "000_bc49b2d15d858a07.txt").read_text(encoding="utf-8")

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإءؤئىةپچژگکی"
MARKS = "\u064b\u064e\u0650\u0651\u0652\u0670"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f"
HOSTILE = "\x00\x1b\x07\x7f\x9b\ud800\udfff\ufffe"
PUNCTUATION = "()[]«»\"'.,،؛؟!-–:/%$+ـ"
OTHER = "abcXYZ 0123٠١٢ \t\u00a0אבג漢字🙂é"

letters = st.sampled_from(ARABIC + MARKS + PUNCTUATION + OTHER + "للللااا     ")
plain_texts = st.text(letters, max_size=60)
any_character = st.one_of(
    letters,
    st.sampled_from(CONTROLS + INVISIBLE + HOSTILE + "\n\r\u2029\x85"),
    st.characters(),
    st.characters(categories=["Mn", "Me", "Mc", "Cf", "Cs", "Cn"]),
)
any_texts = st.text(any_character, max_size=80)
