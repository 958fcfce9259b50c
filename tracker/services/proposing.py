"""Proposes claims and their sources for one text; stores nothing."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from tracker.attribution.cues import find_cues
from tracker.attribution.lexicon import (
    SHIPPED_TABLE,
    Lexicon,
    merge_rows,
    read_cues,
    read_weights,
)
from tracker.attribution.sources import attribute, describer, outlet_name
from tracker.errors import InputError
from tracker.extraction.claims import ClaimReader, Level, split_claims
from tracker.extraction.connectives import Connectives, read_connectives
from tracker.extraction.segments import segment
from tracker.extraction.sentences import passages
from tracker.model import Cue, Passage, Proposal, ProposedClaim
from tracker.resources import data_folder
from tracker.text.language import detect_language
from tracker.text.quotations import speech_in
from tracker.text.wordlists import WordLists, read_word_lists

CUES = SHIPPED_TABLE
CONNECTIVES = "connectives.tsv"
WORD_LISTS = "word_lists.tsv"
WEIGHTS = "english_cue_weights.tsv"


@frozen(kw_only=True)
class ReferenceTables:
    """The tables that proposals consult.

    Attributes:
        lexicon: cues and closed word lists.
        connectives: words that open a clause.
    """

    lexicon: Lexicon
    connectives: Connectives

    @property
    def lists(self) -> WordLists:
        """The closed word lists."""
        return self.lexicon.words


def read_text_of(path: Path) -> str:
    """Return the text of a table.

    Raises:
        InputError: when it cannot be read or is not UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error


def load_tables(own: Path | None = None) -> ReferenceTables:
    """Return the shipped tables, with the newsroom's own rows from the folder ``own`` put in.

    A folder may hold any of the files; a cue row with a shipped id replaces it, every other row
    is added, and where both hold a phrase the newsroom's decides.

    Raises:
        InputError: naming file and line, when a table cannot be read; or when there is no such
            folder.
    """
    if own is not None and not own.is_dir():
        raise InputError(f"There is no folder {own}.", "Check the setting tables.")
    shipped = data_folder()
    rows = read_cues(read_text_of(shipped / CUES), CUES)
    lists = read_word_lists(read_text_of(shipped / WORD_LISTS), WORD_LISTS)
    connectives = read_connectives(read_text_of(shipped / CONNECTIVES), CONNECTIVES)
    extra = {path.name: path for path in _own_files(own)}
    if path := extra.get(CUES):
        rows = merge_rows(rows, read_cues(read_text_of(path), str(path)))
    if path := extra.get(WORD_LISTS):
        lists = lists.merged(read_word_lists(read_text_of(path), str(path)))
    if path := extra.get(CONNECTIVES):
        connectives = connectives.merged(read_connectives(read_text_of(path), str(path)))
    weights = read_weights(read_text_of(shipped / WEIGHTS), WEIGHTS)
    lexicon = Lexicon(rows=rows, words=lists, weights=weights)
    return ReferenceTables(lexicon=lexicon, connectives=connectives)


def _own_files(own: Path | None) -> tuple[Path, ...]:
    if own is None:
        return ()
    return tuple(path for name in (CUES, CONNECTIVES, WORD_LISTS) if (path := own / name).is_file())


def tables_in(own: Path | None) -> ReferenceTables:
    """Return what :func:`load_tables` does, read anew only when a file of ``own`` changed.

    Raises:
        InputError: as :func:`load_tables` does.
    """
    stats = [(path.name, path.stat()) for path in _own_files(own)]
    return _kept(own, tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats))


@lru_cache(maxsize=2)
def _kept(own: Path | None, _state: tuple[tuple[str, int, int], ...]) -> ReferenceTables:
    return load_tables(own)


def shipped_tables() -> ReferenceTables:
    """Return the shipped tables, read once."""
    return tables_in(None)


def propose(
    text: str,
    *,
    title_hint: str = "",
    outlet: str | None = None,
    language: str | None = None,
    tables: ReferenceTables | None = None,
) -> Proposal:
    """Return what the program proposes for ``text``. Pure: equal input gives equal output.

    Args:
        text: the article, exactly as stored.
        title_hint: the headline, where it is known from elsewhere.
        outlet: name of its outlet; guessed from whom sources told when None.
        language: BCP 47 tag; detected when None. Without rules for it, sentences are proposed
            whole, in the outlet's voice.
        tables: reference tables; the shipped ones when None.

    Raises:
        InputError: when a shipped table is damaged.
    """
    known = tables or shipped_tables()
    tongue = language or detect_language(text)
    segments = segment(text, tongue, known.lists, title_hint)
    sentences = passages(text, segments, tongue, known.lists)
    quoted = speech_in(text, segments)
    cues = find_cues(text, sentences, known.lexicon, tongue, quoted)
    mentions = describer(tongue, known.lexicon)
    name = outlet or outlet_name(text, cues, mentions)
    sources, attributions = attribute(text, sentences, cues, name, mentions)
    reader = ClaimReader.of(tongue, known.connectives, known.lists)
    return Proposal(
        language=tongue,
        segments=segments,
        passages=sentences,
        sources=sources,
        attributions=attributions,
        claims=split_claims(text, sentences, cues, reader, quoted),
    )


def repropose(
    text: str,
    passage: Passage,
    cues: Sequence[Cue],
    level: Level,
    *,
    language: str | None = None,
    tables: ReferenceTables | None = None,
) -> tuple[ProposedClaim, ...]:
    """Return the claims of one sentence, split more finely or more coarsely.

    Args:
        text: the article.
        passage: one of its sentences.
        cues: the cues of the article or of the sentence; others are left out.
        level: ``SENTENCES`` keeps what no cue parts whole, ``CLAUSES`` is the usual split,
            ``COMMAS`` also splits at every comma.
        language: BCP 47 tag of the article; detected when None.
        tables: reference tables; the shipped ones when None.
    """
    known = tables or shipped_tables()
    tongue = language or detect_language(text)
    reader = ClaimReader.of(tongue, known.connectives, known.lists, level)
    own = [cue for cue in cues if passage.span.contains(cue.span.start)]
    return split_claims(text, (passage,), own, reader)
