# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DialingStrategy`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .calling_hours import CallingHours
from .dispositions import Dispositions
from .lists_sorting_criteria import ListsSortingCriteria
from .record_chain_entry import RecordChainEntry
from .strategy_type import StrategyType
from .time_unit import TimeUnit

__all__ = ["DialingStrategy"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    (
        "max_skip_attempts",
        "strategy_type",
        "preview_timeout",
        "max_attempts",
        "retry_period",
        "retry_time_unit",
        "calling_hours",
        "dispositions",
        "record_chain",
        "lists_sorting_criteria",
        "ivr_enabled",
    )
)
_READ_STRATEGY_TYPE = _read.word(StrategyType)
_READ_RETRY_TIME_UNIT = _read.word(TimeUnit)
_READ_CALLING_HOURS = _read.array(CallingHours.from_dict)
_READ_RECORD_CHAIN = _read.array(RecordChainEntry.from_dict)
_READ_LISTS_SORTING_CRITERIA = _read.word(ListsSortingCriteria)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DialingStrategy:
    """Order, hours and repetition of a campaign's calls.

    Source: campaign-details, line 17. Erratum B-20 (medium confidence).

    Attributes:
        max_skip_attempts (int | None): How many times an agent may skip a call. 0 to 20.
            Source: campaign-details, line 17, row 1.
        strategy_type (StrategyType | None): How records are dialed. At most 35 characters.
            Source: campaign-details, line 17, row 2.
        preview_timeout (int | None): Seconds for which an agent sees the preview. 6 to 300.
            Source: campaign-details, line 17, row 3.
        max_attempts (int | None): Most attempts per record that may end without a final
            result. 1 to 100. Source: campaign-details, line 17, row 4. Erratum B-21 (medium
            confidence).
        retry_period (int | None): Time between attempts, in retry_time_unit. 1 to 2592000.
            Source: campaign-details, line 17, row 5. Erratum B-21 (medium confidence).
        retry_time_unit (TimeUnit | None): Unit of retry_period. At most 35 characters.
            Source: campaign-details, line 17, row 6. Erratum B-8 (high confidence), B-21
            (medium confidence).
        calling_hours (list[CallingHours] | None): When to call, by the location of the
            record lists. Source: campaign-details, line 17, row 7. Erratum B-21 (medium
            confidence).
        dispositions (Dispositions | None): What follows each result that the system sets.
            Source: campaign-details, line 17, row 8. Erratum B-21 (medium confidence).
        record_chain (list[RecordChainEntry] | None): Rules by type of phone, one entry for
            each type. Source: campaign-details, line 17, row 9.
        lists_sorting_criteria (ListsSortingCriteria | None): Order in which records are
            taken. At most 10 characters. Source: campaign-details, line 17, row 10.
        ivr_enabled (bool | None): Whether a voice menu answers calls that no agent can take
            (by the name). Unverified (medium confidence): A sync product's column is all
            that shows it. Source: not printed on a page; inferred. Erratum B-20 (medium
            confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    max_skip_attempts: int | None = None
    strategy_type: StrategyType | None = None
    preview_timeout: int | None = None
    max_attempts: int | None = None
    retry_period: int | None = None
    retry_time_unit: TimeUnit | None = None
    calling_hours: list[CallingHours] | None = None
    dispositions: Dispositions | None = None
    record_chain: list[RecordChainEntry] | None = None
    lists_sorting_criteria: ListsSortingCriteria | None = None
    ivr_enabled: bool | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(
            self, ("strategy_type", "retry_time_unit", "lists_sorting_criteria")
        )

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
        data = _read.mapping(data, "DialingStrategy")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is DialingStrategy else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "max_skip_attempts"
            value = get(name)
            self.max_skip_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "strategy_type"
            value = get(name)
            self.strategy_type = None if value is None else _READ_STRATEGY_TYPE(value)
            name = "preview_timeout"
            value = get(name)
            self.preview_timeout = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "max_attempts"
            value = get(name)
            self.max_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "retry_period"
            value = get(name)
            self.retry_period = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "retry_time_unit"
            value = get(name)
            self.retry_time_unit = None if value is None else _READ_RETRY_TIME_UNIT(value)
            name = "calling_hours"
            value = get(name)
            self.calling_hours = None if value is None else _READ_CALLING_HOURS(value)
            name = "dispositions"
            value = get(name)
            self.dispositions = None if value is None else Dispositions.from_dict(value)
            name = "record_chain"
            value = get(name)
            self.record_chain = None if value is None else _READ_RECORD_CHAIN(value)
            name = "lists_sorting_criteria"
            value = get(name)
            self.lists_sorting_criteria = (
                None if value is None else _READ_LISTS_SORTING_CRITERIA(value)
            )
            name = "ivr_enabled"
            value = get(name)
            self.ivr_enabled = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "DialingStrategy") from None
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
        if self.max_skip_attempts is not None:
            data["max_skip_attempts"] = self.max_skip_attempts
        if self.strategy_type is not None:
            data["strategy_type"] = str(self.strategy_type)
        if self.preview_timeout is not None:
            data["preview_timeout"] = self.preview_timeout
        if self.max_attempts is not None:
            data["max_attempts"] = self.max_attempts
        if self.retry_period is not None:
            data["retry_period"] = self.retry_period
        if self.retry_time_unit is not None:
            data["retry_time_unit"] = str(self.retry_time_unit)
        if self.calling_hours is not None:
            data["calling_hours"] = [item.to_dict() for item in self.calling_hours]
        if self.dispositions is not None:
            data["dispositions"] = self.dispositions.to_dict()
        if self.record_chain is not None:
            data["record_chain"] = [item.to_dict() for item in self.record_chain]
        if self.lists_sorting_criteria is not None:
            data["lists_sorting_criteria"] = str(self.lists_sorting_criteria)
        if self.ivr_enabled is not None:
            data["ivr_enabled"] = self.ivr_enabled
        return _encode.with_others(data, self.additional_properties)
