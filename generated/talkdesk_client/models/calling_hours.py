# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallingHours`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .week_day import WeekDay

__all__ = ["CallingHours"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(("from", "to", "week_days"))
_READ_WEEK_DAYS = _read.array(_read.word(WeekDay))


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CallingHours:
    """Hours within which a campaign may call.

    Source: campaign-details, line 17, row 7.

    Attributes:
        from_ (str | None): Start, as HH:MM:SS where the record is; older replies may hold a
            whole timestamp. At most 35 characters. Source: campaign-details, line 17, row
            7.1. Erratum B-11 (medium confidence).
        to (str | None): End, as HH:MM:SS where the record is; older replies may hold a
            whole timestamp. At most 35 characters. Source: campaign-details, line 17, row
            7.2. Erratum B-11 (medium confidence).
        week_days (list[WeekDay] | None): Days on which the hours hold. Source:
            campaign-details, line 17, row 7.3.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    from_: str | None = None
    to: str | None = None
    week_days: list[WeekDay] | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ())

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
        data = _read.mapping(data, "CallingHours")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CallingHours else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "from"
            value = get(name)
            self.from_ = value if value is None or type(value) is str else _read.text(value)
            name = "to"
            value = get(name)
            self.to = value if value is None or type(value) is str else _read.text(value)
            name = "week_days"
            value = get(name)
            self.week_days = None if value is None else _READ_WEEK_DAYS(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CallingHours") from None
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
        if self.from_ is not None:
            data["from"] = self.from_
        if self.to is not None:
            data["to"] = self.to
        if self.week_days is not None:
            data["week_days"] = [str(item) for item in self.week_days]
        return _encode.with_others(data, self.additional_properties)
