"""The same commit gives the same bytes, whatever lies around; other files give others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from release.artifacts import Artifacts, read_artifacts, sha256
from release.building import build
from release.checkout import commit_time, copy_tracked_files
from release.errors import ReleaseError
from release.tools import run_tool
from tests.release.checkouts import COMMIT_TIME, check_out_anew, commit, files, git, release

# Some of these would change a build that read them, or the tools that it runs.
UNTRACKED = (
    "extensions/talkdesk_core/.DS_Store",
    "extensions/talkdesk_core/client.py~",
    "extensions/talkdesk_core/.client.py.swp",
    "extensions/talkdesk_core/client.py.orig",
    "extensions/talkdesk_core/draft.py",
    "generated/talkdesk_client/secrets.env",
    "docs/draft.md",
    "hatch.toml",
    "hatch_build.py",
    "setup.py",
    "twine.py",
)
IGNORED = (
    "build/__init__.py",
    "extensions/talkdesk_core/__pycache__/client.cpython-311.pyc",
    "extensions/talkdesk_core/client.pyc",
    "generated/talkdesk_client/build/lib.py",
    "generated/talkdesk_client.egg-info/PKG-INFO",
)


def elsewhere(checkout: Path, folder: Path) -> Path:
    """Return the checkout in another folder, in every way that git does not record another."""
    root = folder / "Another folder" / "ünder" / "it"
    shutil.copytree(checkout, root, ignore=shutil.ignore_patterns("dist"))
    use_crlf(root)
    for number, name in enumerate(sorted(git(root, "ls-files").splitlines())):
        path = root / name
        path.chmod(path.stat().st_mode & 0o700)
        os.utime(path, (number, 86_400 * number))
    for name in (*UNTRACKED, *IGNORED):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("raise SystemExit('a stray file was run')\n", "utf-8")
    # A pattern above the checkout that ignores whatever is generated.
    (folder / ".gitignore").write_text("generated/\n*.py\n", "utf-8")
    return root


def use_crlf(root: Path) -> None:
    """Give every text of the working tree CRLF, though .gitattributes says otherwise."""
    (root / ".git" / "info" / "attributes").write_text("* text=auto\n", "utf-8")
    git(root, "config", "core.autocrlf", "true")
    check_out_anew(root)
    assert b"\r\n" in (root / "README.md").read_bytes()
    assert git(root, "status", "--porcelain", "--untracked-files=no") == ""


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def copied(root: Path, folder: Path) -> dict[str, bytes]:
    """Return what is copied for a build."""
    copy_tracked_files(root, folder)
    return tree(folder)


def test_two_builds_in_two_folders_are_equal(checkout: Path, tmp_path: Path) -> None:
    """Folder, umask, permissions, times, line endings, zone, clock and stray files change no byte.

    Nor does a hash seed.
    """
    root = elsewhere(checkout, tmp_path / "elsewhere")
    run = release(
        root,
        "build",
        umask=0o077,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="4711",
        SOURCE_DATE_EPOCH="1",
        HATCH_METADATA_CLASSIFIERS_NO_VERIFY="1",
        GIT_INDEX_FILE="nowhere",
    )
    assert run.returncode == 0, run.stderr
    assert files(root / "dist") == files(checkout / "dist")
    # Everybody may read them, though the umask says otherwise.
    assert (root / "dist").stat().st_mode & 0o777 == 0o755
    assert {path.stat().st_mode & 0o777 for path in (root / "dist").iterdir()} == {0o644}
    assert run.stderr == (
        f"note: this is not what the last commit holds (untracked files, left out: "
        f"{len(UNTRACKED)})\n"
    )


def test_a_second_hash_seed_and_umask_are_equal_too(checkout: Path) -> None:
    """Repeated over an earlier build, the same bytes come out, and nothing is said of changes."""
    before = files(checkout / "dist")
    run = release(checkout, "build", umask=0o022, TZ="America/St_Johns", PYTHONHASHSEED="1")
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert files(checkout / "dist") == before


def test_a_changed_file_gives_other_bytes(checkout: Path, artifacts: Artifacts) -> None:
    """A tracked file is taken as it stands, and that is said; nothing of the old bytes is left."""
    path = checkout / "extensions/talkdesk_core/client.py"
    path.write_text(path.read_text("utf-8") + "# Changed.\n", "utf-8")
    run = release(checkout, "build")
    assert run.returncode == 0, run.stderr
    changed = read_artifacts(checkout / "dist")
    assert run.stderr == (
        "note: this is not what the last commit holds (changed files, taken as they stand: 1)\n"
    )
    assert set(changed.sums) == set(artifacts.sums)
    assert not set(changed.sums.values()) & set(artifacts.sums.values())
    with zipfile.ZipFile(changed.wheel) as wheel:
        assert wheel.read("talkdesk_core/client.py") == path.read_bytes()


def test_every_entry_has_the_time_of_the_commit(built: Artifacts) -> None:
    """It is the commit's in both archives, without a trace of who built them."""
    with tarfile.open(built.sdist) as sdist:
        members = sdist.getmembers()
    assert {member.mtime for member in members} == {COMMIT_TIME}
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {
        (0, 0, "", "")
    }
    assert {member.mode for member in members} <= {0o644, 0o755}
    with zipfile.ZipFile(built.wheel) as wheel:
        assert {entry.date_time for entry in wheel.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_the_copy_has_the_permissions_that_git_records(checkout: Path, tmp_path: Path) -> None:
    """Those of the working tree are not looked at."""
    for path in (path for path in checkout.rglob("*") if path.is_file()):
        path.chmod(path.stat().st_mode & 0o700)
    copy_tracked_files(checkout, tmp_path / "copy")
    executable = {
        path.relative_to(tmp_path / "copy").as_posix(): path.stat().st_mode & 0o777
        for path in (tmp_path / "copy").rglob("*")
        if path.is_file() and path.stat().st_mode & 0o777 != 0o644
    }
    assert executable == {".ci/run": 0o755}


def test_line_endings_are_those_of_the_commit(checkout: Path, tmp_path: Path) -> None:
    """The settings of a machine give the working tree others; what is copied stays the same."""
    before = copied(checkout, tmp_path / "before")
    use_crlf(checkout)
    assert copied(checkout, tmp_path / "after") == before


def test_no_setting_changes_the_line_endings_of_a_checkout(checkout: Path, tmp_path: Path) -> None:
    """`.gitattributes` keeps core.autocrlf from every file: what is tested is what is released."""
    git(checkout, "config", "core.autocrlf", "true")
    check_out_anew(checkout)
    for name, content in copied(checkout, tmp_path / "copy").items():
        assert (checkout / name).read_bytes() == content, name


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_an_edit_that_git_overlooks_is_not_released(
    flag: str, checkout: Path, tmp_path: Path
) -> None:
    """Nothing says that it is there, so the committed file is taken; a removed one as well."""
    before = copied(checkout, tmp_path / "before")
    git(checkout, "update-index", flag, "README.md", "LICENSE")
    (checkout / "README.md").write_text("Edited.\n", "utf-8")
    (checkout / "LICENSE").unlink()
    assert copied(checkout, tmp_path / "after") == before


def test_what_git_calls_changed_is_copied_as_it_stands(checkout: Path, tmp_path: Path) -> None:
    """Edited, staged or added: the bytes of the working tree, any bytes; removed: left out."""
    before = copied(checkout, tmp_path / "before")
    edits = {"README.md": b"\xff\r\n\0", "docs/ünder.md": b"", "CHANGELOG.md": b"Later.\n"}
    (checkout / "CHANGELOG.md").write_bytes(b"Staged.\n")
    (checkout / "docs/ünder.md").touch()
    git(checkout, "add", "--all")
    for name, content in edits.items():
        (checkout / name).write_bytes(content)
    (checkout / "LICENSE").unlink()
    del before["LICENSE"]
    assert copied(checkout, tmp_path / "after") == {**before, **edits}
    git(checkout, "add", "--all")
    commit(checkout)
    assert copied(checkout, tmp_path / "committed") == {**before, **edits}


def test_a_file_that_git_has_lost_is_told(checkout: Path, tmp_path: Path) -> None:
    """A damaged clone is no release."""
    (checkout / "README.md").write_text("Soon lost.\n", "utf-8")
    git(checkout, "add", "README.md")
    commit(checkout)
    lost = git(checkout, "rev-parse", "HEAD:README.md").strip()
    (checkout / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(ReleaseError, match=f"git lacks the file {lost}"):
        copy_tracked_files(checkout, tmp_path / "copy")


# Answers git both when a commit is signed and when it is checked.
SIGNER = """#!/bin/sh
cat > /dev/null
printf '\\n[GNUPG:] SIG_CREATED \\n' >&2
echo '-----BEGIN PGP SIGNATURE-----'
echo '-----END PGP SIGNATURE-----'
"""


def test_a_signature_that_git_shows_is_not_taken_for_the_time(
    checkout: Path, tmp_path: Path
) -> None:
    """`log.showSignature` prints lines that nobody asked for."""
    signer = tmp_path / "signer"
    signer.write_text(SIGNER, "utf-8")
    signer.chmod(0o755)
    git(checkout, "config", "gpg.program", str(signer))
    git(checkout, "config", "user.name", "A tester")
    git(checkout, "config", "user.email", "tester@example.invalid")
    git(checkout, "commit", "--quiet", "--allow-empty", "--gpg-sign=x", "--message", "Signed")
    git(checkout, "config", "log.showSignature", "true")
    assert git(checkout, "log", "-1", "--format=%ct") != f"{COMMIT_TIME}\n"
    assert commit_time(checkout) == COMMIT_TIME


def test_tools_do_not_read_the_folder_they_run_in(tmp_path: Path) -> None:
    """A module of the tool's name that stands there is not what runs."""
    (tmp_path / "twine.py").write_text("raise SystemExit('a stray file was run')\n", "utf-8")
    run_tool("twine", "--version", folder=tmp_path)


@pytest.mark.parametrize("source", ["sdist", "checkout"])
def test_the_wheel_is_the_same_without_the_release_commands(
    source: str, built: Artifacts, tmp_path: Path
) -> None:
    """Any frontend makes it, from the unpacked sdist (no git there) or from the checkout itself.

    The clock comes from the sdist then: its entries have the time of the commit.
    """
    folder = tmp_path / source
    if source == "sdist":
        with tarfile.open(built.sdist) as archive:
            archive.extractall(tmp_path, filter="data")
        (tmp_path / f"talkdesk_client-{built.version}").rename(folder)
        time = int((folder / "PKG-INFO").stat().st_mtime)
    else:
        folder.mkdir()
        copy_tracked_files(built.wheel.parents[1], folder)
        time = COMMIT_TIME
    subprocess.run(
        [sys.executable, "-P", "-m", "build", "--wheel", "--no-isolation", str(folder)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(time)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert sha256(folder / "dist" / built.wheel.name) == built.sums[built.wheel.name]


def test_a_build_can_go_anywhere(checkout: Path, tmp_path: Path) -> None:
    """`--output` names another folder, which is made, and `dist/` is left alone."""
    shutil.rmtree(checkout / "dist")
    made = build(checkout, tmp_path / "deep" / "down")
    assert made.wheel.parent == tmp_path / "deep" / "down"
    assert not (checkout / "dist").exists()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["down"]
