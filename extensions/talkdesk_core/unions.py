"""Reading what may have one of several shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from talkdesk_core.decoding import LESS_DEEPLY, Reader, day, mapping, moment, refused
from talkdesk_core.enums import OpenStrEnum
from talkdesk_core.errors import ResponseDecodeError

T = TypeVar("T")
Word = TypeVar("Word", bound=OpenStrEnum)

# So many steps below a union a wrong value is the value's fault, not that of the chosen model.
_FAR = 3

# RFC 3339 section 5.6.
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_FULL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

__all__ = ["Candidate", "best_fit", "date_time", "documented", "either", "full_date"]


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """One of the models that an object may be.

    Attributes:
        read: The model's `from_dict`.
        names: The members that it documents.
        required: Those of them that an object of it has to hold.
        constants: The values that a member has to have, by its name; a discriminator is one.
    """

    read: Callable[[Mapping[str, Any]], T]
    names: Collection[str] = ()
    required: Collection[str] = ()
    constants: Mapping[str, Collection[object]] = field(default_factory=dict[str, "tuple[object]"])

    def contradicted(self, data: Mapping[str, Any]) -> int:
        """Count the constants that an object has another value for."""
        return sum(
            name in data and data[name] not in values for name, values in self.constants.items()
        )

    def misfit(self, data: Mapping[str, Any]) -> tuple[int, int, int]:
        """Say how badly an object fits: by its constants, by what is amiss, by what is unknown."""
        right = sum(data.get(name) in values for name, values in self.constants.items())
        amiss = sum(data.get(name) is None for name in self.required) + self.contradicted(data)
        return -right, amiss, -sum(name in data for name in self.names)


def best_fit(*candidates: Candidate[Any]) -> Reader[Any]:
    """Return a reader of objects by the model that fits best; of equals, the document's first.

    Every model reads every object leniently, so the first that succeeds would always be the first.
    Where the best cannot read, the next may, unless a constant says that the object is none of it,
    or the wrong value lies so deep that trying everything again would take ever longer.
    """

    def read(value: object) -> Any:  # noqa: ANN401 - the generated annotation says what it is
        data = mapping(value, "")
        best, *others = sorted(candidates, key=lambda each: each.misfit(data))
        try:
            return best.read(data)
        except ResponseDecodeError as error:
            problem = error
        least = best.contradicted(data)
        for candidate in [] if _is_settled(problem) else others:
            if candidate.contradicted(data) <= least:
                try:
                    return candidate.read(data)
                except ResponseDecodeError:
                    continue  # the best fit has the error that helps most
        raise problem

    return read


def _is_settled(problem: ResponseDecodeError) -> bool:
    """Tell whether another reader is not worth trying.

    Data that is nested too deeply is so for every reader. A problem far below was met by unions
    on the way up already, and each further try would double the time.
    """
    steps = problem.path.count(".") + problem.path.count("[")
    return problem.expected == LESS_DEEPLY or steps > _FAR


def either(*readers: Reader[Any]) -> Reader[Any]:
    """Return a reader of what the first of several readers takes, in their order."""

    def read(value: object) -> Any:  # noqa: ANN401 - the generated annotation says what it is
        problems: list[ResponseDecodeError] = []
        for each in readers:
            try:
                return each(value)
            except ResponseDecodeError as error:
                if _is_settled(error):
                    raise
                problems.append(error)
        for problem in problems:
            if problem.path != "$":
                # The value is of the right kind, and something inside it is not.
                raise problem
        expected = " or ".join(dict.fromkeys(problem.expected for problem in problems))
        raise ResponseDecodeError(expected=expected, got=problems[0].got)

    return read


def documented(enum: type[Word]) -> Reader[Word]:
    """Return a reader of the words that the document lists, and of no others."""
    words = {member.value: member for member in enum}

    def read(value: object) -> Word:
        found = words.get(value) if isinstance(value, str) else None
        if found is None:
            raise ResponseDecodeError(expected=f"a word of {enum.__name__}", got="another value")
        return found

    return read


def date_time(value: object) -> datetime:
    """Read a date-time by the letter of RFC 3339; in a union any other text may be just text."""
    if isinstance(value, str) and _DATE_TIME.fullmatch(value):
        return moment(value)
    raise refused(value, "string of format date-time")


def full_date(value: object) -> date:
    """Read a date by the letter of RFC 3339; in a union any other text may be just text."""
    if isinstance(value, str) and _FULL_DATE.fullmatch(value):
        return day(value)
    raise refused(value, "string of format date")
