"""What an error is about in parts, so that whatever stands above it can name its places anew.

A model checks its members without knowing where it stands itself, and a union has to judge which of
its forms was meant. Both need more than a finished text. The parts travel on the error as a private
attribute: users meet `ArgumentError` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from talkdesk_core.errors import ArgumentError

__all__ = ["Kind", "Parts", "advised", "below", "none_fits", "parts", "raised", "refusal"]

# What a place and a list of alternatives may grow to before the rest is left out.
_LONGEST_PLACE = 200
_LONGEST_LIST = 1_000
_ATTRIBUTE = "_parts"


class Kind(Enum):
    """What a problem tells about the form that was meant."""

    VALUE = auto()
    MEMBERS = auto()  # an object, but one with too few or too many members
    CONSTANT = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        place: Where, seen from the innermost model that is being read; "" is that model itself.
        text: What is taken there.
        steps: How many steps below that model the wrong value lies, 0 or more. A member that is
            missing is what is wrong with the object.
        kind: What it tells about the form that was meant.
    """

    place: str
    text: str
    steps: int
    kind: Kind = Kind.VALUE


@dataclass(frozen=True, slots=True)
class Parts:
    """What an error is about.

    Attributes:
        place: Where it was met; "" is the innermost model itself.
        problems: What is wrong; several where there are several forms, none of which fits.
        forms: How many forms there are at the place.
        endless: Whether the data is a cycle, or close to one, so that further tries are in vain.
    """

    place: str
    problems: tuple[Problem, ...]
    forms: int = 1
    endless: bool = False

    @property
    def steps(self) -> int:
        """How many steps below the innermost model the deepest wrong value lies."""
        return max(problem.steps for problem in self.problems)


def refusal(
    place: str,
    text: str,
    *,
    kind: Kind = Kind.VALUE,
    endless: bool = False,
    model: str = "",
) -> ArgumentError:
    """Return an error that holds its parts.

    Args:
        place: Where; "" for a model as a whole, which has a name but does not know its place.
        text: What is taken there.
        kind: What it tells about the form that was meant.
        endless: Whether the data is a cycle, or close to one.
        model: Name of the model, which stands for the place "".
    """
    steps = 0 if kind is Kind.MEMBERS else _steps(place)
    error = ArgumentError(place or model, text)
    return _holding(error, Parts(place, (Problem(place, text, steps, kind),), endless=endless))


def parts(error: ArgumentError) -> Parts:
    """Return what an error is about; a plain one is about a value at its place."""
    held = vars(error).get(_ATTRIBUTE)
    if isinstance(held, Parts):
        return held
    place = error.argument
    return Parts(place, (Problem(place, error.problem, _steps(place)),))


def raised(told: Parts) -> ArgumentError:
    """Return the error that tells of these parts."""
    return _holding(ArgumentError(told.place, _text(told)), told)


def below(place: str, told: Parts) -> ArgumentError:
    """Return the error of a model as seen from the model above, where it stands at `place`."""
    steps = _steps(place)
    problems = tuple(
        replace(problem, place=_joined(place, problem.place), steps=steps + problem.steps)
        for problem in told.problems
    )
    return raised(replace(told, place=_joined(place, told.place), problems=problems))


def advised(error: ArgumentError, advice: str) -> ArgumentError:
    """Return an error that also says what to do instead."""
    told = parts(error)
    problem = Problem(told.place, f"{error.problem}{advice}", told.steps, told.problems[0].kind)
    return raised(replace(told, problems=(problem,)))


def none_fits(place: str, tried: Sequence[Parts]) -> ArgumentError:
    """Return the error about a value that fits none of several forms.

    It is the error of the form that was meant, where that can be told: the only one whose problem
    lies below the place, or the only one left by the constants that tell objects apart. Else it
    lists what every form takes.

    Args:
        place: Where the value stands.
        tried: What is wrong with it for each form; one or more.
    """
    top = _steps(place)
    left = [form for form in tried if not _ruled_out(form, top)]
    meant = {form.problems: form for form in left if form.steps > top}
    if not meant and all(p.kind is Kind.MEMBERS for form in left for p in form.problems):
        meant = {form.problems: form for form in left}
    if len(meant) == 1:
        return raised(next(iter(meant.values())))
    problems = dict.fromkeys(problem for form in tried for problem in form.problems)
    told = Parts(place, tuple(problems), len(tried))
    text = _text(told)
    if text == _none_of(told):  # a list that is not shown need not be kept
        told = replace(told, problems=(Problem(place, text, told.steps),))
    return raised(told)


def _ruled_out(form: Parts, top: int) -> bool:
    return all(p.kind is Kind.CONSTANT and p.steps == top + 1 for p in form.problems)


def _text(told: Parts) -> str:
    """Write all problems behind the place, those of the place itself first."""
    here = [problem.text for problem in told.problems if problem.place == told.place]
    if len(told.problems) == 1 and here:
        return here[0]
    inner = [f"{p.place} {p.text}" for p in told.problems if p.place != told.place]
    listed = "; or ".join(dict.fromkeys(here + inner))
    if len(listed) > _LONGEST_LIST:
        return _none_of(told)
    return listed if here else f"{_none_of(told)}: {listed}"


def _none_of(told: Parts) -> str:
    return f"fits none of its {told.forms} forms"


def _joined(place: str, inner: str) -> str:
    if not inner:
        return place
    joined = f"{place}.{inner}"
    return joined if len(joined) <= _LONGEST_PLACE else f"{place}.…"


def _steps(place: str) -> int:
    """Count the steps that lead to a place; a name with dots counts as several."""
    return 1 + place.count(".") + place.count("[") if place else 0


def _holding(error: ArgumentError, told: Parts) -> ArgumentError:
    vars(error)[_ATTRIBUTE] = told
    return error
