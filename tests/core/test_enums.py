"""Open enums: what the document does not list is kept, and said once."""

from __future__ import annotations

import copy
import logging
import pickle
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core.encoding import redacted_repr
from talkdesk_core.enums import OpenIntEnum, OpenStrEnum


class Fruit(OpenStrEnum):
    """Words of a document."""

    APPLE = "apple"
    PEAR = "PEAR"


class Size(OpenIntEnum):
    """Numbers of a document."""

    SMALL = 1
    LARGE = 2


@dataclass(frozen=True)
class Basket:
    """A model that shows its word."""

    nut: OpenStrEnum


@settings(max_examples=1000)
@given(st.text())
def test_any_string_is_a_word_and_equal_to_it(text: str) -> None:
    """But for commas at its end: equal, hashable, copied and pickled as the string is."""
    word = Fruit(text)
    value = text.rstrip(",") or text
    assert word == word.value == str(word) == value
    assert hash(word) == hash(value)
    assert word in {value, ""}
    assert word.is_documented is (value in {"apple", "PEAR"})
    assert [copy.copy(word), copy.deepcopy(word), Fruit(word)] == [value] * 3
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        twin = pickle.loads(pickle.dumps(word, protocol))
        assert (twin, type(twin)) == (word, Fruit)


@settings(max_examples=1000)
@given(st.integers())
def test_any_integer_is_a_number_and_equal_to_it(number: int) -> None:
    """Equal, hashable, copied and pickled as the integer is."""
    size = Size(number)
    assert size == size.value == number
    assert hash(size) == hash(number)
    assert size.is_documented is (number in {1, 2})
    twin = pickle.loads(pickle.dumps(copy.deepcopy(size)))
    assert (twin, type(twin)) == (size, Size)


def test_a_documented_word_with_a_comma_is_that_word() -> None:
    """The vendor's own lists of values have such commas (A-20)."""
    assert Fruit("apple,") is Fruit.APPLE
    assert Fruit("PEAR") is Fruit.PEAR
    assert Fruit("pear") != Fruit.PEAR


@pytest.mark.parametrize("value", [1, None, 1.5, True, b"apple", ["apple"]])
def test_what_is_no_string_is_no_word(value: Any) -> None:
    """As with any enum."""
    with pytest.raises(ValueError, match="is not a valid Fruit"):
        Fruit(value)


@pytest.mark.parametrize("value", ["1", None, 1.5, [1]])
def test_what_is_no_integer_is_no_number(value: Any) -> None:
    """As with any enum."""
    with pytest.raises(ValueError, match="is not a valid Size"):
        Size(value)


def test_an_unknown_value_is_not_listed() -> None:
    """Iterating the class gives what the document lists, whatever was read before."""
    assert Fruit("quince") not in list(Fruit)
    assert Size(99) not in list(Size)
    assert [*Fruit.__members__, *Size.__members__] == ["APPLE", "PEAR", "SMALL", "LARGE"]


def fresh_enum() -> type[OpenStrEnum]:
    """Return an enum of which nothing was told yet."""

    class Nut(OpenStrEnum):
        HAZEL = "hazel"

    return Nut


def fresh_size() -> type[OpenIntEnum]:
    """Return another."""

    class Weight(OpenIntEnum):
        LIGHT = 1

    return Weight


def test_each_unknown_value_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """A listing of thousands says it once; a documented value says nothing."""
    caplog.set_level(logging.DEBUG, "talkdesk")
    nut = fresh_enum()
    for _ in range(3):
        for value in ("NASHI_1", "NASHI_2", "NASHI_2,", "hazel"):
            nut(value)
    fresh_size()(4711)
    assert [record.getMessage() for record in caplog.records] == [
        "Nut: the document does not list the value NASHI_1; it is kept as it is",
        "Nut: the document does not list the value NASHI_2; it is kept as it is",
        "Weight: the document does not list the value 4711; it is kept as it is",
    ]
    assert {(record.name, record.levelname) for record in caplog.records} == {
        ("talkdesk", "WARNING")
    }


@pytest.mark.parametrize(
    "value", ["Ada Lovelace", "+12025550100", "12025550100", "ada@example.com", "x" * 65, "A\nB"]
)
def test_what_looks_like_no_word_is_not_told(value: str, caplog: pytest.LogCaptureFixture) -> None:
    """Free text in the place of a word may be personal data: neither log nor repr shows it."""
    caplog.set_level(logging.DEBUG, "talkdesk")
    read = Basket(fresh_enum()(value))
    (record,) = caplog.records
    assert value not in redacted_repr(read, ("nut",))
    assert value not in record.getMessage()
    assert f"({len(value)} characters)" in record.getMessage()


def test_a_server_that_never_repeats_itself_does_not_fill_log_or_memory(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What was told is remembered up to a bound; beyond it nothing more is told or remembered."""
    caplog.set_level(logging.WARNING, "talkdesk")
    nut = fresh_enum()
    for number in range(300):
        assert nut(f"N{number}") == f"N{number}"
    assert len(caplog.records) == 100
