# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignOperation`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write

from .campaign_operation_name import CampaignOperationName
from .campaign_operation_path import CampaignOperationPath

__all__ = ["CampaignOperation"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignOperation:
    """The replacement of one member of a campaign.

    Source: campaign-patch.

    Attributes:
        op (CampaignOperationName | str): What is done. Source: campaign-patch.
        path (CampaignOperationPath | str): The member, without a slash. Source:
            campaign-patch.
        value (str): The new value as a text; a status in lower case, a name of 3 to 36
            characters, a priority of 1 to 10 in digits. That a priority is written as a
            text is the bundle's word. Source: campaign-patch; bundle.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    op: CampaignOperationName | str
    path: CampaignOperationPath | str
    value: str
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("op", "path"))

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
        "CampaignOperation",
        _body.Member("op", "op", _write.Choice(CampaignOperationName), required=True),
        _body.Member("path", "path", _write.Choice(CampaignOperationPath), required=True),
        _body.Member("value", "value", _write.Text(), required=True),
    )
