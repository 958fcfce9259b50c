"""Verdicts and relations in, assertions, origins and track records out. Nothing here is stored."""

from tracker.credibility.assertions import regroup
from tracker.credibility.groups import groups
from tracker.credibility.jeffreys import jeffreys_interval, posterior_mean
from tracker.credibility.origins import OriginGroup, Origins, origin_groups, origins
from tracker.credibility.records import propose_letter, track_record, track_records
from tracker.credibility.verdicts import VERDICT_REASONS, VerdictProposal, verdict_proposal

__all__ = [
    "VERDICT_REASONS",
    "OriginGroup",
    "Origins",
    "VerdictProposal",
    "groups",
    "jeffreys_interval",
    "origin_groups",
    "origins",
    "posterior_mean",
    "propose_letter",
    "regroup",
    "track_record",
    "track_records",
    "verdict_proposal",
]
