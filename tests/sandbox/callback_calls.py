"""How tests write callbacks, and what they hold a refusal to."""

import httpx

from tests.sandbox.caller import JsonObject
from tests.sandbox.document import EffectiveDocument

PATH = "/schedule-callbacks"
FINISHED = {"EXHAUSTED", "SUCCESS", "CANCELED", "INVALID_NUMBER"}


def request_body(**changes: object) -> JsonObject:
    """Return the body of a request for a callback; None leaves a member out."""
    body: JsonObject = {
        "interaction_id": "",
        "caller_id": "+12025550100",
        "time_to_call": "2026-05-04T15:00:00Z",
        "timezone": "Europe/Lisbon",
        "assign_type": "ANY_ELIGIBLE_AGENT",
        "from_call_type": "API",
        "dialing_model": "PREVIEW",
        "phone_number": "+12125550147",
        **changes,
    }
    return {name: value for name, value in body.items() if value is not None}


def create(client: httpx.Client, **changes: object) -> JsonObject:
    """Schedule a callback and return the reply's body."""
    reply = client.post(PATH, json=request_body(**changes))
    assert reply.status_code == 201, reply.text
    body: JsonObject = reply.json()
    return body


def shown(client: httpx.Client, callback_id: str) -> JsonObject:
    """Return a callback by its id."""
    reply = client.get(f"{PATH}/{callback_id}")
    assert reply.status_code == 200, reply.text
    body: JsonObject = reply.json()
    return body


def operation(path: str, value: object) -> JsonObject:
    """Return a replacement."""
    return {"op": "replace", "path": path, "value": value}


def patch(client: httpx.Client, callback_id: str, *operations: JsonObject) -> httpx.Response:
    """Send a patch."""
    return client.patch(f"{PATH}/{callback_id}", json=operations)


def refused_fields(
    reply: httpx.Response, status: int, document: EffectiveDocument
) -> dict[str, str]:
    """Return what is wrong with each field, of a refusal that is valid by the document."""
    assert reply.status_code == status, reply.text
    body: JsonObject = reply.json()
    assert document.faults("Error", body) == []
    assert body["code"] == {400: "bad_request", 404: "not_found", 409: "conflict"}[status]
    return {each["name"]: each["description"] for each in body.get("fields", ())}
