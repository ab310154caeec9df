"""Arguments are checked before anything is sent, and sent as the document has them."""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from talkdesk_client import UNSET, ArgumentError, AsyncTalkdesk, StaticToken, Talkdesk
from talkdesk_client.models import CallbackStatus
from talkdesk_core import http

SENT: list[http.Request] = []


def record(request: http.Request) -> http.Response:
    """Keep the request, and answer with an empty page."""
    SENT.append(request)
    return http.Response(200, json={"total": 0, "total_pages": 0, "_embedded": {"callbacks": []}})


@pytest.fixture
def client() -> Talkdesk:
    """Return a client whose requests are recorded."""
    SENT.clear()
    return Talkdesk(region="us", auth=StaticToken("t"), transport=http.MockTransport(record))


def sent(client: Talkdesk, **filters: Any) -> dict[str, str]:
    """List with filters, and return the query that was sent."""
    assert list(client.callbacks.list(**filters)) == []
    (request,) = SENT
    return dict(request.url.params)


def test_what_is_not_given_is_not_sent_but_the_page_is(client: Talkdesk) -> None:
    """A pager always says which page, and asks for pages of the documented maximum."""
    assert sent(client, agent_id=UNSET) == {"page": "1", "per_page": "500"}
    assert SENT[0].url.path == "/schedule-callbacks"


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        ({"status": CallbackStatus.SUCCESS}, {"status": "SUCCESS"}),
        ({"status": "SUCCESS"}, {"status": "SUCCESS"}),
        ({"phone_number": "+1 202&x=1"}, {"phone_number": "+1 202&x=1"}),
        ({"time_to_call": date(2026, 3, 2)}, {"time_to_call": "2026-03-02"}),
        (
            {"time_to_call": datetime(2026, 3, 2, 15, tzinfo=timezone(timedelta(hours=-5)))},
            {"time_to_call": "2026-03-02T20:00:00Z"},
        ),
        (
            {"time_to_call": datetime(2026, 3, 2, 15, 0, 0, 500, tzinfo=UTC)},
            {"time_to_call": "2026-03-02T15:00:00.000500Z"},
        ),
        *(
            ({"next_time_to_call_end": given}, {"next_time_to_call_end": given})
            for given in (
                "2026-03-02",
                "2024-02-29",
                "2026-03-02T15:00:00+01:00",
                "2026-03-02t15:00:00z",
                "2026-03-02T15:00:00.123456789-00:00",
                "2026-06-30T23:59:60Z",
                "2026-07-01T01:59:60+02:00",
                "0001-01-01T00:00:00+23:59",
            )
        ),
    ],
)
def test_values_are_sent_as_the_document_has_them(
    client: Talkdesk, filters: dict[str, Any], query: dict[str, str]
) -> None:
    """Enums by their value, times by RFC 3339 in UTC, strings whole."""
    assert sent(client, **filters) == {"page": "1", "per_page": "500", **query}


@pytest.mark.parametrize(
    ("filters", "complaint"),
    [
        ({"per_page": 0}, "per_page takes 1 to 500"),
        ({"per_page": 501}, "per_page takes 1 to 500"),
        ({"per_page": "50"}, "per_page takes an integer, not str"),
        ({"page": True}, "page takes an integer, not bool"),
        ({"limit": -1}, "limit takes 0 or more"),
        ({"agent_id": ""}, "agent_id takes a string that is not empty"),
        ({"agent_id": None}, "agent_id takes a string, not NoneType; leave the argument out"),
        ({"agent_id": 12025550143}, "agent_id takes a string, not int"),
        ({"time_to_call": datetime(2026, 3, 2, 15)}, "time_to_call takes an aware datetime"),
        ({"time_to_call": "2026-03-02T15:00:00"}, "time_to_call takes a date-time with its offset"),
        ({"time_to_call": "soon, said Ada"}, "time_to_call takes a date or date-time"),
        ({"time_to_call": 5}, "time_to_call takes a date, an aware datetime or a string"),
        (
            {"time_to_call": datetime.min.replace(tzinfo=timezone(timedelta(hours=1)))},
            "time_to_call takes a datetime from year 1 to 9999 in UTC",
        ),
        (
            {"time_to_call": datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))},
            "time_to_call takes a datetime from year 1 to 9999 in UTC",
        ),
    ],
)
def test_bad_arguments_are_refused_at_once(
    client: Talkdesk, filters: dict[str, Any], complaint: str
) -> None:
    """The error comes from the call itself, names the argument, and quotes no personal value."""
    with pytest.raises(ArgumentError) as caught:
        client.callbacks.list(**filters)
    assert complaint in str(caught.value)
    assert caught.value.argument == next(iter(filters))
    assert not SENT
    assert "12025550143" not in str(caught.value)
    assert "Ada" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        "", "20260302", "2026-W10-1", "2026-W10", "2026-061", "2026-03", "2026-02-29", "2026-13-01",
        "0000-01-01", "2026-03-02 ", "2026-03-02X15:00:00Z", "2026-03-02 15:00:00Z",
        "2026-03-02T15Z", "2026-03-02T15:00Z", "2026-03-02T15+00", "20260302T150000Z",
        "2026-03-02T15:00:00+00", "2026-03-02T15:00:00+0000", "2026-03-02T15:00:00+00:00:30",
        "2026-03-02T15:00:00+24:00", "2026-03-02T15:00:00,5Z", "2026-03-02T15:00:00.Z",
        "2026-03-02T24:00:00Z", "2026-03-02T15:60:00Z", "2026-03-02T15:00:61Z",
        "2026-03-02T15:00:60Z", "2026-02-29T15:00:00Z", "2026-03-02T15:00:00Z\n",
        "\u0662026-03-02", "2026-03-02T15:00:0\u0663Z",
    ],
)  # fmt: skip
def test_a_string_that_is_no_time_of_rfc_3339_is_refused(client: Talkdesk, given: str) -> None:
    """Other notations of ISO 8601 and days that no calendar has are not sent."""
    with pytest.raises(ArgumentError, match=r"^time_to_call takes a date or date-time by RFC 3339"):
        client.callbacks.list(time_to_call=given)
    assert not SENT


@pytest.mark.parametrize("campaign_id", ["", "  ", ".", "..", None, 1.5, True])
def test_ids_that_would_change_the_path_are_refused(client: Talkdesk, campaign_id: Any) -> None:
    """An empty id would ask for the list, and dots for another path."""
    with pytest.raises(ArgumentError, match=r"^id takes"):
        client.campaigns.get(campaign_id)
    assert not SENT


def test_sync_and_async_have_the_same_methods() -> None:
    """Names, arguments and documentation are the same; only `await` differs."""
    blocking = Talkdesk(region="us", auth=StaticToken("t"))
    waiting = AsyncTalkdesk(region="us", auth=StaticToken("t"))
    resources: list[tuple[type[object], type[object]]] = [
        (type(blocking.callbacks), type(waiting.callbacks)),
        (type(blocking.campaigns), type(waiting.campaigns)),
    ]
    for one, other in resources:
        methods = [method for method in vars(one) if not method.startswith("_")]
        assert methods
        assert methods == [method for method in vars(other) if not method.startswith("_")]
        for method in methods:
            found = getattr(one, method), getattr(other, method)
            assert type(found[0]) is type(found[1])
            if inspect.isfunction(found[0]):  # and no property
                signatures = [list(inspect.signature(each).parameters.values()) for each in found]
                assert signatures[0] == signatures[1]
            assert inspect.getdoc(getattr(one, method)) == inspect.getdoc(getattr(other, method))
    blocking.close()
