"""What exports say in their own voice, in Arabic and in English."""

from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import frozen

from tracker.credibility import Origins
from tracker.model import (
    ClaimState,
    Delivery,
    Dependence,
    Distance,
    KnownTo,
    Relation,
    Reliability,
    SourceKind,
    Verdict,
)
from tracker.scales import Label

#: Beside its colour every verdict has a sign, for those who do not see the colour.
VERDICT_SIGNS: Mapping[Verdict, str] = {
    Verdict.VERIFIED: "✓",
    Verdict.LIKELY: "≈",
    Verdict.UNVERIFIED: "?",
    Verdict.DISPUTED: "≠",
    Verdict.REFUTED: "✗",
}


def _label(en: str, ar: str) -> Label:
    return Label(en=en, ar=ar)


_ENUMS: Mapping[Enum, Label] = {
    SourceKind.ANONYMOUS_SINGLE: _label("anonymous, one", "مصدر واحد لم يُسمَّ"),
    SourceKind.ANONYMOUS_PLURAL: _label("anonymous, several", "مصادر لم تُسمَّ"),
    SourceKind.NAMED_PERSON: _label("named person", "شخص مُسمّى"),
    SourceKind.ORGANISATION: _label("organisation", "جهة"),
    SourceKind.DOCUMENT: _label("document", "وثيقة"),
    SourceKind.OUTLET: _label("the outlet itself", "الوسيلة نفسها"),
    Delivery.DIRECT_QUOTE: _label("quoted directly", "اقتباس مباشر"),
    Delivery.PARAPHRASE: _label("paraphrased", "نقل بالمعنى"),
    Delivery.OWN_VOICE: _label("in the outlet's own voice", "بلسان الوسيلة نفسها"),
    Relation.CORROBORATES: _label("Corroborates", "يؤيِّد"),
    Relation.PARTLY: _label("Partly corroborates", "يؤيِّد جزئياً"),
    Relation.CONTRADICTS: _label("Contradicts", "يناقض"),
    Relation.SAME_ORIGIN: _label("Same origin", "من الأصل نفسه"),
    Relation.RELATED: _label("Related", "ذو صلة"),
    Dependence.INDEPENDENT: _label("independent", "مستقل"),
    Dependence.SAME_ORIGIN: _label("same origin", "من الأصل نفسه"),
    Dependence.REPRINT: _label("reprint", "إعادة نشر"),
    Dependence.CITES_OTHER: _label("one cites the other", "أحدهما ينقل عن الآخر"),
    Dependence.UNKNOWN: _label("independence not judged", "لم يُحكم في استقلاله"),
    Distance.WITNESSED: _label("saw it itself", "شاهده بنفسه"),
    Distance.TOLD: _label("was told", "نُقل إليه"),
    Distance.DEDUCED: _label("deduced it", "استنتجه"),
    Distance.DOCUMENT: _label("has it from a document", "من وثيقة"),
    Distance.UNSTATED: _label("not stated", "لم يُذكر"),
    KnownTo.REPORTER: _label("the reporter", "المراسل"),
    KnownTo.EDITOR: _label("an editor", "محرِّر"),
    KnownTo.OUTLET: _label("the outlet", "الوسيلة"),
    KnownTo.NOBODY_STATED: _label("not stated", "لم يُذكر"),
    ClaimState.PROPOSED: _label("proposed, not yet accepted", "مقترح لم يُقبل بعد"),
    ClaimState.ACCEPTED: _label("accepted", "مقبول"),
    ClaimState.REJECTED: _label("rejected", "مرفوض"),
}

