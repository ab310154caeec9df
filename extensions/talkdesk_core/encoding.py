"""Writing models back as JSON, and showing them without personal data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, cast

from talkdesk_core.copying import owned
from talkdesk_core.enums import presentable
from talkdesk_core.timestamps import rfc_3339
from talkdesk_core.unset import UNSET

__all__ = ["owned", "plain", "redacted_repr", "with_others", "write_day", "write_moment"]


def write_moment(value: datetime) -> str:
    """Write a date-time by RFC 3339, in UTC with `Z`.

    A time without a zone is in UTC, as it is for the reader. In the first and the last hours that
    Python knows, a time may lie in no year of UTC: it keeps its own offset then, as what was read
    must always be written.
    """
    aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    try:
        return rfc_3339(aware)
    except ValueError:
        return aware.isoformat()


def write_day(value: date) -> str:
    """Write a date by RFC 3339, `YYYY-MM-DD`."""
    return value.isoformat()


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Write a value of one of several types."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, date):
        return write_day(value)
    if isinstance(value, list):
        return [plain(item) for item in cast("list[object]", value)]
    to_dict = getattr(value, "to_dict", None)
    return value if to_dict is None else to_dict()


def with_others(data: dict[str, Any], unknown: dict[str, Any]) -> dict[str, Any]:
    """Return the documented members, and behind them copies of the unknown ones.

    An unknown member whose name is a documented one gives way to it.
    """
    for name, value in unknown.items():
        data.setdefault(name, owned(value))
    return data


def redacted_repr(instance: object, shown: tuple[str, ...]) -> str:
    """Write a model with the given attributes, which are no personal data, where they are there."""
    values = ((name, getattr(instance, name)) for name in shown)
    parts = [
        f"{name}={(presentable(value) if isinstance(value, Enum) else str(value))!r}"
        for name, value in values
        if value is not None and value is not UNSET
    ]
    return f"{type(instance).__name__}({', '.join(parts)})"
