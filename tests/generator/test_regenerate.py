"""Regeneration gives the same bytes again, notices every stray one, and is all or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.documents import write_document

if TYPE_CHECKING:
    from generator.json_data import Json

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("spec", "overlays", "extensions", "generated", "generator/templates", "docs")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of everything that regeneration reads and writes."""
    root = tmp_path / "checkout"
    for name in INPUTS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "generator" / "config.toml", root / "generator" / "config.toml")
    return root


def files(root: Path) -> dict[str, bytes]:
    """Return every file under `generated/` with its bytes."""
    folder = root / "generated"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def run(root: Path, *options: str) -> int:
    """Run the command line on a checkout."""
    return main(["regenerate", "--root", str(root), *options])


def test_what_is_committed_is_what_the_inputs_make(checkout: Path) -> None:
    """`--check` accepts the committed files, and a second run changes no byte of them."""
    before = files(checkout)
    assert run(checkout, "--check") == 0
    assert run(checkout) == 0
    assert files(checkout) == before


def test_nothing_but_python_is_needed(checkout: Path) -> None:
    """With an empty PATH, and from another folder, the command does the same."""
    before = files(checkout)
    (checkout / "generated" / "openapi.yaml").unlink()
    run = subprocess.run(
        [sys.executable, "-m", "generator", "regenerate", "--root", str(checkout)],
        cwd=ROOT,
        env={**os.environ, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout == "added generated/openapi.yaml\n"
    assert files(checkout) == before


def test_a_missing_folder_is_made_whole(checkout: Path) -> None:
    """Without `generated/`, regeneration makes all of it, and leaves nothing else behind."""
    before = files(checkout)
    beside = sorted(path.name for path in checkout.iterdir())
    shutil.rmtree(checkout / "generated")
    assert run(checkout, "--check") == 1
    assert not (checkout / "generated").exists()
    assert run(checkout) == 0
    assert files(checkout) == before
    assert sorted(path.name for path in checkout.iterdir()) == beside


@pytest.mark.parametrize(
    "name",
    [
        "openapi.yaml",
        "lock.json",
        "talkdesk_client/models/callback.py",
        "talkdesk_client/_document/openapi.yaml",
        "talkdesk_schemas/models.py",
    ],
)
def test_a_changed_byte_is_named(
    checkout: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` fails on one changed byte, names the file, and mends nothing."""
    path = checkout / "generated" / name
    path.write_bytes(path.read_bytes() + b" ")
    changed = files(checkout)
    assert run(checkout, "--check") == 1
    assert f"generated/{name}: differs" in capsys.readouterr().err
    assert files(checkout) == changed


def test_a_lock_that_is_no_json_any_more_is_named(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken lock is a difference as any other."""
    lock = checkout / "generated" / "lock.json"
    lock.write_bytes(b"[" + lock.read_bytes()[1:])
    assert run(checkout, "--check") == 1
    assert "generated/lock.json: differs" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["[client", "[client]\n", "[schemas]\noptions = 1\n[client]\n"])
def test_settings_that_are_wrong_are_told(
    checkout: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the file; the exit code is not that of a difference."""
    (checkout / "generator" / "config.toml").write_text(text)
    assert run(checkout, "--check") == 2
    assert "config.toml: " in capsys.readouterr().err


def test_a_checkout_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made where nothing is."""
    assert run(tmp_path / "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("template", "old", "new", "complaint"),
    [
        ("model.py.jinja", "{% endfor %}", "{% endfro %}", "a template fails"),
        ("model.py.jinja", "import attrs as _attrs", "import no_such_module", "cannot be imported"),
        ("reply_model.jinja", "return self\n", "return (self\n", "ruff"),
    ],
)
def test_a_template_that_writes_nonsense_is_caught_before_the_move(
    checkout: Path,
    template: str,
    old: str,
    new: str,
    complaint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What does not render, parse or import never reaches `generated/`."""
    path = checkout / "generator" / "templates" / template
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    before = files(checkout)
    assert run(checkout) == 2
    assert complaint in capsys.readouterr().err
    assert files(checkout) == before


def test_line_ends_of_a_checkout_do_not_matter(checkout: Path) -> None:
    """Inputs with CR LF make the same lock and the same code."""
    for path in [*(checkout / "overlays").iterdir(), checkout / "spec" / "talkdesk.yaml"]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(checkout, "--check") == 0


def test_a_stray_file_and_a_lost_file_are_named(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files that nobody generates, and files that are gone, are differences; a run mends both."""
    before = files(checkout)
    (checkout / "generated" / "talkdesk_client" / "helper.py").write_text("x = 1\n")
    (checkout / "generated" / "talkdesk_client" / "client.py").unlink()
    assert run(checkout, "--check") == 1
    message = capsys.readouterr().err
    assert "generated/talkdesk_client/helper.py: not generated" in message
    assert "generated/talkdesk_client/client.py: missing" in message
    assert run(checkout) == 0
    assert files(checkout) == before


@pytest.mark.parametrize(
    "name",
    [
        "overlays/10-callback-query.yaml",
        "spec/talkdesk.yaml",
        "generator/config.toml",
        "generator/templates/model.py.jinja",
    ],
)
def test_a_changed_input_is_named_even_if_it_changes_no_code(
    checkout: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A comment in an input changes the lock, and `--check` says which input it was."""
    path = checkout / name
    comment = "{# a comment #}" if path.suffix == ".jinja" else "# a comment\n"
    path.write_text(path.read_text("utf-8") + comment, "utf-8")
    assert run(checkout, "--check") == 1
    message = capsys.readouterr().err
    assert "generated/lock.json: differs" in message
    assert f"{name}: changed since generated/ was made" in message


def test_a_correction_reaches_the_client_by_regeneration_alone(checkout: Path) -> None:
    """A member added by an overlay becomes an attribute that is read by its second name too."""
    (checkout / "overlays" / "50-more.yaml").write_text(
        """
overlay: 1.1.0
info: {title: One more member, version: 0.1.0}
actions:
  - target: $.components.schemas.Callback.properties
    update:
      attempts: {type: integer, minimum: 0, description: Attempts so far., x-aliases: [tries]}
    x-erratum: A-16
    x-reason: One more member.
    x-evidence: This test.
    x-confidence: low
    x-matches: 1
""",
        "utf-8",
    )
    assert run(checkout) == 0
    model = (checkout / "generated/talkdesk_client/models/callback.py").read_text("utf-8")
    assert "attempts: int | None = None" in model
    assert """_read.second_name(unknown, value, name, "tries")""" in model
    assert (
        "attempts (int | None): Attempts so far. At least 0. Also read by the name tries." in model
    )
    assert run(checkout, "--check") == 0


# An action that is fine but for what a test makes wrong in it.
MARKS: dict[str, Json] = {
    "x-erratum": "A-1",
    "x-reason": "A test.",
    "x-evidence": "None.",
    "x-confidence": "low",
    "x-matches": 1,
}
CALLBACK = "$.components.schemas.Callback.properties"


@pytest.mark.parametrize(
    ("action", "complaint"),
    [
        ({"target": "$.nothing", "remove": True, "x-erratum": "A-99"}, "A-99"),
        (
            {"target": "$.paths['/schedule-callbacks'].get.operationId", "remove": True},
            "needs an operationId",
        ),
        (
            {"target": "$.components.schemas.CallbackStatus", "update": {"type": "nonsense"}},
            "effective document",
        ),
        (
            {"target": CALLBACK, "update": {"to_dict": {"type": "string"}}},
            "rename the member by an overlay",
        ),
        (
            {"target": CALLBACK, "update": {"inline": {"type": "object"}}},
            "make it a component",
        ),
        (
            {"target": "$..examples['one-of-many'].value.total", "update": "minus one"},
            "minus one",
        ),
        ({"target": CALLBACK, "update": {}, "x-erratum": "A-99"}, "not registered: A-99"),
        ({"target": CALLBACK, "update": {}, "x-reason": None}, "x-reason is missing"),
        ({"target": CALLBACK, "update": {}, "x-confidence": "very"}, "one of high, medium, low"),
        ({"target": CALLBACK, "update": {}, "x-raeson": "A slip."}, "x-raeson has no place here"),
        (
            {"target": CALLBACK, "update": {}, "x-purpose": "naming"},
            "x-confidence has no place here",
        ),
    ],
)
def test_a_failure_leaves_everything_as_it_was(
    checkout: Path,
    action: dict[str, Json],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever is wrong with the inputs, the message says it and no file changes."""
    overlay: dict[str, Json] = {
        "overlay": "1.1.0",
        "info": {"title": "Wrong", "version": "0.1.0"},
        "actions": [{**MARKS, **action}],
    }
    write_document(checkout / "overlays" / "99-wrong.json", overlay)
    before = files(checkout)
    beside = sorted(path.name for path in checkout.iterdir())
    assert run(checkout) == 2
    assert complaint in capsys.readouterr().err
    assert files(checkout) == before
    assert sorted(path.name for path in checkout.iterdir()) == beside


@pytest.mark.parametrize("name", ["95-more.txt", "95-more.YAML", "95-more.yaml.bak", "more"])
def test_nothing_among_the_overlays_is_left_out_in_silence(
    checkout: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no overlay by its name is refused; hidden files are an editor's own."""
    (checkout / "overlays" / ".#95-more.yaml").write_text("not an overlay")
    assert run(checkout, "--check") == 0
    (checkout / "overlays" / name).touch()
    assert run(checkout, "--check") == 2
    assert name in capsys.readouterr().err


def test_the_page_about_errata_is_checked_and_mended(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is written by regeneration like the code, though it stands among the documentation."""
    page = checkout / "docs" / "errata.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("A-13", "A-14"), "utf-8")
    assert run(checkout, "--check") == 1
    assert "docs/errata.md: differs" in capsys.readouterr().err
    assert run(checkout) == 0
    assert capsys.readouterr().out == "changed docs/errata.md\n"
    assert page.read_text("utf-8") == text
