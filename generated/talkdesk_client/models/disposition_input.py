# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DispositionInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .status_after_call import StatusAfterCall
from .time_unit import TimeUnit

__all__ = ["DispositionInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DispositionInput:
    """What is to follow a result that the system sets.

    Source: campaign-create; bundle.

    Attributes:
        status_after_call (StatusAfterCall | str): Whether the record is called again.
            Source: campaign-create.
        custom (bool): Whether these settings replace those of the strategy (by the name;
            the page does not say). Source: campaign-create.
        max_attempts (int | Unset): Most attempts with this result. 1 to 100. Source:
            campaign-create.
        retry_period (int | Unset): Time until the next attempt, in retry_period_time_unit.
            1 to 2592000. Source: campaign-create.
        retry_period_time_unit (TimeUnit | str | Unset): Unit of retry_period. Source:
            campaign-create.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    status_after_call: StatusAfterCall | str
    custom: bool
    max_attempts: int | Unset = UNSET
    retry_period: int | Unset = UNSET
    retry_period_time_unit: TimeUnit | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("status_after_call", "retry_period_time_unit"))

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
        "DispositionInput",
        _body.Member(
            "status_after_call", "status_after_call", _write.Choice(StatusAfterCall), required=True
        ),
        _body.Member("custom", "custom", _write.Boolean(), required=True),
        _body.Member("max_attempts", "max_attempts", _write.Integer(minimum=1, maximum=100)),
        _body.Member("retry_period", "retry_period", _write.Integer(minimum=1, maximum=2592000)),
        _body.Member("retry_period_time_unit", "retry_period_time_unit", _write.Choice(TimeUnit)),
    )
