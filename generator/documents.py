"""Reads and writes whole JSON and YAML files; the suffix says which of the two a file is.

A file is written beside its place under another name and then moved, so that a reader sees the
old content or the new, and a failure leaves the old.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import (
    DocumentAccessError,
    DocumentEncodingError,
    DocumentShapeError,
    DocumentSuffixError,
    DocumentValueError,
)
from generator.json_data import Json, JsonObject, NotJsonError, kind_of, require_json
from generator.json_format import format_json, parse_json
from generator.yaml_format import format_yaml, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_JSON_SUFFIXES = (".json",)
_YAML_SUFFIXES = (".yaml", ".yml")


def read_document(path: Path | str) -> JsonObject:
    """Read a JSON or YAML file whose root is an object.

    Keys come in the order of the file, integers are exact, and no two places share an object.

    Args:
        path: Ends in `.json`, `.yaml` or `.yml`.

    Raises:
        DocumentError: The file cannot be read, is not UTF-8, is not what its suffix says, holds
            a key twice or what JSON cannot hold, or its root is no object. Each has a subclass
            in `generator.errors`.
    """
    path = Path(path)
    is_json = is_json_path(path)
    text = _read_text(path)
    data = parse_json(text, path) if is_json else parse_yaml(text, path)
    _require_json(data, path)
    if not isinstance(data, dict):
        raise DocumentShapeError(path, kind_of(data))
    return data


def write_document(path: Path | str, data: Mapping[str, Json]) -> None:
    """Write the object as JSON or YAML, or leave the file as it was.

    Equal data gives equal bytes, and `read_document` gives equal data back. A link is followed.

    Args:
        path: Ends in `.json`, `.yaml` or `.yml`; its folder must exist.
        data: JSON all the way down.

    Raises:
        DocumentError: The suffix says neither kind, the data is no JSON, or the file cannot be
            written. Each has a subclass in `generator.errors`.
    """
    path = Path(path)
    write_text(path, format_document(path, data))


def format_document(path: Path | str, data: Mapping[str, Json]) -> str:
    """Return the text that `write_document` would write to `path`, without writing it.

    Raises:
        DocumentError: The suffix says neither kind, or the data is no JSON.
    """
    path = Path(path)
    is_json = is_json_path(path)
    members = dict(data)
    _require_json(members, path)
    try:
        return format_json(members) if is_json else format_yaml(members)
    except ValueError as error:
        # Python refuses to print integers beyond `sys.get_int_max_str_digits()`.
        raise DocumentValueError(path, str(error)) from error


def is_json_path(path: Path) -> bool:
    """Tell by the suffix, in any case, whether a file is JSON (true) or YAML (false).

    Raises:
        DocumentSuffixError: It is neither.
    """
    suffix = path.suffix.lower()
    if suffix in _JSON_SUFFIXES:
        return True
    if suffix in _YAML_SUFFIXES:
        return False
    known = ", ".join((*_JSON_SUFFIXES, *_YAML_SUFFIXES))
    raise DocumentSuffixError(path, f"the file name must end in one of {known}")


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text, line breaks as they are, in one step, or leave the file as it was.

    Raises:
        DocumentAccessError: The file cannot be written.
    """
    place = Path(os.path.realpath(path))
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}.tmp")
    try:
        try:
            with draft.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            draft.replace(place)
        except BaseException:
            # Whatever the reason, Ctrl-C included: no draft stays behind.
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DocumentAccessError(
            path, f"it cannot be written: {error.strerror or error}"
        ) from error


def _read_text(path: Path) -> str:
    try:
        # "-sig": a byte order mark is allowed at the start of YAML, and editors add it to JSON.
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DocumentAccessError(path, f"it cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DocumentEncodingError(
            path, f"the bytes from offset {error.start} on are not UTF-8; save the file as UTF-8"
        ) from error


def _require_json(data: object, path: Path) -> None:
    try:
        require_json(data)
    except NotJsonError as error:
        raise DocumentValueError(path, str(error)) from error


__all__ = [
    "Json",
    "JsonObject",
    "format_document",
    "is_json_path",
    "read_document",
    "write_document",
    "write_text",
]
