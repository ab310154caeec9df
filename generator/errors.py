"""What can go wrong in the generator, as one tree.

The command line shows the text of any `GeneratorError` as its whole message, so each says what
happened, where, and where it helps what to try.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.json_data import location_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import Json, Location


class GeneratorError(Exception):
    """The generator cannot do what it was asked; nothing was written."""


class DocumentError(GeneratorError):
    """A JSON or YAML document cannot be read or written.

    Attributes:
        path: The file.
        line: Counted from 1; None where it is not known.
        problem: What is wrong, without the place.
    """

    def __init__(self, path: Path, problem: str, *, line: int | None = None) -> None:
        self.path = path
        self.problem = problem
        self.line = line
        place = str(path) if line is None else f"{path}, line {line}"
        super().__init__(f"{place}: {problem}")


class DocumentAccessError(DocumentError):
    """The operating system refuses the file: it is missing, a folder, or not permitted."""


class DocumentEncodingError(DocumentError):
    """The file's bytes are not UTF-8 (RFC 8259 section 8.1)."""


class DocumentSuffixError(DocumentError):
    """The file name says neither JSON nor YAML."""


class DocumentSyntaxError(DocumentError):
    """The text is not one document of the kind its suffix says."""


class DocumentValueError(DocumentError):
    """A value has no exact counterpart in JSON: NaN, a YAML tag, a key that is no string."""


class DuplicateKeyError(DocumentError):
    """An object holds one key twice; a lenient reader would lose one of the two values.

    Attributes:
        key: The key as written.
        location: Where the object is.
        partial: The document with the first value of each such key, for callers that must say
            more about the place. It is not fit for anything else.
    """

    def __init__(
        self, path: Path, key: str, location: Location, partial: Json, *, line: int | None
    ) -> None:
        self.key = key
        self.location = location
        self.partial = partial
        super().__init__(
            path,
            f"the key {key!r} stands twice in {location_text(location)}; keep one of the two",
            line=line,
        )


class DocumentShapeError(DocumentError):
    """The document's root is not an object."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(path, f"an object is needed at the root, {found} was found")


__all__ = [
    "DocumentAccessError",
    "DocumentEncodingError",
    "DocumentError",
    "DocumentShapeError",
    "DocumentSuffixError",
    "DocumentSyntaxError",
    "DocumentValueError",
    "DuplicateKeyError",
    "GeneratorError",
]
