"""Body models: strict when made, strict when sent, and made again from what they write."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any, Self

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkdesk_core import bodies
from talkdesk_core import writing as w
from talkdesk_core.enums import OpenStrEnum
from talkdesk_core.errors import ArgumentError
from talkdesk_core.unset import UNSET, Unset


class Mode(OpenStrEnum):
    """Documented words."""

    FAST = "FAST"
    SLOW = "SLOW"


@attrs.define(kw_only=True, repr=False, weakref_slot=False)
class Agent:
    """A part of a body; the document lets it hold further members, which are numbers."""

    identity: str
    deputy: Agent | Mapping[str, Any] | Unset | None = UNSET
    additional_properties: dict[str, Any] = attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _AGENT.write(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make one from JSON data."""
        return cls(**_AGENT.arguments(data))

    def to_dict(self) -> dict[str, Any]:
        """Write it as JSON data."""
        return _AGENT.write(self)


_AGENT = bodies.Members(
    "Agent",
    bodies.Member("identity", "id", w.Text(min_length=1), required=True),
    # Each form is the same, so that a reader that tries all of them at each level would never end.
    bodies.Member(
        "deputy", "deputy", w.Nullable(w.Either(w.Model(lambda: Agent), w.Model(lambda: Agent)))
    ),
    extra=w.Integer(),
)


@attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CampaignCreate:
    """A body as it is generated; the document says nothing about further members."""

    name: str
    start_at: datetime.datetime | str | Unset = UNSET
    days: list[datetime.date | str] | Unset = UNSET
    mode: Mode | str | Unset = UNSET
    note: str | Unset | None = UNSET
    agents: list[Agent | Mapping[str, Any]] | Unset = UNSET
    additional_properties: dict[str, Any] = attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _CAMPAIGN.write(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make one from JSON data."""
        return cls(**_CAMPAIGN.arguments(data))

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Make one from JSON text."""
        return cls.from_dict(bodies.parsed(content))

    def to_dict(self) -> dict[str, Any]:
        """Write it as JSON data."""
        return _CAMPAIGN.write(self)


_CAMPAIGN = bodies.Members(
    "CampaignCreate",
    bodies.Member("name", "name", w.Text(max_length=80), required=True),
    bodies.Member("start_at", "startAt", w.Moment()),
    bodies.Member("days", "days", w.Array(w.Day())),
    bodies.Member("mode", "mode", w.Choice(Mode)),
    bodies.Member("note", "note", w.Nullable(w.Text())),
    bodies.Member("agents", "agents", w.Array(w.Model(lambda: Agent))),
)
BODY = w.Model(lambda: CampaignCreate)

# The first values of a fresh checkout are slow: Hypothesis collects constants of the project then.
patient = settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
AGENTS = st.recursive(
    st.builds(Agent, identity=TEXT),
    lambda inner: st.builds(
        Agent,
        identity=TEXT,
        deputy=inner | st.none() | st.just(UNSET),
        additional_properties=st.dictionaries(TEXT.map("x-{}".format), st.integers(), max_size=2),
    ),
    max_leaves=4,
)
TIMES = st.datetimes(
    datetime.datetime(1900, 1, 1),
    timezones=st.just(datetime.UTC),
)
CAMPAIGNS = st.builds(
    CampaignCreate,
    name=TEXT,
    start_at=TIMES | st.just(UNSET),
    days=st.lists(st.dates(), max_size=3) | st.just(UNSET),
    mode=st.sampled_from([Mode.FAST, Mode.SLOW, UNSET]),
    note=TEXT | st.none() | st.just(UNSET),
    agents=st.lists(AGENTS, max_size=2) | st.just(UNSET),
)


@patient
@given(CAMPAIGNS)
def test_a_body_is_made_again_from_what_it_writes(body: CampaignCreate) -> None:
    """Members, null and absence survive `to_dict`, JSON text, and `from_dict`."""
    written = body.to_dict()
    assert CampaignCreate.from_dict(written) == body
    assert CampaignCreate.from_json(json.dumps(written, allow_nan=False).encode()) == body
    assert BODY.write("body", body) == BODY.write("body", written) == written
    assert BODY.load("body", body) is body
    assert BODY.load("body", written) == body


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | TIMES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


SOMETHING: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    dict[str, Any](),
    optional=dict[str, Any](
        name=TEXT | ANY,
        startAt=TIMES | ANY,
        days=st.lists(st.dates().map(str)) | ANY,
        mode=st.sampled_from(["FAST", "NEW"]) | ANY,
        note=ANY,
        agents=st.lists(st.dictionaries(st.sampled_from(["id", "x"]), TEXT | ANY)) | ANY,
    ),
)


