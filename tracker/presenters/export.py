"""Writing an export: format, filter, file, what goes with it, and a look at it beforehand."""

import codecs
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from attrs import evolve, field, frozen

from tracker.errors import InputError, TrackerError
from tracker.export import EXPORTERS, Desk, Dossier, Filter, parse_filter
from tracker.presenters.history import refusal
from tracker.presenters.rating_options import Option
from tracker.presenters.tones import Message, Tone
from tracker.presenters.wording import count
from tracker.services.exporting import dossier, exporter_named, withheld, write_export
from tracker.services.session import Session

#: What a preview reads at most (bytes), and how long its lines are (characters).
PREVIEW_BYTES = 32_768
PREVIEW_LINE = 600
PREVIEW_LINES = 300
_CUT = " …"

#: Keys of the formats in their list: digits, then letters that move nothing there.
_FORMAT_KEYS = "123456789abc"

LANGUAGE_WORDS = {"": "the language of most claims", "ar": "Arabic", "en": "English"}

FORMAT_WORDS = {
    "jsonl": "JSON Lines: all, can be read back",
    "json": "JSON: one list of claims",
    "csv": "CSV: a claim a row",
    "xlsx": "XLSX: for Excel and LibreOffice",
    "markdown": "Markdown: a report as text",
    "html": "HTML: a report to read and print",
    "claimreview": "ClaimReview: verdicts, published",
    "webannotation": "Web Annotation: marks on articles",
    "csl-json": "CSL-JSON: articles to cite",
    "ris": "RIS: articles to cite",
    "stix": "STIX 2.1: for analysts' platforms",
    "misp": "MISP: an event with ratings",
}


@frozen(kw_only=True)
class Preview:
    """What would be written.

    Attributes:
        claims: how many claims the filter takes.
        joined: claims that go along because they are joined to those.
        lines: the first lines of the file, each cut where it is long.
        whole: whether that is all of it.
        note: what to know before sending it on; empty for nothing.
        problem: why there is nothing to see, None where there is.
    """

    claims: int = 0
    joined: int = 0
    lines: tuple[str, ...] = field(default=(), repr=False)
    whole: bool = True
    note: str = ""
    problem: Message | None = None


