# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `Error`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .error_field import ErrorField

__all__ = ["Error"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(("code", "message", "description", "fields"))
_READ_FIELDS = _read.array(ErrorField.from_dict)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class Error:
    """What went wrong with a request.

    Source: callback-query, line 133; campaign-details, line 20.

    Attributes:
        code (str | None): Code of the error. Source: callback-query, line 134;
            campaign-details, line 22.
        message (str | None): What went wrong. Source: callback-query, line 135;
            campaign-details, line 23.
        description (str | None): More about what went wrong. Source: callback-query, line
            136; campaign-details, line 24.
        fields (list[ErrorField] | None): The members of the request that are at fault.
            Source: callback-query, line 137; campaign-details, line 25. Erratum A-29 (high
            confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    code: str | None = None
    message: str | None = None
    description: str | None = None
    fields: list[ErrorField] | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ())

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
        data = _read.mapping(data, "Error")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is Error else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "code"
            value = get(name)
            self.code = value if value is None or type(value) is str else _read.text(value)
            name = "message"
            value = get(name)
            self.message = value if value is None or type(value) is str else _read.text(value)
            name = "description"
            value = get(name)
            self.description = value if value is None or type(value) is str else _read.text(value)
            name = "fields"
            value = get(name)
            self.fields = None if value is None else _READ_FIELDS(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "Error") from None
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
        if self.code is not None:
            data["code"] = self.code
        if self.message is not None:
            data["message"] = self.message
        if self.description is not None:
            data["description"] = self.description
        if self.fields is not None:
            data["fields"] = [item.to_dict() for item in self.fields]
        return _encode.with_others(data, self.additional_properties)
