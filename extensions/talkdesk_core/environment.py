"""Settings from environment variables.

``TALKDESK_ACCOUNT`` and ``TALKDESK_REGION`` (us, eu, ca), or ``TALKDESK_BASE_URL`` and
``TALKDESK_TOKEN_URL``; ``TALKDESK_CLIENT_ID`` and ``TALKDESK_CLIENT_SECRET``. A variable that is
empty or blank counts as not set: that is how CI systems pass what is not configured.
"""

from collections.abc import Mapping

from talkdesk_core.auth import ClientCredentials, Credentials, checked_credentials
from talkdesk_core.config import Address
from talkdesk_core.errors import ConfigurationError

__all__ = ["settings_from"]

_KEY_VARIABLES = ("TALKDESK_KEY_ID", "TALKDESK_PRIVATE_KEY", "TALKDESK_PRIVATE_KEY_FILE")


def settings_from(
    environ: Mapping[str, str], *, address: Address, auth: Credentials | None
) -> tuple[Address, Credentials]:
    """Complete what was given as arguments from the environment.

    An argument wins over its variable. An address wins as a whole: with an account or region given,
    the variables with URLs do not count, and with a URL given ``TALKDESK_REGION`` does not.

    Args:
        environ: The environment.
        address: The address settings given as arguments.
        auth: The credentials given as an argument; with them no variable about credentials is read.

    Raises:
        ConfigurationError: Variables are missing (the text and `arguments` list exactly which),
            contradict each other, or ask for private-key authentication; or `environ` or `auth`
            is something else.
    """
    _check_mapping(environ)
    if auth is None:
        _refuse_private_key(environ)
    else:
        auth = checked_credentials(auth)
    client_id = _read(environ, "TALKDESK_CLIENT_ID")
    secret = _read(environ, "TALKDESK_CLIENT_SECRET")
    address = _completed(address, environ)
    missing = _missing(address, needs_token_url=auth is None or auth.needs_token_url)
    if auth is None:
        if client_id and secret and not missing:
            return address, ClientCredentials(client_id, secret)
        pairs = {"TALKDESK_CLIENT_ID": client_id, "TALKDESK_CLIENT_SECRET": secret}
        missing += tuple(name for name, value in pairs.items() if not value)
    elif not missing:
        return address, auth
    msg = f"missing environment variables: {', '.join(missing)}."
    if "TALKDESK_ACCOUNT" in missing:
        msg += " TALKDESK_BASE_URL with TALKDESK_TOKEN_URL can stand in for TALKDESK_ACCOUNT."
    raise ConfigurationError(msg, arguments=missing)


def _check_mapping(environ: object) -> None:
    if not isinstance(environ, Mapping):
        msg = (
            f"environ takes a mapping of strings, such as os.environ, not {type(environ).__name__}."
        )
        raise ConfigurationError(msg, arguments=("environ",))


def _read(environ: Mapping[str, object], name: str) -> str | None:
    value = environ.get(name, "")
    if not isinstance(value, str):
        msg = f"{name} in environ is a {type(value).__name__}; variables are strings."
        raise ConfigurationError(msg, arguments=(name,))
    return value if value.strip() else None


def _completed(given: Address, environ: Mapping[str, str]) -> Address:
    by_name = bool(given.account or given.region)
    by_url = bool(given.base_url or given.token_url)
    return Address(
        account=given.account or _read(environ, "TALKDESK_ACCOUNT"),
        region=given.region or (None if by_url else _read(environ, "TALKDESK_REGION")),
        base_url=given.base_url or (None if by_name else _read(environ, "TALKDESK_BASE_URL")),
        token_url=given.token_url or (None if by_name else _read(environ, "TALKDESK_TOKEN_URL")),
    )


def _missing(address: Address, *, needs_token_url: bool) -> tuple[str, ...]:
    if address.base_url:
        return ("TALKDESK_TOKEN_URL",) if needs_token_url and not address.token_url else ()
    if address.token_url:
        return ("TALKDESK_BASE_URL",)
    if address.account or (address.region and not needs_token_url):
        return ()
    return ("TALKDESK_ACCOUNT",)


def _refuse_private_key(environ: Mapping[str, str]) -> None:
    found = tuple(name for name in _KEY_VARIABLES if _read(environ, name))
    if {"TALKDESK_PRIVATE_KEY", "TALKDESK_PRIVATE_KEY_FILE"} <= set(found):
        msg = "TALKDESK_PRIVATE_KEY and TALKDESK_PRIVATE_KEY_FILE are both set; unset one of them."
        raise ConfigurationError(msg, arguments=found)
    if found and not _read(environ, "TALKDESK_CLIENT_SECRET"):
        msg = (
            f"{', '.join(found)} is set, but authentication with a private key is not available in "
            "this version. Set TALKDESK_CLIENT_ID and TALKDESK_CLIENT_SECRET."
        )
        raise ConfigurationError(msg, arguments=found)
