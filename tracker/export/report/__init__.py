"""HTML: a report that people read, print and send on, in one file or several."""

from tracker.export.report.pages import PER_PAGE, page_names, preview_html, write_html, write_pages

__all__ = ["PER_PAGE", "page_names", "preview_html", "write_html", "write_pages"]
