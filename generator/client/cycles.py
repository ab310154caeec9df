"""Which classes lead back to themselves: those cannot all be imported by one another's modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["cycles"]


def cycles(uses: Mapping[str, Collection[str]]) -> dict[str, int]:
    """Number the groups of names that lead to one another, in time linear in names and uses.

    Two names have the same number when each leads to the other. These are the strongly connected
    components of the graph, found as Kosaraju and Sharir do: by two walks, one of them backwards.

    Args:
        uses: The names that a name leads to directly; names that are no key lead nowhere.
    """
    users: dict[str, list[str]] = {name: [] for name in uses}
    for name, used in uses.items():
        for each in used:
            users.setdefault(each, []).append(name)
    groups: dict[str, int] = {}
    for number, first in enumerate(reversed(_left_in_turn(uses))):
        ahead = [first]
        while ahead:
            name = ahead.pop()
            if name not in groups:
                groups[name] = number
                ahead += users.get(name, ())
    return groups


def _left_in_turn(uses: Mapping[str, Collection[str]]) -> list[str]:
    """Walk to every name, and return them in the order in which the walk leaves them for good."""
    left: list[str] = []
    seen: set[str] = set()
    for first in uses:
        ahead = [(first, False)]
        while ahead:
            name, leaving = ahead.pop()
            if leaving:
                left.append(name)
            elif name not in seen:
                seen.add(name)
                ahead.append((name, True))
                ahead += [(used, False) for used in uses.get(name, ()) if used not in seen]
    return left
