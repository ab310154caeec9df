"""What can go wrong with an overlay, as one tree under `OverlayError`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import GeneratorError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which overlay an error lies.

    Attributes:
        path: The overlay file.
        action: The action's number, counted from 1; None for the overlay as a whole.
        erratum: The action's `x-erratum`; None where it names none.
        target: The action's target as written; None where it has none.
    """

    path: Path
    action: int | None = None
    erratum: str | None = None
    target: str | None = None

    def __str__(self) -> str:
        """Return the place as messages begin: file, action, erratum, target."""
        if self.action is None:
            return str(self.path)
        erratum = "no erratum" if self.erratum is None else f"erratum {self.erratum}"
        target = "no target" if self.target is None else f"target {self.target}"
        return f"{self.path}, action {self.action} ({erratum}), {target}"


class OverlayError(GeneratorError):
    """An overlay is wrong in itself, or does not fit the document.

    Attributes:
        place: File, action, erratum and target.
        problem: What is wrong and what to try, without the place.
    """

    def __init__(self, place: Place, problem: str) -> None:
        self.place = place
        self.problem = problem
        super().__init__(f"{place}: {problem}")


class OverlayShapeError(OverlayError):
    """A mandatory member is missing, or a member has the wrong type."""


class OverlayVersionError(OverlayError):
    """The overlay follows a version of the specification that is neither 1.0 nor 1.1."""


class UnknownKeyError(OverlayError):
    """A key that this version of the specification does not know and that is no `x-…`."""


class RepeatedKeyError(OverlayError):
    """An object of the overlay holds one key twice."""


class ContradictoryActionError(OverlayError):
    """An action says two things of which the specification would ignore one or both."""


class IdleActionError(OverlayError):
    """An action has no modifier at all: neither `update` nor `copy` nor `remove`."""


class JSONPathSyntaxError(OverlayError):
    """A `target` or `copy` is no JSONPath query of RFC 9535, or cannot be evaluated."""


class MatchCountError(OverlayError):
    """A target matches nothing, or another number of nodes than `x-matches` says."""


class CopySourceError(OverlayError):
    """The query of `copy` does not select exactly one node."""


class IncompatibleMergeError(OverlayError):
    """The value cannot be merged with what the target selects."""


class PrimitiveTargetError(OverlayError):
    """The target selects a primitive where Overlay 1.0 does not allow it."""


class RootRemovalError(OverlayError):
    """The target of a `remove` is the document itself, which no map or array contains."""


__all__ = [
    "ContradictoryActionError",
    "CopySourceError",
    "IdleActionError",
    "IncompatibleMergeError",
    "JSONPathSyntaxError",
    "MatchCountError",
    "OverlayError",
    "OverlayShapeError",
    "OverlayVersionError",
    "Place",
    "PrimitiveTargetError",
    "RepeatedKeyError",
    "RootRemovalError",
    "UnknownKeyError",
]
