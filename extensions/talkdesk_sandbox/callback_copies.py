"""Copies of a block of callbacks: the same rows many times, under other ids.

A row costs far more to invent than to store, so a large data set is a block of invented rows and
numbered copies of it. Only the number of the copy is stored with a row; what tells it
from the rows it copies follows from that number: its ids are its own, and it was created later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, cast

from talkdesk_sandbox.callback_content import stored_time
from talkdesk_sandbox.callback_row import CallbackRow
from talkdesk_sandbox.timestamps import date_time_text

TAIL: Final = 6
"""How many digits at the end of an id a copy changes."""
_TAILS: Final = 16**TAIL

# The interaction of a callback is often the first of its chain: both are changed alike. Campaigns,
# lists, agents and groups are the account's and the same in all copies.
_OWN_IDS: Final = (
    "callback_id",
    "record_id",
    "contact_id",
    "interaction_id",
    "root_interaction_id",
)


@dataclass(frozen=True, slots=True)
class Block:
    """Callbacks that follow one another in the listing: some rows, over and over.

    Attributes:
        rows: The rows of copy 0, at least one if ``count`` is not 0.
        count: Number of callbacks; the last copy may be cut short.
        step: Milliseconds by which each copy was created after the one before it.
    """

    rows: Sequence[CallbackRow]
    count: int
    step: int = 0


class Variation(NamedTuple):
    """What differs between the copies of a row.

    Attributes:
        ids: The ids of copy 0, each once.
        created_at: When copy 0 was created, in milliseconds since 1970; None: it does not say.
        step: Milliseconds from one copy to the next.
    """

    ids: tuple[str, ...]
    created_at: int | None
    step: int


def variation(document: Mapping[str, object], step: int) -> Variation:
    """Return what the copies of a callback change."""
    ids = dict.fromkeys(cast("str", document[name]) for name in _OWN_IDS if document.get(name))
    created = cast("str | None", document.get("created_at"))
    return Variation(tuple(ids), None if created is None else stored_time(created), step)


def copied_id(original: str, copy: int) -> str:
    """Return the id that stands in a copy where copy 0 has ``original``.

    Args:
        original: An id that ends in six hexadecimal digits.
        copy: Number of the copy, from 0 to 16**6 - 1; each gives another id.
    """
    tail = (int(original[-TAIL:], 16) + copy) % _TAILS
    return f"{original[:-TAIL]}{tail:0{TAIL}x}"


def copy_number(original: str, wanted: str) -> int | None:
    """Return the number of the copy that has ``wanted`` for ``original``, or None if none can.

    Args:
        original: An id of copy 0.
        wanted: Any text.
    """
    try:
        copy = (int(wanted[-TAIL:], 16) - int(original[-TAIL:], 16)) % _TAILS
    except ValueError:
        return None
    return copy if copied_id(original, copy) == wanted else None


def copied_text(text: str, varies: Variation, copy: int) -> str:
    """Return the JSON text of a copy.

    Args:
        text: The JSON text of copy 0.
        varies: What the copies of it change.
        copy: Number of the copy, from 0.
    """
    for original in varies.ids:
        text = text.replace(f'"{original}"', f'"{copied_id(original, copy)}"')
    if varies.created_at is None:
        return text
    created = varies.created_at + copy * varies.step
    return text.replace(_created(varies.created_at), _created(created))


def _created(milliseconds: int) -> str:
    return f'"created_at":"{date_time_text(milliseconds, always_fraction=True)}"'
