# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .dialing_mode import DialingMode
from .dialing_mode_configuration_input import DialingModeConfigurationInput
from .dialing_strategy_input import DialingStrategyInput

__all__ = ["CampaignInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignInput:
    """A campaign to be created.

    Source: campaign-create.

    Attributes:
        name (str): Name of the campaign. The bounds are those of the pages on showing and
            on changing a campaign. 3 to 36 characters. Source: campaign-create;
            campaign-patch.
        dialing_mode (DialingMode | str | Unset): How the campaign dials. Source:
            campaign-create.
        priority (int | Unset): Priority among campaigns. 1 to 10. Source: campaign-create.
        dialing_mode_configuration (DialingModeConfigurationInput | Mapping[str, Any] |
            Unset): Settings of the dialing mode. Source: campaign-create.
        dialing_strategy (DialingStrategyInput | Mapping[str, Any] | Unset): Order, hours
            and repetition of calls. Source: campaign-create.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    name: str
    dialing_mode: DialingMode | str | Unset = UNSET
    priority: int | Unset = UNSET
    dialing_mode_configuration: DialingModeConfigurationInput | Mapping[str, Any] | Unset = UNSET
    dialing_strategy: DialingStrategyInput | Mapping[str, Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("dialing_mode",))

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
        "CampaignInput",
        _body.Member("name", "name", _write.Text(min_length=3, max_length=36), required=True),
        _body.Member("dialing_mode", "dialing_mode", _write.Choice(DialingMode)),
        _body.Member("priority", "priority", _write.Integer(minimum=1, maximum=10)),
        _body.Member(
            "dialing_mode_configuration",
            "dialing_mode_configuration",
            _write.Model(lambda: DialingModeConfigurationInput),
        ),
        _body.Member(
            "dialing_strategy", "dialing_strategy", _write.Model(lambda: DialingStrategyInput)
        ),
    )
