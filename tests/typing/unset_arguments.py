"""What type checkers know of arguments that were not given. This file is checked, not run."""

from __future__ import annotations

from typing import assert_type

from talkdesk_client import UNSET, Unset
from talkdesk_client import types as client_types


def narrowing(chosen: str | None | Unset) -> None:  # noqa: RUF036 - given, null, not given
    """`is` tells the three states apart: not given, null, given."""
    if chosen is UNSET:
        # Checkers know the one object by itself, and each prints its type in its own way.
        given_back: Unset = chosen
        one_object(given_back)
    elif chosen is None:
        assert_type(chosen, None)
    else:
        assert_type(chosen, str)
    if chosen is not UNSET:
        assert_type(chosen, str | None)


def narrowing_by_class(chosen: str | Unset) -> None:
    """`isinstance` does the same."""
    if isinstance(chosen, Unset):
        assert_type(chosen, Unset)
    else:
        assert_type(chosen, str)


def one_object(unset: Unset) -> None:
    """All names are those of one object."""
    by_its_module: client_types.Unset = unset
    assert_type(by_its_module, Unset)
    for one in (UNSET, client_types.UNSET):
        unset = one