@frozen(kw_only=True)
class ExportState:
    """What is about to be written.

    Attributes:
        session: who writes, and what.
        desk: who hands it on.
        language: what a report is worded in; empty for the language of most claims.
        format: name of the format.
        where: the filter as it was written; empty for everything.
        folder: where a name without a folder lies.
        path: the file.
        confidential: whether what was noted in confidence goes along.
        warned: the file that is there already, of which the person was told; None for none.
        preview: what would be written; None while it is being read.
    """

    session: Session = field(repr=False)
    desk: Desk = field(factory=Desk)
    language: str = ""
    format: str = "jsonl"
    where: str = ""
    folder: Path
    path: Path
    confidential: bool = False
    warned: Path | None = None
    preview: Preview | None = None

    @classmethod
    def open(
        cls, session: Session, folder: Path, desk: Desk | None = None, language: str = ""
    ) -> "ExportState":
        """Return the state that would write everything into a new file of ``folder``."""
        suffix = exporter_named("jsonl").suffix
        path = folder / f"claims-{session.clock():%Y-%m-%d}{suffix}"
        return cls(
            session=session, folder=folder, path=path, desk=desk or Desk(), language=language
        )

    @property
    def target(self) -> str:
        """The file as a person would write it: from the folder one is in, else from home."""
        return short_path(self.path, self.folder)

    @property
    def filter(self) -> Filter:
        """The filter.

        Raises:
            InputError: when what was written is none.
        """
        return parse_filter(self.where)

    def with_format(self, name: str) -> "ExportState":
        """Return the state with another format; the file's ending follows where it was one."""
        known = {exporter.suffix for exporter in EXPORTERS.values()}
        path, exporter = self.path, exporter_named(name)
        if path.suffix in known:
            path = path.with_suffix(exporter.suffix)
        kept = self.confidential and exporter.confidences
        return evolve(self, format=name, path=path, confidential=kept, warned=None, preview=None)

    def next_format(self) -> "ExportState":
        """Return the state with the next format, round the end."""
        names = list(EXPORTERS)
        return self.with_format(names[(names.index(self.format) + 1) % len(names)])

    def with_where(self, written: str) -> tuple["ExportState", Message]:
        """Return the state with another filter; one that cannot be read is refused and kept."""
        state = evolve(self, where=written.strip(), preview=None)
        try:
            state.filter  # noqa: B018  (only whether it can be read)
        except InputError as error:
            return state, refusal(error)
        words = f"Filter: {state.where}" if state.where else "No filter: every claim is taken."
        return state, Message(words, Tone.MUTED)

    def with_path(self, written: str) -> tuple["ExportState", Message]:
        """Return the state with another file; ``~`` is the person's own folder."""
        if not written.strip():
            return self, Message("The file needs a name.", Tone.BAD)
        try:
            path = self.folder / Path(written.strip()).expanduser()
            if path.is_dir():
                path /= self.path.name
        except RuntimeError:
            whose = written.strip().partition("/")[0]
            told = f"There is no home folder {whose}. Write another path."
            return self, Message(told, Tone.BAD)
        except OSError as error:
            told = f"That cannot be a file: {error.strerror}. Write another path."
            return self, Message(told, Tone.BAD)
        state = evolve(self, path=path, warned=None)
        return state, Message(f"File: {state.target}", Tone.MUTED)

    def with_confidences(self) -> tuple["ExportState", Message]:
        """Return the state with notes taken in confidence put in, or left out again."""
        if not exporter_named(self.format).confidences:
            text = f"{self.format} goes to others and never holds what was noted in confidence."
            return self, Message(text, Tone.WARN)
        state = evolve(self, confidential=not self.confidential, preview=None)
        if state.confidential:
            text = "What was noted in confidence will leave with this file. c leaves it out again."
            return state, Message(text, Tone.BAD)
        return state, Message("Notes taken in confidence stay here.", Tone.GOOD)

    def with_language(self) -> tuple["ExportState", Message]:
        """Return the state with reports worded in the next language, round the end."""
        names = list(LANGUAGE_WORDS)
        name = names[(names.index(self.language) + 1) % len(names)]
        told = f"Reports are worded in {LANGUAGE_WORDS[name]}."
        return evolve(self, language=name, preview=None), Message(told, Tone.MUTED)

    def _dossier(self) -> Dossier:
        return dossier(
            self.session.store,
            self.filter,
            include_confidential=self.confidential,
            desk=self.desk,
            language=self.language,
            reader=self.session.reviewer.name,
        )

    def read(self) -> Preview:
        """Return what would be written. Takes its time where the database is large."""
        exporter = exporter_named(self.format)
        try:
            found = self._dossier()
            lines, whole = _first_lines(exporter.shown(found))
        except TrackerError as error:
            return Preview(problem=refusal(error))
        return Preview(
            claims=len(found.selected),
            joined=len(found.records.claims) - len(found.selected),
            lines=lines,
            whole=whole,
            note=" ".join(filter(None, (withheld(found), exporter.note(found)))),
        )

    def write(self, *, overwrite: bool = False) -> tuple["ExportState", Message]:
        """Write the file; one that is there is written over only after the person was told.

        Takes its time where the database is large.
        """
        if overwrite and self.warned != self.path:
            return self, Message("There is nothing to overwrite; ⏎ writes.", Tone.MUTED)
        if self.path.exists() and not overwrite:
            text = f"{self.target} exists already. O writes over it, t chooses another name."
            return evolve(self, warned=self.path), Message(text, Tone.WARN)
        try:
            found = self._dossier()
            files = write_export(exporter_named(self.format), found, self.path, overwrite=overwrite)
        except TrackerError as error:
            return self, refusal(error)
        also = f" and {count(len(files) - 1, 'page')} beside it" if len(files) > 1 else ""
        kept = ", confidential notes among them" if self.confidential else ""
        text = f"Wrote {count(len(found.selected), 'claim')} to {self.target}{also}{kept}."
        return evolve(self, warned=None), Message(text, Tone.GOOD)

    def format_options(self) -> tuple[Option, ...]:
        """Return the formats to choose from."""
        return tuple(
            Option(
                key=key,
                label=FORMAT_WORDS.get(name, name),
                value=name,
                current=name == self.format,
            )
            for key, name in zip(_FORMAT_KEYS, EXPORTERS, strict=True)
        )


def short_path(path: Path, folder: Path) -> str:
    """Return ``path`` from ``folder`` where it lies in it, else with ``~``, else in full."""
    if path.is_relative_to(folder):
        name = str(path.relative_to(folder))
        # A name that begins so would be read back as somebody's home.
        if not name.startswith("~"):
            return name
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (RuntimeError, ValueError):  # nobody's home, or elsewhere
        return str(path)


def _first_lines(pieces: Iterable[bytes]) -> tuple[tuple[str, ...], bool]:
    """Return the first lines of a file given piece by piece, and whether they are all of it."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    text = ""
    read = 0
    whole = True
    for piece in pieces:
        text += decoder.decode(piece[: PREVIEW_BYTES - read])
        read += len(piece)
        if read >= PREVIEW_BYTES:
            whole = False
            break
    lines = text.splitlines()
    shown = tuple(_shortened(line) for line in islice(lines, PREVIEW_LINES))
    return shown, whole and len(lines) <= PREVIEW_LINES


def _shortened(line: str) -> str:
    return line if len(line) <= PREVIEW_LINE else line[:PREVIEW_LINE] + _CUT
