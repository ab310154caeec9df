# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `RecordChainEntryInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .phone_type import PhoneType
from .time_unit import TimeUnit

__all__ = ["RecordChainEntryInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class RecordChainEntryInput:
    """Rule for one type of phone.

    Source: campaign-details, line 17, row 9. Erratum B-14 (low confidence).

    Attributes:
        type_ (PhoneType | str): Type of phone. Source: campaign-details, line 17, row 9.1.
        max_attempts (int): Most attempts at phones of this type. 1 to 100. Source:
            campaign-details, line 17, row 9.2.
        retry_period (int | Unset): Time between attempts at phones of this type. 1 to
            2592000. Source: campaign-details, line 17, row 9.3.
        retry_period_time_unit (TimeUnit | str | Unset): Unit of retry_period. Also read by
            the name retry_time_unit. Source: campaign-details, line 17, row 9.4. Erratum
            B-14 (low confidence).
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    type_: PhoneType | str
    max_attempts: int
    retry_period: int | Unset = UNSET
    retry_period_time_unit: TimeUnit | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("type_", "retry_period_time_unit"))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Take an object of JSON, in which every name has to be a documented one.

        Raises:
            ArgumentError: A member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls(**_members().arguments(data))

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Take the JSON text of an object.

        Raises:
            ArgumentError: It is no JSON, or a member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls.from_dict(_body.parsed(content))

    def to_dict(self) -> dict[str, Any]:
        """Write the object of JSON that is sent; what is UNSET is left out.

        Raises:
            ArgumentError: A member that was changed since is of a wrong type or out of bounds.
        """
        return _members().write(self)


@cache
def _members() -> _body.Members:
    return _body.Members(
        "RecordChainEntryInput",
        _body.Member("type_", "type", _write.Choice(PhoneType), required=True),
        _body.Member(
            "max_attempts", "max_attempts", _write.Integer(minimum=1, maximum=100), required=True
        ),
        _body.Member("retry_period", "retry_period", _write.Integer(minimum=1, maximum=2592000)),
        _body.Member("retry_period_time_unit", "retry_period_time_unit", _write.Choice(TimeUnit)),
    )
