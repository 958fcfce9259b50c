"""Where an article comes from, and what came of an import, for people."""

from tracker.cli.judgement_shapes import JsonObject
from tracker.model import DETAIL_LABELS, DETAILS, Article, Claim
from tracker.services.confirming import standing_of
from tracker.services.results import Result
from tracker.store import Store


def detail_fields(store: Store, article: Article, outlet: str) -> list[tuple[str, str]]:
    """Return an article's details, each with where it was found and whether it is a guess."""
    values = {
        "title": article.title,
        "byline": article.byline,
        "outlet_id": outlet,
        "published": article.published.isoformat() if article.published else "",
        "language": article.language,
        "url": article.url,
    }
    fields = []
    for name in DETAILS:
        where, guess = standing_of(article, name)
        marks = [mark for mark in ("a guess" if guess else "", where) if mark]
        value = values[name]
        fields.append(
            (DETAIL_LABELS[name], f"{value}  [{', '.join(marks)}]" if marks and value else value)
        )
    guessed = "  [a guess]" if "encoding" in article.guesses else ""
    fields += [
        ("original", article.original),
        ("kind", f"{article.media_type} {article.encoding}{guessed}".strip()),
    ]
    if article.check_original:
        fields.append(("text", "put together from a layout: check it against the original"))
    if article.previous_id:
        earlier = store.find(Claim, "article_id", article.previous_id)
        left = f", which keeps {len(earlier)} claims" if earlier else ""
        fields.append(("version of", f"{article.previous_id}{left}"))
    return fields


def result_shape(result: Result) -> JsonObject:
    """Return what came of one text, beside its article."""
    return {
        "new": result.new,
        "earlier_id": result.earlier_id,
        "carried": result.carried,
        "left_ids": [claim_id for claim_id, _ in result.left],
        "near_id": result.near_id,
        "same_address_id": result.same_address_id,
        "remarks": list(result.remarks),
    }


def result_note(result: Result) -> str:
    """Return one word or two for the table of what was added."""
    if not result.new:
        return "known already"
    if result.earlier_id:
        return f"new version of {result.earlier_id}"
    return f"added, near copy of {result.near_id}" if result.near_id else "added"
