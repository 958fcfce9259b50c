"""A list over any number of rows: a table of one column without a heading."""

from tracker.tui.widgets.table_cells import Column
from tracker.tui.widgets.virtual_table import VirtualTable


class VirtualList(VirtualTable):
    """Rows of a single column; each row is still a tuple of one cell."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__((Column(""),), header=False, id=id, classes=classes)
