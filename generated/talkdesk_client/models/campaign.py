# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `Campaign`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors
from talkdesk_core import replies as _replies

from .campaign_links import CampaignLinks
from .campaign_status import CampaignStatus
from .dialing_mode import DialingMode
from .dialing_mode_configuration import DialingModeConfiguration
from .dialing_strategy import DialingStrategy

__all__ = ["Campaign"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    (
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
    )
)
_READ_DIALING_MODE = _read.word(DialingMode)
_READ_STATUS = _read.word(CampaignStatus)


# Without attrs' own way to pickle, which knows of no slot that is no field.
@_attrs.define(kw_only=True, repr=False, weakref_slot=False, getstate_setstate=False)
class Campaign(_replies.Reply):
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
        return _encode.redacted_repr(self, ("id", "dialing_mode", "status", "created_at"))

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
        data = _read.mapping(data, "Campaign")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is Campaign else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "_links"
            value = get(name)
            self.hal_links = None if value is None else CampaignLinks.from_dict(value)
            name = "id"
            value = get(name)
            self.id = value if value is None or type(value) is str else _read.text(value)
            name = "name"
            value = get(name)
            self.name = value if value is None or type(value) is str else _read.text(value)
            name = "dialing_mode"
            value = get(name)
            self.dialing_mode = None if value is None else _READ_DIALING_MODE(value)
            name = "priority"
            value = get(name)
            self.priority = value if value is None or type(value) is int else _read.integer(value)
            name = "run_once"
            value = get(name)
            self.run_once = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
            name = "action_required"
            value = get(name)
            self.action_required = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
            name = "status"
            value = get(name)
            self.status = None if value is None else _READ_STATUS(value)
            name = "dialing_mode_configuration"
            value = get(name)
            self.dialing_mode_configuration = (
                None if value is None else DialingModeConfiguration.from_dict(value)
            )
            name = "dialing_strategy"
            value = get(name)
            self.dialing_strategy = None if value is None else DialingStrategy.from_dict(value)
            name = "created_at"
            value = get(name)
            self.created_at = None if value is None else _read.moment(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "Campaign") from None
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
        if self.hal_links is not None:
            data["_links"] = self.hal_links.to_dict()
        if self.id is not None:
            data["id"] = self.id
        if self.name is not None:
            data["name"] = self.name
        if self.dialing_mode is not None:
            data["dialing_mode"] = str(self.dialing_mode)
        if self.priority is not None:
            data["priority"] = self.priority
        if self.run_once is not None:
            data["run_once"] = self.run_once
        if self.action_required is not None:
            data["action_required"] = self.action_required
        if self.status is not None:
            data["status"] = str(self.status)
        if self.dialing_mode_configuration is not None:
            data["dialing_mode_configuration"] = self.dialing_mode_configuration.to_dict()
        if self.dialing_strategy is not None:
            data["dialing_strategy"] = self.dialing_strategy.to_dict()
        if self.created_at is not None:
            data["created_at"] = _encode.write_moment(self.created_at)
        return _encode.with_others(data, self.additional_properties)
