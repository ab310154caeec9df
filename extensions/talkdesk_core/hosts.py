"""Hosts that a connection can be made to, as far as that can be seen without asking anybody."""

import ipaddress
import re

from talkdesk_core import http

__all__ = ["is_host", "is_loopback"]

# Labels of 1 to 63 characters (RFC 1123 section 2.1), with the underscore that names of containers
# have, and the dot that may end a whole name.
_NAME = re.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\.|\Z))+")
_LONGEST_NAME = 254


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_host(host: str) -> bool:
    """Say whether a host is a name that could exist, or an address (IPv6 without brackets).

    What is refused here would fail with errors of the libraries that read it later: a name with an
    empty label, or one that is said to be encoded (``xn--``, RFC 5891) and is not.
    """
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return _is_name(host)
    return True


def _is_name(host: str) -> bool:
    if len(host) > _LONGEST_NAME or not _NAME.fullmatch(host):
        return False
    try:
        # httpx decodes what begins like an encoded name, and refuses what looks like IPv4.
        return bool(http.URL(f"https://{host}").host)
    except (ValueError, http.InvalidURL):
        return False
