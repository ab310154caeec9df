# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignRecordList`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

__all__ = ["CampaignRecordList"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(("id",))


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignRecordList:
    """A record list that is assigned to a campaign.

    Unverified (medium confidence): No page that we have seen describes it. Source: bundle.

    Attributes:
        id (str | None): Id of the record list. Unverified (medium confidence): No page that
            we have seen describes it. Source: bundle.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    id: str | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("id",))

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
        data = _read.mapping(data, "CampaignRecordList")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CampaignRecordList else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "id"
            value = get(name)
            self.id = value if value is None or type(value) is str else _read.text(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CampaignRecordList") from None
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
        if self.id is not None:
            data["id"] = self.id
        return _encode.with_others(data, self.additional_properties)
