"""Keeping arguments out of tracebacks: error trackers record the variables of every frame."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from talkdesk_core.errors import TalkdeskError

__all__ = ["discreet", "discreetly"]

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def discreet(cls: type[T]) -> type[T]:
    """Keep the arguments of a class out of the traceback of the error that refuses them.

    The frame of its ``__init__`` holds secrets.
    """
    make: Callable[..., None] = cls.__init__
    type.__setattr__(cls, "__init__", discreetly(make))
    return cls


def discreetly(function: Callable[P, R]) -> Callable[P, R]:
    """Keep the arguments of a function out of the traceback of the error that refuses them.

    Errors of this package are raised anew, from here and without the arguments. So is Python's own
    about an argument that does not exist or is missing. Everything else is a fault, of somebody
    else's code or of ours, and keeps its traceback.
    """

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (TalkdeskError, TypeError) as error:
            if not _is_about_arguments(error):
                raise
            problem = error.with_traceback(None)
        finally:
            del args, kwargs
        raise problem

    return call


def _is_about_arguments(error: TalkdeskError | TypeError) -> bool:
    """Say whether an error is ours, or Python's about a call that was made here."""
    if isinstance(error, TalkdeskError):
        return True
    frames = error.__traceback__
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    return frames is not None and frames.tb_frame.f_globals is globals()
