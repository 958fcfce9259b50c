"""How sources have done: each one's track record from what became of its claims."""

from tracker.credibility import track_record, track_records
from tracker.model import Assertion, Claim, Source, SourceId, TrackRecord
from tracker.store import Store


def record_of(store: Store, source_id: SourceId) -> TrackRecord:
    """Return the track record of one source.

    Raises:
        NotFoundError: when the source does not exist.
    """
    source = store.get(Source, source_id)
    claims = store.find(Claim, "source_id", source.id)
    assertions = {a.id: a for c in claims for a in store.find(Assertion, "claim_ids", c.id)}
    return track_record(source.id, claims, tuple(assertions.values()))


def all_records(store: Store) -> tuple[tuple[Source, TrackRecord], ...]:
    """Return every source with its track record, the most cited first.

    Goes through claims and assertions once, however many sources there are.
    """
    known = track_records(store.scan(Claim), store.scan(Assertion))
    records = [(s, known.get(s.id) or track_record(s.id, (), ())) for s in store.scan(Source)]
    return tuple(sorted(records, key=lambda r: (-r[1].cited, r[0].label, r[0].id)))
