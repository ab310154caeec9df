"""What clients log: one record for each request, that says all but what is secret or personal."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core import errors, http
from talkdesk_core.calls import Call
from talkdesk_core.logs import safe_template
from talkdesk_core.retries import Retries, standard_policy
from tests.core.transport.driving import Connect, Parts, Wired, answers
from tests.core.wire import SECRET, Clock, Wire

EXTRA = (
    "http_method", "path_template", "status_code", "attempt", "request_id", "error_kind",
)  # fmt: skip


def extras(record: logging.LogRecord) -> tuple[object, ...]:
    """Return the fields that a record has on top."""
    return tuple(vars(record)[name] for name in EXTRA)


def records_of(caplog: pytest.LogCaptureFixture, name: str) -> list[logging.LogRecord]:
    """Return the records of a logger."""
    return [record for record in caplog.records if record.name == name]


def test_each_request_has_one_record(connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    """At INFO, with its fields as attributes: token requests, retries and the resend too."""
    caplog.set_level(logging.DEBUG, logger="talkdesk")
    clock = Clock()
    good = http.Response(200, headers={"platform-tid": "tid-1"})
    replies = answers(503, 401, http.ReadTimeout("x"), good)

    def slow(request: http.Request) -> http.Response:
        clock.advance(0.25)
        return replies(request)

    policy = standard_policy(first_wait=1, random=lambda: 1.0)
    connect(Wire(api=slow), clock=clock, retries=Retries(policy)).request(
        "PUT", "/contacts/{contact_id}/notes/{n2}", path_params={"contact_id": "hush", "n2": 7},
        params={"q": "hush"}, json="hush", headers={"X-Own": "hush"},
    )  # fmt: skip
    http_records = records_of(caplog, "talkdesk.http")
    assert {record.levelno for record in http_records} == {logging.INFO}
    template = "/contacts/{contact_id}/notes/{n2}"
    token = ("POST", "(token endpoint)", 200, 1, None, None)
    assert [extras(record) for record in http_records] == [
        token,
        ("PUT", template, 503, 1, None, None),
        ("PUT", template, 401, 2, None, None),
        token,
        ("PUT", template, None, 3, None, "ReadTimeout"),
        ("PUT", template, 200, 4, "tid-1", None),
    ]
    assert vars(http_records[1])["duration"] == pytest.approx(0.25)
    assert http_records[-1].getMessage() == (
        f"PUT {template}: 200 in 0.250 s, attempt 4, request id tid-1"
    )
    assert http_records[0].getMessage() == "POST (token endpoint): 200 in 0.000 s"
    waits = records_of(caplog, "talkdesk.retries")
    assert [record.getMessage() for record in waits] == [
        f"PUT {template}: ServerError 503; attempt 2 follows in 1.000 s",
        f"PUT {template}: APITimeoutError; attempt 3 follows in 2.000 s",
    ]
    ours = [record for record in caplog.records if record.name.startswith("talkdesk")]
    everything = "\n".join(f"{record.getMessage()} {vars(record)}" for record in ours)
    assert not any(hidden in everything for hidden in ("hush", SECRET, "token-1", "Bearer"))


def test_an_operation_is_logged_by_its_template(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """Ids do not show; an operation that states no template shows its words only."""
    caplog.set_level(logging.INFO, logger="talkdesk.http")
    client = connect(Wire())
    read = len
    client.execute(
        Call(
            "a",
            "GET",
            "/campaigns/9f1/things",
            read,
            {"q": "hush"},
            template="/campaigns/{id}/things",
        )
    )
    client.execute(Call("b", "GET", "/campaigns/9f1/things", read))
    client.request("GET", "/contacts/Ada/%7BAda%7D")
    shown = [extras(record)[1] for record in records_of(caplog, "talkdesk.http")]
    assert shown[1:] == ["/campaigns/{id}/things", "/campaigns/{}/things", "/contacts/{}/{}"]


def test_a_request_id_that_is_none_is_not_logged(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """What a server writes freely stays out."""
    caplog.set_level(logging.INFO, logger="talkdesk.http")
    reply = http.Response(200, headers={"platform-tid": "Ada Lovelace"})
    connect(Wire(api=answers(reply))).request("GET", "/x")
    assert "Ada" not in caplog.text
    assert extras(records_of(caplog, "talkdesk.http")[-1])[4] is None


def test_a_body_that_breaks_off_is_one_record(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """With the status that came, and what ended it."""
    caplog.set_level(logging.INFO, logger="talkdesk.http")
    wire = Wire(api=lambda _: http.Response(200, stream=Parts(iter([b"x", http.ReadTimeout("x")]))))
    with pytest.raises(errors.APITimeoutError):
        connect(Wired(wire), retries=0).request("GET", "/x")
    record = records_of(caplog, "talkdesk.http")[-1]
    assert extras(record)[2::3] == (200, "ReadTimeout")
    assert "200, then ReadTimeout" in record.getMessage()


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("/callbacks", "/callbacks"),
        ("/do-not-call-lists/entries", "/do-not-call-lists/entries"),
        ("/record_lists/recordTypes", "/record_lists/recordTypes"),
        ("/v2/contacts", "/v2/contacts"),
        ("/contacts/5b1f", "/contacts/{}"),
        ("/contacts/%2B351910000001", "/contacts/{}"),
        ("/contacts/+351910000001/x", "/contacts/{}/x"),
        ("/contacts/ada@example.test", "/contacts/{}"),
        ("/contacts/Ada", "/contacts/{}"),
        ("/contacts/ada.lovelace", "/contacts/{}"),
        ("/contacts/Ada%20Lovelace", "/contacts/{}"),
        ("/contacts/{id}", "/contacts/{}"),
        ("/x/" + "a" * 200, "/x/{}"),
        ("/x/", "/x/"),
    ],
)
def test_a_path_is_logged_without_what_may_be_an_id(path: str, template: str) -> None:
    """Words of paths stay; ids, numbers and names are replaced, even those that are none."""
    assert safe_template(path) == template


def test_names_in_braces_show_where_there_are_names() -> None:
    """With `path_params` the braces hold what the caller calls a value."""
    assert safe_template("/a/{id}/{n2}/x7", has_names=True) == "/a/{id}/{n2}/{}"
    assert safe_template("/a/{+3519}", has_names=True) == "/a/{}"


@given(st.text())
def test_a_template_shows_no_digit_but_a_versions(segment: str) -> None:
    """For any segment at all."""
    (_, *parts) = safe_template(f"/contacts/{segment}").split("/")
    for part in parts[1:]:
        assert (
            part == "{}"
            or part.replace("-", "").replace("_", "").isalpha()
            or (part == "" or (part[0] == "v" and part[1:].isdigit() and len(part) <= 3))
        )
