"""Publishing sends wheel and sdist to an index once, or says on one line why not."""

from __future__ import annotations

import gzip
import hashlib
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from release.artifacts import SUMS_NAME, Artifacts, write_sums
from tests.release.checkouts import commit, git
from tests.release.indexes import USERNAME, DevpiServer, Index
from tests.release.publishing import LOGIN, WRONG, Publish
from tests.release.recording_index import Answer, RecordingIndex, run_recording_index

pytest_plugins = ["tests.release.index_fixtures"]


LOGIN_PAGE = '<title>Sign in</title><form action="/in"><input name="u"></form><a href="/h">Help</a>'
JSON = "application/vnd.pypi.simple.v1+json"
NO_LISTINGS = [
    Answer(body=LOGIN_PAGE),
    Answer(body=""),
    Answer(body="links for talkdesk-client", kind="text/plain"),
    Answer(body="<title>Links for talkdesk-client</title><a href='http://['>x</a>"),
    Answer(body="<a href='http://['>x</a>"),
    Answer(body="[" * 100_000, kind=JSON),
    *(
        Answer(body=text, kind=JSON)
        for text in (
            "[]",
            "{}",
            '{"files": {}}',
            '{"files": [5]}',
            '{"files": [{"hashes": {}}]}',
            '{"files": [{"filename": "x", "hashes": "text"}]}',
            '{"files": [{"filename": "x", "hashes": {"sha256": 5}}]}',
        )
    ),
]


