"""How sources have done: each one's track record from what became of its claims."""

from tracker.credibility import track_record
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
    """Return every source with its track record, the most cited first."""
    records = [(source, record_of(store, source.id)) for source in store.scan(Source)]
    return tuple(sorted(records, key=lambda r: (-r[1].cited, r[0].label, r[0].id)))
