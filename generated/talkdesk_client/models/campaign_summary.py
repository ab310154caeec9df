# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignSummary`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .campaign_links import CampaignLinks
from .campaign_status import CampaignStatus
from .dialing_mode import DialingMode

__all__ = ["CampaignSummary"]

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
        "created_at",
    )
)
_READ_DIALING_MODE = _read.word(DialingMode)
_READ_STATUS = _read.word(CampaignStatus)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignSummary:
    """A campaign as lists show it, without its dialing configuration and strategy.

    Source: campaigns-list.

    Attributes:
        hal_links (CampaignLinks | None): HAL links of the campaign. Source: campaigns-list.
        id (str | None): Id of the campaign. Source: campaigns-list.
        name (str | None): Name of the campaign. Source: campaigns-list.
        dialing_mode (DialingMode | None): How the campaign dials. Source: campaigns-list.
        priority (int | None): Priority among campaigns, 1 to 10. Source: campaigns-list.
        run_once (bool | None): Whether each record is run through once (by the name; the
            page does not say). Source: campaigns-list.
        action_required (bool | None): Whether somebody has to act (by the name; the page
            does not say). Source: campaigns-list.
        status (CampaignStatus | None): Where the campaign stands. Source: campaigns-list.
        created_at (datetime.datetime | None): When the campaign was created. Source:
            campaigns-list.
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
        data = _read.mapping(data, "CampaignSummary")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CampaignSummary else cls()
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
            name = "created_at"
            value = get(name)
            self.created_at = None if value is None else _read.moment(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CampaignSummary") from None
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
        if self.created_at is not None:
            data["created_at"] = _encode.write_moment(self.created_at)
        return _encode.with_others(data, self.additional_properties)
