"""Which language a text is written in, told by its letters and its commonest words.

Scripts decide first; among languages of one script, letters that only some of them use and
function words decide. Words are the highest-frequency closed-class words of each language, chosen
so that no two lists share more than a few.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from tracker.text.folding import fold_text

#: How much of a long text is looked at; language does not change after a few pages.
_SAMPLE = 20_000
_UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")

_BY_SCRIPT = {
    "HEBREW": "he",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "SYRIAC": "syr",
    "TIFINAGH": "zgh",
}

#: Letters of the Arabic script that Arabic does not use, by the language they point to.
_ARABIC_SCRIPT_LETTERS = {
    "fa": frozenset("پچژگ"),
    "ur": frozenset("ٹڈڑںےھ"),
    "ckb": frozenset("ڕڵێۆە"),
    "ps": frozenset("ټډړږښځڅۍ"),
    "ug": frozenset("ېۇۈڭ"),
}
_ARABIC_SCRIPT_WORDS = {
    "ar": "في من على ان إلى عن التي الذي هذا هذه ما لا لم كان قد بين بعد كما مع وقال أو ذلك كل",
    "fa": "است که از را این برای با های می شد کرد شده است‌ آن یک خود تا بود هم گفت",
    "ur": "کے کی میں ہے سے نے اور کا کو پر ہیں یہ نہیں بھی گیا تھا",
    "ckb": "لە بۆ کە و ئەو بە کرد لەسەر دوای هەروەها ئەم",
    "ps": "د په چې کې او دی نه له سره هغه شوي",
}
_LATIN_WORDS = {
    "en": "the of and to in that is was for on with he as it by at from his an were are which this",
    "fr": "le la les de des du et en un une que qui dans pour est sur par au ce il pas plus avec",
    "es": "el la los las de del que y en un una por con para es se al lo como su más",
    "pt": "o os as de do da dos das que e em um uma para com não por é no na mais foi",
    "it": "il lo gli di del della che e in un una per con non è sono al dei alla più",
    "de": "der die das und in den von zu mit dem nicht ein eine ist auf für im des sich auch",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er door ook bij",
    "tr": "ve bir bu için ile da de olarak çok daha olan ise gibi sonra kadar göre ancak",
    "ku": "û li ji bi ku de ev ew jî bo her wê di ne yê",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh",
}
_CYRILLIC_LETTERS = {"uk": frozenset("іїєґ"), "sr": frozenset("ђћџљњј"), "bg": frozenset()}
#: A language must be named by at least this many letters or words before we say so.
_EVIDENCE = 2


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def _lexicons(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(map(fold_text, words.split())) for code, words in table.items()}


_ARABIC_SCRIPT_LEXICONS = _lexicons(_ARABIC_SCRIPT_WORDS)
_LATIN_LEXICONS = {
    code: frozenset(words.casefold().split()) for code, words in _LATIN_WORDS.items()
}


def _by_words(words: list[str], lexicons: dict[str, frozenset[str]]) -> str:
    scores = {code: sum(word in known for word in words) for code, known in lexicons.items()}
    best = max(scores, key=lambda code: scores[code])
    rivals = [score for code, score in scores.items() if code != best]
    return best if scores[best] >= _EVIDENCE and scores[best] > max(rivals) else _UNKNOWN


def _of_arabic_script(sample: str, letters: int) -> str:
    counts = Counter(sample)
    marks = {
        code: sum(counts[letter] for letter in own) for code, own in _ARABIC_SCRIPT_LETTERS.items()
    }
    best = max(marks, key=lambda code: marks[code])
    # Loan letters turn up in Arabic too (names, dialect); a language uses its own every few words.
    if marks[best] > letters / 50:
        return best
    found = _by_words([fold_text(word) for word in _WORD.findall(sample)], _ARABIC_SCRIPT_LEXICONS)
    return "ar" if found == _UNKNOWN else found


def _of_cyrillic(sample: str) -> str:
    lowered = Counter(sample.casefold())
    for code, own in _CYRILLIC_LETTERS.items():
        if sum(lowered[letter] for letter in own) >= _EVIDENCE:
            return code
    return "ru"


def detect_language(text: str) -> str:
    """Return the BCP 47 tag of the language most of ``text`` is in, ``und`` when unsure.

    Only the first 20,000 characters are read. A text without letters, or in Latin script without
    familiar function words, is ``und``; short Arabic-script text with no other sign is ``ar``.
    """
    sample = text[:_SAMPLE]
    scripts = Counter(_script(character) for character in sample if character.isalpha())
    if not scripts:
        return _UNKNOWN
    script, letters = scripts.most_common(1)[0]
    if script == "ARABIC":
        return _of_arabic_script(sample, letters)
    if script == "LATIN":
        return _by_words([w.casefold() for w in _WORD.findall(sample)], _LATIN_LEXICONS)
    if script == "CYRILLIC":
        return _of_cyrillic(sample)
    if script == "CJK" and scripts["HIRAGANA"] + scripts["KATAKANA"] > letters / 10:
        return "ja"
    return _BY_SCRIPT.get(script, _UNKNOWN)
