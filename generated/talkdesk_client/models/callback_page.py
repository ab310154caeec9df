# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackPage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors
from talkdesk_core import replies as _replies

from .callback_page_embedded import CallbackPageEmbedded
from .callback_page_links import CallbackPageLinks

__all__ = ["CallbackPage"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    ("total", "page", "per_page", "count", "_links", "_embedded", "total_pages")
)


# Without attrs' own way to pickle, which knows of no slot that is no field.
@_attrs.define(kw_only=True, repr=False, weakref_slot=False, getstate_setstate=False)
class CallbackPage(_replies.Reply):
    """One page of scheduled callbacks.

    Source: callback-query, line 18. Erratum A-1 (high confidence).

    Attributes:
        total (int | None): Number of callbacks that match the filters, on all pages
            together. At least 0. Source: callback-query, line 20.
        page (int | None): Number of this page. At least 1, the server's default is 1.
            Source: callback-query, line 21. Erratum A-2 (high confidence).
        per_page (int | None): Most items a page may hold. At least 1. Source:
            callback-query, line 22. Erratum A-3 (low confidence), A-4 (high confidence).
        count (int | None): Number of items on this page. At least 0. Source:
            callback-query, line 29.
        hal_links (CallbackPageLinks | None): HAL links from a page of callbacks to its
            neighbours. Source: callback-query, line 30. Erratum A-9 (medium confidence).
        hal_embedded (CallbackPageEmbedded | None): The items of a page of callbacks.
            Source: callback-query, line 47. Erratum A-7 (high confidence).
        total_pages (int | None): Number of pages. At least 0. Also read by the name
            total_page. Source: callback-query, line 19. Erratum A-1 (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    total: int | None = None
    page: int | None = None
    per_page: int | None = None
    count: int | None = None
    hal_links: CallbackPageLinks | None = None
    hal_embedded: CallbackPageEmbedded | None = None
    total_pages: int | None = None
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
        data = _read.mapping(data, "CallbackPage")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CallbackPage else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "total"
            value = get(name)
            self.total = value if value is None or type(value) is int else _read.integer(value)
            name = "page"
            value = get(name)
            self.page = value if value is None or type(value) is int else _read.integer(value)
            name = "per_page"
            value = get(name)
            self.per_page = value if value is None or type(value) is int else _read.integer(value)
            name = "count"
            value = get(name)
            self.count = value if value is None or type(value) is int else _read.integer(value)
            name = "_links"
            value = get(name)
            self.hal_links = None if value is None else CallbackPageLinks.from_dict(value)
            name = "_embedded"
            value = get(name)
            self.hal_embedded = None if value is None else CallbackPageEmbedded.from_dict(value)
            name = "total_pages"
            value = get(name)
            value, name = _read.second_name(unknown, value, name, "total_page")
            self.total_pages = (
                value if value is None or type(value) is int else _read.integer(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CallbackPage") from None
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
        if self.total is not None:
            data["total"] = self.total
        if self.page is not None:
            data["page"] = self.page
        if self.per_page is not None:
            data["per_page"] = self.per_page
        if self.count is not None:
            data["count"] = self.count
        if self.hal_links is not None:
            data["_links"] = self.hal_links.to_dict()
        if self.hal_embedded is not None:
            data["_embedded"] = self.hal_embedded.to_dict()
        if self.total_pages is not None:
            data["total_pages"] = self.total_pages
        return _encode.with_others(data, self.additional_properties)
