"""UNSET marks an argument that was not given; it differs from None, which is null on the wire.

It is msgspec's singleton: falsy, and the same object after copy, deepcopy and pickle.
"""

from typing import TypeAlias

from msgspec import UNSET, UnsetType

Unset: TypeAlias = UnsetType

__all__ = ["UNSET", "Unset"]
