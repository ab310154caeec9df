# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackPageEmbedded`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import decoding as _read

from .callback import Callback

__all__ = ["CallbackPageEmbedded"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CallbackPageEmbedded:
    """The items of a page of callbacks.

    Source: not printed on a page; inferred. Erratum A-7 (high confidence).

    Attributes:
        callbacks (list[Callback] | None): The callbacks of this page. Source: not printed
            on a page; inferred. Erratum A-7 (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    callbacks: list[Callback] | None = None
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
        members = _read.Members(data, "CallbackPageEmbedded")
        return cls(
            callbacks=members.take(_read.array(_read.model(Callback.from_dict)), "callbacks"),
            additional_properties=members.rest("callbacks"),
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
        if self.callbacks is not None:
            data["callbacks"] = [item.to_dict() for item in self.callbacks]
        data.update(self.additional_properties)
        return data
