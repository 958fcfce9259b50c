"""The forms of Arabic attribution, one sentence each."""

import pytest

from tracker.model import Proposal, SourceKind, quote
from tracker.services.proposing import propose


def _cues(text: str) -> list[tuple[str, str | None, str | None]]:
    made = propose(text, language="ar")
    return [
        (
            a.cue.span.slice(text),
            a.cue.mention.slice(text) if a.cue.mention else None,
            a.cue.via.slice(text) if a.cue.via else None,
        )
        for a in made.attributions
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال مسؤول أمني إن القوات انسحبت.", [("قال", "مسؤول أمني", None)]),
        ("فأوضح الوزير أن القرار نهائي.", [("فأوضح", "الوزير", None)]),
        ("المتحدث باسم الوزارة قال إن القرار نهائي.",
         [("قال", "المتحدث باسم الوزارة", None)]),
        ("وأضاف أن القرار نهائي.", [("وأضاف", None, None)]),
        ("انسحبت القوات، وفق ما أفادت وكالة الأناضول.",
         [("وفق ما أفادت", "وكالة الأناضول", None)]),
        ("وبحسب المصادر، فإن القوات انسحبت.", [("وبحسب", "المصادر", None)]),
        ("أفيد بأن القوات انسحبت.", [("أفيد", None, None)]),
        ("وصرح مصدر لوكالة فرانس برس بأن القوات انسحبت.",
         [("وصرح", "مصدر", "لوكالة فرانس برس")]),
        ("وأكد ناشطون لرويترز أن القصف مستمر.", [("وأكد", "ناشطون", "لرويترز")]),
        ("سيعلن الوزير أن الاتفاق وقع.", [("سيعلن", "الوزير", None)]),
        ("القوات انسحبت من المدينة، تضيف المصادر.", [("تضيف", "المصادر", None)]),
        ("ورد في بيان صادر عن الوزارة أن القوات تصدت للهجوم.",
         [("ورد في", "بيان صادر عن الوزارة", None)]),
        ("ونقلت وكالة رويترز عن مصدر أمني قوله إن القصف مستمر.",
         [("ونقلت", "وكالة رويترز", None), ("قوله", "مصدر أمني", None)]),
        ("وأكد المرصد السوري لحقوق الإنسان مقتل 15 شخصا.",
         [("وأكد", "المرصد السوري لحقوق الإنسان", None)]),
        ('كشف مصدر مطلع لـ"العربي الجديد" عن وصول تعزيزات.',
         [("كشف", "مصدر مطلع", 'لـ"العربي الجديد"')]),
        ("أشار الناطق باسم الجيش إلى وقوع إصابات.", [("أشار", "الناطق باسم الجيش", None)]),
        ("ووفقا لمصادر محلية، فقد قتل خمسة.", [("ووفقا", "لمصادر محلية", None)]),
        ("وكان المتحدث باسم التحالف قد أعلن أن العملية انتهت.",
         [("أعلن", "المتحدث باسم التحالف", None)]),
        ('وأضافت "لن نقبل بأي تسوية لا تضمن حقوق المدنيين".', [("وأضافت", None, None)]),
    ],
)  # fmt: skip
def test_each_form_is_found(text: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert _cues(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "فلا مصادر وقود للتنظيم سوى عمليات التهريب.",
        "يذكر أن المدينة تقع على النهر.",
        "مرت القافلة عبر بلدة قريبة بين نهرين.",
        "طلب الوزير تأجيل الجلسة.",
        "تجدر الإشارة إلى أن المدينة قديمة.",
    ],
)
def test_false_friends_are_no_cues(text: str) -> None:
    assert _cues(text) == []


def _sources(text: str) -> Proposal:
    return propose(text, language="ar", outlet="صحيفة")


def test_a_cue_that_names_nobody_carries_the_voice_before() -> None:
    made = _sources("قال أحمد سالم إن الطريق مغلق. وأضاف أن الجسر مفتوح.")
    first, second = made.attributions
    assert second.source_id == first.source_id
    assert second.anaphoric
    assert "nobody_named:previous" in second.reasons


def test_a_name_said_again_in_part_is_the_same_voice() -> None:
    made = _sources("قال صبري صيدم إن الطريق مغلق. وأكد صيدم أن الجسر مفتوح.")
    assert len({a.source_id for a in made.attributions}) == 1


def test_two_introductions_are_two_voices() -> None:
    made = _sources("قال مصدر إن الطريق مغلق. وقال مصدر إن الجسر مفتوح.")
    assert len({a.source_id for a in made.attributions}) == 2


def test_a_paper_quoted_again_as_the_paper_is_the_same() -> None:
    made = _sources("ذكرت صحيفة الغارديان أن الطريق مغلق. وأشارت الصحيفة إلى أن الجسر مفتوح.")
    assert len({a.source_id for a in made.attributions}) == 1
    assert made.sources[1].kind is SourceKind.ORGANISATION


def test_an_accusation_names_the_accuser_and_is_not_the_reporters_own() -> None:
    text = "قال مصدر إن النظام اعتقل عناصر بتهمة تهريب النفط."
    charge = next(c.allegation for c in _sources(text).claims if c.allegation)
    assert charge.accuser == "النظام"


