"""The report page by page: which claims go where, and the pieces of each page in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from urllib.parse import quote

from attrs import field, frozen
from markupsafe import Markup

from tracker.export.dossier import Dossier
from tracker.export.entries import Entry, Register
from tracker.export.report.card import Cards
from tracker.export.report.chain import chain_of
from tracker.export.report.chain_picture import chain_picture
from tracker.export.report.charts import record_chart, record_words
from tracker.export.report.view import Article, Page, View
from tracker.model import ArticleId, AssertionId

#: Claims of a page after which the next article begins a new one.
PER_PAGE = 500
_PREVIEWED = 5


def write_html(dossier: Dossier) -> Iterator[bytes]:
    """Yield ``dossier`` as one HTML page in UTF-8, however long."""
    report = _Report.of(dossier, names=("",), sizes=(len(dossier.selected),))
    for _, pieces in report.pages():
        yield from pieces


def preview_html(dossier: Dossier) -> Iterator[bytes]:
    """Yield the text of the report's first claims, without its markup."""
    from tracker.export.report.reading import text_of

    yield from text_of(islice(write_html(dossier), _PREVIEWED * 4))


def page_names(dossier: Dossier, name: str) -> tuple[str, ...]:
    """Return the names of the files that :func:`write_pages` fills, ``name`` first."""
    return _names(name, len(_sizes(dossier)))


def write_pages(dossier: Dossier, name: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the name of each file with its pieces, which must be taken before the next file.

    Args:
        dossier: what to write.
        name: the first file's name, chosen by the person; the others' are made from it.
    """
    sizes = _sizes(dossier)
    report = _Report.of(dossier, names=_names(name, len(sizes)), sizes=sizes)
    yield from report.pages()


def _sizes(dossier: Dossier) -> tuple[int, ...]:
    """Return how many claims stand on each page; articles are never parted."""
    chosen = frozenset(dossier.selected)
    counts = Counter(c.article_id for c in dossier.records.claims if c.id in chosen)
    sizes = [0]
    for number in (counts[a.id] for a in dossier.records.articles if a.id in counts):
        if sizes[-1] >= PER_PAGE:
            sizes.append(0)
        sizes[-1] += number
    return tuple(sizes)


def _names(name: str, pages: int) -> tuple[str, ...]:
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    return (name, *(f"{stem}-{number}{dot}{ending}" for number in range(2, pages + 1)))


@frozen(kw_only=True)
class _Report:
    """One report while it is written.

    Attributes:
        view: what the templates are given.
        register: where records are looked up.
        names: of the files, in order; one empty name for a page without siblings.
        sizes: claims on each page.
        cards: makes the claims' cards.
        trees: where each assertion's chain is drawn: file and number of the claim.
    """

    view: View
    register: Register
    names: Sequence[str]
    sizes: Sequence[int]
    cards: Cards
    trees: dict[AssertionId, tuple[str, int]] = field(factory=dict)

    @classmethod
    def of(cls, dossier: Dossier, names: Sequence[str], sizes: Sequence[int]) -> "_Report":
        view = View.of(dossier)
        register = Register.of(dossier)
        return cls(view=view, register=register, names=names, sizes=sizes, cards=Cards(view))

    def pages(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        found = enumerate(self.register.entries(frozenset(self.view.dossier.selected)), start=1)
        ranks = {a.id: n for n, a in enumerate(self.view.dossier.selected_articles(), start=1)}
        for place, size in enumerate(self.sizes):
            yield self.names[place], self._page(place, list(islice(found, size)), ranks)

    def _page(
        self, place: int, found: list[tuple[int, Entry]], ranks: dict[ArticleId, int]
    ) -> Iterator[bytes]:
        page = self._frame(place, found, ranks)
        for piece in self._pieces(page, found, ranks):
            yield piece.encode("utf-8")

    def _frame(
        self, place: int, found: list[tuple[int, Entry]], ranks: dict[ArticleId, int]
    ) -> Page:
        articles = [
            Article.of(group[0], ranks[article_id], len(group))
            for article_id, group in (
                (key, [entry for _, entry in part])
                for key, part in groupby(found, key=lambda pair: pair[1].article.id)
            )
        ]
        total = len(self.names)
        return Page(
            number=place + 1,
            total=total,
            articles=tuple(articles),
            previous=quote(self.names[place - 1]) if place else "",
            following=quote(self.names[place + 1]) if place + 1 < total else "",
        )

    def _pieces(
        self, page: Page, found: list[tuple[int, Entry]], ranks: dict[ArticleId, int]
    ) -> Iterator[str]:
        view, parts = self.view, self.view.macros
        yield parts.opening(view, page)
        if page.number == 1:
            yield parts.summary(view)
        if len(page.articles) > 1:
            yield parts.contents(view, page)
        yield '<main id="claims">\n'
        for article_id, group in groupby(found, key=lambda pair: pair[1].article.id):
            for place, (number, entry) in enumerate(group):
                if place == 0:
                    yield parts.article(view, entry, ranks[article_id])
                yield self._claim(page, number, entry)
            yield "</section>\n"
        yield "</main>\n"
        if page.total > 1:
            yield parts.pages(view, page)
        if page.number == page.total:
            yield from self._end()
        yield f"<footer><p>{view.foot}</p></footer>\n</body>\n</html>\n"

    def _claim(self, page: Page, number: int, entry: Entry) -> str:
        tree, there = Markup(""), None
        assertion = entry.assertion
        if assertion and len(assertion.claim_ids) > 1:
            there = self.trees.get(assertion.id)
            if there is None:
                self.trees[assertion.id] = (quote(self.names[page.number - 1]), number)
                chain = chain_of(self.register.strands(assertion), self.register)
                tree = chain_picture(chain, f"c{number}", self.view.words)
        card = self.cards.card(entry, number, tree, there)
        return str(self.view.macros.claim(card))

    def _end(self) -> Iterator[str]:
        view, parts = self.view, self.view.macros
        yield parts.sources(view)
        for source, record in view.track_records():
            outlet = self.register.source(source.outlet_id) if source.outlet_id else None
            chart = record_chart(record, view.words)
            told = record_words(record, view.words)
            yield parts.source_row(view, source, outlet, record, chart, told)
        yield "</tbody>\n</table>\n</section>\n"
        yield parts.scales(view)
