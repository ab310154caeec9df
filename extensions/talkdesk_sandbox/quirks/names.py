"""Which quirks there are, and which go together."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Self, cast

from starlette.requests import Request

from talkdesk_sandbox.errors import SandboxOptionError


class Quirk(StrEnum):
    """A way in which replies differ from the effective document.

    The vendor's pages, examples and types show each of them. They are applied in this order,
    whatever order they are named in.

    Attributes:
        summary: What it does, in one clause.
    """

    summary: str

    def __new__(cls, name: str, summary: str) -> Self:
        """Return the quirk of this name."""
        quirk = str.__new__(cls, name)
        quirk._value_ = name
        quirk.summary = summary
        return quirk

    OLD_SHAPE = (
        "old-shape",
        "callbacks have assign_type, ring_groups, time_to_call and agent_id, and no newer names",
    )
    NEW_SHAPE = (
        "new-shape",
        "callbacks have assign_type_v2, queues and scheduled_time_to_call, and no older names",
    )
    CALLBACK_LINKS = ("callback-links", "the self link of a callback leads to /callbacks/{id}")
    PREV_ALWAYS = ("prev-always", "a page without a page before has a prev link too, to itself")
    NULLS = ("nulls", "every optional member that would be absent is null")
    SELF_LINKS_ONLY = ("self-links-only", "of the links of a page, self alone is there")
    NO_TOTALS = ("no-totals", "pages lack total, total_pages, page, per_page and count")
    TOTAL_PAGE = ("total-page", "the total_pages of a page is called total_page")
    TRAILING_COMMAS = ("trailing-commas", "every word of an enum has a comma glued to its end")
    UNKNOWN_MEMBERS = (
        "unknown-members",
        "every object has two members that the document does not know",
    )


QUIRKS_KEY: Final = "talkdesk_sandbox.quirks"
"""Where the scope of a request has its quirks."""
_NONE: Final[frozenset[Quirk]] = frozenset()
_CONTRADICTIONS: Final = (
    (Quirk.OLD_SHAPE, Quirk.NEW_SHAPE),
    (Quirk.PREV_ALWAYS, Quirk.SELF_LINKS_ONLY),
)


def quirk_set(names: Iterable[str]) -> frozenset[Quirk]:
    """Return the quirks of these names.

    Args:
        names: Any number of names, in any order; not one string.

    Raises:
        SandboxOptionError: A name is unknown, or two quirks contradict each other. The message
            lists what is known, and not what was given.
    """
    given = frozenset(names)
    quirks = frozenset(quirk for quirk in Quirk if quirk in given)
    if len(quirks) != len(given):
        raise SandboxOptionError(f"a quirk is unknown; the known ones are {', '.join(Quirk)}")
    for one, other in _CONTRADICTIONS:
        if {one, other} <= quirks:
            raise SandboxOptionError(f"the quirks {one} and {other} contradict; choose one of them")
    return quirks


def chosen_quirks(request: Request) -> frozenset[Quirk]:
    """Return the quirks that this request is to be answered with."""
    return cast("frozenset[Quirk]", request.scope.get(QUIRKS_KEY, _NONE))
