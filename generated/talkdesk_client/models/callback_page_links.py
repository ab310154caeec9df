# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackPageLinks`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import decoding as _read

from .callback_link import CallbackLink

__all__ = ["CallbackPageLinks"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CallbackPageLinks:
    """HAL links from a page of callbacks to its neighbours.

    Source: callback-query, line 32. Erratum A-9 (medium confidence).

    Attributes:
        self_ (CallbackLink | None): This page. Source: callback-query, line 34, row 1.
        first (CallbackLink | None): The first page. Source: callback-query, line 37, row 2.
            Erratum A-10 (medium confidence).
        last (CallbackLink | None): The last page. Source: callback-query, line 40, row 3.
            Erratum A-10 (medium confidence).
        prev (CallbackLink | None): The page before. Source: callback-query, line 43, row 4.
            Erratum A-8 (high confidence).
        next_ (CallbackLink | None): The next page. Source: not printed on a page; inferred.
            Erratum A-9 (medium confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    self_: CallbackLink | None = None
    first: CallbackLink | None = None
    last: CallbackLink | None = None
    prev: CallbackLink | None = None
    next_: CallbackLink | None = None
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
        members = _read.Members(data, "CallbackPageLinks")
        return cls(
            self_=members.take(_read.model(CallbackLink.from_dict), "self"),
            first=members.take(_read.model(CallbackLink.from_dict), "first"),
            last=members.take(_read.model(CallbackLink.from_dict), "last"),
            prev=members.take(_read.model(CallbackLink.from_dict), "prev"),
            next_=members.take(_read.model(CallbackLink.from_dict), "next"),
            additional_properties=members.rest("self", "first", "last", "prev", "next"),
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
        if self.first is not None:
            data["first"] = self.first.to_dict()
        if self.last is not None:
            data["last"] = self.last.to_dict()
        if self.prev is not None:
            data["prev"] = self.prev.to_dict()
        if self.next_ is not None:
            data["next"] = self.next_.to_dict()
        data.update(self.additional_properties)
        return data
