"""Writers accept what the document allows, and refuse the rest without quoting it."""

from __future__ import annotations

import copy
import json
import pickle
from collections import UserList, deque
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkdesk_core import writing as w
from talkdesk_core.enums import OpenStrEnum
from talkdesk_core.errors import ArgumentError
from talkdesk_core.unset import UNSET


class Level(IntEnum):
    """Documented numbers."""

    LOW = 1
    HIGH = 2


class Mode(OpenStrEnum):
    """Documented words."""

    FAST = "FAST"
    SLOW = "SLOW"


class Shout(str):
    """A string that prints itself otherwise."""

    __slots__ = ()

    def __str__(self) -> str:
        return self.upper()


# The first values of a fresh checkout are slow: Hypothesis collects constants of the project then.
# Each kind of writer has its own, several thousand in all.
patient = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab ", max_size=3), inner),
    max_leaves=12,
)
TIMES = st.datetimes(
    timezones=st.builds(timezone, st.builds(timedelta, minutes=st.integers(-1439, 1439)))
)
# Whatever a user may hand over, much of it wrong.
VALUES = (
    JSON | TIMES | st.datetimes() | st.dates() | st.floats() | st.text() | st.binary()
    | st.sampled_from([UNSET, Mode.FAST, Mode("NEW"), Level.LOW, Decimal(1), {1: 2}, {3}, object()])
    | st.tuples(st.integers(), st.text()) | st.dates().map(str) | TIMES.map(datetime.isoformat)
)  # fmt: skip

WRITERS: dict[str, tuple[w.Writer, Callable[[Any], bool]]] = {
    "text": (w.Text(), lambda x: isinstance(x, str)),
    "bounded text": (w.Text(1, 3), lambda x: isinstance(x, str) and 1 <= len(x) <= 3),
    "pattern": (w.Text(pattern=r"^\d$"), lambda x: len(x) == 1 and x in "0123456789"),
    "choice": (w.Choice(Mode), lambda x: x in ("FAST", "SLOW")),
    "numbers to choose": (w.Choice([1, 2]), lambda x: type(x) is int and x in (1, 2)),
    "integer": (w.Integer(-5, 5), lambda x: type(x) is int and -5 <= x <= 5),
    "number": (w.Number(exclusive_minimum=0, exclusive_maximum=9), lambda x: 0 < x < 9),
    "multiple": (w.Number(multiple_of=0.5), lambda x: x % 0.5 == 0),
    "boolean": (w.Boolean(), lambda x: isinstance(x, bool)),
    "moment": (w.Moment(), lambda x: "T" in x.upper()),
    "moment or date": (w.Moment(dates=True), lambda x: isinstance(x, str) and len(x) >= 10),
    "day": (w.Day(), lambda x: date.fromisoformat(x).isoformat() == x),
    "constant": (w.Constant(1), lambda x: type(x) in {int, float} and x == 1),
    "anything": (w.Anything(), lambda _: True),
    "array": (
        w.Array(w.Integer(), min_items=1, max_items=2, unique=True),
        lambda x: 1 <= len(x) <= 2 and len(set(x)) == len(x),
    ),
    "map": (w.MapOf(w.Boolean()), lambda x: all(isinstance(v, bool) for v in x.values())),
    "nullable": (w.Nullable(w.Boolean()), lambda x: x is None or isinstance(x, bool)),
    "either": (w.Either(w.Integer(), w.Boolean()), lambda x: isinstance(x, int)),
}


def outcome(way: Callable[[str, object], Any], value: object) -> tuple[Any, ArgumentError | None]:
    """Return what a writer makes of a value, or the error."""
    try:
        return way("place", value), None
    except ArgumentError as error:
        return None, error


def chain(error: BaseException) -> list[BaseException]:
    """Return an error and all those it still holds, shown or not."""
    held: list[BaseException] = [error]
    for each in held:
        held += [other for other in (each.__cause__, each.__context__) if other is not None]
    return held


