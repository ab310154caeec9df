"""Docstrings say what is unverified, and what is doubtful of it."""

from __future__ import annotations

import re

import pytest

from generator.navigation import as_list, as_object, as_text, operations
from talkdesk_client import models
from talkdesk_client.resources import callbacks, campaigns
from tests.client.payloads import shapes

OPERATIONS = {
    as_text(operation["operationId"]): operation for _, _, operation in operations(shapes.DOCUMENT)
}
DOUBTED = [name for name, operation in OPERATIONS.items() if "x-confidence" in operation]


def plain(text: str | None) -> str:
    """Return a text with its blanks and line ends as single blanks."""
    return " ".join((text or "").split())


def docstrings(name: str) -> list[str]:
    """Return the docstrings of an operation's methods, sync and async."""
    method = re.sub("_(callbacks?|campaigns?)(?=_|$)", "", name)
    kinds: tuple[type, ...] = (
        (callbacks.Callbacks, callbacks.AsyncCallbacks)
        if "callback" in name
        else (campaigns.Campaigns, campaigns.AsyncCampaigns)
    )
    return [plain(getattr(kind, method).__doc__) for kind in kinds]


def test_most_operations_are_known_at_second_hand_only() -> None:
    """So that the test below is about something, and not about every operation."""
    assert 10 < len(DOUBTED) < len(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_says_whether_its_operation_is_verified(name: str) -> None:
    """With the confidence and the doubt of the document, and not where there is none."""
    operation = OPERATIONS[name]
    for text in docstrings(name):
        told, _, _ = text.partition(" Args: ")
        assert ("Unverified" in told) == (name in DOUBTED)
        if name in DOUBTED:
            assert f"Unverified ({operation['x-confidence']} confidence): " in told
            assert plain(as_text(operation["x-doubt"])) in told


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_parameter_says_whether_it_is_verified(name: str) -> None:
    """Each parameter that is doubted says so in its entry."""
    doubted = [
        as_object(one)
        for one in as_list(OPERATIONS[name].get("parameters"))
        if "x-confidence" in as_object(one)
    ]
    for text in docstrings(name):
        _, _, told = text.partition(" Args: ")
        assert told.count("Unverified (") >= len(doubted)


def test_a_member_says_whether_it_is_verified() -> None:
    """Each member and each class that is doubted, of replies and of requests."""
    counted = 0
    for name, stated in shapes.SCHEMAS.items():
        schema = as_object(stated)
        members = as_object(schema.get("properties")).values()
        doubted = [one for one in (schema, *members) if "x-confidence" in as_object(one)]
        counted += len(doubted)
        text = plain(getattr(models, name).__doc__)
        assert text.count("Unverified (") >= len(doubted), name
    assert counted > 60
