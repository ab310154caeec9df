# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `AnsweringMachineDisposition`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .status_after_call import StatusAfterCall
from .time_unit import TimeUnit

__all__ = ["AnsweringMachineDisposition"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    ("status_after_call", "custom", "max_attempts", "retry_period", "retry_period_time_unit")
)
_READ_STATUS_AFTER_CALL = _read.word(StatusAfterCall)
_READ_RETRY_PERIOD_TIME_UNIT = _read.word(TimeUnit)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class AnsweringMachineDisposition:
    """What follows an answering machine.

    Source: campaign-details, line 17, row 8.4.

    Attributes:
        status_after_call (StatusAfterCall | None): Whether the record is called again. At
            most 35 characters. Source: campaign-details, line 17, row 8.4.1.
        custom (bool | None): Whether these settings replace those of the strategy (by the
            name; the page does not say). Source: campaign-details, line 17, row 8.4.2.
        max_attempts (int | None): Most attempts with this result. 1 to 100. Source:
            campaign-details, line 17, row 8.4.3.
        retry_period (int | None): Time until the next attempt, in retry_period_time_unit. 1
            to 2592000. Source: campaign-details, line 17, row 8.4.4.
        retry_period_time_unit (TimeUnit | None): Unit of retry_period. At most 35
            characters. Source: campaign-details, line 17, row 8.4.5.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    status_after_call: StatusAfterCall | None = None
    custom: bool | None = None
    max_attempts: int | None = None
    retry_period: int | None = None
    retry_period_time_unit: TimeUnit | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("status_after_call", "retry_period_time_unit"))

    def __getitem__(self, name: str) -> Any:
        return self.additional_properties[name]

    def __contains__(self, name: object) -> bool:
        return name in self.additional_properties

    # With __getitem__ alone, Python would iterate by numbers.
    __iter__: ClassVar[None] = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read an object of JSON: null and missing are None, unknown members are kept.

        Raises:
            ResponseDecodeError: A member has another type than documented.
        """
        data = _read.mapping(data, "AnsweringMachineDisposition")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is AnsweringMachineDisposition else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "status_after_call"
            value = get(name)
            self.status_after_call = None if value is None else _READ_STATUS_AFTER_CALL(value)
            name = "custom"
            value = get(name)
            self.custom = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
            name = "max_attempts"
            value = get(name)
            self.max_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "retry_period"
            value = get(name)
            self.retry_period = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "retry_period_time_unit"
            value = get(name)
            self.retry_period_time_unit = (
                None if value is None else _READ_RETRY_PERIOD_TIME_UNIT(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "AnsweringMachineDisposition") from None
        self.additional_properties = unknown
        return self

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Read the JSON text of an object.

        Raises:
            ResponseDecodeError: It is no JSON, no object, or a member has another type than documented.
        """
        return _read.whole(cls.from_dict)(content)

    def to_dict(self) -> dict[str, Any]:
        """Write an object of JSON: None is left out, unknown members are written back."""
        data: dict[str, Any] = {}
        if self.status_after_call is not None:
            data["status_after_call"] = str(self.status_after_call)
        if self.custom is not None:
            data["custom"] = self.custom
        if self.max_attempts is not None:
            data["max_attempts"] = self.max_attempts
        if self.retry_period is not None:
            data["retry_period"] = self.retry_period
        if self.retry_period_time_unit is not None:
            data["retry_period_time_unit"] = str(self.retry_period_time_unit)
        return _encode.with_others(data, self.additional_properties)
