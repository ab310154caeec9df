# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `ErrorField`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import decoding as _read

__all__ = ["ErrorField"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class ErrorField:
    """A member of the request that is at fault.

    Source: callback-query, line 139; campaign-details, line 25.

    Attributes:
        name (str | None): Name of the member. Source: callback-query, line 141;
            campaign-details, line 25.
        description (str | None): What is wrong with it. Source: callback-query, line 143;
            campaign-details, line 25.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    name: str | None = None
    description: str | None = None
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
        members = _read.Members(data, "ErrorField")
        return cls(
            name=members.take(_read.text, "name"),
            description=members.take(_read.text, "description"),
            additional_properties=members.rest("name", "description"),
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
        if self.name is not None:
            data["name"] = self.name
        if self.description is not None:
            data["description"] = self.description
        data.update(self.additional_properties)
        return data
