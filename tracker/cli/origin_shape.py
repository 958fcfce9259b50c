"""Where an article comes from, as JSON."""

from tracker.cli.judgement_shapes import JsonObject
from tracker.model import Article


def origin_shape(article: Article) -> JsonObject:
    """Return what is kept of an article's origin; see docs/json.md."""
    return {
        "byline": article.byline,
        "provenance": [
            {
                "field": found.field,
                "basis": found.basis.value,
                "where": found.where,
                "guess": found.field in article.guesses,
            }
            for found in article.provenance
        ],
        "original": article.original or None,
        "media_type": article.media_type,
        "encoding": article.encoding,
        "check_original": article.check_original,
        "previous_id": article.previous_id,
    }
