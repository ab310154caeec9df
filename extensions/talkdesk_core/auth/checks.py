"""Checks of what users give: nothing that is secret is quoted."""

from talkdesk_core.discretion import discreet
from talkdesk_core.errors import ConfigurationError

__all__ = [
    "REDACTED",
    "check_callback",
    "check_flag",
    "check_instance",
    "check_printable",
    "check_scope",
    "discreet",
]

REDACTED = "'***'"
"""What stands for a secret in a `repr`."""


def check_printable(argument: str, value: object) -> None:
    """Refuse what cannot be sent in a header or form as it is.

    Raises:
        ConfigurationError: It is no string, is empty, or has other characters than printable ASCII.
    """
    if not isinstance(value, str) or not value:
        msg = f"{argument} takes a string that is not empty."
    elif not (value.isascii() and value.isprintable()):
        msg = (
            f"{argument} holds a line break or another character that is not printable ASCII; "
            "a file that it was read from may end in a line break."
        )
    else:
        return
    raise ConfigurationError(msg, arguments=(argument,))


def check_scope(value: object) -> None:
    """Refuse a scope that is neither None nor words separated by blanks (RFC 6749 section 3.3).

    Raises:
        ConfigurationError: It is something else.
    """
    if value is None:
        return
    check_printable("scope", value)
    if isinstance(value, str) and not value.strip():
        msg = "scope takes words separated by blanks, or None for all that the client has."
        raise ConfigurationError(msg, arguments=("scope",))


def check_flag(argument: str, value: object) -> None:
    """Refuse what is neither True nor False: any text would pass for true, "no" included.

    Raises:
        ConfigurationError: It is something else; only its type is told.
    """
    if not isinstance(value, bool):
        msg = f"{argument} takes True or False, not {type(value).__name__}."
        raise ConfigurationError(msg, arguments=(argument,))


def check_instance(argument: str, value: object, kinds: tuple[type, ...]) -> None:
    """Refuse what is none of the kinds that an argument takes.

    Raises:
        ConfigurationError: It is something else; only its type is told.
    """
    if not isinstance(value, kinds):
        wanted = " or a ".join(f"{kind.__name__}(...)" for kind in kinds)
        found = f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
        msg = f"{argument} takes a {wanted}, not {found}."
        raise ConfigurationError(msg, arguments=(argument,))


def check_callback(value: object) -> None:
    """Refuse an `on_rotation` that is neither a function nor None.

    Raises:
        ConfigurationError: It is something else.
    """
    if value is not None and not callable(value):
        msg = "on_rotation takes a function of the new refresh token, or None."
        raise ConfigurationError(msg, arguments=("on_rotation",))
