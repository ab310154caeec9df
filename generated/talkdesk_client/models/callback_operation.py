# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackOperation`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write

from .callback_operation_name import CallbackOperationName

__all__ = ["CallbackOperation"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CallbackOperation:
    """One replacement of a member of a callback (RFC 6902).

    Source: callback-update.

    Attributes:
        op (CallbackOperationName | str): What is done; only the replacement is exemplified.
            Source: callback-update.
        path (str): Pointer to the member, in camel case. Source: callback-update.
        value (Any): The new value; for /agents a list of agent ids. Source: bundle;
            callback-update. Erratum C-6 (high confidence).
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    op: CallbackOperationName | str
    path: str
    value: Any
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ("op",))

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
        "CallbackOperation",
        _body.Member("op", "op", _write.Choice(CallbackOperationName), required=True),
        _body.Member("path", "path", _write.Text(), required=True),
        _body.Member("value", "value", _write.Anything(), required=True),
    )
