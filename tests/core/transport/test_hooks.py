"""Hooks: told of each attempt on the wire, once, with nothing secret."""

import functools

import pytest

from talkdesk_core import errors, http
from talkdesk_core.hooks import Attempt, Hook, Hooks
from talkdesk_core.retries import Retries
from tests.core.transport.driving import Connect, Parts, Wired, answers
from tests.core.wire import SECRET, Clock, Wire

ALWAYS = Retries(lambda _error, _attempt: 0.0)


class Noted:
    """What the hooks were told."""

    def __init__(self) -> None:
        self.before: list[Attempt] = []
        self.after: list[Attempt] = []

    @property
    def plain(self) -> Hooks:
        """Plain functions."""
        return Hooks(self.before.append, self.after.append)

    @property
    def awaited(self) -> Hooks:
        """Coroutine functions."""

        async def before(attempt: Attempt) -> None:
            self.before.append(attempt)

        async def after(attempt: Attempt) -> None:
            self.after.append(attempt)

        return Hooks(before, after)


@pytest.mark.parametrize("is_awaited", [False, True])
def test_hooks_are_told_once_of_each_attempt(connect: Connect, is_awaited: bool) -> None:
    """Of retries and of the resend after a 401, not of token requests; before and after."""
    if is_awaited and not connect.is_async:
        pytest.skip("the blocking client takes plain functions")
    noted, clock = Noted(), Clock()
    replies = answers(
        503, 401, http.ReadTimeout("x"), http.Response(201, headers={"platform-tid": "tid"})
    )

    def slow(request: http.Request) -> http.Response:
        clock.advance(2)
        return replies(request)

    hooks = noted.awaited if is_awaited else noted.plain
    wire = Wire(api=slow)
    connect(wire, clock=clock, hooks=hooks, retries=ALWAYS).request(
        "PUT", "/contacts/{id}", path_params={"id": "hush-1"}, params={"q": "hush"}, json="hush"
    )
    assert [(each.number, each.status_code, each.error) for each in noted.after] == [
        (1, 503, None),
        (2, 401, None),
        (3, None, "ReadTimeout"),
        (4, 201, None),
    ]
    assert [each.number for each in noted.before] == [1, 2, 3, 4]
    assert all(each.seconds == pytest.approx(2) for each in noted.after)
    assert all(each.seconds is each.status_code is None for each in noted.before)
    assert {(each.method, each.template) for each in noted.before + noted.after} == {
        ("PUT", "/contacts/{id}")
    }
    assert [each.request_id for each in noted.after] == [None, None, None, "tid"]
    assert len(wire.token_requests) == 2
    shown = repr(noted.before + noted.after)
    assert not any(hidden in shown for hidden in ("hush", SECRET, "token-1"))


def test_a_body_that_breaks_off_is_told_with_its_status(connect: Connect) -> None:
    """The head came, the body did not; the attempt is over when that is known."""
    noted = Noted()
    wire = Wire(api=lambda _: http.Response(200, stream=Parts(iter([b"x", http.ReadTimeout("x")]))))
    with pytest.raises(errors.APITimeoutError):
        connect(Wired(wire), hooks=noted.plain, retries=0).request("GET", "/x")
    (after,) = noted.after
    assert (after.status_code, after.error) == (200, "ReadTimeout")


@pytest.mark.parametrize("name", ["before_attempt", "after_attempt"])
@pytest.mark.parametrize(
    "raised",
    [
        ValueError("mine"),
        KeyboardInterrupt(),
        errors.APITimeoutError("X", method="GET", url="https://other.test", may_have_arrived=False),
        errors.ServerError(status_code=503, method="GET", url="https://other.test"),
        http.ConnectError("mine", request=http.Request("GET", "https://other.test")),
        http.ReadTimeout("mine"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_a_hook_raises_ends_the_call(
    connect: Connect, name: str, raised: BaseException
) -> None:
    """As it is, even where the same error of the request would be tried again."""

    def fail(_: Attempt) -> None:
        raise raised

    wire = Wire()
    hooks = Hooks(fail) if name == "before_attempt" else Hooks(None, fail)
    with pytest.raises(type(raised)) as caught:
        connect(wire, hooks=hooks, retries=ALWAYS).request("GET", "/x")
    assert caught.value is raised
    assert len(wire.api_requests) == (0 if name == "before_attempt" else 1)
    if isinstance(raised, http.RequestError):
        assert "Authorization" not in raised.request.headers


async def coroutine(_: Attempt) -> None:
    """Be awaited."""


async def coroutine_of_two(_: int, __: Attempt) -> None:
    """Be awaited."""


class Awaited:
    """An object that is called as a coroutine function is."""

    async def __call__(self, _: Attempt) -> None:
        """Be awaited."""

    async def method(self, _: Attempt) -> None:
        """Be awaited."""


@pytest.mark.parametrize("name", ["before_attempt", "after_attempt"])
@pytest.mark.parametrize(
    "hook",
    [
        coroutine, Awaited(), Awaited().method, functools.partial(coroutine_of_two, 1),
        functools.partial(functools.partial(coroutine_of_two), 1), functools.partial(Awaited()),
    ],
    ids=["function", "object", "method", "partial", "twice", "partial of an object"],
)  # fmt: skip
def test_the_blocking_client_refuses_coroutine_functions(
    connect: Connect, name: str, hook: Hook
) -> None:
    """When it is made, not after a POST went out; the asynchronous client awaits them."""
    hooks = Hooks(hook) if name == "before_attempt" else Hooks(None, hook)
    if connect.is_async:
        assert connect(Wire(), hooks=hooks).request("GET", "/x").status_code == 200
        return
    with pytest.raises(errors.ConfigurationError, match=f"coroutine.*{name}") as caught:
        connect(Wire(), hooks=hooks)
    assert caught.value.arguments == ("hooks",)


def test_a_plain_function_that_returns_a_coroutine_ends_the_call(connect: Connect) -> None:
    """The blocking client sees that late, says so, and leaves nothing that nobody awaited."""

    def plain(attempt: Attempt) -> object:
        return coroutine(attempt)

    client = connect(Wire(), hooks=Hooks(plain), retries=ALWAYS)
    if connect.is_async:
        assert client.request("GET", "/x").status_code == 200
        return
    with pytest.raises(errors.ConfigurationError, match="coroutine") as caught:
        client.request("GET", "/x")
    assert caught.value.arguments == ("hooks",)


def of_none() -> None:
    """Take too little."""


def of_two(_: Attempt, __: int) -> None:
    """Take too much."""


@pytest.mark.parametrize(
    "hook",
    ["hush", of_none, of_two, Attempt],
    ids=["text", "none", "two", "class"],
)
def test_a_hook_takes_an_attempt(hook: Hook) -> None:
    """What cannot be called with one alone is refused when it is stated, not after a request."""
    for name in ("before_attempt", "after_attempt"):
        with pytest.raises(errors.ConfigurationError, match=name) as caught:
            Hooks(**{name: hook})
        assert caught.value.arguments == (name,)
        assert "hush" not in str(caught.value)


def test_hooks_are_given_as_hooks(connect: Connect) -> None:
    """When it is stated."""
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(Wire(), hooks=print)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.arguments == ("hooks",)


def test_copies_have_the_same_hooks(connect: Connect) -> None:
    """What `with_options` changes are single calls; who watches is the client's."""
    noted = Noted()
    connect(Wire(), hooks=noted.plain).with_options(retries=0).request("GET", "/x")
    assert len(noted.after) == 1
