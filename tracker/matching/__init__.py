"""A claim in, candidates out: each with its score and the reasons for it.

The program only proposes: scores say how likely two texts speak of one event, signals say what a
score cannot (15 against 20, a denial, a reprint), and a reviewer decides.
"""

from tracker.matching.encoder import BYTES_PER_NUMBER, Encoder, installed_encoder
from tracker.matching.index import MatchIndex, compare
from tracker.matching.joining import OpenPair, open_pairs
from tracker.matching.judgement import candidate, fingerprint
from tracker.matching.lists import match_lists
from tracker.matching.match_text import MatchText
from tracker.matching.queue import pair_value
from tracker.matching.signals import SIGNALS
from tracker.matching.table_index import TableIndex
from tracker.matching.terms import TermTable

__all__ = [
    "BYTES_PER_NUMBER",
    "SIGNALS",
    "Encoder",
    "MatchIndex",
    "MatchText",
    "OpenPair",
    "TableIndex",
    "TermTable",
    "candidate",
    "compare",
    "fingerprint",
    "installed_encoder",
    "match_lists",
    "open_pairs",
    "pair_value",
]
