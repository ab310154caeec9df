"""Forked processes: a child has the memory of its parent, but only one of its threads.

A lock that another thread held stays locked in the child for ever, and two processes that write
into one connection mix their requests up. So what depends on threads and connections is made anew.
"""

import os
import sys
import weakref
from typing import Protocol

__all__ = ["renew_in_child"]


class _Renewable(Protocol):
    def renew(self) -> None:
        """Forget what belongs to the parent and its threads."""


_ALIVE: "weakref.WeakSet[_Renewable]" = weakref.WeakSet()


def renew_in_child(thing: _Renewable) -> None:
    """Have `renew` called in each forked child, for as long as the thing lives."""
    _ALIVE.add(thing)


def _renew_all() -> None:
    for thing in list(_ALIVE):
        thing.renew()


if sys.platform != "win32":  # which has no fork
    os.register_at_fork(after_in_child=_renew_all)
