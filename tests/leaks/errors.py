"""What an error shows of what went through it: its texts, and the variables of our frames."""

from __future__ import annotations

import importlib.util
import reprlib
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Final, cast

import pytest

__all__ = ["Shown", "is_ours", "shown_by", "watch_caught"]

OURS: Final = (
    *("talkdesk_core", "talkdesk_client", "talkdesk_changes"),
    *("talkdesk_sandbox", "talkdesk_schemas"),
)
"""The packages of the wheel."""

_SERVER = "/talkdesk_sandbox/"


class _Repr(reprlib.Repr):
    """Shows the beginning of long values, and nothing of an object whose repr fails."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 8
        self.maxdict = self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = 30
        self.maxstring = self.maxlong = self.maxother = 20_000

    def repr_int(self, x: int, level: int) -> str:
        """Show a number; one of too many digits for Python is no phone number."""
        try:
            return super().repr_int(x, level)
        except ValueError:
            return "..."


_repr = _Repr()


def _folders() -> tuple[str, ...]:
    """Return where our packages are, without importing them."""
    found = [importlib.util.find_spec(name) for name in OURS]
    return tuple(
        str(Path(spec.origin).parent) + "/"
        for spec in found
        if spec is not None and spec.origin is not None
    )


_FOLDERS = _folders()


@dataclass(frozen=True)
class Shown:
    """A text that an error shows.

    Attributes:
        place: Which text of which error; holds nothing of the text.
        text: The text.
        is_value: Whether it shows a value of somebody else's type in one of our frames: an
            argument, or what a reply holds. There names and numbers are what the frame is for.
    """

    place: str
    text: str
    is_value: bool = False


def is_ours(error: BaseException) -> bool:
    """Say whether an error is of our classes, or went through one of our frames."""
    return _is_of_ours(type(error)) or any(_frames(error.__traceback__))


def shown_by(error: BaseException) -> Iterator[Shown]:
    """Yield what an error and those before it show.

    Those before it are its causes and contexts, hidden ones too: trackers of errors follow them.
    """
    todo, seen = [error], set[int]()
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield from _texts(one)
        for frame in _frames(one.__traceback__):
            yield from _variables(type(one).__name__, frame)
        if isinstance(one, BaseExceptionGroup):
            todo += cast("BaseExceptionGroup[BaseException]", one).exceptions
        todo += [each for each in (one.__cause__, one.__context__) if each is not None]


def _texts(error: BaseException) -> Iterator[Shown]:
    name = type(error).__name__
    yield Shown(f"repr of {name}", repr(error))
    # The lines with the frames show source, which holds no values. Notes belong to these.
    yield Shown(f"text of {name}", "".join(traceback.format_exception_only(error)))


def _variables(error: str, frame: FrameType) -> Iterator[Shown]:
    where = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
    variables: dict[str, object] = dict(frame.f_locals)
    for name, value in variables.items():
        is_value = not _is_of_ours(type(value))
        # The sandbox is a server: its frames hold the request that they answer, token and all.
        if not (is_value and _SERVER in frame.f_code.co_filename):
            place = f"variable {name} in {where}, under {error}"
            yield Shown(place, _repr.repr(value), is_value=is_value)


def _frames(trace: TracebackType | None) -> Iterator[FrameType]:
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(_FOLDERS):
            yield trace.tb_frame
        trace = trace.tb_next


def _is_of_ours(kind: type) -> bool:
    return any(base.__module__.partition(".")[0] in OURS for base in kind.__mro__)


def watch_caught(see: Callable[[BaseException], None], root: Path) -> Callable[[], None]:
    """Call a function with every error that code of the tests catches; return what ends it.

    From Python 3.12 on that is each error that a frame of the project outside of our packages
    handles, be it by ``except`` or by ``with``. Before, the interpreter tells of nothing but at the
    price of tracing every line, and it is each error that ``pytest.raises`` catches.

    Args:
        see: The function.
        root: The folder of the project.
    """
    if sys.version_info >= (3, 12):
        return _watch_handlers(see, str(root))
    return _watch_raises(see)


if sys.version_info >= (3, 12):
    _TOOL = 4  # one of the two numbers that PEP 669 leaves to anybody

    def _watch_handlers(see: Callable[[BaseException], None], root: str) -> Callable[[], None]:
        monitoring = sys.monitoring
        is_test: dict[str, bool] = {}

        def handled(code: CodeType, _: int, error: BaseException) -> None:
            name = code.co_filename
            if name not in is_test:
                is_theirs = name.startswith(_FOLDERS) or "site-packages" in name
                is_test[name] = name.startswith(root) and not is_theirs
            if is_test[name]:
                see(error)

        def end() -> None:
            monitoring.set_events(_TOOL, 0)
            monitoring.free_tool_id(_TOOL)

        monitoring.use_tool_id(_TOOL, "tests.leaks")
        monitoring.register_callback(_TOOL, monitoring.events.EXCEPTION_HANDLED, handled)
        monitoring.set_events(_TOOL, monitoring.events.EXCEPTION_HANDLED)
        return end


def _watch_raises(see: Callable[[BaseException], None]) -> Callable[[], None]:
    original = pytest.RaisesExc.__exit__

    @wraps(original)
    def leave(
        self: pytest.RaisesExc[BaseException],
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is not None:
            see(error)
        return original(self, kind, error, trace)

    def end() -> None:
        type.__setattr__(pytest.RaisesExc, "__exit__", original)

    type.__setattr__(pytest.RaisesExc, "__exit__", leave)
    return end
