"""A track record in words that say how little it may mean."""

from tracker.model import TrackRecord


def record_fields(record: TrackRecord) -> list[tuple[str, str]]:
    """Return the fields of a track record; mean and letter only where there are outcomes."""
    outcomes = f"{record.borne_out} of {record.resolved} resolved borne out"
    fields = [("accepted claims", str(record.cited)), ("outcomes", outcomes)]
    if record.resolved:
        interval = record.interval
        share = f"{interval.low:.2f} to {interval.high:.2f} ({interval.level:.0%} interval)"
        fields += [("share borne out", share), ("letter proposed", record.letter.value)]
    return fields
