# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CampaignDoNotCallListPage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors
from talkdesk_core import replies as _replies

from .assignment_page_links import AssignmentPageLinks
from .campaign_do_not_call_list_page_embedded import CampaignDoNotCallListPageEmbedded

__all__ = ["CampaignDoNotCallListPage"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    ("total", "count", "page", "per_page", "total_pages", "_links", "_embedded")
)


# Without attrs' own way to pickle, which knows of no slot that is no field.
@_attrs.define(kw_only=True, repr=False, weakref_slot=False, getstate_setstate=False)
class CampaignDoNotCallListPage(_replies.Reply):
    """One page of the do-not-call lists of a campaign.

    Unverified (medium confidence): No page that we have seen describes it. Source: bundle.

    Attributes:
        total (int | None): Number of do-not-call lists on all pages together. At least 0.
            Unverified (medium confidence): No page that we have seen describes it. Source:
            bundle.
        count (int | None): Number of items on this page. At least 0. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        page (int | None): Number of this page. At least 1. Unverified (medium confidence):
            No page that we have seen describes it. Source: bundle.
        per_page (int | None): Most items a page may hold. At least 1. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        total_pages (int | None): Number of pages. At least 0. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        hal_links (AssignmentPageLinks | None): HAL links of the page. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        hal_embedded (CampaignDoNotCallListPageEmbedded | None): The items. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    total: int | None = None
    count: int | None = None
    page: int | None = None
    per_page: int | None = None
    total_pages: int | None = None
    hal_links: AssignmentPageLinks | None = None
    hal_embedded: CampaignDoNotCallListPageEmbedded | None = None
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
        data = _read.mapping(data, "CampaignDoNotCallListPage")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is CampaignDoNotCallListPage else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "total"
            value = get(name)
            self.total = value if value is None or type(value) is int else _read.integer(value)
            name = "count"
            value = get(name)
            self.count = value if value is None or type(value) is int else _read.integer(value)
            name = "page"
            value = get(name)
            self.page = value if value is None or type(value) is int else _read.integer(value)
            name = "per_page"
            value = get(name)
            self.per_page = value if value is None or type(value) is int else _read.integer(value)
            name = "total_pages"
            value = get(name)
            self.total_pages = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "_links"
            value = get(name)
            self.hal_links = None if value is None else AssignmentPageLinks.from_dict(value)
            name = "_embedded"
            value = get(name)
            self.hal_embedded = (
                None if value is None else CampaignDoNotCallListPageEmbedded.from_dict(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "CampaignDoNotCallListPage") from None
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
        if self.count is not None:
            data["count"] = self.count
        if self.page is not None:
            data["page"] = self.page
        if self.per_page is not None:
            data["per_page"] = self.per_page
        if self.total_pages is not None:
            data["total_pages"] = self.total_pages
        if self.hal_links is not None:
            data["_links"] = self.hal_links.to_dict()
        if self.hal_embedded is not None:
            data["_embedded"] = self.hal_embedded.to_dict()
        return _encode.with_others(data, self.additional_properties)
