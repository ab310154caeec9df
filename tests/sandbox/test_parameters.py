"""A query that breaks the document's bounds is refused, and the reply names each parameter."""

import httpx
import pytest

from tests.sandbox.document import EffectiveDocument

PATH = "/schedule-callbacks"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("page=0", ["page"]),
        ("page=-1", ["page"]),
        ("page=99999999999999999999999999", ["page"]),
        ("page=2147483648", ["page"]),
        ("page=", ["page"]),
        ("page=two", ["page"]),
        ("page=2.0", ["page"]),
        ("page=1_0", ["page"]),
        ("page=%201", ["page"]),
        ("page=%D9%A1", ["page"]),
        ("page=null", ["page"]),
        ("per_page=0", ["per_page"]),
        ("per_page=501", ["per_page"]),
        ("per_page=true", ["per_page"]),
        ("time_to_call=", ["time_to_call"]),
        ("time_to_call=0.5", ["time_to_call"]),
        ("time_to_call=1700000000", ["time_to_call"]),
        ("time_to_call=20260302", ["time_to_call"]),
        ("time_to_call=2026-02-30", ["time_to_call"]),
        ("time_to_call=2026-03-02T10:00:00", ["time_to_call"]),
        ("time_to_call=2026-03-02%2010:00:00Z", ["time_to_call"]),
        ("time_to_call=2026-03-02T10:00Z", ["time_to_call"]),
        ("time_to_call=2026-03-02T10:00:00+01:00", ["time_to_call"]),  # a blank on the wire
        ("next_time_to_call_end=tomorrow", ["next_time_to_call_end"]),
        ("next_time_to_call_end=2026-03-02T24:00:00Z", ["next_time_to_call_end"]),
        ("start_time=now", ["start_time"]),
        ("end_time=", ["end_time"]),
        ("end_time=2026-03-02&start_time=2026-03", ["start_time"]),
        ("status=SUCCESS&status=SUCCESS", ["status"]),
        ("queue=a&queue=b&team_id=a&team_id=a", ["queue", "team_id"]),
        ("page=1&page=2", ["page"]),
        ("per_page=999&page=0&status=A&status=B", ["page", "per_page", "status"]),
    ],
)
def test_a_bad_parameter_is_named(
    query: str, names: list[str], client: httpx.Client, document: EffectiveDocument
) -> None:
    """The reply is a 400 in the document's shape, with each parameter at fault once."""
    reply = client.get(f"{PATH}?{query}")
    assert reply.status_code == 400
    body = reply.json()
    assert document.faults("Error", body) == []
    assert [field["name"] for field in body["fields"]] == names
    assert all(field["description"] for field in body["fields"])


@pytest.mark.parametrize(
    "query",
    [
        "page=1",
        "page=501",
        "page=2147483647",
        "page=007",
        "per_page=1",
        "per_page=500",
        "phone_number=" + "1" * 400,
        "record_id=" + "a" * 400,
        "status=" + "A" * 400,
        "time_to_call=2026-03-02T10:00:00." + "0" * 400 + "Z",
        "start_time=2026-03-03&end_time=2026-03-02",
        "time_to_call=2024-02-29",
        "time_to_call=2026-03-02t10:00:00z",
        "time_to_call=2026-03-02T10:00:00%2B01:00",
        "time_to_call=2026-03-02T10:00:00.12345678901234Z",
        "next_time_to_call_end=2016-12-31T23:59:60Z",
    ],
)
def test_a_value_at_a_bound_is_taken(query: str, client: httpx.Client) -> None:
    """Bounds belong to what they bound; no length and no page number has one (A-5, A-24)."""
    assert client.get(f"{PATH}?{query}").status_code == 200


def test_a_refusal_does_not_repeat_what_was_sent(client: httpx.Client) -> None:
    """A phone number in a faulty query does not come back."""
    number = "+12025550123" * 4
    reply = client.get(PATH, params={"phone_number": number, "time_to_call": number})
    assert reply.status_code == 400
    assert "2025550123" not in reply.text
