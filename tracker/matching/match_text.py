"""What the matcher needs to know of a claim."""

from datetime import date

from attrs import field, frozen
from attrs.validators import min_len

#: What lies beyond is not matched: a claim is a proposition, and outside lists hold anything.
CHARACTERS_MATCHED = 4000


@frozen(kw_only=True)
class MatchText:
    """A text to be matched: a claim of the database, or a line of an outside list.

    Attributes:
        id: identifier, unique in an index.
        text: the words to match, as written; folding is the matcher's work.
        language: BCP 47 tag, empty when unknown.
        title: a headline that goes with the text, empty when there is none.
        published: day of publication, None when unknown.
        outlet_id: the outlet that published it, empty when unknown.
        source_id: the voice it rests on, empty when unknown.
        article_id: the article it stands in, empty when it stands in none.
        allegation: whether it is a charge that somebody makes.
        hedging: 0 (none) to 3 (explicit doubt), from the cue that introduces it.
    """

    id: str = field(validator=min_len(1))
    text: str
    language: str = ""
    title: str = ""
    published: date | None = None
    outlet_id: str = ""
    source_id: str = ""
    article_id: str = ""
    allegation: bool = False
    hedging: int = 0

    @property
    def body(self) -> str:
        """The part of the text that is matched: its first :data:`CHARACTERS_MATCHED`."""
        return self.text[:CHARACTERS_MATCHED]

    @property
    def whole(self) -> str:
        """Title and body."""
        title = self.title[:CHARACTERS_MATCHED]
        return f"{title}\n{self.body}" if title else self.body
