# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DialingModeConfiguration`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .abandonment_timeout import AbandonmentTimeout

__all__ = ["DialingModeConfiguration"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    (
        "answering_machine_detection",
        "max_abandonment_rate",
        "max_dialing_ratio",
        "max_ring_time_in_secs",
        "abandonment_timeout",
        "amd_metadata",
    )
)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DialingModeConfiguration:
    """Settings of a campaign's dialing mode.

    Source: campaign-details, line 16. Erratum B-6 (high confidence).

    Attributes:
        answering_machine_detection (bool | None): Whether calls that reach a machine or a
            voicemail are disconnected. Source: campaign-details, line 16, row 1.
        max_abandonment_rate (float | None): Highest rate of abandoned calls. 1 to 100.
            Source: campaign-details, line 16, row 2. Erratum B-34 (low confidence).
        max_dialing_ratio (int | None): Most calls started per agent. 1 to 3. Source:
            campaign-details, line 16, row 3.
        max_ring_time_in_secs (int | None): Seconds after which an unanswered call is given
            up. 6 to 120. Source: campaign-details, line 16, row 4.
        abandonment_timeout (AbandonmentTimeout | None): How long an answered call waits for
            an agent. Source: campaign-details, line 16, row 5.
        amd_metadata (bool | None): Whether data about the detection of answering machines
            is kept (by the name). Source: not printed on a page; inferred. Erratum B-6
            (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    answering_machine_detection: bool | None = None
    max_abandonment_rate: float | None = None
    max_dialing_ratio: int | None = None
    max_ring_time_in_secs: int | None = None
    abandonment_timeout: AbandonmentTimeout | None = None
    amd_metadata: bool | None = None
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
        data = _read.mapping(data, "DialingModeConfiguration")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is DialingModeConfiguration else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "answering_machine_detection"
            value = get(name)
            self.answering_machine_detection = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
            name = "max_abandonment_rate"
            value = get(name)
            self.max_abandonment_rate = (
                value if value is None or type(value) is float else _read.number(value)
            )
            name = "max_dialing_ratio"
            value = get(name)
            self.max_dialing_ratio = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "max_ring_time_in_secs"
            value = get(name)
            self.max_ring_time_in_secs = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "abandonment_timeout"
            value = get(name)
            self.abandonment_timeout = (
                None if value is None else AbandonmentTimeout.from_dict(value)
            )
            name = "amd_metadata"
            value = get(name)
            self.amd_metadata = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "DialingModeConfiguration") from None
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
        if self.answering_machine_detection is not None:
            data["answering_machine_detection"] = self.answering_machine_detection
        if self.max_abandonment_rate is not None:
            data["max_abandonment_rate"] = self.max_abandonment_rate
        if self.max_dialing_ratio is not None:
            data["max_dialing_ratio"] = self.max_dialing_ratio
        if self.max_ring_time_in_secs is not None:
            data["max_ring_time_in_secs"] = self.max_ring_time_in_secs
        if self.abandonment_timeout is not None:
            data["abandonment_timeout"] = self.abandonment_timeout.to_dict()
        if self.amd_metadata is not None:
            data["amd_metadata"] = self.amd_metadata
        return _encode.with_others(data, self.additional_properties)
