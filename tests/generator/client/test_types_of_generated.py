"""The client of the document with everything in it pleases every type checker, and ruff."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
from __future__ import annotations

import datetime
from typing import Any, assert_type

from {name} import AsyncPager, AsyncTalkdesk, Pager, Talkdesk
from {name}.models import (
    Cat, Choices, Choosing, Dog, DogInput, Fruit, Item, ItemInput, Level, Line, Maps, Nut, Order,
    PatchOperation, Piece, PiecePage, Plain, Priority, Receipt, Shade, State, Tree, TreeSent,
)
from talkdesk_core.raw import RawResponse


def sync(client: Talkdesk, when: datetime.datetime) -> None:
    order = Order(
        name="a",
        lines=[Line(sku="s"), {{"sku": "s"}}],
        at=when,
        on="2026-03-02",
        state="OPEN",
        priority=Priority.VALUE_1,
        note=None,
        ship={{"city": "Porto"}},
        gaps=["a", None],
    )
    assert_type(client.orders.create(order), Receipt)
    assert_type(client.orders.create({{"name": "a", "lines": []}}), Receipt)
    assert_type(client.orders.change("1", [PatchOperation(op="add", path="/a")]), Receipt | None)
    assert_type(client.orders.describe("1", [1, None]), Any)
    client.orders.replace("1", order)
    client.orders.delete("1")
    client.orders.mark("1", ("a", "b"))
    item = client.items.get("1")
    assert_type(item, Item)
    assert_type(item.state, State | None)
    assert_type(client.items.replace("1", ItemInput(name="a", part=None or {{"size": 1}})), Item)
    client.search.get(text="a", x_level=1, colours=["red"], ranks=[1], at=when.date(), mixed=3)
    assert_type(client.replies.list(), list[Piece])
    assert_type(client.replies.get_words(), list[Shade])
    assert_type(client.replies.get_count(), int)
    assert_type(client.replies.get_moment(), datetime.datetime)
    assert_type(client.replies.get_maybe(), Piece | None)
    assert_type(client.replies.get_free(), Any)
    assert_type(client.unions.get_pet(), Cat | Dog | None)
    client.unions.put_pet(DogInput(kind="dog"))
    client.unions.post_choices(Choosing(pets=[DogInput(kind="dog"), {{"kind": "cat"}}]))
    client.trees.put(TreeSent(child=TreeSent(), children=[{{}}]))
    assert_type(client.pieces.list(x_tenant="t", limit_=3), Pager[Piece, PiecePage])
    raw = client.replies.with_raw_response
    assert_type(raw.list(), RawResponse[list[Piece]])
    assert_type(raw.get_maybe().parse(), Piece | None)
    assert_type(client.orders.with_raw_response.delete("1"), RawResponse[None])
    assert_type(client.pieces.with_raw_response.list(x_tenant="t", page=2), RawResponse[PiecePage])
    assert_type(client.items.get("1").request_id, str | None)
    pet = client.unions.get_pet()
    if pet is not None:
        assert_type(pet.request_id, str | None)


async def asynchronous(client: AsyncTalkdesk, order: Order) -> None:
    assert_type(await client.orders.create(order), Receipt)
    assert_type(await client.orders.change("1", []), Receipt | None)
    await client.orders.delete("1", {{"text": "a"}})
    assert_type(await client.replies.list(), list[Piece])
    assert_type(await client.replies.with_raw_response.list(), RawResponse[list[Piece]])
    pager = client.pieces.list(x_tenant="t")
    assert_type(pager, AsyncPager[Piece, PiecePage])
    async for piece in pager:
        assert_type(piece.n, int | None)


def models(plain: Plain, maps: Maps, choices: Choices, tree: Tree, order: Order) -> None:
    assert_type(plain.colour, Shade | None)
    assert_type(plain.gaps, list[Shade | None] | None)
    assert_type(plain.gap_grid, list[list[int | None] | None] | None)
    assert_type(plain.moments, list[datetime.datetime] | None)
    assert_type(plain.fixed, int | None)
    if maps.pieces is not None and maps.texts is not None and maps.moments is not None:
        assert_type(maps.pieces.additional_properties, dict[str, Piece | None])
        assert_type(maps.pieces["a"], Piece | None)
        assert_type(maps.texts["a"], str | None)
        assert_type(maps.moments["a"], list[datetime.datetime] | None)
    assert_type(choices.by_const, Cat | Dog | None)
    assert_type(choices.two_enums, Fruit | Nut | None)
    assert_type(choices.code_or_enum, Fruit | Level | None)
    assert_type(choices.items, list[Cat | int | None] | None)
    if isinstance(choices.by_const, Cat):
        assert_type(choices.by_const.lives, int | None)
    if tree.rows is not None:
        assert_type(tree.rows, list[list[Tree | None]])
    if isinstance(order.count, int):
        assert_type(order.count, int)
"""

