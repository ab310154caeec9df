"""User and password go to the index that was named, and nowhere else."""

from __future__ import annotations

import base64
import os
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from release.artifacts import Artifacts
from release.credentials import Credentials
from release.errors import ReleaseError
from release.index_address import read_address
from tests.release.indexes import PASSWORD, USERNAME
from tests.release.publishing import LOGIN, WRONG, Publish
from tests.release.recording_index import (
    PROCESSES,
    Answer,
    RecordingIndex,
    list_command_lines,
    run_recording_index,
)

pytest_plugins = ["tests.release.index_fixtures"]


@pytest.mark.skipif(not PROCESSES.exists(), reason="the system does not tell command lines")
def test_no_command_line_shows_the_credentials_while_files_are_sent(
    publish: Publish, recording: RecordingIndex
) -> None:
    """Every user of the machine can read the command line of every process."""
    publish(*recording.options)
    assert any(f"--publish-url {recording.url}" in line for line in recording.command_lines)
    for line in recording.command_lines:
        assert PASSWORD not in line
        assert USERNAME not in line
    assert any("pytest" in line for line in list_command_lines())


def test_settings_from_outside_lead_nowhere_else(
    publish: Publish, recording: RecordingIndex, built: Artifacts, tmp_path: Path
) -> None:
    """Neither variables of uv and pip, nor configuration and logins in the user's home."""
    with run_recording_index() as other:
        home = tmp_path / "home"
        (home / ".config" / "uv").mkdir(parents=True)
        configuration = home / ".config" / "uv" / "uv.toml"
        configuration.write_text(
            f'publish-url = "{other.url}"\ncheck-url = "{other.url}"\n', "utf-8"
        )
        (home / ".netrc").write_text(f"machine 127.0.0.1\nlogin other\npassword {WRONG}\n", "utf-8")
        (home / ".netrc").chmod(0o600)
        publish(
            *recording.options,
            HOME=str(home),
            NETRC=str(home / ".netrc"),
            PIP_INDEX_URL=other.url,
            UV_CONFIG_FILE=str(configuration),
            UV_DEFAULT_INDEX=other.url,
            UV_PUBLISH_CHECK_URL=other.url,
            UV_PUBLISH_TOKEN=WRONG,
            UV_PUBLISH_URL=other.url,
            XDG_CONFIG_HOME=str(home / ".config"),
        )
        assert other.logins == []
    assert recording.uploaded == [built.wheel.name, built.sdist.name]
    assert set(recording.logins) == {LOGIN}


def test_git_and_what_it_runs_do_not_get_the_password(
    publish: Publish, recording: RecordingIndex, tmp_path: Path
) -> None:
    """Filters and monitors that a configuration names inherit what git has."""
    real = shutil.which("git")
    notes = tmp_path / "notes"
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\nenv >> "{notes}"\nexec "{real}" "$@"\n', "utf-8")
    (folder / "git").chmod(0o755)
    publish(*recording.options, "--dry-run", PATH=f"{folder}{os.pathsep}{os.environ['PATH']}")
    seen = notes.read_text("utf-8")
    assert "PATH=" in seen
    assert "UV_PUBLISH" not in seen
    assert PASSWORD not in seen


def test_a_proxy_that_nothing_here_speaks_to_is_told_as_such(publish: Publish) -> None:
    """SOCKS needs a package that is not installed."""
    printed = publish(
        *("--index-url", "http://index.invalid/"),
        code=1,
        ALL_PROXY=f"socks5://somebody:{WRONG}@127.0.0.1:1",
    )
    assert "ALL_PROXY" in printed
    assert len(printed.splitlines()) == 1


def test_a_server_that_repeats_the_password_is_not_quoted(
    publish: Publish, recording: RecordingIndex
) -> None:
    """The runner of every test here looks for it, in plain and encoded."""
    recording.upload = Answer(400, f"{USERNAME} may not: {PASSWORD} {LOGIN}", "text/plain")
    assert "withheld" in publish(*recording.options, code=1)


