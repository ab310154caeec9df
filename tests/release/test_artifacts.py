"""`read_artifacts` takes what a build left, whole, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from release.artifacts import Artifacts, read_artifacts, sha256
from release.errors import ReleaseError

Damage = Callable[[Artifacts], object]


@pytest.fixture
def artifacts(built: Artifacts, tmp_path: Path) -> Artifacts:
    """Return a copy of what was built, without a checkout around it."""
    return read_artifacts(shutil.copytree(built.wheel.parent, tmp_path / "dist"))


def sums_of(artifacts: Artifacts) -> Path:
    """Return the list of sums."""
    return artifacts.wheel.with_name("SHA256SUMS")


def rewrite(artifacts: Artifacts, old: str, new: str) -> None:
    """Replace text in the list of sums, where it has to be."""
    text = sums_of(artifacts).read_text("utf-8")
    assert old in text
    sums_of(artifacts).write_text(text.replace(old, new), "utf-8")


def drop(artifacts: Artifacts, name: str) -> None:
    """Take the line of a file out of the list of sums."""
    rewrite(artifacts, f"{artifacts.sums[name]}  {name}\n", "")


def append(artifacts: Artifacts, name: str) -> None:
    """Add a line to the list of sums."""
    with sums_of(artifacts).open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  {name}\n")


def test_what_was_built_is_read(artifacts: Artifacts) -> None:
    """Paths, version and sums are those of the four files."""
    dist = artifacts.wheel.parent
    stem = f"talkdesk_client-{artifacts.version}"
    assert [artifacts.wheel.name, artifacts.sdist.name, artifacts.sbom.name] == [
        f"{stem}-py3-none-any.whl",
        f"{stem}.tar.gz",
        f"{stem}.cdx.json",
    ]
    assert {path.name for path in dist.iterdir()} == {*artifacts.sums, "SHA256SUMS"}
    for path in (artifacts.wheel, artifacts.sdist, artifacts.sbom):
        assert artifacts.sums[path.name] == sha256(path)


def test_the_sums_are_those_of_sha256sum(artifacts: Artifacts) -> None:
    """`sha256sum -c` passes, and the lines are sorted by name."""
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("sha256sum is not on PATH")
    run = subprocess.run(
        [tool, "--check", "--strict", "SHA256SUMS"],
        cwd=artifacts.wheel.parent,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert list(artifacts.sums) == sorted(artifacts.sums)


DAMAGES: list[tuple[Damage, str]] = [
    (lambda made: made.wheel.unlink(), r"\n  .*\.whl: missing$"),
    (lambda made: made.sdist.unlink(), r"\n  .*\.tar\.gz: missing$"),
    (lambda made: made.sbom.unlink(), r"\n  .*\.cdx\.json: missing$"),
    (lambda made: made.wheel.write_bytes(b""), r"\n  .*\.whl: not what its sum says$"),
    (lambda made: made.sbom.write_text("{}"), r"\n  .*\.cdx\.json: not what its sum says$"),
    (lambda made: made.sdist.with_name("a.whl").touch(), r"\n  a\.whl: stray$"),
    (lambda made: made.sdist.with_name(".hidden").touch(), r"\n  \.hidden: stray$"),
    (lambda made: made.sdist.with_name("folder").mkdir(), r"\n  folder: stray$"),
    (lambda made: sums_of(made).unlink(), r"SHA256SUMS is missing: .*nox -s build"),
    (lambda made: shutil.rmtree(made.wheel.parent), r"SHA256SUMS is missing: .*nox -s build"),
    (lambda made: sums_of(made).write_text(""), "names 0 wheels, not one"),
    (lambda made: sums_of(made).write_bytes(b"\xff\n"), "SHA256SUMS, line 1"),
    (lambda made: rewrite(made, "  talkdesk", " *talkdesk"), "SHA256SUMS, line 1"),
    (lambda made: rewrite(made, "  talkdesk", "  ../talkdesk"), "SHA256SUMS, line 1"),
    (lambda made: drop(made, made.sdist.name), r"\n  .*\.tar\.gz: its sum is missing$"),
    (lambda made: drop(made, made.wheel.name), "names 0 wheels, not one"),
    (
        lambda made: append(made, "other.txt"),
        r"\n  other\.txt: a stray sum$",
    ),
    (
        lambda made: append(made, made.wheel.name),
        "SHA256SUMS, line 4",
    ),
]


@pytest.mark.parametrize(("damage", "complaint"), DAMAGES)
def test_what_is_not_whole_is_named(artifacts: Artifacts, damage: Damage, complaint: str) -> None:
    """A file that is missing, changed or stray, and a list of sums that cannot be right."""
    damage(artifacts)
    with pytest.raises(ReleaseError, match=complaint):
        read_artifacts(artifacts.wheel.parent)


def test_every_problem_is_named_at_once(artifacts: Artifacts) -> None:
    """Nobody has to run it three times."""
    artifacts.wheel.unlink()
    artifacts.sdist.write_bytes(b"")
    artifacts.sdist.with_name("stray").touch()
    with pytest.raises(ReleaseError) as caught:
        read_artifacts(artifacts.wheel.parent)
    assert str(caught.value).splitlines()[1:] == [
        f"  {artifacts.wheel.name}: missing",
        "  stray: stray",
        f"  {artifacts.sdist.name}: not what its sum says",
    ]