@patient
@given(SOMETHING)
def test_a_mapping_makes_a_body_or_is_refused(data: dict[str, Any]) -> None:
    """Nothing but `ArgumentError` comes out, and whatever was accepted is JSON."""
    try:
        body = CampaignCreate.from_dict(data)
    except ArgumentError as error:
        assert error.argument  # noqa: PT017 - most data is refused
        with pytest.raises(ArgumentError):
            BODY.write("body", data)
    else:
        assert json.loads(json.dumps(body.to_dict(), allow_nan=False)) == body.to_dict()


def test_only_what_is_given_is_written_in_the_order_of_the_document() -> None:
    """UNSET is no member, None is null, and names are those of the wire."""
    at = datetime.datetime(2026, 3, 2, 15, tzinfo=datetime.UTC)
    body = CampaignCreate(note=None, start_at=at, name="n", additional_properties={"new": (1, {})})
    assert json.dumps(body.to_dict()) == (
        '{"name": "n", "startAt": "2026-03-02T15:00:00Z", "note": null, "new": [1, {}]}'
    )
    assert CampaignCreate.from_dict({"name": "n", "note": UNSET}) == CampaignCreate(name="n")


def test_a_body_that_was_changed_is_checked_when_it_is_written() -> None:
    """Attributes can be set to anything; nothing of it is sent."""
    agent = Agent(identity="1")
    body = CampaignCreate(name="n", agents=[agent])
    agent.identity = ""
    for way in (BODY.write, BODY.load):
        with pytest.raises(ArgumentError, match=r"^body\.agents\[0\]\.id takes a string that is n"):
            way("body", body)


def wrong(value: object) -> Any:
    """Hide the type of a value that type checkers would refuse."""
    return value


MEMBERS = "Its members are name, startAt, days, mode, note, agents"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (wrong({}), "body.name is required in CampaignCreate"),
        ({"name": UNSET}, "body.name is required in CampaignCreate"),
        ({"name": None}, "body.name takes a string, not NoneType"),
        ({"name": "x" * 81}, "body.name takes at most 80 characters, not 81"),
        ({"name": "n", "mode": None},
         "body.mode takes one of FAST, SLOW; leave it out instead"),
        ({"name": "n", "agents": [wrong({})]}, "body.agents[0].id is required in Agent"),
        ({"name": "n", "agents": [{"id": "1"}, 5]},
         "body.agents[1] takes an Agent or a mapping, not int"),
        ({"name": "n", "agents": [{"id": "1", "Ada": "x"}]},
         "body.agents[0].* takes an integer, not str"),
        ({"name": "n", "agents": [{"id": "1", "\ud83d": 1}]},
         "body.agents[0].* takes a string without half characters (lone surrogates)"),
        ({"name": "n", "agents": [{1: "1"}]},
         "body.agents[0] takes names that are strings, not int"),
        ({"name": "n", "start_at": "x"},
         f"body has no member start_at; did you mean startAt? {MEMBERS}"),
        ({"name": "n", "zzz": "x"}, f"body has no member zzz. {MEMBERS}"),
        ({"name": "n", "+1 202": "x"},
         f"body has a member that the document does not name. {MEMBERS}"),
        (wrong([]), "body takes a CampaignCreate or a mapping, not list"),
        (Agent(identity="1"), "body takes a CampaignCreate or a mapping, not Agent"),
    ],
)  # fmt: skip
def test_an_error_says_where_in_the_body(data: object, complaint: str) -> None:
    """The place leads from the argument to the member; a near name is proposed."""
    for way in (BODY.write, BODY.load):
        with pytest.raises(ArgumentError) as caught:
            way("body", data)
        assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: CampaignCreate.from_dict(wrong([])), "CampaignCreate takes a mapping, not list"),
        (lambda: CampaignCreate.from_dict({"x": 1}), "name is required in CampaignCreate"),
        (lambda: CampaignCreate(name=wrong(UNSET)), "name is required in CampaignCreate"),
        (lambda: CampaignCreate(name=wrong(5)), "name takes a string, not int"),
        (lambda: CampaignCreate(name="n", additional_properties={"startAt": 1}),
         "additional_properties takes no startAt, which has an attribute: start_at"),
        (lambda: CampaignCreate(name="n", additional_properties={"x": b""}),
         "additional_properties.* takes data that JSON can hold"),
        (lambda: CampaignCreate(name="n", additional_properties=wrong([1])),
         "additional_properties takes a mapping, not list"),
        (lambda: Agent(identity="1", additional_properties=wrong([])),
         "additional_properties takes a mapping, not list"),
        (lambda: Agent(identity="1", additional_properties=wrong("")),
         "additional_properties takes a mapping, not str"),
        (lambda: Agent(identity="1", additional_properties=wrong(None)),
         "additional_properties takes a mapping, not NoneType"),
        (lambda: Agent(identity="1", additional_properties={"x": "1"}),
         "additional_properties.* takes an integer, not str"),
    ],
)  # fmt: skip
def test_a_body_that_is_wrong_is_never_made(make: Callable[[], object], complaint: str) -> None:
    """The error comes at once, where the mistake is."""
    with pytest.raises(ArgumentError) as caught:
        make()
    assert str(caught.value).startswith(complaint)


