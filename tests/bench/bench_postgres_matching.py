"""The match index on a server, beside the one in memory and ``pg_trgm`` in the same run.

    python -m tests.bench.bench_postgres_matching PATH [--claims 100000]

PATH holds ``ans/``, ``checkthat_ar/`` and ``checkthat_en/``, as for ``bench_matching``. Claims are
headlines and fact-checked claims in both languages, varied up to the number asked for; queries are
of the dev splits. Starts a server of its own with its standard settings. Where other work shares
the machine, read the processor times (program + server, in the mean).
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean, median

import psycopg
from attrs import evolve

from tests.bench.bench_postgres import timed
from tests.bench.bench_store import changeset, claims
from tests.bench.matching_data import mixed_queries, mixed_texts
from tests.postgres import ABSENT, PostgresServer, binaries
from tests.unit.store.samples import article
from tracker.matching import MatchText, TableIndex
from tracker.matching.terms import text_terms, word_term
from tracker.matching.words import telling
from tracker.model import ArticleId, Change, Claim, ClaimId
from tracker.services.claim_index import ClaimIndex
from tracker.services.table_matches import TableMatches
from tracker.store import Store
from tracker.store.shared.store import SharedStore

_BATCH = 1000
_CLAIMS_AN_ARTICLE = 20
_SHOWN = 0.3
_TOP = 10


def measured(
    server: PostgresServer, label: str, work: Callable[[str], object], queries: Sequence[str]
) -> None:
    """Print what ``work`` takes: of the clock, and in the mean of both processors."""
    times, before = [], (time.process_time(), server.processor_time())
    for query in queries:
        start = time.perf_counter()
        work(query)
        times.append((time.perf_counter() - start) * 1000)
    after = (time.process_time(), server.processor_time())
    own, theirs = ((b - a) * 1000 / len(queries) for a, b in zip(before, after, strict=True))
    times.sort()
    late = times[int(len(times) * 0.99)]
    told = f"median {median(times):7.2f} ms   99th {late:7.2f} ms"
    print(f"{label:<44} {told}   processor: {own:6.2f} + {theirs:6.2f} ms", flush=True)


def load(store: Store, texts: Sequence[str]) -> None:
    """Commit articles and claims of ``texts``, a thousand claims a change set."""
    articles = [
        article(f"art_{number}", f"خبر {number}")
        for number in range(len(texts) // _CLAIMS_AN_ARTICLE + 1)
    ]
    store.apply(changeset(*(Change(after=found) for found in articles)))
    made = [
        evolve(found, wording=text, article_id=ArticleId(f"art_{number // _CLAIMS_AN_ARTICLE}"))
        for number, (found, text) in enumerate(zip(claims(len(texts)), texts, strict=True))
    ]
    for start in range(0, len(made), _BATCH):
        store.apply(changeset(*(Change(after=found) for found in made[start : start + _BATCH])))


def report_sizes(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
        for table in ("tracker_terms", "tracker_frequencies", "tracker_texts", "tracker_records"):
            row = connection.execute(
                f"SELECT pg_total_relation_size('{table}'), count(*) FROM {table}".encode()  # noqa: S608  (named above)
            ).fetchone()
            assert row is not None
            print(f"{table:<44} {row[0] / 1e6:8.1f} MB   {row[1]:,} rows")


def report_searches(server: PostgresServer, store: SharedStore, queries: Sequence[str]) -> None:
    """Print what the parts of a search take: what is asked of the server, scores, signals."""
    table = store.terms
    assert table is not None

    def shortlist(query: str) -> None:
        terms = list(map(word_term, telling(text_terms(query).stems)))
        known = table.frequencies(terms)
        rarest = sorted((known[t], t) for t in terms if known.get(t))
        weights, spent = dict[str, float](), 0
        for held, term in rarest:
            spent += held
            if weights and spent > 5_000:
                break
            weights[term] = 1 / held
        table.sharing(weights, 200)

    index = TableIndex(table)

    def scored(query: str) -> None:
        index.closest(MatchText(id="query", text=query), {"query"}, _TOP)

    matches = TableMatches(store, table)
    asked = {query: _asked(store, number, query) for number, query in enumerate(queries)}
    measured(server, "shortlist of 200, asked of the server", shortlist, queries)
    measured(server, "ten best, scored", scored, queries)
    measured(server, "the same, frequencies known", scored, queries)
    measured(
        server,
        "ten candidates of a claim, with signals",
        lambda query: matches.candidates(asked[query], _TOP),
        queries,
    )


def _asked(store: SharedStore, number: int, text: str) -> Claim:
    """Return a claim of some article that says ``text``."""
    return evolve(store.get(Claim, f"clm_{number * 7:012}"), wording=text)


def report_agreement(store: SharedStore, queries: Sequence[str]) -> None:
    """Print how many of the ten candidates of the index in memory the server names, too."""
    table = store.terms
    assert table is not None
    far = TableMatches(store, table)
    start = time.perf_counter()
    near = ClaimIndex(store)
    print(f"{'an index in memory from the server':<44} {time.perf_counter() - start:8.2f} s")
    shares, shown, found, off = [], 0, 0, 0.0
    for number, query in enumerate(queries):
        claim = _asked(store, number, query)
        ours = {c.claim_id: c.score for c in near.candidates(claim, _TOP)}
        theirs = {c.claim_id: c.score for c in far.candidates(claim, _TOP)}
        shares.append(len(ours.keys() & theirs.keys()) / max(1, len(ours)))
        worth = {name for name, score in ours.items() if score >= _SHOWN}
        shown, found = shown + len(worth), found + len(worth & theirs.keys())
        both = ours.keys() & theirs.keys()
        off = max([off, *(abs(ours[name] - theirs[name]) for name in both)])
    print(f"{'of its ten best, the server names':<44} {mean(shares):8.3f}")
    print(f"{f'of those that score {_SHOWN} or more':<44} {found / max(1, shown):8.3f} of {shown}")
    print(f"{'largest difference of a score':<44} {off:8.4f}")


def report_trigrams(
    server: PostgresServer, url: str, texts: Sequence[str], queries: Sequence[str]
) -> None:
    """Print what ``pg_trgm`` takes over the same texts, where the server has it."""
    with psycopg.connect(url, autocommit=True) as connection:
        try:
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except psycopg.Error as error:
            print(f"pg_trgm: not available on this server ({str(error).strip().splitlines()[0]})")
            return
        connection.execute("CREATE TABLE plain (id INT PRIMARY KEY, said TEXT NOT NULL)")
        with connection.cursor().copy("COPY plain FROM STDIN") as copy:
            for number, text in enumerate(texts):
                copy.write_row((number, text))
        for kind, order in (
            (
                "gin",
                "SELECT id FROM plain WHERE said %% %s ORDER BY similarity(said, %s) DESC LIMIT 10",
            ),
            ("gist", "SELECT id FROM plain ORDER BY said <-> %s LIMIT 10"),
        ):
            timed(
                server,
                f"pg_trgm, {kind}: index built",
                lambda k=kind: connection.execute(  # type: ignore[misc]  # bound now
                    f"CREATE INDEX ON plain USING {k} (said {k}_trgm_ops)".encode()
                ),
            )
            connection.execute("VACUUM ANALYZE plain")

            def ask(query: str, order: str = order) -> object:
                arguments = [query] * order.replace("%%", "").count("%s")
                return connection.execute(order.encode(), arguments).fetchall()

            measured(server, f"pg_trgm, {kind}: ten most alike", ask, queries)


def report_adding(server: PostgresServer, store: SharedStore, queries: Sequence[str]) -> None:
    """Print what an edit that makes a claim takes, with the index and without."""
    made = [evolve(c, id=ClaimId(f"{c.id}_new")) for c in claims(2 * len(queries))]
    for label, indexed in (("without the match index", False), ("with it", True)):
        store._indexed = indexed
        found = iter(made[: len(queries)] if indexed else made[len(queries) :])

        def add(query: str, found: Iterable[Claim] = found) -> None:
            store.apply(changeset(Change(after=evolve(next(iter(found)), wording=query))))

        if indexed and store.terms is not None:
            store.terms.settle(lambda done, total: None)
        measured(server, f"a claim added, {label}", add, queries)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args()
    if binaries() is None:
        sys.exit(ABSENT)
    texts, queries = mixed_texts(given.path, given.claims), mixed_queries(given.path)
    server = PostgresServer()
    try:
        url = server.new_database()
        store = SharedStore(url)
        timed(
            server, f"import of {len(texts):,} claims, with the index", lambda: load(store, texts)
        )
        report_sizes(url)
        report_searches(server, store, queries)
        report_agreement(store, queries)
        report_adding(server, store, queries)
        report_trigrams(server, url, texts, queries[:60])
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("UPDATE tracker_head SET matched_by = 0")
        terms = store.terms
        assert terms is not None
        timed(server, "the index made anew", lambda: terms.settle(lambda done, total: None))
        store.close()
    finally:
        server.remove()


if __name__ == "__main__":
    main()
