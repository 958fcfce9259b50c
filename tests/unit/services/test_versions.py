"""A later version takes over claims, a reprint does not, and what is taken back is listed."""

from attrs import evolve

from tests.desk import make_session
from tracker.intake import Particulars, Received, read_text
from tracker.intake.received import Found
from tracker.model import Article, Assessment, Basis, Claim, ClaimState, Source
from tracker.services.adding import Added, Details, add_article
from tracker.services.checking import check
from tracker.services.judging import rate
from tracker.services.reading import claims_of
from tracker.services.reviewing import decide
from tracker.services.session import Session
from tracker.services.undoing import undo

HEAD = "هجوم جديد في ريف الرقة\n\n"
FIRST = 'قال مصدر لـ"العربي الجديد" إن تنظيم "داعش" شن هجوماً على مواقع قوات النظام في الرصافة.\n'
SECOND = "وأضاف المصدر أن 15 شخصاً قتلوا في الهجوم، وأن عشرين آخرين أصيبوا بجروح متفاوتة.\n"
THIRD = "وأشار المصدر إلى أن الطيران الروسي شن غارات كثيفة على مواقع التنظيم في البادية.\n"
FOURTH = "وكانت قوات النظام قد أعلنت حملة تمشيط واسعة في المنطقة الأسبوع الماضي.\n"
OLD = HEAD + FIRST + SECOND + THIRD + FOURTH
URL = "https://news.example/raqqa"


def _add(session: Session, text: str, url: str = URL, outlet: str = "العربي الجديد") -> Added:
    return add_article(session, read_text(text), Details(outlet=outlet, url=url))


def _quotes(session: Session, article: Article) -> dict[str, Claim]:
    return {claim.quote: claim for claim in claims_of(session.store, article.id)}


def test_decided_claims_move_to_the_new_text_with_their_identity() -> None:
    session = make_session()
    old = _add(session, OLD)
    claims = claims_of(session.store, old.article.id)
    decide(session, [claims[1].id], ClaimState.ACCEPTED)
    new = _add(
        session, "عاجل\n" + HEAD + FOURTH + FIRST + SECOND + THIRD + "وتجددت الغارات ليلاً.\n"
    )
    assert new.earlier is not None
    assert new.earlier.id == old.article.id
    assert new.article.previous_id == old.article.id
    assert (new.carried, new.left) == (len(claims), ())
    moved = session.store.get(Claim, claims[1].id)
    assert moved.state is ClaimState.ACCEPTED
    assert moved.article_id == new.article.id
    assert moved.fits(new.article.text)
    assert moved.quote == claims[1].quote
    assert check(session.store) == ()


def test_what_a_page_takes_back_stays_with_the_earlier_version() -> None:
    session = make_session()
    old = _add(session, OLD)
    gone = [c for c in claims_of(session.store, old.article.id) if "15" in c.quote]
    new = _add(session, OLD.replace("15 شخصاً", "12 شخصاً"))
    assert gone
    assert set(new.left) == set(gone)
    assert claims_of(session.store, old.article.id) == tuple(gone)
    assert any("12" in quote for quote in _quotes(session, new.article))
    assert check(session.store) == ()


def test_a_changed_attribution_is_no_longer_the_same_claim() -> None:
    session = make_session()
    old = _add(session, OLD)
    new = _add(session, OLD.replace("وأشار المصدر إلى", "وزعم ناشطون"))
    assert any("الطيران الروسي" in claim.quote for claim in new.left)
    assert all(c.article_id == old.article.id for c in new.left)


def test_the_voice_moves_along_and_is_not_made_twice() -> None:
    session = make_session()
    old = _add(session, OLD)
    voices = session.store.find(Source, "article_id", old.article.id)
    new = _add(session, OLD + "وأضاف المصدر أن الطرق قطعت بالكامل بعد منتصف الليل.\n")
    assert {s.id for s in session.store.find(Source, "article_id", new.article.id)} == {
        s.id for s in voices
    }
    added = next(c for q, c in _quotes(session, new.article).items() if "الطرق قطعت" in q)
    assert added.source_id in {s.id for s in voices}


