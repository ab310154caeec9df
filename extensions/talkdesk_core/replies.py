"""What an operation replies with knows the id that Talkdesk gave the request.

Support asks for that id. It belongs to the reply and not to the document: it is no member of the
object, and two objects that differ in it alone are equal.
"""

from __future__ import annotations

from typing import Any, TypeVar

__all__ = ["Reply", "identified"]

T = TypeVar("T")


class Reply:
    """The base of the models that operations reply with.

    The id has a slot of its own, which stays empty where an object was not read from a reply of its
    own, as the items of a page are: so reading them costs nothing for it.
    """

    __slots__ = ("_request_id",)

    _request_id: str | None

    @property
    def request_id(self) -> str | None:
        """The id that Talkdesk gave the request, for its support.

        None where the reply stated none, and where this object is not the whole of a reply. Copies
        and pickles keep it; it is not compared, not shown and not written by `to_dict`.
        """
        return getattr(self, "_request_id", None)

    # Python's own, which takes in every slot. It is named here because without that, pickles of the
    # oldest protocols refuse a class with slots.
    def __getstate__(self) -> object:
        return object.__getstate__(self)


# The slot itself: the attribute is not for others to set.
_SLOT: Any = vars(Reply)["_request_id"]


def identified(result: T, request_id: str | None) -> T:
    """Tell a result the id of the request, if it can hold one.

    Args:
        result: What an operation gives. Lists, None and plain values hold no id;
            `with_raw_response` tells it for them.
        request_id: The id of the reply, None where it states none.

    Returns:
        The same object.
    """
    if isinstance(result, Reply):
        _SLOT.__set__(result, request_id)
    return result
