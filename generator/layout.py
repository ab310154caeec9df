"""Where the rooms of the house are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_OVERLAY_SUFFIXES = frozenset({".yaml", ".yml", ".json"})

__all__ = ["Layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The inputs and outputs of one regeneration.

    Attributes:
        root: The checkout, which holds all of them.
    """

    root: Path

    @classmethod
    def of_checkout(cls) -> Layout:
        """Return the layout of the checkout that this module stands in."""
        return cls(Path(__file__).resolve().parent.parent)

    @property
    def canonical(self) -> Path:
        """The canonical document."""
        return self.root / "spec" / "talkdesk.yaml"

    @property
    def register(self) -> Path:
        """The errata of the pages, with the verdicts on those that nothing corrects."""
        return self.root / "spec" / "errata.yaml"

    @property
    def errata_page(self) -> Path:
        """The page that regeneration writes from the register and the overlays."""
        return self.root / "docs" / "errata.md"

    @property
    def overlays(self) -> list[Path]:
        """The overlays, in the order in which they apply: that of their names."""
        return [path for path in self._among_overlays() if path.suffix in _OVERLAY_SUFFIXES]

    @property
    def stray_overlays(self) -> list[Path]:
        """What lies among the overlays and would never be applied."""
        return [path for path in self._among_overlays() if path.suffix not in _OVERLAY_SUFFIXES]

    def _among_overlays(self) -> list[Path]:
        # Hidden files are those of editors and file systems.
        return sorted((self.root / "overlays").glob("[!.]*"))

    @property
    def templates(self) -> Path:
        """Our templates; where one is missing, the generator's own is used."""
        return self.root / "generator" / "templates"

    @property
    def config(self) -> Path:
        """The settings of both generators."""
        return self.root / "generator" / "config.toml"

    @property
    def extensions(self) -> Path:
        """The hand-written packages; generated code rests on one of them."""
        return self.root / "extensions"

    @property
    def generated(self) -> Path:
        """Everything that regeneration writes, and nothing else."""
        return self.root / "generated"