def test_one_undo_takes_a_version_back_whole() -> None:
    session = make_session()
    old = _add(session, OLD)
    before = claims_of(session.store, old.article.id)
    _add(session, OLD.replace("15", "12") + "سطر آخر في النهاية.\n")
    undo(session)
    assert [a.id for a in session.store.scan(Article)] == [old.article.id]
    after = claims_of(session.store, old.article.id)
    assert [evolve(c, version=1) for c in after] == [evolve(c, version=1) for c in before]


def test_words_that_occur_twice_are_told_apart_by_what_is_around() -> None:
    text = HEAD + FIRST + "وفي حلب قال شهود إن القصف توقف.\nوفي إدلب قال شهود إن القصف توقف.\n"
    session = make_session()
    old = _add(session, text)
    before = [c for c in claims_of(session.store, old.article.id) if "القصف توقف" in c.quote]
    new = _add(session, "مقدمة طويلة تسبق الخبر.\n" + text)
    for claim in before:
        moved = session.store.get(Claim, claim.id)
        around = slice(moved.spans[0].start - 20, moved.spans[0].start)
        was = slice(claim.spans[0].start - 20, claim.spans[0].start)
        assert new.article.text[around] == text[was]


def test_the_same_words_at_another_outlet_are_a_reprint() -> None:
    session = make_session()
    old = _add(session, OLD)
    new = _add(
        session, "نقلاً عن الوكالات\n" + OLD, url="https://other.example/1", outlet="شبكة شام"
    )
    assert new.earlier is None
    assert new.near is not None
    assert new.near.id == old.article.id
    assert new.article.previous_id is None


def test_nearly_the_same_text_of_one_outlet_without_an_address_is_a_version() -> None:
    session = make_session()
    old = _add(session, OLD, url="")
    new = _add(session, OLD + "تحديث: ارتفعت الحصيلة.\n", url="")
    assert new.earlier is not None
    assert new.earlier.id == old.article.id


def test_tracking_in_an_address_does_not_hide_a_version() -> None:
    session = make_session()
    _add(session, OLD)
    found = Found(
        value=f"{URL}?utm_source=x&fbclid=1#top", basis=Basis.HTML_META, where="canonical"
    )
    received = Received(
        text=OLD + "تحديث.\n",
        origin="a.html",
        encoding="utf-8",
        original=b"a",
        particulars=Particulars(url=found),
    )
    new = add_article(session, received, Details(outlet="العربي الجديد"))
    assert new.article.url == URL
    assert new.earlier is not None


def test_another_article_at_the_same_address_is_told_and_takes_nothing() -> None:
    session = make_session()
    old = _add(session, OLD)
    new = _add(session, "Police said two men were arrested near the harbour on Friday night.\n")
    assert new.earlier is None
    assert new.same_address is not None
    assert new.same_address.id == old.article.id


def test_the_third_version_follows_the_second() -> None:
    session = make_session()
    _add(session, OLD)
    second = _add(session, OLD + "تحديث أول.\n")
    third = _add(session, OLD + "تحديث أول.\nتحديث ثان.\n")
    assert third.article.previous_id == second.article.id


def test_ratings_stay_with_a_claim_that_moves() -> None:
    session = make_session()
    old = _add(session, OLD)
    claim = claims_of(session.store, old.article.id)[0]
    rate(session, claim.id, rationale="two photographs")
    _add(session, OLD + "تحديث.\n")
    assert session.store.get(Claim, claim.id).article_id != old.article.id
    (rating,) = session.store.scan(Assessment)
    assert rating.claim_id == claim.id


def test_the_same_words_in_another_kind_of_file_are_known() -> None:
    session = make_session()
    old = _add(session, OLD)
    again = _add(session, OLD.replace("\n", " \r\n\r\n"), url="")
    assert not again.new
    assert again.article.id == old.article.id
    assert session.store.sequence == 1
