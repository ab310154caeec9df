"""Times: read leniently, one bad item never spoils the rest, and written without failing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core.decoding import day, moment
from talkdesk_core.encoding import write_day, write_moment
from talkdesk_core.errors import ResponseDecodeError


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-06-30T23:59:60Z", datetime(2026, 7, 1, tzinfo=UTC)),
        ("2026-06-30T23:59:60.999Z", datetime(2026, 7, 1, tzinfo=UTC)),
        ("2026-06-30t23:59:60", datetime(2026, 7, 1, tzinfo=UTC)),
        ("20260630T235960Z", datetime(2026, 7, 1, tzinfo=UTC)),
        ("2026-07-01 01:59:60+02:00", datetime(2026, 7, 1, tzinfo=UTC)),
        ("2026-12-31T24:00:00Z", datetime(2027, 1, 1, tzinfo=UTC)),
        ("2026-12-31T24:00", datetime(2027, 1, 1, tzinfo=UTC)),
        ("2026-12-31T24:00:00.000-01:00", datetime(2027, 1, 1, 1, tzinfo=UTC)),
        ("20261231T240000Z", datetime(2027, 1, 1, tzinfo=UTC)),
        (" 2026-03-02 15:00:00.5 ", datetime(2026, 3, 2, 15, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
    ],
)
def test_leap_seconds_and_the_end_of_a_day_are_the_next_instant(text: str, read: datetime) -> None:
    """RFC 3339 allows second 60 and ISO 8601 hour 24; Python has neither, whatever its version."""
    assert moment(text) == read


@pytest.mark.parametrize(
    "text", ["2026-06-30T23:59:60Z", "2026-06-30T24:00:00Z", "2026-06-30T12:00:00Z", "2026-06-30"]
)
def test_a_day_is_the_date_as_written(text: str) -> None:
    """The next instant may belong to the next day; the date that was written does not."""
    assert day(text) == date(2026, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2026-06-30T23:59:61Z", "2026-06-30T12:30:60Z", "2026-06-30T24:00:01Z",
        "2026-06-30T24:01Z", "2026-06-30T24:00:00.1Z", "2026-02-30T24:00:00Z",
        "2026-06-31T23:59:60Z", "9999-12-31T24:00:00Z", "9999-12-31T23:59:60Z",
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    """Also the instants that follow Python's last one."""
    with pytest.raises(ResponseDecodeError, match="date-time") as caught:
        moment(text)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
        ("9999-12-31T23:59:59-05:00", "9999-12-31T23:59:59-05:00"),
        ("2026-03-02T15:00:00+01:00", "2026-03-02T14:00:00Z"),
    ],
)
def test_a_time_is_written_in_utc_or_where_utc_has_no_such_year_as_it_is(
    text: str, written: str
) -> None:
    """Whatever was read can be written."""
    assert write_moment(moment(text)) == written


MINUTES = st.integers(-1439, 1439)
OFFSETS = st.builds(timezone, st.builds(timedelta, minutes=MINUTES))


@given(st.datetimes(timezones=st.none() | OFFSETS))
def test_what_is_written_is_read_back(value: datetime) -> None:
    """Every time survives, in any year and with any offset; a naive one is in UTC."""
    aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    assert moment(write_moment(value)) == aware


@given(st.dates())
def test_a_date_that_is_written_is_read_back(value: date) -> None:
    """Every date survives."""
    assert day(write_day(value)) == value
