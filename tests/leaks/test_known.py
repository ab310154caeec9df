"""Every secret, name and number that tests use is known to the search."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.leaks.known import NAMES, NUMBERS, PLAIN_WORDS, SECRETS, SHORTEST
from tests.leaks.search import Search

TESTS = Path(__file__).resolve().parents[1]
FILES = sorted(file for file in TESTS.rglob("*.py") if file.parent.name != "leaks")
TREES = {file: ast.parse(file.read_text("utf-8")) for file in FILES}
# Where each class takes secrets: by which position, and by which names.
TAKES: Final[dict[str, tuple[int | None, frozenset[str]]]] = {
    "ClientCredentials": (1, frozenset({"client_secret"})),
    "Credentials": (1, frozenset({"client_secret"})),
    "PrivateKeyJWT": (None, frozenset({"private_key"})),
    "RefreshToken": (1, frozenset({"refresh_token"})),
    "AuthorizationCode": (1, frozenset({"code", "code_verifier"})),
    "StaticToken": (0, frozenset({"token"})),
}
PHONE = re.compile(r"\+[1-9]\d{8,14}")


def constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that a module gives names to, by name."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            text = node.value.value
            if isinstance(text, str):
                found.update(
                    (target.id, text) for target in node.targets if isinstance(target, ast.Name)
                )
    return found


def names(file: Path) -> dict[str, str]:
    """Return the texts that a module has names for, its own and those it takes from other tests."""
    found = constants(TREES[file])
    for node in TREES[file].body:
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            other = TESTS.parent.joinpath(*node.module.split(".")).with_suffix(".py")
            theirs = constants(TREES[other]) if other in TREES else {}
            for each in node.names:
                if each.name in theirs:
                    found[each.asname or each.name] = theirs[each.name]
    return found


def secrets_in(file: Path) -> Iterator[str]:
    """Yield the texts that a module hands to credentials as secrets."""
    named = names(file)
    for call in ast.walk(TREES[file]):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        if name not in TAKES:
            continue
        position, keywords = TAKES[name]
        values = [each.value for each in call.keywords if each.arg in keywords]
        if position is not None and len(call.args) > position:
            values.append(call.args[position])
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value
            elif isinstance(value, ast.Name) and value.id in named:
                yield named[value.id]


USED = {file: set(secrets_in(file)) for file in FILES}


@pytest.mark.parametrize("file", [file for file in FILES if USED[file]], ids=lambda file: file.stem)
def test_a_secret_in_a_test_is_listed(file: Path) -> None:
    """What is handed to credentials stands in `known.SECRETS`, unless it is too plain to find."""
    listed = {each for room in SECRETS.values() for each in room}
    used = {secret for secret in USED[file] if len(secret) >= SHORTEST}
    assert used - listed <= PLAIN_WORDS, "list these in tests/leaks/known.py"


def test_no_listed_secret_is_out_of_use() -> None:
    """A room that lists a secret uses it."""
    for room, listed in SECRETS.items():
        files = [file for file in FILES if file.relative_to(TESTS).parts[0] == room]
        texts = {
            node.value
            for file in files
            for node in ast.walk(TREES[file])
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        for secret in listed:
            assert any(secret in text for text in texts), room


def test_every_phone_number_in_a_test_is_found() -> None:
    """A text that is a phone number in E.164, in any test, is one that the search knows."""
    search = Search([], [*NAMES, *NUMBERS])
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for number in PHONE.findall(node.value):
                    assert search.find(number), f"{file.name}:{node.lineno}"


def test_the_people_of_the_sandbox_are_found() -> None:
    """Whoever the sandbox makes up, their full name and their number are known to the search."""
    pytest.importorskip("pydantic", reason="the sandbox needs its extra")
    from talkdesk_sandbox.draws import Draws
    from talkdesk_sandbox.people import people, record_lists

    search = Search([], [*NAMES, *NUMBERS])
    draws = Draws(1, "people")
    for person in people(draws, 500, record_lists(draws, [])):
        assert search.find(f"{person.first_name} {person.last_name}")
        assert search.find(person.phone_number)
        assert search.find(person.phone_number.removeprefix("+1"))