_WORDS: Mapping[str, Label] = {
    "title": _label("Claim list", "قائمة الادعاءات"),
    "page": _label("Page", "صفحة"),
    "pages": _label("Pages", "الصفحات"),
    "skip": _label("Skip to the claims", "انتقل إلى الادعاءات"),
    "confidential": _label(
        "CONFIDENTIAL: this report holds what reviewers noted in confidence about sources.",
        "سرّي: يضم هذا التقرير ما دوّنه المراجعون عن المصادر بصفة سرية.",
    ),
    "noted": _label("Noted in confidence", "ملاحظة سرية"),
    "as_of": _label("Records as of", "حالة السجلات في"),
    "filter": _label("Filter", "المرشِّح"),
    "everything": _label("none: every claim", "بلا: كل الادعاءات"),
    "tool": _label("Tool", "الأداة"),
    "layout": _label("layout", "التخطيط"),
    "summary": _label("At a glance", "نظرة عامة"),
    "contents": _label("Articles", "المقالات"),
    "claims": _label("Claims", "الادعاءات"),
    "number": _label("Number", "العدد"),
    "verdict": _label("Verdict", "الحكم"),
    "ruled": _label("Decided by", "قرّره"),
    "rationale": _label("Why", "السبب"),
    "quote": _label("Quote", "النص الحرفي"),
    "outlet": _label("Outlet", "الوسيلة"),
    "date": _label("Date", "التاريخ"),
    "no_date": _label("no date", "بلا تاريخ"),
    "language": _label("Language", "اللغة"),
    "address": _label("Address", "العنوان"),
    "hash": _label("SHA-256 of the text", "بصمة النص SHA-256"),
    "guessed": _label("guessed, not confirmed", "تخمين لم يؤكَّد"),
    "source": _label("Source", "المصدر"),
    "vouched": _label("vouched for by", "على عهدة"),
    "affiliation": _label("Affiliation", "الصلة"),
    "close_to": _label("close to", "مقرَّب من"),
    "inside": _label("inside", "من داخل"),
    "spokesperson_of": _label("spokesperson of", "ناطق باسم"),
    "nationality": _label("nationality", "الجنسية"),
    "correspondent_of": _label("correspondent of", "مراسل"),
    "officer_of": _label("officer of", "مسؤول في"),
    "stated_number": _label("Said to be", "العدد المذكور"),
    "role": _label("Role", "الصفة"),
    "place": _label("Place", "المكان"),
    "beat": _label("Beat", "المجال"),
    "reporter": _label("Spoke to", "تحدَّث إلى"),
    "distance": _label("How it knows", "كيف عرف"),
    "position_to_know": _label("Why it should know", "ما يؤهِّله للعلم"),
    "anonymity_reason": _label("Why it is not named", "سبب عدم تسميته"),
    "motive": _label("What it may gain", "ما قد يكسبه"),
    "known_to": _label("Identity known to", "هويته معروفة لدى"),
    "allegation": _label("Allegation", "اتهام"),
    "accuser_unstated": _label("it is not said whose", "لم يُذكر صاحبه"),
    "byline": _label("Byline", "الكاتب"),
    "check_original": _label(
        "Put together from a page layout; not yet held against the original",
        "نص جُمع من تخطيط صفحة ولم يُقابَل بالأصل بعد",
    ),
    "version_of": _label("Later version of", "نسخة لاحقة من"),
    "evidence": _label("Evidence", "الأدلة"),
    "settled": _label("Settled by the desk", "ما استقرت عليه غرفة التحرير"),
    "none_stands": _label("no rating stands", "لا يثبت أي تقييم"),
    "awaited": _label("Rating awaited from", "يُنتظر تقييم"),
    "checked_by_others": _label("Fact-check by others", "تدقيق نشره آخرون"),
    "others_note": _label(
        "Their verdict on their own scale; the desk's follows from none of it.",
        "حكمهم على مقياسهم، ولا يُبنى عليه حكم غرفة التحرير.",
    ),
    "unknown_publisher": _label("publisher not stated", "ناشر غير مذكور"),
    "unknown_rating": _label("no rating stated", "بلا تقييم مذكور"),
    "read_with": _label("Read with", "يُقرأ مع"),
    "cites_it": _label("cites it", "ينقل عنه"),
    "chain": _label("How it reached us", "كيف وصل إلينا"),
    "tree": _label("Chain of transmission", "سلسلة النقل"),
    "tree_at": _label("Chain of transmission: see claim", "سلسلة النقل: انظر الادعاء"),
    "origin": _label("Independent origin", "أصل مستقل"),
    "unjudged": _label("Independence not judged", "لم يُحكم في الاستقلال"),
    "more_reports": _label("more", "غيرها"),
    "ratings": _label("Ratings", "التقييمات"),
    "not_rated": _label("not rated", "لم يُقيَّم"),
    "reviewer": _label("Reviewer", "المراجع"),
    "reliability": _label("Source", "المصدر"),
    "credibility": _label("Information", "المعلومة"),
    "confidence": _label("Confidence", "الثقة"),
    "likelihood": _label("Likelihood", "الاحتمال"),
    "own_view": _label("View", "الرأي"),
    "state": _label("State", "الحالة"),
    "note": _label("Note", "ملاحظة"),
    "related": _label("Other reports", "تقارير أخرى"),
    "sources": _label("Sources and their track records", "المصادر وسجلاتها"),
    "record": _label("What became of what it said", "مآل ما قاله"),
    "cited": _label("Claims", "الادعاءات"),
    "no_outcome": _label("no outcome known yet", "لا نتيجة معروفة بعد"),
    "record_note": _label(
        "Resolved claims are no random sample: easy and famous ones are resolved first. The bar is "
        "the 90% Jeffreys interval, the dot its mean; below three outcomes no letter is proposed.",
        "الادعاءات التي حُسمت ليست عيّنة عشوائية: الأسهل والأشهر يُحسم أولاً. الشريط مجال جيفريز "
        "بنسبة 90٪ والنقطة متوسطه؛ ولا يُقترح حرف دون ثلاث نتائج.",
    ),
    "scales": _label("Scales", "المقاييس"),
    "scales_note": _label(
        "Codes are names, not numbers. F and 6 say that it cannot be judged; what nobody rated is "
        "left out.",
        "الرموز أسماء لا أرقام. F و6 تعنيان تعذّر الحكم، وما لم يقيّمه أحد تُرك خالياً.",
    ),
    "code": _label("Code", "الرمز"),
    "meaning": _label("Meaning", "المعنى"),
    "next": _label("Next page", "الصفحة التالية"),
    "previous": _label("Previous page", "الصفحة السابقة"),
    "letter": _label("letter the record suggests", "الحرف الذي يقترحه السجل"),
    "of": _label("of", "من"),
    "comma": _label(", ", "، "),
    "title_field": _label("title", "العنوان"),
    "outlet_id_field": _label("outlet", "الوسيلة"),
    "published_field": _label("date", "التاريخ"),
    "language_field": _label("language", "اللغة"),
    "url_field": _label("address", "العنوان الشبكي"),
    "byline_field": _label("byline", "الكاتب"),
    "borne_out": _label("borne out", "ثبتت صحته"),
}

