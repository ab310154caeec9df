"""Successful replies whose body is not what is due."""

from __future__ import annotations

import json
from collections.abc import Mapping

from talkdesk_core.errors import ResponseDecodeError
from tests.faults.fault import Fault, Gives, Raises
from tests.faults.rows.shapes import final
from tests.faults.steps import CLOSE, Send
from tests.faults.wire_text import NAME, PHONE, answer, callback, http

__all__ = ["FAULTS", "TITLE"]

TITLE = "Bodies"

_BODY = json.dumps(callback()).encode()
_RIGHT = Gives("cb-1")
_NO_JSON = {"expected": "JSON", "path": "$", "got": "a body that is not JSON"}


def _right(name: str, body: bytes, *fields: str, start: str = "200 OK", note: str = "") -> Fault:
    return final(name, answer(start, body, *fields), _RIGHT, call="get", note=note)


def _wrong(name: str, body: bytes, attributes: Mapping[str, object]) -> Fault:
    gets = Raises(ResponseDecodeError, {**attributes, "body": body})
    return final(name, answer("200 OK", body), gets, call="get")


FAULTS = (
    _right("201 for 200", _BODY, start="201 Created"),
    _right("202 for 200", _BODY, start="202 Accepted"),
    _right("206 for 200", _BODY, start="206 Partial Content", note="any 2xx is success"),
    _right("a byte order mark", b"\xef\xbb\xbf" + _BODY),
    _right("UTF-16", _BODY.decode().encode("utf-16")),
    _right("a media type that is not JSON's", _BODY, "Content-Type: text/html"),
    _right("a charset that is a lie", _BODY, "Content-Type: application/json; charset=utf-7"),
    _right("blanks before and after", b"\r\n\t " + _BODY + b"\n\n"),
    _right(
        "a member twice",
        b'{"callback_id": "cb-0", "callback_id": "cb-1"}',
        note="the last one counts",
    ),
    _right("members that nobody knows", b'{"callback_id": "cb-1", "mood": {"a": [null]}}'),
    _wrong("200 with nothing", b"", {**_NO_JSON, "got": "an empty body"}),
    _wrong("blanks alone", b" \n", {**_NO_JSON, "got": "an empty body"}),
    _wrong("null", b"null", {"expected": "object", "path": "$", "got": "null"}),
    _wrong("an array for an object", b"[]", {"expected": "object", "path": "$", "got": "array"}),
    _wrong("a text for an object", f'"{NAME}"'.encode(), {"path": "$", "got": "string"}),
    _wrong(
        "a member of a wrong type",
        b'{"callback_id": "cb-1", "phone_number": %b}' % PHONE[1:].encode(),
        {"expected": "string", "path": "$.phone_number", "got": "number", "model": "Callback"},
    ),
    _wrong("half of the body", _BODY[: len(_BODY) // 2], _NO_JSON),
    _wrong("NaN", b'{"callback_id": "cb-1", "priority": NaN}', _NO_JSON),
    _wrong("a comma too many", _BODY[:-1] + b",}", _NO_JSON),
    _wrong("two objects", _BODY + _BODY, _NO_JSON),
    _wrong("text that is not UTF-8", _BODY.replace(b"Grace", b"Gr\xe2ce"), _NO_JSON),
    _wrong(
        "objects in objects, 100,000 deep",
        b'{"x":' * 100_000,
        {"got": "a body that is nested more deeply than Python can follow"},
    ),
    final(
        "200 with a body where 204 is due", answer("200 OK", _BODY), Gives("done"), call="cancel"
    ),
    final("200 with nothing where 204 is due", answer("200 OK"), Gives("done"), call="cancel"),
    final(
        "204 with a body",
        (Send(http("204 No Content", _BODY)), CLOSE),
        Gives("done"),
        call="cancel",
        note="a 204 ends with its header; what follows is dropped with the connection",
    ),
)
