"""Guesses are guesses until a reviewer says otherwise, and what hangs on an outlet follows it."""

from datetime import date

import pytest
from attrs import evolve

from tests.desk import make_session
from tracker.errors import InputError, RuleError
from tracker.intake import read_text
from tracker.model import Article, Basis, Claim, Source
from tracker.services.adding import add_article
from tracker.services.checking import check
from tracker.services.confirming import Correction, confirm, correct, day_stated, standing_of
from tracker.services.sampling import sample_paths
from tracker.services.session import Session
from tracker.services.undoing import undo


def _sample(session: Session) -> Article:
    return add_article(session, read_text(sample_paths()[0].read_text("utf-8"), "a.txt")).article


def test_everything_read_from_the_text_is_a_guess_with_its_place() -> None:
    session = make_session()
    article = _sample(session)
    assert article.guesses == ("title", "outlet_id", "published", "language")
    assert standing_of(article, "published") == ("date line", True)
    assert standing_of(article, "url") == ("", False)


def test_a_guess_confirmed_is_none_and_undo_makes_it_one_again() -> None:
    session = make_session()
    article = _sample(session)
    confirm(session, article.id, ["date"])
    assert "published" not in session.store.get(Article, article.id).guesses
    undo(session)
    assert "published" in session.store.get(Article, article.id).guesses


def test_all_that_waits_is_confirmed_at_once() -> None:
    session = make_session()
    article = _sample(session)
    confirm(session, article.id)
    assert session.store.get(Article, article.id).guesses == ()
    with pytest.raises(RuleError, match="Nothing of"):
        confirm(session, article.id)


def test_a_text_from_a_layout_waits_for_the_original_to_be_looked_at() -> None:
    session = make_session()
    received = evolve(read_text("قال مصدر إن الهجوم وقع ليلاً."), check_original=True)
    article = add_article(session, received).article
    assert article.check_original
    confirm(session, article.id, ["text"])
    after = session.store.get(Article, article.id)
    assert not after.check_original
    assert after.guesses == article.guesses


def test_a_correction_is_stated_by_the_reviewer() -> None:
    session = make_session()
    article = _sample(session)
    correct(session, article.id, Correction(published=date(2020, 11, 9), byline="رنا"))
    after = session.store.get(Article, article.id)
    assert (after.published, after.byline) == (date(2020, 11, 9), "رنا")
    found = after.found_in("published")
    assert found is not None
    assert found.basis is Basis.REVIEWER
    assert "published" not in after.guesses
    assert "outlet_id" in after.guesses


def test_another_outlet_takes_its_voices_and_own_statements_along() -> None:
    session = make_session()
    article = _sample(session)
    old = article.outlet_id
    correct(session, article.id, Correction(outlet="شبكة شام"))
    store = session.store
    after = store.get(Article, article.id)
    assert store.get(Source, after.outlet_id).label == "شبكة شام"
    claims = store.find(Claim, "article_id", article.id)
    assert all(old not in (c.source_id, *c.attribution.chain) for c in claims)
    assert all(s.outlet_id != old for s in store.find(Source, "article_id", article.id))
    assert check(store) == ()
    undo(session)
    assert session.store.get(Article, article.id).outlet_id == old


@pytest.mark.parametrize(
    ("correction", "error"),
    [
        (Correction(title=" "), InputError),
        (Correction(outlet=""), InputError),
        (Correction(), RuleError),
    ],
)
def test_what_an_article_needs_cannot_be_taken_away(
    correction: Correction, error: type[Exception]
) -> None:
    session = make_session()
    article = _sample(session)
    with pytest.raises(error):
        correct(session, article.id, correction)
    assert session.store.sequence == 1


def test_an_unknown_day_can_be_said_to_be_unknown() -> None:
    session = make_session()
    article = _sample(session)
    correct(session, article.id, Correction(published=day_stated("")))
    assert session.store.get(Article, article.id).published is None


def test_names_and_days_that_mean_nothing_are_refused() -> None:
    session = make_session()
    article = _sample(session)
    with pytest.raises(InputError, match="Use one of: title"):
        confirm(session, article.id, ["colour"])
    with pytest.raises(InputError, match="is no day"):
        day_stated("10/11")