def sums(*files: Path) -> dict[str, str]:
    """Return the SHA-256 of files, by name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def change(file: Path) -> None:
    """Give a file of `dist/` other bytes that mean the same, and the list of sums its new sum."""
    if file.suffix == ".whl":
        # The length of the comment, at the very end of a zip file, and the comment.
        file.write_bytes(file.read_bytes()[:-2] + b"\x01\x00!")
    else:
        file.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()), mtime=1))
    (file.parent / SUMS_NAME).unlink()
    write_sums(file.parent)


def listing(*files: Path, algorithm: str = "sha256") -> Answer:
    """Return the page of an index that has these files."""
    body = ""
    for file in files:
        digest = hashlib.new(algorithm, file.read_bytes()).hexdigest()
        body += f'<a href="../../{file.name}#{algorithm}={digest}">{file.name}</a>'
    return Answer(body=body)


def test_wheel_and_sdist_arrive_and_nothing_else(
    publish: Publish, index: Index, built: Artifacts
) -> None:
    """The list of components stays: an index has no place for it."""
    printed = publish(*index.options)
    assert index.files() == sums(built.wheel, built.sdist)
    assert printed.splitlines() == [
        f"{built.wheel.name}: uploaded to {index.upload_url}",
        f"{built.sdist.name}: uploaded to {index.upload_url}",
    ]


def test_repeating_is_done_already_and_says_so(
    publish: Publish, index: Index, built: Artifacts
) -> None:
    """The same bytes under the same version are no error, and are not sent again."""
    publish(*index.options)
    printed = publish(*index.options)
    assert printed.splitlines() == [
        f"{file.name}: {index.simple_url} has the same bytes already"
        for file in (built.wheel, built.sdist)
    ]
    assert index.files() == sums(built.wheel, built.sdist)


def test_what_arrived_by_half_is_completed(
    publish: Publish, index: Index, built: Artifacts
) -> None:
    """After a broken connection, the same command sends what is missing."""
    index.put(built.wheel, built.version)
    printed = publish(*index.options)
    assert f"{built.wheel.name}: {index.simple_url} has the same bytes already" in printed
    assert f"{built.sdist.name}: uploaded to" in printed
    assert index.files() == sums(built.wheel, built.sdist)


@pytest.mark.parametrize("dry_run", [[], ["--dry-run"]])
def test_other_bytes_under_the_same_version_are_refused(
    publish_own: Publish, index: Index, artifacts: Artifacts, dry_run: list[str]
) -> None:
    """The file is named, and the other one, which is not there yet, is not sent either."""
    index.put(artifacts.sdist, artifacts.version)
    before = index.files()
    change(artifacts.sdist)
    printed = publish_own(*index.options, *dry_run, code=1)
    assert f"other bytes under the name of {artifacts.sdist.name}:" in printed
    assert index.files() == before


def test_a_wrong_password_is_told_as_such(publish: Publish, index: Index) -> None:
    """The message names the variable to correct; nothing arrives."""
    printed = publish(*index.options, code=1, UV_PUBLISH_PASSWORD=WRONG)
    assert "refused the credentials (40" in printed
    assert "UV_PUBLISH_PASSWORD" in printed
    assert len(printed.splitlines()) == 1
    assert index.files() == {}


def test_a_dry_run_sends_nothing_and_tells_what_it_would_send(
    publish: Publish, index: Index, built: Artifacts
) -> None:
    """It asks the index, so that it knows what is there already."""
    index.put(built.wheel, built.version)
    assert publish(*index.options, "--dry-run").splitlines() == [
        f"{built.wheel.name}: {index.simple_url} has the same bytes already",
        f"{built.sdist.name}: would be uploaded to {index.upload_url}",
    ]
    assert index.files() == sums(built.wheel)


def test_the_simple_api_is_looked_for_below_the_endpoint(
    publish: Publish, recording: RecordingIndex, built: Artifacts
) -> None:
    """Without `--check-url`; questions and uploads have the same user."""
    printed = publish(*recording.options)
    assert f"{built.sdist.name}: uploaded to {recording.url}" in printed
    assert recording.uploaded == [built.wheel.name, built.sdist.name]
    # For the project, for the root because it is unknown, twice the upload, for the project.
    assert recording.logins == [LOGIN] * 5


def test_an_index_that_lists_late_is_asked_again(
    publish: Publish, recording: RecordingIndex, built: Artifacts
) -> None:
    """Some need a while."""
    recording.listings = [Answer(404), Answer(404), Answer(404), None]
    assert f"{built.wheel.name}: uploaded to" in publish(*recording.options)


def test_what_was_sent_and_is_never_listed_is_no_success(
    publish: Publish, recording: RecordingIndex, built: Artifacts
) -> None:
    """The address that was asked may be one of another index."""
    recording.listings = [Answer(404)]
    printed = publish(*recording.options, code=1)
    assert f"{built.wheel.name} and {built.sdist.name}: uploaded to {recording.url}" in printed
    assert "check that --check-url belongs to the same index" in printed
    assert len(printed.splitlines()) == 1


def test_a_published_version_is_not_replaced_where_the_default_address_lists_nothing(
    publish: Publish, devpi: DevpiServer, built: Artifacts, tmp_path: Path
) -> None:
    """The index of devpi lists files at `+simple/`; a volatile one takes other bytes silently."""
    index = devpi.empty_index(volatile=True)
    other = tmp_path / built.wheel.name
    # As long as it opens as a zip file, with the metadata, devpi takes it.
    other.write_bytes(built.wheel.read_bytes()[:-2] + b"\x01\x00!")
    index.put(other, built.version)
    printed = publish("--index-url", index.upload_url, code=1)
    assert f"{index.upload_url}simple/ is no simple API" in printed
    assert "--check-url" in printed
    assert index.files() == sums(other)


@pytest.mark.parametrize(
    "root",
    [
        Answer(404),
        Answer(415),
        Answer(body=LOGIN_PAGE),
        Answer(body="{}", kind="application/json"),
        Answer(302, location="http://127.0.0.1:1/login"),
        Answer(body="Simple index", kind="text/plain"),
    ],
)
def test_an_unknown_project_is_believed_to_a_simple_api_only(
    publish: Publish, recording: RecordingIndex, root: Answer
) -> None:
    """Every server says 404 below an address that it does not have."""
    recording.root = root
    printed = publish(*recording.options, code=1)
    assert f"{recording.url}simple/ is no simple API" in printed
    assert recording.uploaded == []


@pytest.mark.parametrize(
    "root",
    [
        Answer(body='<meta name="pypi:repository-version" content="1.0"><a href="/x/">Help</a>'),
        Answer(body='<a href="/simple/abc/">abc</a><a href="/simple/d-e/">d-e</a><a href="/si'),
        Answer(body='{"projects": []', kind="application/vnd.pypi.simple.v1+json"),
    ],
)
def test_a_simple_api_is_known_by_its_version_its_links_or_its_type(
    publish: Publish, recording: RecordingIndex, root: Answer
) -> None:
    """Its beginning is enough: large indexes list very many projects."""
    recording.root = root
    assert "would be uploaded" in publish(*recording.options, "--dry-run")


def test_a_refusal_is_quoted(publish: Publish, recording: RecordingIndex) -> None:
    """What the index says about the file helps whoever has to correct it."""
    recording.upload = Answer(400, f"metadata is odd, {USERNAME}", "text/plain")
    printed = publish(*recording.options, code=1)
    assert "metadata is odd, ***" in printed
    assert len(printed.splitlines()) == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (403, "refused the credentials (403)"),
        (404, "takes no uploads (404)"),
        (405, "takes no uploads (405)"),
        (409, "a file of this name already (409)"),
    ],
)
def test_a_refused_upload_is_explained(
    publish: Publish, recording: RecordingIndex, status: int, said: str
) -> None:
    """Each on one line, with what to check."""
    recording.upload = Answer(status, "no", "text/plain")
    printed = publish(*recording.options, code=1)
    assert said in printed
    assert len(printed.splitlines()) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(401), "refused the credentials (401)"),
        (Answer(403), "refused the credentials (403)"),
        (Answer(503), "answered 503"),
        (Answer(body="{", kind="application/vnd.pypi.simple.v1+json"), "check --check-url"),
        *((page, "check --check-url") for page in NO_LISTINGS),
        (Answer(302, location="./"), "cannot be reached (more than 5 redirects)"),
    ],
)
@pytest.mark.parametrize("dry_run", [[], ["--dry-run"]])
def test_an_index_that_cannot_be_asked_gets_nothing(
    publish: Publish, recording: RecordingIndex, answer: Answer, said: str, dry_run: list[str]
) -> None:
    """What it holds has to be known first."""
    recording.listings = [answer]
    printed = publish(*recording.options, *dry_run, code=1)
    assert said in printed
    assert len(printed.splitlines()) == 1
    assert recording.uploaded == []


def test_a_redirect_to_another_index_is_not_followed(
    publish: Publish, recording: RecordingIndex, built: Artifacts
) -> None:
    """What lies there is somebody else's; the password is not sent there."""
    with run_recording_index() as other:
        recording.listings = [
            Answer(303, location=f"{other.url}simple/talkdesk-client/"),
            None,
        ]
        publish(*recording.options)
        assert other.logins == []
    assert recording.uploaded == [built.wheel.name, built.sdist.name]