#: Counted things: in English one and many; in Arabic one, two, three to ten, more.
_COUNTED: Mapping[str, tuple[tuple[str, str], tuple[str, str, str, str]]] = {
    "claim": (("claim", "claims"), ("ادعاء واحد", "ادعاءان", "ادعاءات", "ادعاءً")),
    "article": (("article", "articles"), ("مقال واحد", "مقالان", "مقالات", "مقالاً")),
    "report": (("report", "reports"), ("تقرير واحد", "تقريران", "تقارير", "تقريراً")),
    "outlet": (("outlet", "outlets"), ("وسيلة واحدة", "وسيلتان", "وسائل", "وسيلة")),
    "origin": (
        ("independent origin", "independent origins"),
        ("أصل مستقل واحد", "أصلان مستقلان", "أصول مستقلة", "أصلاً مستقلاً"),
    ),
    "unknown": (
        ("more not judged", "more not judged"),
        ("أصل آخر لم يُحكم فيه", "أصلان آخران لم يُحكم فيهما", "أصول أخرى لم يُحكم فيها",
         "أصلاً آخر لم يُحكم فيه"),
    ),
}  # fmt: skip


@frozen
class Words:
    """The words of one language.

    Attributes:
        language: ``ar`` or ``en``.
    """

    language: str

    def __getitem__(self, name: str) -> str:
        """Return the words called ``name``; KeyError where there are none."""
        return _WORDS[name].ar if self.language == "ar" else _WORDS[name].en

    def get(self, name: str) -> str:
        """Return the words called ``name``, ``name`` itself where there are none."""
        return self[name] if name in _WORDS else name

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language == "ar" else "ltr"

    def of(self, member: Enum) -> str:
        """Return what a code of the model is called."""
        return _ENUMS[member].in_language(self.language)

    def label(self, label: Label) -> str:
        """Return the words of ``label``."""
        return label.in_language(self.language)

    def counted(self, noun: str, number: int) -> str:
        """Return ``number`` with its noun, in the form the number asks for."""
        english, arabic = _COUNTED[noun]
        if self.language != "ar":
            return f"{number} {english[0] if number == 1 else english[1]}"
        one, two, few, many = arabic
        last = number % 100
        if number == 1:
            return one
        if number == 2:
            return two
        return f"{number} {few if 3 <= last <= 10 else many}"

    def standing(self, standing: Origins) -> str:
        """Return what stands behind a claim, in words."""
        parts = [
            self.counted("report", standing.reports),
            self.counted("outlet", standing.outlets),
            self.counted("origin", standing.origins),
        ]
        if standing.unknown:
            parts.append(self.counted("unknown", standing.unknown))
        return " · ".join(parts)

    def guessed(self, fields: Iterable[str]) -> str:
        """Return the names of fields that nobody confirmed; an unknown one stays as it is."""
        known = ((name, _WORDS.get(f"{name}_field")) for name in fields)
        return self["comma"].join(self.label(found) if found else name for name, found in known)

    def letter(self, reliability: Reliability) -> str:
        """Return what a proposed letter is called."""
        return f"{self['letter']}: {reliability.value}"