def test_a_quotation_over_two_sentences_stays_with_its_speaker() -> None:
    text = 'قال أحمد سالم: "الطريق مغلق منذ أيام عدة. والجسر مغلق أيضا منذ أسبوع".'
    made = _sources(text)
    assert {made.source_of(claim).label for claim in made.claims} == {"أحمد سالم"}


def test_why_a_source_is_not_named_is_kept() -> None:
    text = "وقال مصدر أمني، فضل عدم الكشف عن اسمه، إن الطريق مغلق."
    made = _sources(text)
    assert made.sources[1].anonymity_reason.startswith("فضل عدم الكشف عن اسمه")


def test_a_relayed_voice_hangs_below_the_agency() -> None:
    made = _sources("ونقلت وكالة رويترز عن مصدر أمني قوله إن القصف مستمر.")
    outer, inner = made.attributions
    assert inner.chain == (inner.source_id, outer.source_id, "s1")
    assert made.source_of(made.claims[0]).kind is SourceKind.ANONYMOUS_SINGLE


def test_a_preposition_written_with_the_source_is_not_part_of_its_name() -> None:
    made = _sources("ووفقا لمصادر محلية، فقد قتل خمسة.")
    assert (made.sources[1].label, made.sources[1].kind) == (
        "مصادر محلية",
        SourceKind.ANONYMOUS_PLURAL,
    )


def test_a_list_of_many_things_is_one_claim() -> None:
    text = "استهدف القصف موقع المطار، وموقع الإذاعة، وموقع المحطة، وموقع الميناء القديم."
    assert len(_sources(text).claims) == 1


@pytest.mark.parametrize(
    ("text", "conjunct", "shared"),
    [
        (
            "واعتقلت الشرطة ثلاثة رجال بتهمة التعاون مع التنظيم ومجموعات مسلحة أخرى في المنطقة.",
            "ومجموعات مسلحة أخرى في المنطقة",
            "بتهمة التعاون مع",
        ),
        (
            "واعتقلت الشرطة ثلاثة رجال بتهمة التجسس وتسهيل حصولهم على السلاح.",
            "وتسهيل حصولهم على السلاح",
            "بتهمة",
        ),
        (
            "وأسفر القصف عن مقتل ستة أشخاص وإصابة أحد عشر آخرين.",
            "وإصابة أحد عشر آخرين",
            "وأسفر القصف عن",
        ),
        ("وشن الطيران غارة على البلدة ودمر منزلين.", "ودمر منزلين", ""),
    ],
)
def test_a_conjunct_without_a_predicate_is_read_with_what_stands_before_its_counterpart(
    text: str, conjunct: str, shared: str
) -> None:
    (claim,) = [c for c in propose(text, language="ar").claims if quote(text, c.spans) == conjunct]
    assert quote(text, claim.shared) == shared


@pytest.mark.parametrize(
    ("text", "basis", "reason"),
    [
        ("وقال شاهد عيان إن الرصاص أطلق من البناء.", "شاهد عيان", ""),
        ("وذكر دبلوماسي أوروبي اطلع على الوثيقة أن البنود سرية.", "اطلع على الوثيقة", ""),
        ("وقال موظف، وقد حضر الاجتماع الأخير، إن الاتفاق انهار.", "وقد حضر الاجتماع الأخير", ""),
        (
            "وقال مسؤول، طلب عدم الكشف عن هويته لأسباب أمنية، إن القرار نهائي.",
            "",
            "طلب عدم الكشف عن هويته لأسباب أمنية",
        ),
        (
            "وقال مسؤول، طلب عدم ذكر اسمه، لأنه غير مخول بالتصريح، إن القرار نهائي.",
            "",
            "طلب عدم ذكر اسمه، لأنه غير مخول بالتصريح",
        ),
        ("وقالت مصادر محلية إن الإفراج مؤجل لأسباب أمنية.", "", ""),
    ],
)
def test_how_a_voice_knows_and_why_it_is_unnamed_are_kept_as_worded(
    text: str, basis: str, reason: str
) -> None:
    source = propose(text, language="ar").sources[1]
    assert source.kind.anonymous
    assert (source.basis, source.anonymity_reason) == (basis, reason)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("مصدر أمني", "المصادر"),
        ("مصدران أمنيان", "المصدر"),
        ("مصدران أمنيان", "المصادر"),
        ("مصادر أمنية", "المصدر"),
        ("شاهد عيان", "الشهود"),
        ("مسؤول في الوزارة", "المسؤولون"),
    ],
)
def test_a_mention_in_another_number_is_a_voice_apart_and_says_so(first: str, then: str) -> None:
    made = propose(f"وقال {first} إن الشحنة وصلت.\nوأكد {then} أن السائق فر.", language="ar")
    assert made.attributions[1].reasons[-1] == "number_mismatch"
    assert made.sources[2].candidate_same_as == ("s2",)


@pytest.mark.parametrize(
    ("first", "then"), [("مصدران أمنيان", "المصدران"), ("شهود عيان", "الشهود"), ("ناشط", "الناشط")]
)
def test_a_mention_in_the_same_number_refers_back(first: str, then: str) -> None:
    made = propose(f"وقال {first} إن الشحنة وصلت.\nوأكد {then} أن السائق فر.", language="ar")
    assert [one.source_id for one in made.attributions] == ["s2", "s2"]
