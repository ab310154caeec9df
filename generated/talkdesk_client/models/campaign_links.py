# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignLinks`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import decoding as _read

from .campaign_link import CampaignLink

__all__ = ["CampaignLinks"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignLinks:
    """HAL links of a campaign.

    Source: campaign-details, line 8.

    Attributes:
        self_ (CampaignLink | None): The campaign itself. Source: campaign-details, line 8,
            row 1.
        campaigns (CampaignLink | None): The list of all campaigns. Source:
            campaign-details, line 8, row 2.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    self_: CampaignLink | None = None
    campaigns: CampaignLink | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _read.redacted_repr(self, ())

    def __getitem__(self, name: str) -> Any:
        return self.additional_properties[name]

    def __contains__(self, name: object) -> bool:
        return name in self.additional_properties

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read an object of JSON: null and missing are None, unknown members are kept.

        Raises:
            ResponseDecodeError: A member has another type than documented.
        """
        members = _read.Members(data, "CampaignLinks")
        return cls(
            self_=members.take(_read.model(CampaignLink.from_dict), "self"),
            campaigns=members.take(_read.model(CampaignLink.from_dict), "campaigns"),
            additional_properties=members.rest("self", "campaigns"),
        )

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read the JSON text of an object.

        Raises:
            ResponseDecodeError: It is no JSON, no object, or a member has another type than documented.
        """
        return _read.whole(_read.model(cls.from_dict))(content)

    def to_dict(self) -> dict[str, Any]:
        """Write an object of JSON: None is left out, unknown members are written back."""
        data: dict[str, Any] = {}
        if self.self_ is not None:
            data["self"] = self.self_.to_dict()
        if self.campaigns is not None:
            data["campaigns"] = self.campaigns.to_dict()
        data.update(self.additional_properties)
        return data
