"""Tab-separated reference tables that people edit, read with errors that name the line."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tracker.errors import InputError


@frozen(kw_only=True)
class RowPlace:
    """Where a row stands, for people who look for what fired.

    Attributes:
        table: name of the file.
        line: number of the line, from 1.
        row: what the row is called: its identifier, its words or its list.
        gloss: what it is for, in English; empty where the table does not say.
    """

    table: str
    line: int
    row: str
    gloss: str = ""


@frozen(kw_only=True)
class Row:
    """One line of a table.

    Attributes:
        table: name of the file.
        line: number of the line, from 1.
        cells: cell by column name.
    """

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    def place(self, row: str, gloss: str) -> RowPlace:
        """Return where the row stands, under the name ``row`` and glossed by a column."""
        cell = self.cells.get(gloss, "").strip()
        return RowPlace(table=self.table, line=self.line, row=row, gloss=cell)

    def variants(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that are separated by ``|``, empty ones left out."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def number(self, column: str, low: int, high: int, default: int) -> int:
        """Return a whole number from ``low`` to ``high``; ``default`` where the cell is empty.

        Raises:
            InputError: when the cell holds anything else.
        """
        cell = self[column]
        if not cell:
            return default
        if not (cell.isascii() and cell.isdigit() and low <= int(cell) <= high):
            raise self.error(f"{column} is {cell!r}", f"Write a number from {low} to {high}.")
        return int(cell)

    def choice(self, column: str, allowed: frozenset[str]) -> str:
        """Return a cell that must be one of ``allowed``.

        Raises:
            InputError: when it is another.
        """
        cell = self[column]
        if cell not in allowed:
            raise self.error(
                f"{column} is {cell!r}", f"Write one of: {', '.join(sorted(allowed))}."
            )
        return cell

    def error(self, what: str, remedy: str) -> InputError:
        """Return the error to raise for this line."""
        return InputError(f"{self.table}, line {self.line}: {what}.", remedy)


def read_table(content: str, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a tab-separated table; blank lines and lines starting with # are skipped.

    Args:
        content: the file's text; its first line names the columns.
        table: name of the file, for messages.
        columns: the columns that must be there; others may be.

    Raises:
        InputError: naming file and line, when a column is missing or a line has other cells.
    """
    lines = content.lstrip("\ufeff").splitlines()
    header = lines[0].split("\t") if lines else []
    missing = [column for column in columns if column not in header]
    if missing:
        raise InputError(
            f"{table}, line 1: the column {missing[0]} is missing.",
            f"The first line must name these columns, separated by tabs: {' '.join(columns)}.",
        )
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise InputError(
                f"{table}, line {number}: {len(cells)} cells where {len(header)} are named.",
                "Separate the cells by single tabs and leave none out.",
            )
        yield Row(table=table, line=number, cells=dict(zip(header, cells, strict=True)))
