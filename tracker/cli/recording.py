"""A track record in words that say how little it may mean."""

from tracker.credibility import SAMPLE_SENTENCE
from tracker.model import TrackRecord
from tracker.presenters.track_record_words import weighing_words


def record_fields(record: TrackRecord) -> list[tuple[str, str]]:
    """Return the fields of a track record; mean and letter only where there are outcomes."""
    fields = [
        ("voices taken together", str(record.voices) if record.voices > 1 else ""),
        ("accepted claims", str(record.cited)),
        ("outcomes", f"{record.borne_out} of {record.resolved} resolved borne out"),
        ("open", f"{record.open}, {record.contradicted} of them contradicted"),
    ]
    if record.resolved:
        interval = record.interval
        share = f"{interval.low:.2f} to {interval.high:.2f} ({interval.level:.0%} interval)"
        fields += [
            ("share borne out", share),
            ("weighed", weighing_words(record)),
            ("letter proposed", record.letter.value),
        ]
    return [*fields, ("note", SAMPLE_SENTENCE)]
