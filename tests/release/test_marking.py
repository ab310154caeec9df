"""Marking a release: version, date, commit and tag, all of them or none."""

from __future__ import annotations

import os
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from release.errors import ReleaseError
from release.marking import STEPS, mark, next_version, plan
from tests.release.checkouts import commit, git

TODAY = date(2026, 11, 22)
NUMBERS = st.tuples(*[st.integers(0, 10_000)] * 3)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout that has what a release changes, and a git that knows who commits."""
    for variable in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.setenv(variable, "A tester")
    for variable in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(variable, "tester@example.invalid")
    root = tmp_path / "project"
    root.mkdir()
    (root / "pyproject.toml").write_text(
        '[project]\nname = "x"\nversion = "1.2.3"\n\n[tool.other]\nsince = "1.2.3"\n', "utf-8"
    )
    (root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n"
        "## 1.2.3 - 2026-01-01\n\n- Old.\n",
        "utf-8",
    )
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    commit(root)
    return root


def version(root: Path) -> str:
    """Return what pyproject.toml says."""
    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])


@given(NUMBERS, st.sampled_from(STEPS))
def test_the_next_version_is_later_and_ends_in_zeros(numbers: tuple[int, ...], step: str) -> None:
    """One number grows by one, those before it stay, those behind it are zero."""
    after = tuple(map(int, next_version(".".join(map(str, numbers)), step).split(".")))
    place = STEPS.index(step)
    assert after > numbers
    assert after[:place] == numbers[:place]
    assert after[place] == numbers[place] + 1
    assert set(after[place + 1 :]) <= {0}


@pytest.mark.parametrize("text", ["1.2", "1.2.3.4", "1.2.3rc1", "v1.2.3", "1.02.3", "one", ""])
def test_a_version_of_another_form_is_refused(text: str) -> None:
    """It would be rewritten into something that nobody asked for."""
    with pytest.raises(ReleaseError, match=re.escape(repr(text))):
        next_version(text, "patch")


@pytest.mark.parametrize(
    ("step", "expected"), [("major", "2.0.0"), ("minor", "1.3.0"), ("patch", "1.2.4")]
)
def test_a_release_is_one_commit_and_its_tag(project: Path, step: str, expected: str) -> None:
    """Version and date stand in one clean commit; what was new stands below its date."""
    before = git(project, "rev-parse", "HEAD").strip()
    assert mark(project, step, TODAY) == f"v{expected}"
    assert version(project) == expected
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "rev-parse", "HEAD~1").strip() == before
    assert git(project, "describe", "--exact-match").strip() == f"v{expected}"
    assert git(project, "cat-file", "-t", f"v{expected}").strip() == "tag"
    assert git(project, "log", "-1", "--format=%s").strip() == f"Release {expected}"
    changed = git(project, "diff", "--name-only", "HEAD~1", "HEAD").split()
    assert changed == ["CHANGELOG.md", "pyproject.toml"]
    assert (project / "CHANGELOG.md").read_text("utf-8") == (
        f"# Changelog\n\n## Unreleased\n\n## {expected} - 2026-11-22\n\n### Added\n\n- A thing.\n\n"
        "## 1.2.3 - 2026-01-01\n\n- Old.\n"
    )


def test_other_versions_in_the_file_stay(project: Path) -> None:
    """Only the project's own is set."""
    mark(project, "minor", TODAY)
    assert 'since = "1.2.3"' in (project / "pyproject.toml").read_text("utf-8")


def test_nothing_new_is_nothing_to_release(project: Path) -> None:
    """A second release right after the first has an empty section."""
    mark(project, "minor", TODAY)
    with pytest.raises(ReleaseError, match="nothing stands below `## Unreleased`"):
        mark(project, "minor", TODAY)
    assert version(project) == "1.3.0"


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("CHANGELOG.md", "## Unreleased", "## Coming", "no line `## Unreleased`"),
        ("CHANGELOG.md", "- A thing.", "A thing.", "say what is new"),
        ("pyproject.toml", 'version = "1.2.3"', "version = '1.2.3'", "one line has to be"),
        ("pyproject.toml", '"1.2.3"\n\n', '"1.2"\n\n', "of the form 1.2.3"),
    ],
)
def test_what_cannot_be_released_is_told_and_left_as_it_is(
    project: Path, name: str, old: str, new: str, complaint: str
) -> None:
    """The message names the file; nothing is committed, tagged or changed."""
    path = project / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    git(project, "add", ".")
    commit(project)
    head = git(project, "rev-parse", "HEAD")
    with pytest.raises(ReleaseError, match=complaint):
        mark(project, "minor", TODAY)
    assert git(project, "rev-parse", "HEAD") == head
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "tag") == ""


def test_a_tag_that_is_there_is_not_moved(project: Path) -> None:
    """Somebody has released that version before."""
    git(project, "tag", "v1.3.0")
    with pytest.raises(ReleaseError, match=r"the tag v1\.3\.0 is there already"):
        mark(project, "minor", TODAY)
    assert version(project) == "1.2.3"