def test_a_proxy_that_cannot_be_read_shows_nothing_of_its_address(publish: Publish) -> None:
    """A proxy's address may hold a password too."""
    printed = publish(
        *("--index-url", "http://index.invalid/"),
        code=1,
        HTTP_PROXY=f"nothing://somebody:{WRONG}@127.0.0.1:1",
    )
    assert "HTTP_PROXY" in printed


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"UV_PUBLISH_USERNAME": ""}, "set UV_PUBLISH_USERNAME in"),
        ({"UV_PUBLISH_PASSWORD": ""}, "set UV_PUBLISH_PASSWORD in"),
        (
            {"UV_PUBLISH_USERNAME": "", "UV_PUBLISH_PASSWORD": ""},
            "set UV_PUBLISH_USERNAME and UV_PUBLISH_PASSWORD in",
        ),
        ({"UV_PUBLISH_PASSWORD": f"{WRONG}\n"}, "UV_PUBLISH_PASSWORD has a line break"),
        ({"UV_PUBLISH_USERNAME": "a:b"}, "UV_PUBLISH_USERNAME has a colon"),
    ],
)
def test_credentials_that_cannot_be_right_are_named(
    publish: Publish, recording: RecordingIndex, environment: dict[str, str], named: str
) -> None:
    """Before anything is asked."""
    assert named in publish(*recording.options, "--dry-run", code=1, **environment)
    assert recording.logins == []


@pytest.mark.parametrize(
    "url",
    [
        "index.example",
        "ftp://index.example/",
        "https://",
        "https://index.example:port/",
        "https://[::1/",
        "https://index.example/\n",
        'https://index.example/"',
        "https://index.example/?token=value",
        f"https://{USERNAME}:{WRONG}@index.example/",
        f"https://{WRONG}@index.example/",
    ],
)
def test_an_address_that_is_none_or_holds_a_secret_is_refused(url: str) -> None:
    """Never repeated in the message; for a password the two variables are named."""
    for option, addresses in {
        "--index-url": (url, None),
        "--check-url": ("https://index.example/", url),
    }.items():
        with pytest.raises(ReleaseError) as refused:
            read_address(*addresses)
        printed = str(refused.value)
        assert printed.startswith(f"{option} ")
        assert WRONG not in printed
        assert "@" not in printed
        assert ("UV_PUBLISH_PASSWORD" in printed) == ("@" in url)


def test_a_password_in_an_address_is_refused_and_not_repeated(publish: Publish) -> None:
    """The message names the two variables to use instead."""
    printed = publish("--index-url", f"https://somebody:{WRONG}@index.example/", code=1)
    assert "set UV_PUBLISH_USERNAME and UV_PUBLISH_PASSWORD instead" in printed


@pytest.mark.parametrize("secret", [PASSWORD, "simple", "a+b/c=d", "\\'\"<&>"])
def test_no_spelling_of_a_password_gets_through_the_filter(secret: str) -> None:
    """As it is, in URLs, in HTML, in JSON, in a header, broken over lines, in other case."""
    credentials = Credentials("somebody", secret)
    pair = f"somebody:{secret}".encode()
    for spelling in (
        secret,
        secret.upper(),
        "\n   ".join(secret),
        quote(secret),
        quote(secret, safe=""),
        quote(secret, safe="").lower(),
        repr(secret),
        f"Basic {base64.b64encode(pair).decode()}",
        base64.b64encode(secret.encode() + b", which is wrong").decode(),
        pair.hex(),
    ):
        text = credentials.removed_from(f"before {spelling} behind")
        assert text == "(withheld, because the password stands in it)"
    assert repr(credentials) == "Credentials()"


def test_what_has_no_secret_passes_the_filter() -> None:
    """But for the user's name."""
    text = Credentials("bob", PASSWORD).removed_from("bob may not upload, bobby may")
    assert text == "*** may not upload, bobby may"
