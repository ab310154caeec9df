"""Judges requests and replies by the effective document, with openapi-core.

A judge knows nothing of the client or the sandbox: it reads `generated/openapi.yaml` and looks at
what goes over the wire. Its texts name places and rules, never values, which may be personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import yaml
from jsonschema.exceptions import ValidationError as BrokenRule
from jsonschema_path import SchemaPath
from openapi_core import V31RequestValidator, V31ResponseValidator
from openapi_core.datatypes import RequestParameters
from openapi_core.security.exceptions import SecurityProviderError
from openapi_core.security.factories import SecurityProviderFactory
from openapi_core.security.providers import BaseProvider
from openapi_core.templating.paths.exceptions import OperationNotFound, PathError, PathNotFound
from openapi_core.templating.responses.exceptions import ResponseNotFound
from openapi_core.validation.request.exceptions import ParameterValidationError
from openapi_core.validation.schemas.exceptions import InvalidSchemaValue
from werkzeug.datastructures import Headers, ImmutableMultiDict

DOCUMENT = Path(__file__).parents[2] / "generated" / "openapi.yaml"

# A sandbox listens on another port each time. The document that judges has this server alone, and
# every request is judged as if it had gone there, so that one judge does for all sandboxes.
_SERVER = "http://sandbox"

EXEMPT = {
    HTTPStatus.IM_A_TEAPOT: "a fault that a test asked for",
    HTTPStatus.TOO_MANY_REQUESTS: "a fault that a test asked for",
}
"""Statuses that no operation documents, and why a reply may have them all the same.

Those from 500 on are exempt too: they are faults that a test asked for.
"""


DATES = (
    *("next_time_to_call_end", "time_to_call", "start_time", "end_time"),
    *("created_at_from", "created_at_to"),
)
"""Parameters that may be a date too: the document has the date-time that the members are, and a
user of the client may choose. The vendor's page types two of them as dates (A-23)."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Judge:
    """Tells what is wrong with requests and replies. What was good once is not looked at again.

    Args:
        document: An OpenAPI 3.1 document.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        spec = SchemaPath.from_dict({**document, "servers": [{"url": _SERVER}]})
        self._requests = V31RequestValidator(spec, security_provider_factory=_Security())
        self._replies = V31ResponseValidator(spec)
        # One listing is read by hundreds of tests: digests of what was found to be good.
        self._good: set[bytes] = set()

    def request_faults(self, request: httpx.Request) -> list[str]:
        """Return what is wrong with a request: path, method, token, parameters, body."""
        sent = _Sent(request)
        digest = sent.digest()
        if digest in self._good:
            return []
        faults = [each for error in self._requests.iter_errors(sent) for each in _say(error)]
        if not faults:
            self._good.add(digest)
        return faults

    def reply_faults(
        self, request: httpx.Request, status: int, headers: httpx.Headers, body: bytes
    ) -> list[str]:
        """Return what is wrong with a reply: status, content type, headers, body.

        Args:
            request: What the reply is to.
            status: Its status.
            headers: Its headers.
            body: Its whole body.
        """
        sent, received = _Sent(request), _Received(status, headers, body)
        digest = received.digest(sent, request.url.netloc)
        if digest in self._good:
            return []
        faults = self._look_at(sent, received)
        if not faults:
            self._good.add(digest)
        return faults

    def _look_at(self, sent: _Sent, received: _Received) -> list[str]:
        status = received.status_code
        errors = list(self._replies.iter_errors(sent, received))
        if any(isinstance(error, PathNotFound) for error in errors):
            return [] if status == HTTPStatus.NOT_FOUND else ["no such path: the status is not 404"]
        if any(isinstance(error, OperationNotFound) for error in errors):
            right = status == HTTPStatus.METHOD_NOT_ALLOWED
            return [] if right else ["no such method: the status is not 405"]
        if any(isinstance(error, ResponseNotFound) for error in errors) and (
            status in EXEMPT or status >= HTTPStatus.INTERNAL_SERVER_ERROR
        ):
            return []
        faults = [each for error in errors for each in _say(error)]
        # openapi-core does not look at the body of a reply that has none by the document.
        if status == HTTPStatus.NO_CONTENT and received.data:
            faults.append("body: there is one")
        return faults


@cache
def effective_judge() -> Judge:
    """Return the judge by the effective document, the same each time: it takes a while to make."""
    return Judge(yaml.safe_load(DOCUMENT.read_text(encoding="utf-8")))


class _Sent:
    """A request as openapi-core wants to see it."""

    def __init__(self, request: httpx.Request) -> None:
        self.host_url = _SERVER
        # The path as it was sent: an escaped slash is a part of an id.
        self.path = request.url.raw_path.partition(b"?")[0].decode("ascii")
        self.method = request.method.lower()
        self.body: bytes | None = request.content or None
        self.content_type: str = request.headers.get("Content-Type", "")
        query = parse_qs(request.url.query.decode("ascii"), keep_blank_values=True)
        for name in DATES:
            if name in query:
                query[name] = [
                    _DATE.sub(r"\g<0>T00:00:00Z", each) if _DATE.fullmatch(each) else each
                    for each in query[name]
                ]
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(query), header=Headers(list(request.headers.items()))
        )
        self._target = request.url.raw_path

    def digest(self) -> bytes:
        """Return what stands for all that is judged of the request."""
        kind = self.parameters.header.get("Authorization", "").partition(" ")[0]
        body = self.body or b""
        return _digest("request", self.method, self._target, kind, self.content_type, body)


class _Received:
    """A reply as openapi-core wants to see it."""

    def __init__(self, status: int, headers: httpx.Headers, body: bytes) -> None:
        self.status_code = status
        self.headers = Headers(list(headers.items()))
        self.content_type: str = headers.get("Content-Type", "")
        self.data: bytes | None = body or None

    def digest(self, sent: _Sent, authority: bytes) -> bytes:
        """Return what stands for all that is judged of the reply to a request.

        Sandboxes listen on other ports, and their links differ in nothing else.
        """
        names = " ".join(sorted({name.lower() for name, _ in self.headers}))
        body = (self.data or b"").replace(authority, b"")
        shown = (str(self.status_code), names, self.content_type, body)
        return _digest("reply", sent.method, sent.path, *shown)


def _digest(*parts: str | bytes) -> bytes:
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.digest()


class _Bearer(BaseProvider):
    """Looks for a token, which openapi-core alone does not do for OAuth 2.0."""

    def __call__(self, parameters: RequestParameters) -> str:
        kind, _, token = parameters.header.get("Authorization", "").partition(" ")
        if kind != "Bearer" or not token:
            msg = "there is no bearer token"
            raise SecurityProviderError(msg)
        return token


class _Security(SecurityProviderFactory):
    PROVIDERS = {**SecurityProviderFactory.PROVIDERS, "oauth2": _Bearer}  # noqa: RUF012  (theirs)


def _say(error: Exception) -> Iterator[str]:
    """Yield the place and the rule of each fault of an error, without any value."""
    kind = type(error).__name__
    where = f"{kind}: "
    if isinstance(error, ParameterValidationError):
        where += f"{error.location} parameter {error.name}: "
    cause = error.__cause__
    if isinstance(cause, InvalidSchemaValue):
        for each in cause.schema_errors:
            rule = each.validator if isinstance(each, BrokenRule) else type(each).__name__
            place = each.json_path if isinstance(each, BrokenRule) else "$"
            yield f"{where}{place} breaks `{rule}`"
    elif isinstance(error, PathError):
        yield f"{kind}: the document has no such path or method"
    else:
        yield where + ("not as documented" if cause is None else type(cause).__name__)
