"""The error for what the generator does not write, and the place that goes before its text."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from generator.errors import GeneratorError

__all__ = ["ImpossibleError", "UnsupportedError", "placed"]


class UnsupportedError(GeneratorError):
    """The document asks for something that the templates cannot write."""


class ImpossibleError(UnsupportedError):
    """No value fits a schema."""


@contextmanager
def placed(where: str) -> Generator[None, None, None]:
    """Put the place in the document before the text of an `UnsupportedError` from within."""
    try:
        yield
    except UnsupportedError as error:
        raise UnsupportedError(f"{where}: {error}") from error