@pytest.mark.parametrize("kind", WRITERS)
@patient
@given(value=VALUES)
def test_what_is_written_is_json_within_the_stated_bounds(kind: str, value: object) -> None:
    """A value is either written as the document allows, or refused by an error at its place.

    What is written is accepted again, and loading refuses and accepts the same.
    """
    writer, fits = WRITERS[kind]
    written, error = outcome(writer.write, value)
    if error is not None:
        assert error.argument.startswith("place")
        assert str(error) == f"{error.argument} {error.problem}"
        assert str(outcome(writer.load, value)[1]) == str(error)
    else:
        assert fits(written)
        assert json.loads(json.dumps(written, allow_nan=False)) == written
        assert writer.write("place", written) == written
        loaded = writer.load("place", value)
        assert writer.load("place", loaded) == loaded
        assert writer.load("place", writer.write("place", loaded)) == loaded


PRIVATE = st.text("äöüßéñ", min_size=4).map(lambda text: f"§{text}§")
HIDDEN: st.SearchStrategy[object] = (
    PRIVATE | st.lists(PRIVATE, min_size=1) | st.dictionaries(PRIVATE, PRIVATE, min_size=1)
)


@pytest.mark.parametrize("kind", WRITERS)
@patient
@given(
    value=HIDDEN
    | st.tuples(HIDDEN, st.binary())
    | st.fixed_dictionaries({"a": HIDDEN, "b": st.binary()})
)
def test_no_error_quotes_the_value(kind: str, value: object) -> None:
    """Neither values nor the names of a mapping are told: both may be personal data."""
    writer, _ = WRITERS[kind]
    for way in (writer.write, writer.load):
        _, error = outcome(way, value)
        if error is not None:
            assert "§" not in str(error)
            assert chain(error) == [error]


@settings(max_examples=1_000)
@given(value=TIMES, dates=st.booleans())
def test_a_moment_that_is_written_is_loaded_as_the_same_instant(
    value: datetime, dates: bool
) -> None:
    """Every aware time that UTC has a year for survives; its text ends in Z."""
    writer = w.Moment(dates=dates)
    text, error = outcome(writer.write, value)
    if error is not None:
        assert error.problem == "takes a datetime from year 1 to 9999 in UTC"
    else:
        assert text.endswith("Z")
        assert writer.load("at", text) == value
        assert writer.load("at", value) is value


@settings(max_examples=1_000)
@given(st.dates())
def test_a_day_that_is_written_is_loaded_as_the_same_day(value: date) -> None:
    """Every date survives."""
    assert w.Day().load("on", w.Day().write("on", value)) == value
    assert w.Moment(dates=True).load("on", value.isoformat()) == value


@settings(max_examples=1_000)
@given(st.integers(-10_000, 10_000), st.integers(1, 4), st.integers(1, 50))
def test_multiples_are_counted_as_decimals(count: int, places: int, step: int) -> None:
    """0.3 is a multiple of 0.1, whatever the floats behind them say; 0.35 is none."""
    unit = float(Decimal(step).scaleb(-places))
    number = float(Decimal(step * count).scaleb(-places))
    assert w.Number(multiple_of=unit).write("n", number) == number
    with pytest.raises(ArgumentError, match="n takes a multiple of"):
        w.Number(multiple_of=unit).write(
            "n", float(Decimal(2 * step * count + step).scaleb(-places) / 2)
        )


def containers(value: object) -> set[int]:
    """Return the identities of all lists and dicts in JSON-able data."""
    if isinstance(value, dict):
        inner = list(cast("dict[str, object]", value).values())
    elif isinstance(value, list):
        inner = cast("list[object]", value)
    else:
        return set()
    return {id(cast("object", value))}.union(*map(containers, inner))


@settings(max_examples=1_000, deadline=None)
@given(JSON)
def test_anything_is_copied(value: object) -> None:
    """JSON-able data is equal afterwards, and no list or dict is shared with the caller."""
    written = w.Anything().write("x", value)
    assert written == value
    assert not containers(value) & containers(written)