def deep(levels: int) -> dict[str, Any]:
    """Nest agents."""
    data: dict[str, Any] = {"id": "1"}
    for _ in range(levels):
        data = {"id": "1", "deputy": data}
    return data


def test_data_without_end_is_refused_soon() -> None:
    """A cycle, and what Python's stack cannot hold, is an `ArgumentError` with a short text."""
    assert Agent.from_dict(deep(20)).to_dict() == deep(20)
    cycle: dict[str, Any] = {"id": "1"}
    cycle["deputy"] = cycle
    agent = Agent(identity="1")
    agent.deputy = agent
    for value in (cycle, deep(5000), agent):
        for way in (w.Model(lambda: Agent).write, w.Model(lambda: Agent).load):
            with pytest.raises(ArgumentError, match="nested") as caught:
                way("body", value)
            assert caught.value.argument.startswith("body.")
            assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "an empty body"),
        (b"\xff", "a body"),
        (b'{"a":NaN}', "a body"),
        (b"{'Ada':1}", "a body"),
        ("{'Ada':1}", "a body"),
        (b"<html>", "a body that looks like HTML or XML"),
        (b"[" * 200_000, "a body that is nested more deeply than Python can follow"),
        (b"1e999", "a body"),
    ],
)
def test_what_is_no_json_text_is_refused_without_quoting_it(content: Any, found: str) -> None:
    """The decoder's own complaint is neither shown nor kept, because it may quote the text."""
    with pytest.raises(ArgumentError) as caught:
        bodies.parsed(content)
    assert str(caught.value).startswith(f"content takes JSON text; this is {found}")
    assert "Ada" not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, bytes.decode])
def test_json_text_may_come_as_bytes_or_string(kind: Callable[[bytes], Any]) -> None:
    """Whatever holds the text, the body is the same."""
    assert CampaignCreate.from_json(kind(b'{"name":"\xc3\xa9"}')) == CampaignCreate(name="é")


def test_json_text_of_another_type_is_refused() -> None:
    """Data that is decoded already belongs to `from_dict`."""
    with pytest.raises(ArgumentError, match=r"^content takes bytes, not dict"):
        CampaignCreate.from_json(wrong({"name": "n"}))


@pytest.mark.parametrize("least", [0, 1, 2])
@pytest.mark.parametrize("given", [{}, {"name": "n"}, {"name": "n", "note": "m"}])
def test_a_body_with_too_few_members_is_refused(given: dict[str, str], least: int) -> None:
    """Whichever they are; the error names those that there are."""
    name, note = (bodies.Member(each, each, w.Text()) for each in ("name", "note"))
    members = bodies.Members("Reference", name, note, least=least)
    body = attrs.make_class("Body", ["name", "note", "additional_properties"])(
        name=given.get("name", UNSET), note=given.get("note", UNSET), additional_properties={}
    )
    if len(given) >= least:
        assert members.write(body) == given
    else:
        with pytest.raises(ArgumentError, match=f"takes at least {least} of name, note"):
            members.write(body)
