"""Unions of models: the error leads to what is wrong, soon, however deep it lies."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import pytest

from talkdesk_core import bodies
from talkdesk_core import writing as w
from talkdesk_core.errors import ArgumentError


class Form:
    """A body model: what each class demands is in `MEMBERS`."""

    MEMBERS: ClassVar[bodies.Members]

    def __init__(self, **arguments: object) -> None:
        vars(self).update(additional_properties={})
        vars(self).update(arguments)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make one from JSON data."""
        return cls(**cls.MEMBERS.arguments(data))

    def to_dict(self) -> dict[str, Any]:
        """Return what was read; nothing here changes it."""
        return dict(vars(self))


def form(name: str, **writers: w.Writer) -> type[Form]:
    """Return a model; all its members are required, but `next`."""
    members = [
        bodies.Member(key, key, writer, required=key != "next") for key, writer in writers.items()
    ]
    return type(name, (Form,), {"MEMBERS": bodies.Members(name, *members)})


def model(kind: type[Form]) -> w.Model:
    """Return the writer of a model."""
    return w.Model(lambda: kind)


ROPE = form("Rope", length=w.Integer())
BALL = form("Ball", size=w.Integer())
CAT = form("Cat", kind=w.Constant("cat"), toy=w.Either(model(BALL), model(ROPE)))
DOG = form("Dog", kind=w.Constant("dog"))
# A member that has the name of its model.
O = form("O", O=w.Text())  # noqa: E741
CALL = form("Call", pet=w.Either(model(DOG), model(CAT)))
NAMED = w.Either(w.Text(), model(DOG), model(CAT))


@pytest.mark.parametrize(
    ("writer", "value", "place", "problem"),
    [
        (model(CALL), {"pet": {"kind": "cat", "toy": {"size": "1"}}},
         "body.pet.toy.size", "takes an integer, not str"),
        (model(CALL), {"pet": {"kind": "cat"}}, "body.pet.toy", "is required in Cat"),
        (model(CALL), {"pet": {"kind": "dog", "toy": 1}},
         "body.pet", "has no member toy. Its members are kind"),
        (model(CALL), {"pet": {"kind": "cat", "toy": {}}},
         "body.pet.toy", ("fits none of its 2 forms: "
         "body.pet.toy.size is required in Ball; or body.pet.toy.length is required in Rope")),
        (model(CALL), {"pet": {"kind": "cow", "toy": {}}},
         "body.pet", ("fits none of its 2 forms: "
         "body.pet.kind takes 'dog' alone; or body.pet.kind takes 'cat' alone")),
        (NAMED, {"kind": "dog", "toy": {}},
         "body", ("takes a string, not dict; or has no member toy. Its members are kind; "
         "or body.kind takes 'cat' alone")),
        (w.Either(model(DOG), model(form("Cow", kind=w.Constant("cow")))), {"kind": "cat"},
         "body", ("fits none of its 2 forms: "
         "body.kind takes 'dog' alone; or body.kind takes 'cow' alone")),
        (NAMED, 5, "body", ("takes a string, not int; or takes a Dog or a mapping, not int; "
         "or takes a Cat or a mapping, not int")),
        (model(O), {"O": 5}, "body.O", "takes a string, not int"),
        (model(O), {1: 5}, "body", "takes names that are strings, not int"),
    ],
)  # fmt: skip
def test_an_error_leads_to_what_is_wrong_in_the_form_that_was_meant(
    writer: w.Writer, value: object, place: str, problem: str
) -> None:
    """Where the form cannot be told, all forms are listed, each with its full place."""
    for way in (writer.write, writer.load):
        with pytest.raises(ArgumentError) as caught:
            way("body", value)
        error = caught.value
        assert (error.argument, error.problem) == (place, problem)
        assert str(error) == f"{place} {problem}"
        assert (type(error), error.__cause__, error.__context__) == (ArgumentError, None, None)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


class Counting(w.Writer):
    """Takes 1 alone, and counts how often it is asked."""

    calls = 0

    def write(self, place: str, value: object) -> object:
        """Return 1."""
        self.calls += 1
        if value != 1:
            raise ArgumentError(place, "takes one")
        return value


def recursive(leaf: w.Writer, *, told_apart: bool) -> w.Writer:
    """Return a union of two models that hold the union again, and a leaf."""
    forms: list[type[Form]] = []
    union = w.Either(w.Model(lambda: forms[0]), w.Model(lambda: forms[1]))
    for at in (0, 1):
        kind = {"kind": w.Constant(at)} if told_apart else {}
        forms.append(form(f"Form{at}", next=w.Nullable(union), leaf=leaf, **kind))
    return union


@pytest.mark.parametrize("told_apart", [True, False])
@pytest.mark.parametrize("depth", [3, 16, 64])
def test_the_work_grows_with_the_depth_and_not_with_its_power(depth: int, told_apart: bool) -> None:
    """Each level is tried once for each form, and the text stays short."""
    for leaf in (1, 2):
        counting = Counting()
        union = recursive(counting, told_apart=told_apart)
        kind = {"kind": 1} if told_apart else {}
        data: dict[str, object] = {"leaf": leaf, **kind}
        for _ in range(depth):
            data = {"leaf": 1, "next": data, **kind}
        if leaf == 1:
            assert isinstance(union.load("body", data), Form)
        else:
            with pytest.raises(ArgumentError) as caught:
                union.load("body", data)
            assert len(str(caught.value)) < 1_500
            if depth == 3:
                assert str(caught.value) == "body.next.next.next.leaf takes one"
        assert counting.calls <= 2 * (depth + 1)


def test_a_later_form_is_taken_however_deep_the_first_one_fails() -> None:
    """To be quick is no reason to refuse what the document allows."""
    numbers: w.Writer = w.Integer()
    words: w.Writer = w.Text()
    value: object = "a"
    for _ in range(10):
        numbers, words, value = w.Array(numbers), w.Array(words), [value]
    assert w.Either(numbers, words).write("x", value) == value
