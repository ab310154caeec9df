"""Evidence: what a saved page of the vendor's documentation states, row by row.

`read_page` recognises a page and reads it; a page is cut into sections (`sections`), tables come
in two layouts (`layouts`), numbered items stand inside descriptions (`items`), and HTML is turned
into text first (`html`). What a cell states is read in one place (`facts`). `rows` holds the
result and its file.
"""

from generator.evidence.pages import evidence_of, read_page
from generator.evidence.rows import COLUMNS, HAND_PREFIX, Row, format_rows, read_rows, write_rows

__all__ = [
    "COLUMNS",
    "HAND_PREFIX",
    "Row",
    "evidence_of",
    "format_rows",
    "read_page",
    "read_rows",
    "write_rows",
]
