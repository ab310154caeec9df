# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DialingStrategyInput`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .calling_hours_input import CallingHoursInput
from .dispositions_input import DispositionsInput
from .lists_sorting_criteria import ListsSortingCriteria
from .record_chain_entry_input import RecordChainEntryInput
from .strategy_type import StrategyType
from .time_unit import TimeUnit

__all__ = ["DialingStrategyInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DialingStrategyInput:
    """Order, hours and repetition of the calls of a campaign to be created.

    Source: campaign-create; bundle.

    Attributes:
        max_skip_attempts (int | Unset): Times an agent may skip a record. 0 to 20. Source:
            campaign-create.
        strategy_type (StrategyType | str | Unset): How records are dialed. Source:
            campaign-create.
        preview_timeout (int | Unset): Seconds for which an agent sees the preview. 6 to
            300. Source: campaign-create.
        max_attempts (int): Most attempts per record that may end without a final result. 1
            to 100. Source: campaign-create.
        retry_period (int): Time between attempts, in retry_time_unit. 1 to 2592000. Source:
            campaign-create.
        retry_time_unit (TimeUnit | str): Unit of retry_period. Source: campaign-create.
        calling_hours (Sequence[CallingHoursInput | Mapping[str, Any]]): When to call, by
            the location of the record lists. Source: campaign-create.
        dispositions (DispositionsInput | Mapping[str, Any]): What follows each result that
            the system sets. Source: campaign-create.
        record_chain (Sequence[RecordChainEntryInput | Mapping[str, Any]] | Unset): Rules by
            type of phone, one entry for each type. Source: campaign-create.
        lists_sorting_criteria (ListsSortingCriteria | str | Unset): Order in which records
            are taken. Source: campaign-create.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    max_attempts: int
    retry_period: int
    retry_time_unit: TimeUnit | str
    calling_hours: Sequence[CallingHoursInput | Mapping[str, Any]]
    dispositions: DispositionsInput | Mapping[str, Any]
    max_skip_attempts: int | Unset = UNSET
    strategy_type: StrategyType | str | Unset = UNSET
    preview_timeout: int | Unset = UNSET
    record_chain: Sequence[RecordChainEntryInput | Mapping[str, Any]] | Unset = UNSET
    lists_sorting_criteria: ListsSortingCriteria | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(
            self, ("retry_time_unit", "strategy_type", "lists_sorting_criteria")
        )

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Take an object of JSON, in which every name has to be a documented one.

        Raises:
            ArgumentError: A member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls(**_members().arguments(data))

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Take the JSON text of an object.

        Raises:
            ArgumentError: It is no JSON, or a member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls.from_dict(_body.parsed(content))

    def to_dict(self) -> dict[str, Any]:
        """Write the object of JSON that is sent; what is UNSET is left out.

        Raises:
            ArgumentError: A member that was changed since is of a wrong type or out of bounds.
        """
        return _members().write(self)


@cache
def _members() -> _body.Members:
    return _body.Members(
        "DialingStrategyInput",
        _body.Member(
            "max_attempts", "max_attempts", _write.Integer(minimum=1, maximum=100), required=True
        ),
        _body.Member(
            "retry_period",
            "retry_period",
            _write.Integer(minimum=1, maximum=2592000),
            required=True,
        ),
        _body.Member("retry_time_unit", "retry_time_unit", _write.Choice(TimeUnit), required=True),
        _body.Member(
            "calling_hours",
            "calling_hours",
            _write.Array(_write.Model(lambda: CallingHoursInput)),
            required=True,
        ),
        _body.Member(
            "dispositions", "dispositions", _write.Model(lambda: DispositionsInput), required=True
        ),
        _body.Member(
            "max_skip_attempts", "max_skip_attempts", _write.Integer(minimum=0, maximum=20)
        ),
        _body.Member("strategy_type", "strategy_type", _write.Choice(StrategyType)),
        _body.Member("preview_timeout", "preview_timeout", _write.Integer(minimum=6, maximum=300)),
        _body.Member(
            "record_chain",
            "record_chain",
            _write.Array(_write.Model(lambda: RecordChainEntryInput)),
        ),
        _body.Member(
            "lists_sorting_criteria", "lists_sorting_criteria", _write.Choice(ListsSortingCriteria)
        ),
    )
