"""Where an article comes from, and what came of an import, for people."""

from tracker.cli.judgement_shapes import JsonObject
from tracker.model import DETAIL_LABELS, DETAILS, Article, Claim
from tracker.services.adding import Added
from tracker.services.confirming import standing_of
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


def added_shape(added: Added) -> JsonObject:
    """Return what came of one text, beside its article."""
    return {
        "new": added.new,
        "earlier_id": added.earlier.id if added.earlier else None,
        "carried": added.carried,
        "left_ids": [claim.id for claim in added.left],
        "near_id": added.near.id if added.near else None,
        "same_address_id": added.same_address.id if added.same_address else None,
        "remarks": list(added.remarks),
    }


def added_note(added: Added) -> str:
    """Return one word or two for the table of what was added."""
    if not added.new:
        return "known already"
    if added.earlier:
        return f"new version of {added.earlier.id}"
    return f"added, near copy of {added.near.id}" if added.near else "added"
