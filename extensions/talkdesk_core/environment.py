"""Settings from environment variables.

``TALKDESK_ACCOUNT`` and ``TALKDESK_REGION`` (us, eu, ca), or ``TALKDESK_BASE_URL`` and
``TALKDESK_TOKEN_URL``; ``TALKDESK_CLIENT_ID`` with ``TALKDESK_CLIENT_SECRET``, or with
``TALKDESK_KEY_ID`` and ``TALKDESK_PRIVATE_KEY`` (the key) or ``TALKDESK_PRIVATE_KEY_FILE`` (its
path), for a key of the algorithm ES256. A variable that is empty or blank counts as not set: that
is how CI systems pass what is not configured.
"""

from collections.abc import Mapping
from pathlib import Path

from talkdesk_core.auth import ClientCredentials, Credentials, PrivateKeyJWT, checked_credentials
from talkdesk_core.config import Address
from talkdesk_core.errors import ConfigurationError

__all__ = ["settings_from"]

_CLIENT_ID = "TALKDESK_CLIENT_ID"
_SECRET = "TALKDESK_CLIENT_SECRET"  # noqa: S105 - the name of a variable
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
        ConfigurationError: Variables are missing (the text and `arguments` list exactly which) or
            contradict each other, the private key cannot be used; or `environ` or `auth` is
            something else.
    """
    _check_mapping(environ)
    if auth is None:
        _check_secrets(environ)
    else:
        auth = checked_credentials(auth)
    address = _completed(address, environ)
    missing = _missing(address, needs_token_url=auth is None or auth.needs_token_url)
    if auth is None:
        missing += _missing_credentials(environ)
    if missing:
        raise _lack(missing)
    return address, _credentials(environ) if auth is None else auth


def _lack(missing: tuple[str, ...]) -> ConfigurationError:
    msg = f"missing environment variables: {', '.join(missing)}."
    if "TALKDESK_ACCOUNT" in missing:
        msg += " TALKDESK_BASE_URL with TALKDESK_TOKEN_URL can stand in for TALKDESK_ACCOUNT."
    if _SECRET in missing:
        msg += (
            " TALKDESK_KEY_ID with TALKDESK_PRIVATE_KEY or TALKDESK_PRIVATE_KEY_FILE can stand in "
            f"for {_SECRET}."
        )
    if "TALKDESK_PRIVATE_KEY" in missing:
        msg += " TALKDESK_PRIVATE_KEY_FILE, a path, can stand in for TALKDESK_PRIVATE_KEY."
    return ConfigurationError(msg, arguments=missing)


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


def _set_of(environ: Mapping[str, str], *names: str) -> tuple[str, ...]:
    return tuple(name for name in names if _read(environ, name))


def _check_secrets(environ: Mapping[str, str]) -> None:
    """Refuse two ways to prove the client: nobody could tell which one is meant."""
    found = _set_of(environ, *_KEY_VARIABLES)
    if {"TALKDESK_PRIVATE_KEY", "TALKDESK_PRIVATE_KEY_FILE"} <= set(found):
        msg = "TALKDESK_PRIVATE_KEY and TALKDESK_PRIVATE_KEY_FILE are both set; unset one of them."
        raise ConfigurationError(msg, arguments=found)
    if found and _read(environ, _SECRET):
        msg = (
            f"{_SECRET} and {', '.join(found)} are both set; unset {_SECRET} to sign in with the "
            f"private key, or {', '.join(found)} to sign in with the secret."
        )
        raise ConfigurationError(msg, arguments=(_SECRET, *found))


def _missing_credentials(environ: Mapping[str, str]) -> tuple[str, ...]:
    wanted = [_CLIENT_ID]
    if _set_of(environ, *_KEY_VARIABLES):
        is_file = _read(environ, "TALKDESK_PRIVATE_KEY_FILE")
        wanted += ["TALKDESK_KEY_ID", *([] if is_file else ["TALKDESK_PRIVATE_KEY"])]
    else:
        wanted.append(_SECRET)
    return tuple(name for name in wanted if not _read(environ, name))


def _credentials(environ: Mapping[str, str]) -> Credentials:
    """Return what the variables describe, none of which is missing."""
    client_id = environ[_CLIENT_ID]
    if not _set_of(environ, *_KEY_VARIABLES):
        return ClientCredentials(client_id, environ[_SECRET])
    file = _read(environ, "TALKDESK_PRIVATE_KEY_FILE")
    return PrivateKeyJWT(
        client_id,
        key_id=environ["TALKDESK_KEY_ID"],
        private_key=Path(file) if file else environ["TALKDESK_PRIVATE_KEY"],
    )
