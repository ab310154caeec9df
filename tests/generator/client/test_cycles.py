"""Which classes lead back to themselves is found for any graph, however long its paths are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.client.cycles import cycles

NAMES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NAMES, st.frozensets(NAMES, max_size=3))


def reached(uses: dict[str, frozenset[str]], start: str) -> set[str]:
    """Name all that a name leads to, step by step, until nothing new comes."""
    found = {start}
    while new := {used for name in found for used in uses.get(name, ())} - found:
        found |= new
    return found


@given(GRAPHS)
def test_a_group_is_of_names_that_lead_to_one_another(uses: dict[str, frozenset[str]]) -> None:
    """Two names are in one group exactly when each can be reached from the other."""
    groups = cycles(uses)
    names = uses.keys() | {used for found in uses.values() for used in found}
    assert groups.keys() == names
    for one in names:
        for other in names:
            mutual = other in reached(uses, one) and one in reached(uses, other)
            assert (groups[one] == groups[other]) == mutual


def test_a_long_way_round_is_one_group() -> None:
    """A ring of more names than Python nests calls is found, and a chain into it stays apart."""
    ring = {f"ring{number}": [f"ring{(number + 1) % 5000}"] for number in range(5000)}
    chain = {f"chain{number}": [f"chain{number + 1}"] for number in range(5000)}
    groups = cycles({**chain, "chain5000": ["ring0"], **ring})
    assert len({groups[name] for name in ring}) == 1
    assert len(set(groups.values())) == 5002
