"""An overlay as typed data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.json_data import Json
    from generator.overlay.errors import Place
    from generator.overlay.querying import Query


class OverlayVersion(Enum):
    """A feature set of the specification; patch versions only clarify it."""

    V1_0 = "1.0"
    V1_1 = "1.1"


@dataclass(frozen=True, slots=True)
class Update:
    """Merge a value into every node of the target, append it, or replace by it."""

    value: Json


@dataclass(frozen=True, slots=True)
class Copy:
    """As `Update`, with the one node that `source` selects in the document as the value."""

    source: Query


@dataclass(frozen=True, slots=True)
class Remove:
    """Take every node of the target out of the object or array that contains it."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Change nothing: `remove: false` without another modifier."""


Change: TypeAlias = Update | Copy | Remove | Keep


@dataclass(frozen=True, slots=True)
class Action:
    """One action of an overlay.

    Attributes:
        place: File, number, erratum and target, for messages.
        target: What it changes.
        change: What it does there.
        matches: How many nodes the target selects (`x-matches`, zero or more); None means one
            or more.
        description: The action's own words; None where it has none.
        extensions: Every `x-…` member, `x-erratum` and `x-matches` included.
    """

    place: Place
    target: Query
    change: Change
    matches: int | None
    description: str | None
    extensions: Mapping[str, Json] = field(repr=False)

    @property
    def erratum(self) -> str | None:
        """Return the id of the erratum that the action corrects."""
        return self.place.erratum


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay document.

    Attributes:
        path: Its file, for messages.
        version: The feature set that its actions follow.
        title: `info.title`.
        revision: `info.version`, the overlay's own version.
        extends: The document it was made for; metadata only, because the caller says what
            document the overlay is applied to.
        actions: In order, one or more.
        extensions: Every `x-…` member of the root.
    """

    path: Path
    version: OverlayVersion
    title: str
    revision: str
    extends: str | None
    actions: tuple[Action, ...]
    extensions: Mapping[str, Json] = field(repr=False)
