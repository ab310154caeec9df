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


def sent(client: Talkdesk, **filters: Any) -> dict[str, str]:  # noqa: ANN401
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
        (
            {"next_time_to_call_end": "2026-03-02T15:00:00+01:00"},
            {"next_time_to_call_end": "2026-03-02T15:00:00+01:00"},
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
        ({"time_to_call": datetime(2026, 3, 2, 15)}, "time_to_call takes an aware datetime"),  # noqa: DTZ001
        ({"time_to_call": "2026-03-02T15:00:00"}, "time_to_call takes a date-time with its offset"),
        ({"time_to_call": "soon, said Ada"}, "time_to_call takes a date or date-time"),
        ({"time_to_call": 5}, "time_to_call takes a date, an aware datetime or a string"),
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


@pytest.mark.parametrize("campaign_id", ["", "  ", ".", "..", None, 1.5, True])
def test_ids_that_would_change_the_path_are_refused(client: Talkdesk, campaign_id: Any) -> None:  # noqa: ANN401
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
            signatures = [
                list(inspect.signature(getattr(kind, method)).parameters.values())
                for kind in (one, other)
            ]
            assert signatures[0] == signatures[1]
            assert inspect.getdoc(getattr(one, method)) == inspect.getdoc(getattr(other, method))
    blocking.close()
