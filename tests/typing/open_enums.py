"""What type checkers know of the enums. This file is checked, not run."""

from __future__ import annotations

from typing import assert_type

from talkdesk_client.models import Callback, CallbackStatus


def show(text: str) -> None:
    """Stand for what a program does with a text."""


def any_word(word: str, status: CallbackStatus) -> None:
    """A word of the server becomes a member, documented or not."""
    assert_type(CallbackStatus(word), CallbackStatus)
    assert_type(status.is_documented, bool)
    assert_type(status.value, str)
    show(status.name)


def an_unknown_word(status: CallbackStatus) -> bool:
    """A word that the document does not list can be asked for; some checkers want `value` then."""
    return status.value == "PARKED"


def as_text(status: CallbackStatus) -> str:
    """A member is a string wherever one is taken."""
    assert_type(status == "SUCCESS", bool)
    found: dict[str, int] = {"SUCCESS": 1}
    assert_type(found[status], int)
    return status


def members() -> None:
    """The documented members can be walked."""
    assert_type(list(CallbackStatus), list[CallbackStatus])
    assert_type([status.is_documented for status in CallbackStatus], list[bool])


def telling_apart(callback: Callback) -> str:
    """A member narrows by `is`, and the rest stays a string."""
    if callback.status is None:
        return "nobody knows"
    if callback.status is CallbackStatus.SUCCESS:
        return "done"
    return callback.status
