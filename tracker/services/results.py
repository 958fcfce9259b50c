"""What is kept of the articles that a batch brought in: enough to tell of each, and no text."""

from typing import Self

from attrs import field, frozen

from tracker.errors import InputError
from tracker.model import Article, ArticleId, Claim, ClaimId

_SHOWN = 60


@frozen(kw_only=True)
class Added:
    """What came of one text.

    Attributes:
        article: the article, new or as it was already known.
        new: whether it was imported now; a second import of the same text changes nothing.
        claims: how many claims it has.
        earlier: the article that it is a later version of, None when it is none.
        carried: how many claims it took over from that.
        left: the claims that the earlier version keeps, since their words or their attribution
            are no longer in the text.
        near: an article of another outlet with nearly the same text, None when there is none.
        same_address: another article that stood at the same address, None when there is none.
        remarks: sentences about what was left out of the file.
    """

    article: Article
    new: bool
    claims: int
    earlier: Article | None = None
    carried: int = 0
    left: tuple[Claim, ...] = ()
    near: Article | None = None
    same_address: Article | None = None
    remarks: tuple[str, ...] = ()


@frozen(kw_only=True)
class Result:
    """What came of one text of a batch, as :class:`Added` says it, in a few hundred bytes.

    Attributes:
        left: the claims that the earlier version keeps, each with the beginning of its quote.
    """

    article_id: ArticleId
    title: str
    url: str
    new: bool
    claims: int
    earlier_id: ArticleId | None
    carried: int
    left: tuple[tuple[ClaimId, str], ...]
    near_id: ArticleId | None
    near_title: str
    same_address_id: ArticleId | None
    remarks: tuple[str, ...]

    @classmethod
    def of(cls, added: Added) -> Self:
        """Return what a batch keeps of ``added``."""
        return cls(
            article_id=added.article.id,
            title=added.article.title,
            url=added.article.url,
            new=added.new,
            claims=added.claims,
            earlier_id=added.earlier.id if added.earlier else None,
            carried=added.carried,
            left=tuple((claim.id, claim.quote[:_SHOWN]) for claim in added.left),
            near_id=added.near.id if added.near else None,
            near_title=added.near.title if added.near else "",
            same_address_id=added.same_address.id if added.same_address else None,
            remarks=added.remarks,
        )


@frozen(kw_only=True)
class Batch:
    """What came of several files: one bad file never stops the rest.

    Attributes:
        results: in the order of the files.
        refused: the errors of the paths, files and parts of files that could not be used.
    """

    results: tuple[Result, ...] = field(repr=False)
    refused: tuple[InputError, ...]
