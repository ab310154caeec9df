# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DialingModeConfigurationInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .abandonment_timeout_input import AbandonmentTimeoutInput

__all__ = ["DialingModeConfigurationInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DialingModeConfigurationInput:
    """Settings of the dialing mode of a campaign to be created.

    Source: campaign-create; bundle.

    Attributes:
        answering_machine_detection (bool | Unset): Whether calls that reach a machine or a
            voicemail are disconnected. Source: campaign-create.
        amd_metadata (bool | Unset): Whether data about the detection of answering machines
            is kept (by the name). Source: campaign-create.
        max_abandonment_rate (int | Unset): Highest rate of abandoned calls. 1 to 100.
            Source: campaign-create.
        max_dialing_ratio (int | Unset): Most calls started per agent. 1 to 3. Source:
            campaign-create.
        max_ring_time_in_secs (int): Seconds after which an unanswered call is given up. 6
            to 120. Source: campaign-create.
        abandonment_timeout (AbandonmentTimeoutInput | Mapping[str, Any] | Unset): How long
            an answered call waits for an agent. Source: campaign-create.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    max_ring_time_in_secs: int
    answering_machine_detection: bool | Unset = UNSET
    amd_metadata: bool | Unset = UNSET
    max_abandonment_rate: int | Unset = UNSET
    max_dialing_ratio: int | Unset = UNSET
    abandonment_timeout: AbandonmentTimeoutInput | Mapping[str, Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ())

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
        "DialingModeConfigurationInput",
        _body.Member(
            "max_ring_time_in_secs",
            "max_ring_time_in_secs",
            _write.Integer(minimum=6, maximum=120),
            required=True,
        ),
        _body.Member(
            "answering_machine_detection", "answering_machine_detection", _write.Boolean()
        ),
        _body.Member("amd_metadata", "amd_metadata", _write.Boolean()),
        _body.Member(
            "max_abandonment_rate", "max_abandonment_rate", _write.Integer(minimum=1, maximum=100)
        ),
        _body.Member(
            "max_dialing_ratio", "max_dialing_ratio", _write.Integer(minimum=1, maximum=3)
        ),
        _body.Member(
            "abandonment_timeout",
            "abandonment_timeout",
            _write.Model(lambda: AbandonmentTimeoutInput),
        ),
    )
