"""Who may get a token: the API and nobody else."""

from talkdesk_core import http
from talkdesk_core.errors import ConfigurationError

__all__ = ["check_origin"]


def check_origin(request: http.Request, api: http.URL) -> None:
    """Refuse a request that would carry the token to another scheme, host or port.

    Raises:
        ConfigurationError: It goes elsewhere.
    """
    if not http.same_origin(request.url, api):
        msg = "a request to another host than base_url's was not sent: it would carry the token."
        raise ConfigurationError(msg, arguments=("base_url",))
