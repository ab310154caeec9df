"""What every writer is, and what the model of a request body is to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, Self

__all__ = ["Body", "Writer"]


class Body(Protocol):
    """The model of a request body."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], /) -> Self:
        """Make one from JSON data, or raise `ArgumentError`."""
        ...

    def to_dict(self) -> dict[str, Any]:
        """Write it as JSON data, or raise `ArgumentError`."""
        ...


class Writer(Protocol):
    """Checks one value and writes it."""

    __slots__ = ()

    def write(self, place: str, value: object) -> Any:  # noqa: ANN401 - any JSON value
        """Return the JSON value of `value`.

        Args:
            place: Where the value stands, for errors, such as ``body.agents[0].id``.
            value: What the user gave.

        Raises:
            ArgumentError: The value is not allowed there.
        """
        ...

    def load(self, place: str, value: object) -> Any:  # noqa: ANN401 - of any type
        """Return the Python value that a model holds for `value`, after the same check."""
        return self.write(place, value)
