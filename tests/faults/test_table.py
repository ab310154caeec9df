"""The page about reliability says what the matrix says."""

from __future__ import annotations

from tests.faults.table import PAGE, with_table


def test_the_table_is_the_one_of_the_matrix() -> None:
    """`python -m tests.faults.table` would change nothing."""
    page = PAGE.read_text("utf-8")
    assert with_table(page) == page
