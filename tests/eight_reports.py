"""Eight reports of one event: what they say, and how each depends on the first.

Three reprint the first, one cites it, one in another language has it from its own observers, one
denies it, and of one nobody can tell. The right answer is two independent origins.
"""

from datetime import date

from attrs import frozen

from tracker.model import Dependence, Relation


@frozen
class EventReport:
    """One report, and the judgement on its claim against the first report's.

    Attributes:
        outlet: who published it.
        day: when.
        text: what it says.
        key: words that only the claim in question has.
        relation: what its claim is to the first report's.
        dependence: how it depends on the first report; None where nobody judges.
    """

    outlet: str
    day: date
    text: str
    key: str
    relation: Relation = Relation.CORROBORATES
    dependence: Dependence | None = None


_TOLD = (
    'وقال مصدر لـ"العربي الجديد" إن تنظيم "داعش" هاجم حاجزاً لقوات النظام قرب الرصافة '
    "وقتل خمسة جنود."
)
_KEY = "هاجم حاجزاً لقوات"

REPORTS = (
    EventReport("العربي الجديد", date(2020, 11, 8), f"هجوم على حاجز\n\n{_TOLD}\n", _KEY),
    EventReport(
        "شبكة شام",
        date(2020, 11, 9),
        f"داعش يهاجم حاجزاً قرب الرصافة\n\n{_TOLD}\n",
        _KEY,
        dependence=Dependence.REPRINT,
    ),
    EventReport(
        "عنب بلدي",
        date(2020, 11, 9),
        f"مقتل جنود في البادية\n\n{_TOLD}\n",
        _KEY,
        dependence=Dependence.REPRINT,
    ),
    EventReport(
        "بلدي نيوز",
        date(2020, 11, 10),
        f"خمسة قتلى للنظام\n\n{_TOLD}\n",
        _KEY,
        dependence=Dependence.REPRINT,
    ),
    EventReport(
        "نورث برس",
        date(2020, 11, 10),
        'قتلى قرب الرصافة\n\nوذكر موقع "العربي الجديد" أن تنظيم "داعش" هاجم حاجزاً لقوات النظام قرب '
        "الرصافة وقتل خمسة جنود.\n",
        _KEY,
        dependence=Dependence.CITES_OTHER,
    ),
    EventReport(
        "SOHR",
        date(2020, 11, 9),
        "Five killed near Resafa\n\nThe Syrian Observatory for Human Rights said that ISIS stormed "
        "a regime checkpoint near Resafa and killed five soldiers.\n",
        "checkpoint near Resafa",
        dependence=Dependence.INDEPENDENT,
    ),
    EventReport(
        "سانا",
        date(2020, 11, 9),
        'لا هجوم في البادية\n\nونفى مصدر عسكري لـ"سانا" أن تنظيم "داعش" هاجم حاجزاً لقوات النظام '
        "قرب الرصافة.\n",
        _KEY,
        relation=Relation.CONTRADICTS,
    ),
    EventReport(
        "Enab Baladi English",
        date(2020, 11, 11),
        "Soldiers die in the desert\n\nA resident said that ISIS stormed a regime "
        "checkpoint near Resafa, killing five soldiers.\n",
        "checkpoint near Resafa",
    ),
)


def in_arabic(report: EventReport) -> str:
    """Return the plain wording that a reviewer gives an English claim; empty for Arabic ones."""
    arabic = any("\u0600" <= c <= "\u06ff" for c in report.key)
    return "" if arabic else "تنظيم داعش هاجم حاجزاً لقوات النظام قرب الرصافة وقتل خمسة جنود"
