"""What is not as it has to be is refused, named, and leaves `dist/` as it was."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from release.artifacts import Artifacts
from release.checkout import require_clean
from release.cli import main
from release.contents import check_contents, check_sizes, check_wheel, names_of
from release.errors import ReleaseError
from tests.release.checkouts import ROOT, commit, files, git

if TYPE_CHECKING:
    from pathlib import Path

LISTS = ("release/contents/sdist.txt", "release/contents/wheel.txt")


class Bench:
    """A checkout whose build is going to be refused."""

    def __init__(self, root: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capture = capture

    def build(self, *options: str) -> str:
        """Build, which must fail and change nothing; return the message."""
        before, beside = files(self.root / "dist"), sorted(self.root.iterdir())
        lists = [(self.root / name).read_bytes() for name in LISTS]
        assert main(["build", "--root", str(self.root), *options]) == 1
        assert files(self.root / "dist") == before
        assert sorted(self.root.iterdir()) == beside
        assert [(self.root / name).read_bytes() for name in LISTS] == lists
        return self.capture.readouterr().err

    def edit(self, name: str, pattern: str, text: str) -> None:
        """Replace the one place of a file that a pattern fits."""
        path = self.root / name
        changed, count = re.subn(pattern, text, path.read_text("utf-8"), flags=re.DOTALL)
        assert count == 1
        path.write_text(changed, "utf-8")


@pytest.fixture
def bench(checkout: Path, capsys: pytest.CaptureFixture[str]) -> Bench:
    """Return a checkout of the test's own, with `dist/`."""
    return Bench(checkout, capsys)


def test_files_that_are_not_listed_and_files_that_are_lost_are_named(bench: Bench) -> None:
    """Both, in both archives, one a line; `--update-contents` then takes them as they are."""
    core = bench.root / "extensions" / "talkdesk_core"
    (core / "extra.py").write_text("", "utf-8")
    (core / "regions.py").unlink()
    git(bench.root, "add", "--all")
    error = bench.build()
    for line in (
        "talkdesk_core/extra.py: built, not in release/contents/wheel.txt",
        "talkdesk_core/regions.py: in release/contents/wheel.txt, not built",
        "extensions/talkdesk_core/extra.py: built, not in release/contents/sdist.txt",
        "extensions/talkdesk_core/regions.py: in release/contents/sdist.txt, not built",
    ):
        assert f"\n  {line}\n" in error
    assert error.count("\n  ") == 4
    assert "--update-contents" in error

    assert main(["build", "--root", str(bench.root), "--update-contents"]) == 0
    changed = git(bench.root, "diff", "--unified=0", "--", *LISTS).splitlines()
    assert [line for line in changed if re.match(r"[+-](?![+-])", line)] == [
        "+extensions/talkdesk_core/extra.py",
        "-extensions/talkdesk_core/regions.py",
        "+talkdesk_core/extra.py",
        "-talkdesk_core/regions.py",
    ]


def test_what_no_wheel_may_lack_cannot_be_updated_away(bench: Bench) -> None:
    """Without a marker of types, `--update-contents` is refused too."""
    (bench.root / "generated" / "talkdesk_schemas" / "py.typed").unlink()
    assert "\n  talkdesk_schemas/py.typed: missing\n" in bench.build("--update-contents")


def test_tests_and_generator_cannot_be_updated_in(bench: Bench) -> None:
    """A package that is not one of the four is refused, whatever the lists say."""
    bench.edit(
        "pyproject.toml",
        r'  "extensions/talkdesk_sandbox",\n\]\n\n\[tool.hatch.build.targets.sdist\]\n.*?\n\]\n',
        '  "extensions/talkdesk_sandbox",\n  "generator",\n]\n',
    )
    error = bench.build("--update-contents")
    assert "\n  generator/cli.py: in none of the packages\n" in error


