"""What type checkers know of retries, hooks, logs and time. This file is checked, not run."""

from __future__ import annotations

import logging
import ssl
from typing import assert_type

from talkdesk_client import (
    AsyncTalkdesk,
    Attempt,
    Clock,
    Credentials,
    Hooks,
    RedactingFilter,
    Retries,
    RetryPolicy,
    StaticToken,
    Talkdesk,
    TalkdeskError,
    standard_policy,
)


def twice(error: TalkdeskError, attempt: int) -> float | None:
    """Try a second time, at once."""
    return 0 if attempt < 2 and error.args else None


def told(attempt: Attempt) -> None:
    """Look into what a hook is told."""
    assert_type(attempt.method, str)
    assert_type(attempt.template, str)
    assert_type(attempt.number, int)
    assert_type(attempt.status_code, int | None)
    assert_type(attempt.error, str | None)
    assert_type(attempt.seconds, float | None)
    assert_type(attempt.request_id, str | None)


async def told_async(attempt: Attempt) -> None:
    """Do so in a task."""


def repeating() -> Retries:
    """A policy is a plain function; the one of the package has its numbers by name."""
    policy: RetryPolicy = twice
    Retries(policy)
    standard = standard_policy(
        attempts=2, first_wait=1, longest_wait=4.5, longest_retry_after=30, random=lambda: 0.5
    )
    assert_type(standard(TalkdeskError("x"), 1), float | None)
    retries = Retries(policy=standard, budget=60)
    assert_type(retries.budget, float)
    return retries


def making(context: ssl.SSLContext, clock: Clock, auth: Credentials) -> None:
    """Each argument of the blocking client that is not about where and who."""
    client = Talkdesk(
        account="acme",
        auth=auth,
        retries=repeating(),
        rate_limit=2.5,
        headers={"X-Team": "night"},
        hooks=Hooks(before_attempt=told, after_attempt=told),
        proxy="http://proxy.example:3128",
        ssl_context=context,
        max_response_bytes=1024,
        clock=clock,
    )
    assert_type(client, Talkdesk)
    by_environment = Talkdesk.from_env(
        retries=0,
        rate_limit=None,
        headers=None,
        hooks=None,
        proxy=None,
        ssl_context=None,
        max_response_bytes=1024,
        clock=None,
    )
    assert_type(by_environment, Talkdesk)


def making_async(context: ssl.SSLContext, clock: Clock, auth: Credentials) -> None:
    """The asynchronous client takes the same, and coroutine functions for hooks."""
    client = AsyncTalkdesk(
        account="acme",
        auth=auth,
        retries=repeating(),
        rate_limit=2.5,
        headers={"X-Team": "night"},
        hooks=Hooks(before_attempt=told_async, after_attempt=told),
        proxy="http://proxy.example:3128",
        ssl_context=context,
        max_response_bytes=1024,
        clock=clock,
    )
    assert_type(client, AsyncTalkdesk)
    by_environment = AsyncTalkdesk.from_env(
        retries=0,
        rate_limit=None,
        headers=None,
        hooks=None,
        proxy=None,
        ssl_context=None,
        max_response_bytes=1024,
        clock=None,
    )
    assert_type(by_environment, AsyncTalkdesk)


def changing(client: Talkdesk, other: AsyncTalkdesk) -> None:
    """A client with other options is one of the same class."""
    assert_type(client.with_options(timeout=5, headers={"X-Team": "day"}, retries=0), Talkdesk)
    assert_type(other.with_options(retries=Retries(twice)), AsyncTalkdesk)
    assert_type(client.with_options(retries=1).callbacks.list().total(), int)


def filtering(handler: logging.Handler) -> None:
    """Records of other libraries may be rewritten."""
    handler.addFilter(RedactingFilter())


def passing_time(clock: Clock) -> None:
    """A clock of one's own is an object with these methods."""
    assert_type(clock.monotonic(), float)
    assert_type(clock.time(), float)
    clock.sleep(1)
    Talkdesk(account="acme", auth=StaticToken("t"), clock=clock)
