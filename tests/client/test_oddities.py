"""The page about reading says what happens."""

from __future__ import annotations

import pytest

from talkdesk_core.errors import ResponseDecodeError
from tests.client.oddities import CASES, PAGE, Case, is_refused, outcome, with_table

REFUSED = [case for case in CASES if is_refused(case)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.title}: {case.expression}")
def test_a_user_gets_what_the_table_says(case: Case) -> None:
    """The client reads the body, and the expression shown gives the value shown."""
    assert outcome(case) == case.result


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.title)
def test_the_body_is_on_the_error_and_not_in_its_text(case: Case) -> None:
    """Who needs the reply finds it whole; who logs the error logs none of it."""
    with pytest.raises(ResponseDecodeError) as caught:
        case.model.from_json(case.body)
    assert caught.value.body == case.body
    assert not case.body or case.body.decode() not in str(caught.value)


def test_the_table_is_the_one_of_the_cases() -> None:
    """`python -m tests.client.oddities` would change nothing."""
    page = PAGE.read_text("utf-8")
    assert with_table(page) == page