AT = datetime(2026, 3, 2, 15, tzinfo=UTC)
ROUND: list[Any] = []
ROUND.append([ROUND, ROUND])
HALF = "\ud83d"
HOLDS = "data that JSON can hold (mappings, lists, strings, finite numbers, booleans, None)"


@pytest.mark.parametrize(
    ("writer", "value", "written", "loaded"),
    [
        (w.Text(), Mode.FAST, "FAST", "FAST"),
        (w.Text(), Shout("quiet"), "quiet", "quiet"),
        (w.Text(pattern="b"), "abc", "abc", "abc"),
        (w.Text(pattern=r"[$]\$$"), "a$$", "a$$", "a$$"),
        (w.Text(max_length=1), "😀", "😀", "😀"),
        (w.Choice(Mode), "FAST", "FAST", Mode.FAST),
        (w.Choice(Mode), Mode.SLOW, "SLOW", Mode.SLOW),
        (w.Choice(Level), 2, 2, Level.HIGH),
        (w.Choice(Level), Level.LOW, 1, Level.LOW),
        (w.Choice(["a", "b"]), "b", "b", "b"),
        (w.Integer(), Level.LOW, 1, 1),
        (w.Integer(multiple_of=5), 15, 15, 15),
        (w.Number(0, 1), 1, 1, 1),
        (w.Number(0, 1), 0, 0, 0),
        (w.Moment(), AT, "2026-03-02T15:00:00Z", AT),
        (w.Moment(), "2026-03-02t16:00:00+01:00", "2026-03-02t16:00:00+01:00", AT),
        (w.Moment(), "0001-01-01T00:00:00+23:59", *["0001-01-01T00:00:00+23:59"] * 2),
        (w.Moment(dates=True), date(2026, 3, 2), "2026-03-02", date(2026, 3, 2)),
        (w.Day(), "2024-02-29", "2024-02-29", date(2024, 2, 29)),
        (w.Constant("a"), "a", "a", "a"),
        (w.Constant(None), None, None, None),
        (w.Anything(), ({"a": (1, None)}, Mode.FAST), *[[{"a": [1, None]}, "FAST"]] * 2),
        (w.Array(w.Day()), ("2026-03-02",), ["2026-03-02"], [date(2026, 3, 2)]),
        (w.Array(w.Anything(), unique=True), *[[1, True, [1], {"a": 1}]] * 3),
        (w.Array(w.Integer()), range(2), *[[0, 1]] * 2),
        (w.Array(w.Integer()), UserList([1]), *[[1]] * 2),
        (w.Anything(), {"a": deque(["b"])}, *[{"a": ["b"]}] * 2),
        (w.MapOf(w.Choice(Mode)), {"x": "FAST"}, {"x": "FAST"}, {"x": Mode.FAST}),
        (w.Nullable(w.Text()), None, None, None),
        (w.Either(w.Moment(), w.Text()), "soon", "soon", "soon"),
        (w.Either(w.Moment(), w.Text()), "2026-03-02T15:00:00Z", "2026-03-02T15:00:00Z", AT),
    ],
)  # fmt: skip
def test_a_value_is_written_as_plain_json_and_loaded_as_python_has_it(
    writer: w.Writer, value: object, written: object, loaded: object
) -> None:
    """Enums lose their class on the wire, and strings of the wire become what models hold."""
    result = writer.write("x", value)
    assert (result, type(result)) == (written, type(written))
    result = writer.load("x", value)
    assert (result, type(result)) == (loaded, type(loaded))


