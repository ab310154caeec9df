"""Unions: the narrowest reader that takes a value, and of models the one that fits best."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from talkdesk_core import decoding, unions
from talkdesk_core.enums import OpenStrEnum
from talkdesk_core.errors import ResponseDecodeError


class Kind(OpenStrEnum):
    """Words of a document."""

    CAT = "cat"
    DOG = "dog"


def model(name: str) -> Any:
    """Return a `from_dict` that only says which model read."""

    def from_dict(data: Mapping[str, Any]) -> tuple[str, object]:
        size = data.get("size")
        try:
            return name, None if size is None else decoding.integer(size)
        except ResponseDecodeError as error:
            raise decoding.placed(error, "size", name) from None

    return from_dict


PETS = unions.best_fit(
    unions.Candidate(model("Cat"), ("kind", "lives"), ("kind",), {"kind": ("cat",)}),
    unions.Candidate(model("Dog"), ("kind", "tricks", "size"), ("tricks",), {"kind": ("dog",)}),
    unions.Candidate(model("Fish"), ("fins",), ("fins",)),
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"kind": "cat", "tricks": 1, "size": 2}, "Cat"),
        ({"kind": "dog"}, "Dog"),
        ({"fins": 2}, "Fish"),
        ({"kind": "bird", "lives": 1}, "Cat"),
        ({"kind": "bird", "tricks": 1}, "Dog"),
        ({}, "Cat"),
    ],
)
def test_the_model_that_fits_best_reads(data: dict[str, object], name: str) -> None:
    """A right constant counts first, then what is wrong or missing, then what is known."""
    assert PETS(data)[0] == name


def test_of_equals_the_documents_first_reads() -> None:
    """The order of the document decides, so the result is always the same."""
    twins = unions.best_fit(unions.Candidate(model("One")), unions.Candidate(model("Two")))
    assert twins({"x": 1}) == ("One", None)


def test_a_model_that_cannot_read_leaves_it_to_the_next() -> None:
    """The best fit by names may still hold a wrong type; the others are asked then."""
    either = unions.best_fit(
        unions.Candidate(model("Sized"), ("size",)),
        unions.Candidate(lambda data: ("Free", data["size"]), ()),
    )
    assert either({"size": "big"}) == ("Free", "big")


def test_where_none_can_read_the_best_fit_complains() -> None:
    """Its error leads to the place."""
    with pytest.raises(ResponseDecodeError) as caught:
        PETS({"kind": "dog", "tricks": 1, "size": "big"})
    assert caught.value.path == "$.size"
    assert caught.value.model == "Dog"


def test_the_narrow_reader_comes_before_the_wide() -> None:
    """The string of a time is a time, a documented word a word, anything else a string."""
    read = unions.either(unions.documented(Kind), decoding.moment, decoding.text)
    assert read("cat") is Kind.CAT
    assert read("2026-03-02T15:00:00Z") == datetime(2026, 3, 2, 15, tzinfo=UTC)
    assert type(read("bird")) is str


def test_an_error_says_every_kind_that_would_fit() -> None:
    """The value is of none of them."""
    read = unions.either(decoding.integer, decoding.text, PETS)
    with pytest.raises(ResponseDecodeError, match=r"expected integer or string or object at \$, "):
        read([])


def test_a_value_of_the_right_kind_is_told_by_its_own_place() -> None:
    """Who sent an object wants to know what is wrong inside it."""
    read = unions.either(decoding.array(decoding.integer), decoding.text)
    with pytest.raises(ResponseDecodeError, match=r"expected integer at \$\[1\], got boolean"):
        read([1, True])


def nested(depth: int, leaf: object) -> dict[str, object]:
    """Return objects within objects."""
    data: dict[str, object] = {"kind": "cat", "size": leaf}
    for _ in range(depth):
        data = {"kind": "cat", "child": data}
    return data


def test_a_wrong_value_far_below_costs_no_more_than_its_depth() -> None:
    """Trying every model at every level again would double the work with each level."""
    count = 0

    def from_dict(data: Mapping[str, Any]) -> object:
        nonlocal count
        count += 1
        name = ""
        try:
            name = "size"
            size = data.get(name)
            if size is not None:
                decoding.integer(size)
            name = "child"
            child = data.get(name)
            return child if child is None else read(child)
        except (ResponseDecodeError, RecursionError) as error:
            raise decoding.placed(error, name, "Thing") from None

    names = ("kind", "child", "size")
    read = unions.best_fit(unions.Candidate(from_dict, names), unions.Candidate(from_dict, names))
    assert read(nested(60, 1)) is None
    for depth in (60, 5_000):
        count = 0
        with pytest.raises(ResponseDecodeError):
            read(nested(depth, "big"))
        assert count < 20 * (depth + 1)
