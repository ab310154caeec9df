"""Why a saved page is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import GeneratorError

if TYPE_CHECKING:
    from pathlib import Path


class PageError(GeneratorError):
    """A saved page gives no evidence.

    Attributes:
        path: The file.
        problem: What is wrong with it, and what to try; nothing of its content.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")


class PageAccessError(PageError):
    """The operating system refuses the file: it is missing, a folder, or not permitted."""


class PageEncodingError(PageError):
    """The file is binary, or text in another encoding than UTF-8."""


class PageSyntaxError(PageError):
    """The file starts as HTML and cannot be read as HTML."""


class EmptyPageError(PageError):
    """The file holds no text."""


class LoginPageError(PageError):
    """The file is the form that asks who one is, not the page behind it."""


class UnknownPageError(PageError):
    """The file is no page that this project rests on: another API's, or no documentation."""


class EvidenceFileError(GeneratorError):
    """A file of evidence rows cannot be read.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


__all__ = [
    "EmptyPageError",
    "EvidenceFileError",
    "LoginPageError",
    "PageAccessError",
    "PageEncodingError",
    "PageError",
    "PageSyntaxError",
    "UnknownPageError",
]
