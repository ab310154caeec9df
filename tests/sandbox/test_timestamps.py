"""RFC 3339 text and milliseconds say the same."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_sandbox.timestamps import (
    Interval,
    date_time_text,
    parse_date,
    parse_date_time,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))
# Away from both ends of the calendar, where the standard library's own conversion overflows.
instants = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC))


@given(instants, offsets)
def test_any_zone_gives_the_instant(instant: datetime, zone: timezone) -> None:
    """A date-time in any zone is the millisecond it falls in, as the standard library counts."""
    interval = parse_date_time(instant.astimezone(zone).isoformat())
    millisecond = (instant - EPOCH) // timedelta(milliseconds=1)
    finer = instant.microsecond % 1000 != 0
    assert interval == Interval(millisecond + finer, millisecond + 1)


@given(instants, st.booleans())
def test_what_is_written_is_read_back(instant: datetime, always_fraction: bool) -> None:
    """Writing a millisecond and reading it loses nothing; the standard library agrees."""
    millisecond = (instant - EPOCH) // timedelta(milliseconds=1)
    text = date_time_text(millisecond, always_fraction=always_fraction)
    assert parse_date_time(text) == Interval(millisecond, millisecond + 1)
    assert datetime.fromisoformat(text) - EPOCH == millisecond * timedelta(milliseconds=1)
    assert not always_fraction or "." in text


@given(instants)
def test_a_date_is_its_whole_day_in_utc(instant: datetime) -> None:
    """From its first millisecond to its last."""
    day = parse_date(instant.date().isoformat())
    millisecond = (instant - EPOCH) // timedelta(milliseconds=1)
    assert day is not None
    assert day.start <= millisecond < day.end
    assert day.end - day.start == 86_400_000


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2017-01-01T08:59:60+09:00", "2017-01-01T00:00:00Z"),
        ("2026-03-02t10:00:00z", "2026-03-02T10:00:00Z"),
        ("2026-03-02T10:00:00-00:00", "2026-03-02T10:00:00Z"),
        ("2026-03-02T10:00:00.5Z", "2026-03-02T10:00:00.500Z"),
    ],
)
def test_two_ways_to_write_one_instant(text: str, same: str) -> None:
    """RFC 3339 section 5.6: small letters, an unknown offset, a leap second, fewer digits."""
    assert parse_date_time(text) == parse_date_time(same) is not None


@pytest.mark.parametrize(
    "text",
    [
        "", "now", "2026-3-2", "2026-13-01", "2025-02-29", "0000-01-01", "2026-03-02 ",
        "+2026-03-02", "\uff12026-03-02", "2026-03-02T", "2026-03-02T10:00:00",
        "2026-03-02T10:00:60Z",
        "2026-03-02T10:00:00.Z", "2026-03-02T10:00:00,5Z", "2026-03-02T10:00:00+0100",
        "2026-03-02T10:00:00+24:00", "2026-03-02T10:60:00Z", "2026-03-02T10:00:00Z\n",
        "2026-W10-1", "20260302T100000Z",
    ],
)  # fmt: skip
def test_what_rfc_3339_does_not_allow_is_neither(text: str) -> None:
    """Nothing is guessed."""
    assert parse_date(text) is None
    assert parse_date_time(text) is None