def test_a_dirty_checkout_is_refused(project: Path) -> None:
    """What is released is what was checked."""
    (project / "draft.txt").write_text("x")
    with pytest.raises(ReleaseError, match=r"untracked: draft\.txt"):
        mark(project, "minor", TODAY)


def test_a_commit_that_git_refuses_leaves_nothing_behind(project: Path) -> None:
    """A hook says no: both files are as they were, nothing is staged, and there is no tag."""
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(ReleaseError, match="not today"):
        mark(project, "minor", TODAY)
    assert git(project, "status", "--porcelain") == ""
    assert (version(project), git(project, "tag")) == ("1.2.3", "")


def test_a_tag_that_git_refuses_undoes_the_commit(project: Path) -> None:
    """A name below the tag's own keeps git from making it."""
    git(project, "tag", "v1.3.0/draft")
    head = git(project, "rev-parse", "HEAD")
    with pytest.raises(ReleaseError, match="git tag fails"):
        mark(project, "minor", TODAY)
    assert git(project, "rev-parse", "HEAD") == head
    assert git(project, "status", "--porcelain") == ""
    assert version(project) == "1.2.3"


@pytest.mark.parametrize("reference", ["refs/heads/main", "refs/tags/v1.3.0"])
@pytest.mark.parametrize("state", ["prepared", "committed"])
@pytest.mark.parametrize(
    ("signal", "error"),
    [(f"INT {os.getpid()}", KeyboardInterrupt), ("TERM $PPID", ReleaseError)],
    ids=["we", "git"],
)
def test_an_interruption_at_any_moment_leaves_nothing_behind(
    project: Path, reference: str, state: str, signal: str, error: type[BaseException]
) -> None:
    """Ctrl-C, or the end of git, right before and after each thing it writes: all is as it was."""
    hook = project / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    # Once: what undoes the release writes references, too.
    hook.write_text(
        f"#!/bin/sh\n[ $1 = {state} ] && grep -q ' {reference}$' || exit 0\n"
        f"mkdir {project}/.git/fired 2> /dev/null || exit 0\nkill -{signal}\n"
    )
    hook.chmod(0o755)
    head = git(project, "rev-parse", "HEAD")
    with pytest.raises(error):
        mark(project, "minor", TODAY)
    assert (project / ".git" / "fired").is_dir()
    assert git(project, "rev-parse", "HEAD") == head
    assert (git(project, "status", "--porcelain"), git(project, "tag")) == ("", "")
    assert version(project) == "1.2.3"
    assert mark(project, "minor", TODAY) == "v1.3.0"


def test_what_cannot_be_undone_is_told_with_the_way_out(project: Path) -> None:
    """The tag is refused, and so is everything after it: the message has the commands."""
    hook = project / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        "#!/bin/sh\ncase $1 in prepared) ;; *) exit 0;; esac\n"
        f"mkdir {project}/.git/first 2> /dev/null && exit 0\nexit 1\n"
    )
    hook.chmod(0o755)
    head = git(project, "rev-parse", "HEAD").strip()
    with pytest.raises(ReleaseError, match=rf"git reset {head}\n.*git reset fails"):
        mark(project, "minor", TODAY)
    hook.unlink()
    git(project, "reset", head)
    assert (git(project, "status", "--porcelain"), version(project)) == ("", "1.2.3")


def test_line_endings_stay_as_they_are(project: Path) -> None:
    """Files with CRLF have it in every line afterwards, the new ones included."""
    paths = [project / "pyproject.toml", project / "CHANGELOG.md"]
    for path in paths:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    git(project, "add", ".")
    commit(project)
    mark(project, "minor", TODAY)
    assert version(project) == "1.3.0"
    for path in paths:
        content = path.read_bytes()
        assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    changelog = paths[1].read_bytes()
    assert b"## Unreleased\r\n\r\n## 1.3.0 - 2026-11-22\r\n\r\n### Added" in changelog


def test_a_heading_of_another_level_is_not_taken_for_the_section(project: Path) -> None:
    """Text that ends in the same words stands before it, and stays."""
    path = project / "CHANGELOG.md"
    text = path.read_text("utf-8").replace("# Changelog\n", "# Changelog\n\n### Unreleased\n", 1)
    path.write_text(text, "utf-8")
    git(project, "add", ".")
    commit(project)
    mark(project, "minor", TODAY)
    assert path.read_text("utf-8").startswith(
        "# Changelog\n\n### Unreleased\n\n## Unreleased\n\n## 1.3.0 - 2026-11-22\n\n### Added"
    )


def test_a_plan_changes_nothing(project: Path) -> None:
    """It says what the release would be."""
    head = git(project, "rev-parse", "HEAD")
    assert plan(project, "major", TODAY).tag == "v2.0.0"
    assert git(project, "rev-parse", "HEAD") == head
    assert git(project, "status", "--porcelain") == ""
