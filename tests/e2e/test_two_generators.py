"""The client's models and the pydantic schemas come from two generators and read alike."""

from __future__ import annotations

from talkdesk_client.models import CallbackPage
from talkdesk_schemas import models as schemas
from tests.client.payloads.canonical import canonical
from tests.e2e.conftest import Twin


def test_both_read_every_page_alike_and_lose_nothing(twin: Twin) -> None:
    """Reading and writing a reply gives it back, by either model."""
    for number in (1, 2, 3):
        params = {"page": number, "per_page": 90}
        reply = twin.result(twin.client.request("GET", "/schedule-callbacks", params=params))
        sent = canonical("CallbackPage", reply.json())
        read = CallbackPage.from_json(reply.content)
        assert canonical("CallbackPage", read.to_dict()) == sent
        page = schemas.CallbackPage.model_validate_json(reply.content, strict=True)
        assert canonical("CallbackPage", page.model_dump(mode="json", by_alias=True)) == sent