def test_a_page_for_the_index_that_is_missing_is_refused(bench: Bench) -> None:
    """What twine only warns of counts: metadata without a description are refused."""
    bench.edit("pyproject.toml", r'readme = "README\.md"\n', "")
    error = bench.build()
    assert "twine check fails" in error
    assert "long_description" in error


def test_a_backend_that_fails_is_quoted(bench: Bench) -> None:
    """The message has what the tool says."""
    bench.edit("pyproject.toml", r'version = "0[^"]*"', 'version = "one"')
    error = bench.build()
    assert "build --no-isolation fails" in error
    assert "Invalid version" in error


@pytest.mark.parametrize("key", ["wheel", "sdist"])
def test_too_big_is_refused_with_both_sizes(key: str, checkout: Path, artifacts: Artifacts) -> None:
    """One byte more than the budget is one too many."""
    archive = artifacts.wheel if key == "wheel" else artifacts.sdist
    size = archive.stat().st_size
    budget = checkout / "release/contents/budget.toml"
    text = budget.read_text("utf-8")
    check_sizes(checkout, artifacts.wheel, artifacts.sdist)
    budget.write_text(re.sub(rf"(?m)^{key} = .*$", f"{key} = {size}", text), "utf-8")
    check_sizes(checkout, artifacts.wheel, artifacts.sdist)
    budget.write_text(re.sub(rf"(?m)^{key} = .*$", f"{key} = {size - 1}", text), "utf-8")
    with pytest.raises(ReleaseError, match=f"{archive.name} has {size} bytes, 1 more than"):
        check_sizes(checkout, artifacts.wheel, artifacts.sdist)


@pytest.mark.parametrize("text", ["", "wheel = 'much'\n", "wheel = \n", None])
def test_a_budget_that_says_nothing_is_told(
    text: str | None, checkout: Path, artifacts: Artifacts
) -> None:
    """Missing, broken and no number are errors that name the file."""
    budget = checkout / "release/contents/budget.toml"
    budget.unlink()
    if text is not None:
        budget.write_text(text, "utf-8")
    with pytest.raises(ReleaseError, match=r"budget\.toml"):
        check_sizes(checkout, artifacts.wheel, artifacts.sdist)


def test_a_list_that_is_missing_is_told(checkout: Path, artifacts: Artifacts) -> None:
    """The message says how to make it."""
    (checkout / LISTS[0]).unlink()
    with pytest.raises(ReleaseError, match=r"sdist\.txt: .*--update-contents"):
        check_contents(checkout, artifacts.wheel, artifacts.sdist, artifacts.version)


def test_a_budget_that_is_passed_leaves_everything(bench: Bench) -> None:
    """The check is part of the build."""
    (bench.root / "release/contents/budget.toml").write_text("wheel = 1\nsdist = 1\n", "utf-8")
    assert "more than budget.toml allows" in bench.build()


def test_a_folder_with_other_things_is_not_replaced(bench: Bench) -> None:
    """What no build makes is named before anything is built."""
    (bench.root / "dist" / "notes.txt").write_text("mine", "utf-8")
    assert "\n  notes.txt\n" in bench.build()


def test_a_file_is_no_output(bench: Bench, tmp_path: Path) -> None:
    """It is left as it is."""
    (tmp_path / "file").write_text("mine", "utf-8")
    assert "is no folder" in bench.build("--output", str(tmp_path / "file"))
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_link_is_no_output(bench: Bench, tmp_path: Path) -> None:
    """Neither the link nor what it leads to is touched; a link to nothing is refused too."""
    real = tmp_path / "real"
    shutil.copytree(bench.root / "dist", real)
    before = files(real)
    for number, target in enumerate((real, tmp_path / "nothing")):
        link = tmp_path / f"link-{number}"
        link.symlink_to(target)
        assert f"{link} is a link" in bench.build("--output", str(link))
        assert link.readlink() == target
    assert files(real) == before
    assert not (tmp_path / "nothing").exists()


