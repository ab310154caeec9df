# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `Campaign`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import decoding as _read

from .campaign_links import CampaignLinks
from .campaign_status import CampaignStatus
from .dialing_mode import DialingMode
from .dialing_mode_configuration import DialingModeConfiguration
from .dialing_strategy import DialingStrategy

__all__ = ["Campaign"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class Campaign:
    """An outbound dialing campaign.

    Source: campaign-details, line 6.

    Attributes:
        hal_links (CampaignLinks | None): HAL links of the campaign. Source:
            campaign-details, line 8.
        id (str | None): Id of the campaign. At most 36 characters. Source:
            campaign-details, line 9.
        name (str | None): Name of the campaign. 3 to 36 characters. Source:
            campaign-details, line 10. Erratum B-3 (medium confidence).
        dialing_mode (DialingMode | None): How the campaign dials. At most 35 characters.
            Source: campaign-details, line 11.
        priority (int | None): Priority among campaigns. 1 to 10. Source: campaign-details,
            line 12.
        run_once (bool | None): Whether each record is run through once (by the name; the
            page does not say). Source: campaign-details, line 13.
        action_required (bool | None): Whether somebody has to act (by the name; the page
            does not say). Source: campaign-details, line 14.
        status (CampaignStatus | None): Where the campaign stands. At most 35 characters.
            Source: campaign-details, line 15.
        dialing_mode_configuration (DialingModeConfiguration | None): Settings of the
            dialing mode. Source: campaign-details, line 16. Erratum B-6 (high confidence).
        dialing_strategy (DialingStrategy | None): Order, hours and repetition of calls.
            Source: campaign-details, line 17. Erratum B-20 (medium confidence).
        created_at (datetime.datetime | None): When the campaign was created. Source:
            campaign-details, line 18. Erratum B-25 (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    hal_links: CampaignLinks | None = None
    id: str | None = None
    name: str | None = None
    dialing_mode: DialingMode | None = None
    priority: int | None = None
    run_once: bool | None = None
    action_required: bool | None = None
    status: CampaignStatus | None = None
    dialing_mode_configuration: DialingModeConfiguration | None = None
    dialing_strategy: DialingStrategy | None = None
    created_at: datetime.datetime | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _read.redacted_repr(self, ("id", "dialing_mode", "status", "created_at"))

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
        members = _read.Members(data, "Campaign")
        return cls(
            hal_links=members.take(_read.model(CampaignLinks.from_dict), "_links"),
            id=members.take(_read.text, "id"),
            name=members.take(_read.text, "name"),
            dialing_mode=members.take(_read.word(DialingMode), "dialing_mode"),
            priority=members.take(_read.integer, "priority"),
            run_once=members.take(_read.boolean, "run_once"),
            action_required=members.take(_read.boolean, "action_required"),
            status=members.take(_read.word(CampaignStatus), "status"),
            dialing_mode_configuration=members.take(
                _read.model(DialingModeConfiguration.from_dict), "dialing_mode_configuration"
            ),
            dialing_strategy=members.take(
                _read.model(DialingStrategy.from_dict), "dialing_strategy"
            ),
            created_at=members.take(_read.moment, "created_at"),
            additional_properties=members.rest(
                "_links",
                "id",
                "name",
                "dialing_mode",
                "priority",
                "run_once",
                "action_required",
                "status",
                "dialing_mode_configuration",
                "dialing_strategy",
                "created_at",
            ),
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
        if self.hal_links is not None:
            data["_links"] = self.hal_links.to_dict()
        if self.id is not None:
            data["id"] = self.id
        if self.name is not None:
            data["name"] = self.name
        if self.dialing_mode is not None:
            data["dialing_mode"] = self.dialing_mode.value
        if self.priority is not None:
            data["priority"] = self.priority
        if self.run_once is not None:
            data["run_once"] = self.run_once
        if self.action_required is not None:
            data["action_required"] = self.action_required
        if self.status is not None:
            data["status"] = self.status.value
        if self.dialing_mode_configuration is not None:
            data["dialing_mode_configuration"] = self.dialing_mode_configuration.to_dict()
        if self.dialing_strategy is not None:
            data["dialing_strategy"] = self.dialing_strategy.to_dict()
        if self.created_at is not None:
            data["created_at"] = _read.write_moment(self.created_at)
        data.update(self.additional_properties)
        return data
