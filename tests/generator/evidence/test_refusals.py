"""What is no page of ours is refused, with its reason, and nothing is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from generator.errors import GeneratorError
from generator.evidence import read_page, read_rows
from generator.evidence.errors import (
    EmptyPageError,
    EvidenceFileError,
    LoginPageError,
    PageAccessError,
    PageEncodingError,
    PageSyntaxError,
    UnknownPageError,
)
from tests.generator.evidence.saved_pages import PAGES, page_text, rebuilt_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.evidence.errors import PageError

BEFORE = "what stood here before\n"
LOGIN = (
    "<!doctype html><html><body><form><label>Email<input></label>"
    "<input type='password' name=p></form></body></html>"
)
# Pages of the vendor's that look much like ours, as far as their names and signs go.
LIST = """get https://api.example.com/campaigns
Scope
campaigns:read
200 (made up)
Parameter | Type | Description | Required |
---|---|---|---|
total | integer | >= 0 | yes |
page | integer | >= 1 | yes |
per_page | integer | >= 1 | yes |
count | integer | >= 0 | yes |
_links | object | n/a | yes |
_embedded | object | 1 - "campaigns" (array[object]) 1.1 - "id" (string) 1.2 - "x" (string) | yes |
"""


def other_method(text: str) -> str:
    """Return the campaign page as one about creating a campaign would be."""
    return text.replace("get http", "post http").replace("campaigns:read", "campaigns:write")


def without_tables(text: str) -> str:
    """Return the title, the scope and the notices alone."""
    return re.sub(r"(?m)^Parameter.*$", "Elsewhere", text)


REFUSED: list[tuple[str, bytes | Callable[[], str], type[PageError]]] = [
    ("empty", b"", EmptyPageError),
    ("blank", b"\xef\xbb\xbf \n\t\n", EmptyPageError),
    ("empty html", b"<html><head><title>Page</title></head><body></body></html>", EmptyPageError),
    ("login form", LOGIN.encode(), LoginPageError),
    ("login text", b"Talkdesk\nLog in\nEmail\nPassword\nForgot your password?\n", LoginPageError),
    ("prose", b"A page about something else.\n", UnknownPageError),
    ("json", b'{"openapi": "3.1.0", "paths": {}}', UnknownPageError),
    ("list of campaigns", LIST.encode(), UnknownPageError),
    ("another method", lambda: other_method(page_text("campaign-details")), UnknownPageError),
    ("no table", lambda: without_tables(page_text("callback-query")), UnknownPageError),
    ("no table", lambda: without_tables(page_text("campaign-details")), UnknownPageError),
    ("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", PageEncodingError),
    ("zeros", b"campaigns:read\n\x00\x00", PageEncodingError),
    ("utf-16", "Scope\ncampaigns:read\n".encode("utf-16"), PageEncodingError),
    ("html with a marked section of sgml", b"<html><![foo[ ]]></html>", PageSyntaxError),
]


@pytest.mark.parametrize(("name", "content", "error"), REFUSED, ids=[one[0] for one in REFUSED])
def test_nonsense_is_refused(
    name: str,
    content: bytes | Callable[[], str],
    error: type[PageError],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The exit code is 2, one message names the file, and the output is as before."""
    page, output = tmp_path / f"{name}.html", tmp_path / "rows.csv"
    page.write_bytes(content if isinstance(content, bytes) else content().encode())
    output.write_text(BEFORE, encoding="utf-8")

    assert main(["evidence", str(page), "-o", str(output)]) == 2

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"error: {page}: ")
    assert captured.err.count("\n") == 1
    assert output.read_text(encoding="utf-8") == BEFORE
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([page.name, output.name])
    with pytest.raises(error):
        read_page(page)


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is missing and a folder are an error of their own."""
    assert main(["evidence", str(tmp_path / name), "--output", str(tmp_path / "rows.csv")]) == 2

    assert "cannot be read" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    with pytest.raises(PageAccessError):
        read_page(tmp_path / name)


def test_rows_that_cannot_be_written_are_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that does not exist is not made."""
    page = tmp_path / "page.txt"
    page.write_text(rebuilt_text(PAGES[0]), encoding="utf-8")

    assert main(["evidence", str(page), "-o", str(tmp_path / "no" / "rows.csv")]) == 2

    assert "cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]


@pytest.mark.parametrize("page", PAGES)
def test_the_name_of_the_file_says_nothing(page: str, tmp_path: Path) -> None:
    """A page is told by what is in it, also where its name says another page."""
    path = tmp_path / f"{next(name for name in PAGES if name != page)}.html"
    path.write_text(rebuilt_text(page), encoding="utf-8-sig")

    assert {row.page for row in read_page(path)} == {page}


@pytest.mark.parametrize("content", ["", "page,line\n", None, '"', "\udcff"])
def test_rows_of_another_kind_are_refused(content: str | None, tmp_path: Path) -> None:
    """Evidence with other columns, or too few cells, or none, is not read."""
    path = tmp_path / "rows.csv"
    if content is None:
        content = (
            "page,line,lines,row,kind,path,type,format,minimum,maximum,min_length,max_length,enum,"
            "required,default,printed,digest,hand_name,hand_note\na,1\n"
        )
    path.write_text(content, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(EvidenceFileError, match=re.escape(str(path))) as caught:
        read_rows(path)
    assert isinstance(caught.value, GeneratorError)