WRONG = {
    "Order(name=1, lines=[])": "Order",
    "Order(lines=[])": "Order",
    "client.orders.create()": "create",
    "client.orders.create(Line(sku='s'))": "create",
    "client.search.get(text='a')": "get",
    "client.items.replace('1', client.items.get('1'))": "replace",
    "client.replies.get_maybe().n": "get_maybe",
    "client.pieces.with_raw_response.list(x_tenant='t', limit=3)": "limit",
    "Line(sku='s').request_id": "request_id",
}


@pytest.fixture(scope="module")
def folder(everything: ModuleType) -> Path:
    """Return the folder of the package, which holds the two programs too."""
    assert everything.__file__ is not None
    package = Path(everything.__file__).parent
    (package.parent / "right.py").write_text(PROGRAM.format(name=package.name), encoding="utf-8")
    lines = [f"from {package.name} import Talkdesk", f"from {package.name}.models import *", ""]
    lines += ["def wrong(client: Talkdesk) -> None:", *(f"    {line}" for line in WRONG)]
    (package.parent / "wrong.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT / "extensions")],
    }
    (package.parent / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return package.parent


def judge(tool: str, folder: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    """Run a checker; skip where it is not installed."""
    if importlib.util.find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed; `nox -s typecheck` has it")
    core = str(ROOT / "extensions")
    options = {
        "mypy": ["--strict", "--config-file", "", "--cache-dir", str(folder / "cache")],
        "pyright": ["-p", str(folder / "pyrightconfig.json"), "--pythonpath", sys.executable],
        "ty": ["check", "--python", sys.executable, "--extra-search-path", core],
        "ruff": ["check", "--isolated", "--no-cache"],
    }
    # pyright takes its files from the command line or from the settings, and not from both.
    named = [] if tool == "pyright" and not targets else list(targets)
    return subprocess.run(
        [sys.executable, "-m", tool, *options[tool], *named],
        cwd=folder,
        env={**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{core}", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("tool", ["mypy", "pyright", "ty"])
def test_package_and_program_are_clean_of_type_errors(
    everything: ModuleType, folder: Path, tool: str
) -> None:
    """In strict mode; the program holds every type that users meet to what it has to be."""
    if tool == "pyright":
        settings = json.loads((folder / "pyrightconfig.json").read_text("utf-8"))
        settings["include"] = [everything.__name__, "right.py"]
        (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
        run = judge(tool, folder)
    else:
        run = judge(tool, folder, everything.__name__, "right.py")
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_wrong_program_is_told(folder: Path) -> None:
    """Each wrong line is an error, so that the types are not simply Any."""
    run = judge("mypy", folder, "wrong.py")
    assert run.returncode == 1, run.stdout + run.stderr
    told = {int(number) for number in re.findall(r"wrong\.py:(\d+): error", run.stdout)}
    assert told == set(range(5, 5 + len(WRONG))), run.stdout


def test_ruff_finds_nothing_by_its_default_rules(everything: ModuleType, folder: Path) -> None:
    """Whoever vendors the package has no exceptions to write."""
    run = judge("ruff", folder, everything.__name__)
    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_is_hidden_from_a_checker(everything: ModuleType, folder: Path) -> None:
    """No comment in the package switches a check off."""
    for path in (folder / everything.__name__).rglob("*.py"):
        assert not re.search(r"#\s*(type:|noqa|pyright:|ty:|mypy:|fmt:)", path.read_text("utf-8"))
