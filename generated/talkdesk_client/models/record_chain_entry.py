# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `RecordChainEntry`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .phone_type import PhoneType
from .time_unit import TimeUnit

__all__ = ["RecordChainEntry"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    ("type", "max_attempts", "retry_period", "retry_period_time_unit")
)
_READ_TYPE_ = _read.word(PhoneType)
_READ_RETRY_PERIOD_TIME_UNIT = _read.word(TimeUnit)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class RecordChainEntry:
    """Rule for one type of phone.

    Source: campaign-details, line 17, row 9. Erratum B-14 (low confidence).

    Attributes:
        type_ (PhoneType | None): Type of phone. Source: campaign-details, line 17, row 9.1.
        max_attempts (int | None): Most attempts at phones of this type. 1 to 100. Source:
            campaign-details, line 17, row 9.2.
        retry_period (int | None): Time between attempts at phones of this type. 1 to
            2592000. Source: campaign-details, line 17, row 9.3.
        retry_period_time_unit (TimeUnit | None): Unit of retry_period. Also read by the
            name retry_time_unit. Source: campaign-details, line 17, row 9.4. Erratum B-14
            (low confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    type_: PhoneType | None = None
    max_attempts: int | None = None
    retry_period: int | None = None
    retry_period_time_unit: TimeUnit | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("type_", "retry_period_time_unit"))

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
        data = _read.mapping(data, "RecordChainEntry")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is RecordChainEntry else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "type"
            value = get(name)
            self.type_ = None if value is None else _READ_TYPE_(value)
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
            value, name = _read.second_name(unknown, value, name, "retry_time_unit")
            self.retry_period_time_unit = (
                None if value is None else _READ_RETRY_PERIOD_TIME_UNIT(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "RecordChainEntry") from None
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
        if self.type_ is not None:
            data["type"] = str(self.type_)
        if self.max_attempts is not None:
            data["max_attempts"] = self.max_attempts
        if self.retry_period is not None:
            data["retry_period"] = self.retry_period
        if self.retry_period_time_unit is not None:
            data["retry_period_time_unit"] = str(self.retry_period_time_unit)
        return _encode.with_others(data, self.additional_properties)