@pytest.mark.parametrize(
    ("writer", "value", "complaint"),
    [
        (w.Text(), 5, "x takes a string, not int"),
        (w.Text(), UNSET, "x takes a string, not UnsetType"),
        (w.Text(min_length=1), "", "x takes a string that is not empty"),
        (w.Text(2, 5), "", "x takes 2 to 5 characters, not 0"),
        (w.Text(2), "a", "x takes at least 2 characters, not 1"),
        (w.Text(max_length=1), "ab", "x takes at most 1 character, not 2"),
        (w.Text(pattern="^[a-z]+$"), "abc\n", "x takes a string that matches ^[a-z]+$"),
        (w.Text(pattern=r"^\d+$"), "\u0663", r"x takes a string that matches ^\d+$"),
        (w.Text(), HALF, "x takes a string without half characters (lone surrogates)"),
        (w.Choice(Mode), "fast", "x takes one of FAST, SLOW; did you mean FAST?"),
        (w.Choice(Mode), Mode("NEW"), "x takes one of FAST, SLOW"),
        (w.Choice(Mode), "FAST,", "x takes one of FAST, SLOW"),
        (w.Choice(Level), True, "x takes one of 1, 2"),
        (w.Choice(Level), "1", "x takes one of 1, 2"),
        (w.Choice(Mode), None, "x takes one of FAST, SLOW"),
        (w.Integer(), True, "x takes an integer, not bool"),
        (w.Integer(), 1.0, "x takes an integer, not float"),
        (w.Integer(1, 500), 0, "x takes 1 to 500, not 0"),
        (w.Integer(multiple_of=5), 7, "x takes a multiple of 5, not 7"),
        (w.Anything(), [10**5000], "x[0] takes a number with fewer digits"),
        (w.Number(), "1", "x takes a number, not str"),
        (w.Number(), False, "x takes a number, not bool"),
        (w.Number(), float("nan"), "x takes a finite number"),
        (w.Number(), float("-inf"), "x takes a finite number"),
        (w.Number(minimum=0), -1, "x takes at least 0, not -1"),
        (w.Number(maximum=0), 0.5, "x takes at most 0, not 0.5"),
        (w.Number(exclusive_minimum=0), 0, "x takes more than 0, not 0"),
        (w.Number(0, exclusive_maximum=1), 1, "x takes at least 0 and less than 1, not 1"),
        (w.Boolean(), 1, "x takes True or False, not int"),
        (w.Moment(), AT.replace(tzinfo=None),
         "x takes an aware datetime; say which zone, as in datetime(..., tzinfo=UTC)"),
        (w.Moment(), AT.date(), "x takes an aware datetime, not a date without its time"),
        (w.Moment(), "2026-03-02",
         "x takes a date-time, such as 2026-03-02T15:00:00Z, not a date without its time"),
        (w.Moment(), "2026-03-02T15:00:00",
         "x takes a date-time with its offset, such as 2026-03-02T15:00:00Z"),
        (w.Moment(), "soon", "x takes a date-time by RFC 3339, such as 2026-03-02T15:00:00Z"),
        (w.Moment(), 5, "x takes an aware datetime or a string by RFC 3339, not int"),
        (w.Moment(dates=True), "2026-02-29",
         "x takes a date or date-time by RFC 3339, such as 2026-03-02 or 2026-03-02T15:00:00Z"),
        (w.Moment(dates=True), 5,
         "x takes a date, an aware datetime or a string by RFC 3339, not int"),
        (w.Day(), AT, "x takes a date, not a datetime; give its date()"),
        (w.Day(), "20260302", "x takes a date by RFC 3339, such as 2026-03-02"),
        (w.Day(), 5, "x takes a date or a string by RFC 3339, not int"),
        (w.Constant(1), True, "x takes 1 alone"),
        (w.Constant(True), 1, "x takes True alone"),
        (w.Constant([True]), [1], "x takes [True] alone"),
        (w.Constant("a"), "b", "x takes 'a' alone"),
        (w.Constant({"a": [1]}), {"a": [True]}, "x takes {'a': [1]} alone"),
        (w.Anything(), {"a": [AT]}, f"x.*[0] takes {HOLDS}, not datetime; write it as a string"),
        (w.Anything(), ({1},), f"x[0] takes {HOLDS}, not set"),
        (w.Anything(), {1: 1}, "x takes names that are strings, not int"),
        (w.Anything(), {HALF: 1}, "x takes a string without half characters (lone surrogates)"),
        (w.Anything(), ROUND, "x takes no data nested deeper than 100 levels"),
        (w.Array(w.Text()), "abc", "x takes a list, not str"),
        (w.Array(w.Text()), {"a"}, "x takes a list, not set"),
        (w.Array(w.Integer()), b"a", "x takes a list, not bytes"),
        (w.Array(w.Integer()), bytearray(b"a"), "x takes a list, not bytearray"),
        (w.Array(w.Integer()), memoryview(b"a"), "x takes a list, not memoryview"),
        (w.Array(w.Integer()), iter([1]), "x takes a list, not list_iterator"),
        (w.Array(w.Text()), ["a", 1], "x[1] takes a string, not int"),
        (w.Array(w.Text(), min_items=1), [], "x takes at least 1 item, not 0"),
        (w.Array(w.Text(), min_items=2, max_items=2), [], "x takes 2 items, not 0"),
        (w.Array(w.Number(), unique=True), [1, 2, 1.0], "x takes no item twice; x[2] is one"),
        (w.Array(w.Choice(Mode), unique=True), ["FAST", Mode.FAST],
         "x takes no item twice; x[1] is one"),
        (w.MapOf(w.Text()), [], "x takes a mapping, not list"),
        (w.MapOf(w.Text()), {"Ada": 1}, "x.* takes a string, not int"),
        (w.MapOf(w.Text()), {5: ""}, "x takes names that are strings, not int"),
        (w.Nullable(w.Text()), 5, "x takes a string, not int"),
        (w.Either(w.Text(), w.Array(w.Text())), 5,
         "x takes a string, not int; or takes a list, not int"),
        (w.Either(w.Text(), w.Array(w.Text())), [5],
         "x[0] takes a string, not int"),
        (w.Either(w.Array(w.Integer()), w.Array(w.Text(max_length=0))), ["a"],
         ("x fits none of its 2 forms: "
         "x[0] takes an integer, not str; or x[0] takes at most 0 characters, not 1")),
        (w.Either(w.Text(), w.Array(w.Text()), w.Array(w.Boolean())), [5],
         ("x takes a string, not list; or x[0] takes a string, not int; "
         "or x[0] takes True or False, not int")),
        (w.Either(w.Constant("a"), w.Text(max_length=0)), "b",
         "x takes 'a' alone; or takes at most 0 characters, not 1"),
        (w.Either(*[w.Choice(["a" * 300 + str(n)]) for n in range(9)]), 5,
         "x fits none of its 9 forms"),
    ],
)  # fmt: skip
def test_an_error_names_the_place_and_what_is_allowed(
    writer: w.Writer, value: object, complaint: str
) -> None:
    """Writing and loading complain alike."""
    for way in (writer.write, writer.load):
        with pytest.raises(ArgumentError) as caught:
            way("x", value)
        assert str(caught.value) == complaint


@pytest.mark.parametrize("value", [ROUND, {HALF: 1}, [10**5000], HALF, "2026-02-29"], ids=range(5))
@pytest.mark.parametrize("kind", WRITERS)
def test_every_error_is_an_argument_error_alone(kind: str, value: object) -> None:
    """No other class comes out, and no error of Python stays behind with the value in it."""
    writer, _ = WRITERS[kind]
    _, error = outcome(writer.write, value)
    if error is not None:
        assert type(error) is ArgumentError
        assert chain(error) == [error]


def test_a_writer_of_words_takes_any_enum_of_strings() -> None:
    """Another enum's member counts as its string."""

    class Other(StrEnum):
        FAST = "FAST"

    assert w.Choice(Mode).load("x", Other.FAST) is Mode.FAST


def test_an_error_survives_copy_and_pickle() -> None:
    """Text, argument and problem are the same afterwards."""
    error = ArgumentError("body.name", "is required")
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert (str(twin), twin.argument, twin.problem) == (
            "body.name is required",
            "body.name",
            "is required",
        )
