"""How a client proves who it is: the descriptions that users make, without I/O.

Each client binds a description to its own hosts. A description of a client (`ClientCredentials`,
`PrivateKeyJWT`, `OpaqueToken`) may serve many clients, and each keeps the tokens it fetched to
itself; a description of a user's login (`AuthorizationCode`, `RefreshToken`) may too, but keeps its
tokens itself, because what it holds can be spent once only. Descriptions show no secret when they
are printed.

This module loads none of what sends, waits or signs; that is loaded when it is first used.
"""

from talkdesk_core.auth.authorization_code import AuthorizationCode
from talkdesk_core.auth.authorization_request import AuthorizationRequest
from talkdesk_core.auth.client_credentials import ClientCredentials
from talkdesk_core.auth.credentials import Credentials, checked_credentials
from talkdesk_core.auth.opaque_token import OpaqueToken
from talkdesk_core.auth.private_key_jwt import PrivateKeyJWT
from talkdesk_core.auth.refresh_token import RefreshToken
from talkdesk_core.auth.static_token import StaticToken

__all__ = [
    "AuthorizationCode",
    "AuthorizationRequest",
    "ClientCredentials",
    "Credentials",
    "OpaqueToken",
    "PrivateKeyJWT",
    "RefreshToken",
    "StaticToken",
    "checked_credentials",
]
