"""The client's models and the pydantic schemas come from two generators and read alike."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from talkdesk_client.models import CallbackPage
from talkdesk_schemas import models as schemas
from tests.e2e.conftest import Twin

if TYPE_CHECKING:
    from generator.json_data import Json


def canonical(value: Json) -> object:
    """Write times in one way, so that `…00.000Z` equals `…00Z`."""
    if isinstance(value, dict):
        return {key: canonical(item) for key, item in value.items()}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value):
        return datetime.fromisoformat(value)
    return value


def test_both_read_every_page_alike_and_lose_nothing(twin: Twin) -> None:
    """Reading and writing a reply gives it back, by either model."""
    for number in (1, 2, 3):
        params = {"page": number, "per_page": 90}
        reply = twin.result(twin.client.request("GET", "/schedule-callbacks", params=params))
        sent = canonical(reply.json())
        assert canonical(CallbackPage.from_json(reply.content).to_dict()) == sent
        page = schemas.CallbackPage.model_validate_json(reply.content, strict=True)
        assert canonical(page.model_dump(mode="json", by_alias=True)) == sent