def test_a_lock_that_cannot_be_read_is_named_where_it_stands(bench: Bench) -> None:
    """The message has the path of the checkout, though a copy was read."""
    (bench.root / "requirements" / "runtime.txt").write_text("?\n", "utf-8")
    assert f"{bench.root / 'requirements' / 'runtime.txt'}, line 1" in bench.build()


def test_without_git_there_is_no_release(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder without a repository, without a commit, or inside of another's is refused."""
    bare = shutil.copytree(checkout, tmp_path / "bare", ignore=shutil.ignore_patterns(".git"))
    assert main(["build", "--root", str(bare), "--output", str(tmp_path / "x")]) == 1
    assert "git" in capsys.readouterr().err
    git(bare, "init", "--quiet")
    assert main(["build", "--root", str(bare), "--output", str(tmp_path / "x")]) == 1
    assert "git log fails" in capsys.readouterr().err
    inner = checkout / "extensions"
    assert main(["build", "--root", str(inner), "--output", str(tmp_path / "x")]) == 1
    assert "no git checkout of its own" in capsys.readouterr().err
    assert main(["build", "--root", str(tmp_path / "nowhere")]) == 1
    assert "no such folder" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_link_is_refused(bench: Bench) -> None:
    """What a link leads to is no part of a commit."""
    (bench.root / "docs" / "more.md").symlink_to("/etc/hostname")
    git(bench.root, "add", "docs/more.md")
    assert "docs/more.md: only plain files" in bench.build()


def test_changed_and_untracked_files_are_named(checkout: Path) -> None:
    """A clean checkout passes, `dist/` or not; each kind of difference has its line."""
    require_clean(checkout)
    (checkout / "README.md").write_text("", "utf-8")
    (checkout / "LICENSE").unlink()
    (checkout / "new file").write_text("", "utf-8")
    git(checkout, "mv", "CHANGELOG.md", "CHANGES.md")
    with pytest.raises(ReleaseError) as caught:
        require_clean(checkout)
    assert sorted(str(caught.value).splitlines()[1:]) == [
        "  changed: CHANGELOG.md",
        "  changed: CHANGES.md",
        "  changed: LICENSE",
        "  changed: README.md",
        "  untracked: new file",
    ]
    git(checkout, "add", "--all")
    commit(checkout)
    require_clean(checkout)


def test_many_differences_are_counted(checkout: Path) -> None:
    """The message stays readable."""
    for number in range(30):
        (checkout / f"{number}.txt").write_text("", "utf-8")
    with pytest.raises(ReleaseError, match=r"and 10 more$"):
        require_clean(checkout)


def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown option, no command, and no address are errors of their own kind."""
    for arguments in (["build", "--fast"], [], ["publish"], ["build", "--update"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
    capsys.readouterr()


def test_the_wheel_holds_what_users_import_and_nothing_else(built: Artifacts) -> None:
    """Five packages, each with its marker, the document, its lock and the licence."""
    check_wheel(built.wheel, built.version)
    names = names_of(built.wheel, built.version)
    assert {name.split("/")[0] for name in names} == {
        "talkdesk_client",
        "talkdesk_changes",
        "talkdesk_core",
        "talkdesk_sandbox",
        "talkdesk_schemas",
        "talkdesk_client-VERSION.dist-info",
    }
    assert {name.rpartition(".")[2] for name in names if ".dist-info/" not in name} == {
        *("py", "typed", "json", "yaml"),
    }


def test_pages_that_the_readme_links_to_are_in_the_sdist(built: Artifacts) -> None:
    """An index shows the README alone: the text of a link is the path of its file, too."""
    names = names_of(built.sdist, built.version)
    links = re.findall(r"\[([^]]+)\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    for text, target in links:
        assert text == target
        assert target in names
    assert not [name for name in names if name.startswith(("tests/", "generator/", "release/"))]
