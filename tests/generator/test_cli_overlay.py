"""`python -m generator overlay`: formats by suffix, order of overlays, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.documents import read_document
from tests.generator.conftest import BEFORE, Desk
from tests.generator.overlay.building import overlay_document

SPEC = "info:\n  title: Calls\n  version: on\nbig: 18446744073709551617\n200: {a: []}\n"
RESULT = {"info": {"title": "Calls", "version": "on"}, "big": 2**64 + 1, "200": {"a": ["x"]}}
REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize("output", ["out.json", "out.yaml", "out.yml", "out.JSON"])
@pytest.mark.parametrize("overlay", ["o.json", "o.yaml"])
def test_every_mix_of_formats_gives_the_same_data(desk: Desk, overlay: str, output: str) -> None:
    """The suffix alone decides the format; keys keep their order."""
    actions = overlay_document({"target": "$['200'].a", "update": "x"})

    outcome = desk.overlay(desk.file("d.yaml", SPEC), desk.file(overlay, actions), output=output)

    assert (outcome.code, outcome.message, outcome.strays) == (0, "", [])
    data = read_document(desk.folder / output)
    assert data == RESULT
    assert list(data) == list(RESULT)
    assert outcome.output is not None
    assert outcome.output.startswith("{") == output.lower().endswith("json")


def test_overlays_apply_in_the_order_given(desk: Desk) -> None:
    """The order of the arguments counts, not that of the names."""
    document = desk.file("d.json", {"l": []})
    first = desk.file("b.json", overlay_document({"target": "$.l", "update": "first"}))
    second = desk.file("a.json", overlay_document({"target": "$.l", "update": "second"}))

    outcome = desk.overlay(document, first, second, output="out.json")

    assert json.loads(outcome.output or "") == {"l": ["first", "second"]}


def test_a_document_can_be_its_own_output(desk: Desk) -> None:
    """Everything is read before anything is written."""
    document = desk.file("d.json", {"l": []})
    overlay = desk.file("o.json", overlay_document({"target": "$.l", "update": 1}))

    assert desk.overlay(document, overlay, output="d.json").code == 0
    assert read_document(document) == {"l": [1]}


@pytest.mark.parametrize(
    ("document", "overlay", "output", "named", "said"),
    [
        ("missing.yaml", "o.json", "out.yaml", "missing.yaml", "cannot be read"),
        ("d.json", "missing.yaml", "out.yaml", "missing.yaml", "cannot be read"),
        ("folder.yaml", "o.json", "out.yaml", "folder.yaml", "cannot be read"),
        ("d.json", "folder.yaml", "out.yaml", "folder.yaml", "cannot be read"),
        ("latin.yaml", "o.json", "out.yaml", "latin.yaml", "not UTF-8"),
        ("d.json", "latin.yaml", "out.yaml", "latin.yaml", "not UTF-8"),
        ("twice.yaml", "o.json", "out.yaml", "twice.yaml, line 2", "stands twice"),
        ("list.json", "o.json", "out.yaml", "list.json", "an object is needed"),
        ("d.json", "o.json", "out.txt", "out.txt", "must end in"),
        # What the output cannot be is said before anything is read.
        ("missing.yaml", "o.json", "out.txt", "out.txt", "must end in"),
        ("d.json", "o.json", "folder.yaml", "folder.yaml", "cannot be written"),
        ("d.json", "o.json", "missing/out.yaml", "missing/out.yaml", "cannot be written"),
    ],
)
def test_a_file_that_does_not_serve_is_named(
    desk: Desk, document: str, overlay: str, output: str, named: str, said: str
) -> None:
    """One line on stderr names the file and the reason; OUT is as before."""
    desk.file("d.json", {"l": []})
    desk.file("o.json", overlay_document({"target": "$.l", "update": 1}))
    desk.file("latin.yaml", "a: é".encode("latin-1"))
    desk.file("twice.yaml", "a: 1\na: 2\n")
    desk.file("list.json", [])
    desk.file("out.yaml", BEFORE)
    desk.file("out.txt", BEFORE)
    (desk.folder / "folder.yaml").mkdir()

    outcome = desk.overlay(desk.folder / document, desk.folder / overlay, output=output)

    assert outcome.code == 2
    assert outcome.message.startswith(f"error: {desk.folder / named}")
    assert said in outcome.message
    assert outcome.message.count("\n") == 1
    assert outcome.output in (BEFORE, None)
    assert outcome.strays == []
    assert (desk.folder / "out.yaml").read_text() == BEFORE


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["unknown"],
        ["overlay"],
        ["overlay", "--document", "d", "--output", "o"],
        ["overlay", "--doc", "d.json", "--overlay", "o.json", "--output", "x.json"],
    ],
)
def test_wrong_arguments_end_in_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Arguments that are missing, unknown or abbreviated are refused with the usage."""
    with pytest.raises(SystemExit) as caught:
        main(argv)

    assert caught.value.code == 2
    assert "usage: python -m generator" in capsys.readouterr().err


def test_the_module_runs_from_a_shell(desk: Desk) -> None:
    """`python -m generator overlay` exits with the code of `main`, without a traceback."""
    document = desk.file("d.json", {"l": []})
    overlay = desk.file("o.json", overlay_document({"target": "$.none", "update": 1}))
    arguments = ["--document", document, "--overlay", overlay, "--output", desk.folder / "x.json"]

    done = subprocess.run(
        [sys.executable, "-m", "generator", "overlay", *map(str, arguments)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {overlay}, action 1 ")
    assert not (desk.folder / "x.json").exists()


def test_the_command_line_loads_no_code_generator() -> None:
    """`overlay` works, and starts quickly, where the code generators are not installed."""
    code = (
        "import sys, generator.cli, generator.overlay, generator.documents;"
        "print({'openapi_python_client', 'datamodel_code_generator', 'httpx', 'jinja2'}"
        " & set(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "set()"
