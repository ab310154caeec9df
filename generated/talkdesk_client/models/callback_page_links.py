# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackPageLinks`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .callback_link import CallbackLink

__all__ = ["CallbackPageLinks"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(("self", "first", "last", "prev", "next"))


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
        next_ (CallbackLink | None): The next page. Unverified (medium confidence): The
            neighbouring lists have the link; of this one it is not known. Source: not
            printed on a page; inferred. Erratum A-9 (medium confidence).
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
        data = _read.mapping(data, "CallbackPageLinks")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CallbackPageLinks else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "self"
            value = get(name)
            self.self_ = None if value is None else CallbackLink.from_dict(value)
            name = "first"
            value = get(name)
            self.first = None if value is None else CallbackLink.from_dict(value)
            name = "last"
            value = get(name)
            self.last = None if value is None else CallbackLink.from_dict(value)
            name = "prev"
            value = get(name)
            self.prev = None if value is None else CallbackLink.from_dict(value)
            name = "next"
            value = get(name)
            self.next_ = None if value is None else CallbackLink.from_dict(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CallbackPageLinks") from None
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
        return _encode.with_others(data, self.additional_properties)
