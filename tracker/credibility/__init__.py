"""Verdicts and relations in, assertions, origins and track records out. Nothing here is stored."""

from tracker.credibility.adjudication import Adjudication, adjudication, differing, rated
from tracker.credibility.agreement import (
    DIAGONAL_SHARE,
    Agreement,
    Diagonal,
    agreements,
    alpha,
    diagonals,
)
from tracker.credibility.assertions import regroup
from tracker.credibility.calibration import (
    FEWEST_FORECASTS,
    Bin,
    Calibration,
    brier,
    calibrations,
)
from tracker.credibility.groups import groups
from tracker.credibility.identities import (
    BLOCKS,
    SUGGESTION_REASONS,
    Likeness,
    Setting,
    likeness,
    profile_key,
)
from tracker.credibility.jeffreys import beta_interval, jeffreys_interval, posterior_mean
from tracker.credibility.ledger import Ledger, ledger
from tracker.credibility.origins import Origins, origins
from tracker.credibility.records import (
    FEWEST_OUTCOMES,
    SAMPLE_SENTENCE,
    Outcome,
    outcomes,
    propose_letter,
    track_record,
    track_records,
)
from tracker.credibility.transmission import SAME_VOICE, Report, Strand, transmission
from tracker.credibility.verdicts import VERDICT_REASONS, VerdictProposal, verdict_proposal

__all__ = [
    "BLOCKS",
    "DIAGONAL_SHARE",
    "FEWEST_FORECASTS",
    "FEWEST_OUTCOMES",
    "SAME_VOICE",
    "SAMPLE_SENTENCE",
    "SUGGESTION_REASONS",
    "VERDICT_REASONS",
    "Adjudication",
    "Agreement",
    "Bin",
    "Calibration",
    "Diagonal",
    "Ledger",
    "Likeness",
    "Origins",
    "Outcome",
    "Report",
    "Setting",
    "Strand",
    "VerdictProposal",
    "adjudication",
    "agreements",
    "alpha",
    "beta_interval",
    "brier",
    "calibrations",
    "diagonals",
    "differing",
    "groups",
    "jeffreys_interval",
    "ledger",
    "likeness",
    "origins",
    "outcomes",
    "posterior_mean",
    "profile_key",
    "propose_letter",
    "rated",
    "regroup",
    "track_record",
    "track_records",
    "transmission",
    "verdict_proposal",
]