@pytest.mark.parametrize("algorithm", ["sha512", "sha256", "md5"])
def test_any_digest_tells_the_same_bytes_from_others(
    publish_own: Publish, recording: RecordingIndex, artifacts: Artifacts, algorithm: str
) -> None:
    """Indexes differ in what they list."""
    recording.listings = [listing(artifacts.wheel, artifacts.sdist, algorithm=algorithm)]
    assert publish_own(*recording.options).count("has the same bytes already") == 2
    change(artifacts.wheel)
    assert f"under the name of {artifacts.wheel.name}:" in publish_own(*recording.options, code=1)
    assert recording.uploaded == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<a href="NAME">NAME</a>', "text/html"),
        ('{"files": [{"filename": "NAME", "hashes": null}]}', JSON),
        ('{"files": [{"filename": "NAME", "hashes": {}}]}', JSON),
        ('{"files": [{"filename": "NAME"}]}', JSON),
    ],
)
def test_a_file_without_digest_is_refused(
    publish: Publish, recording: RecordingIndex, built: Artifacts, text: str, kind: str
) -> None:
    """Nobody can say whether it is the same; it is there all the same."""
    recording.listings = [Answer(body=text.replace("NAME", built.wheel.name), kind=kind)]
    printed = publish(*recording.options, code=1)
    assert f"has a {built.wheel.name} and tells no digest of it" in printed
    assert recording.uploaded == []


def test_somebody_faster_is_noticed(
    publish: Publish, recording: RecordingIndex, built: Artifacts, tmp_path: Path
) -> None:
    """An index that took the file, but lists other bytes afterwards, is no success."""
    other = tmp_path / built.wheel.name
    other.write_bytes(b"somebody else's")
    recording.listings = [Answer(404), listing(other)]
    printed = publish(*recording.options, code=1)
    assert f"other bytes under the name of {built.wheel.name}:" in printed


def test_an_unreachable_index_is_told_as_such(publish: Publish) -> None:
    """With the address, so that a wrong one is seen."""
    with socket.socket() as closed:
        # Bound, so that nobody else takes the port, and not listening.
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        printed = publish("--index-url", url, code=1)
    assert f"{url}simple/talkdesk-client/ cannot be reached" in printed
    assert len(printed.splitlines()) == 1


def _edit(checkout: Path) -> None:
    (checkout / "README.md").write_text("changed", "utf-8")


def _add(checkout: Path) -> None:
    (checkout / "draft.py").write_text("", "utf-8")


def _lose(checkout: Path) -> None:
    next((checkout / "dist").glob("*.whl")).unlink()


def _lose_all(checkout: Path) -> None:
    for file in (checkout / "dist").iterdir():
        file.unlink()


def _change(checkout: Path) -> None:
    next((checkout / "dist").glob("*.tar.gz")).write_bytes(b"changed")


def _change_with_sum(checkout: Path) -> None:
    change(next((checkout / "dist").glob("*.whl")))


def _stray(checkout: Path) -> None:
    (checkout / "dist" / "other-1-py3-none-any.whl").write_bytes(b"")


def _edit_and_commit(checkout: Path) -> None:
    _edit(checkout)
    git(checkout, "add", "README.md")
    commit(checkout)


def _raise_version(checkout: Path) -> None:
    project = checkout / "pyproject.toml"
    project.write_text(
        project.read_text("utf-8").replace('version = "', 'version = "9.', 1), "utf-8"
    )
    git(checkout, "add", "pyproject.toml")
    commit(checkout)


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (_edit, "README.md"),
        (_add, "draft.py"),
        (_lose, ".whl: missing"),
        (_lose_all, "nox -s build"),
        (_change, ".tar.gz: not what its sum says"),
        (_stray, "other-1-py3-none-any.whl: stray"),
        (_edit_and_commit, ".tar.gz"),
        (_raise_version, "is not what this commit gives; run nox -s build"),
        (_change_with_sum, "is not what this commit gives; run nox -s build"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else None,
)
def test_only_the_build_of_a_clean_checkout_is_published(
    publish_checked: Publish,
    recording: RecordingIndex,
    checkout: Path,
    spoil: Callable[[Path], None],
    named: str,
) -> None:
    """Anything else is named, and the index is not even asked."""
    spoil(checkout)
    assert named in publish_checked(*recording.options, code=1)
    assert recording.logins == []
