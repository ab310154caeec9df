"""Unions in generated clients: the branch that fits reads or writes the value."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core import http
from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType


@pytest.mark.parametrize(
    ("member", "value", "kind"),
    [
        ("by_const", {"kind": "cat", "name": "a"}, "Cat"),
        ("by_const", {"kind": "dog", "name": "a"}, "Dog"),
        ("by_const", {"kind": "dog", "lives": 9}, "Dog"),
        ("by_const", {"kind": "cow", "lives": 9}, "Cat"),
        ("by_const", {}, "Cat"),
        ("by_enum", {"sort": "coach"}, "Bus"),
        ("by_enum", {"sort": "low", "seats": 3}, "Tram"),
        ("by_required", {"radius": 1, "title": "t"}, "Circle"),
        ("by_required", {"side": 1, "title": "t"}, "Square"),
        ("by_required", {"side": 1, "radius": None}, "Square"),
        ("by_discriminator", {"colour": "Red", "cold": 1}, "Red"),
        ("by_discriminator", {"colour": "Blue", "heat": 1}, "Blue"),
        ("by_mapping", {"colour": "r", "cold": 1}, "Red"),
        ("by_mapping", {"colour": "b", "heat": 1}, "Blue"),
        ("many_models", {"kind": "cat"}, "Cat"),
        ("many_models", [{"kind": "cat"}], "list"),
        ("text_or_number", "5", "str"),
        ("text_or_number", 5, "int"),
        ("listed_types", "5", "str"),
        ("listed_types", 5, "int"),
        ("moment_or_text", "soon", "str"),
        ("moment_or_text", "2026-03-02T15:00:00Z", "datetime"),
        ("one_or_many", "a", "str"),
        ("one_or_many", ["a"], "list"),
        ("two_enums", "pear", "Fruit"),
        ("two_enums", "almond", "Nut"),
        ("two_enums", "kiwi", "Fruit"),
        ("enum_or_text", "pear", "Fruit"),
        ("enum_or_text", "kiwi", "str"),
        ("code_or_enum", 2, "Level"),
        ("code_or_enum", 7, "Level"),
        ("code_or_enum", "apple", "Fruit"),
        ("code_or_enum", "kiwi", "Fruit"),
        ("model_or_text", {"kind": "cat"}, "Cat"),
        ("model_or_text", "a", "str"),
        ("maybe", {"kind": "dog"}, "Dog"),
        ("alias", {"kind": "dog"}, "Dog"),
    ],
)
def test_the_branch_that_fits_reads_a_value(
    everything: ModuleType, member: str, value: object, kind: str
) -> None:
    """By constant, enum, discriminator, required members or type; and it is written back."""
    read = everything.models.Choices.from_dict({member: value})
    assert type(getattr(read, member)).__name__ == kind
    assert json.loads(json.dumps(read.to_dict())) == {member: value}


def test_items_of_a_union_are_read_one_by_one(everything: ModuleType) -> None:
    """Each item finds its own branch; null is allowed where the union allows it."""
    models = everything.models
    read = models.Choices.from_dict(
        {
            "items": [{"kind": "cat"}, 3, None],
            "pets": [{"kind": "dog"}, None, {"kind": "cat"}],
            "many_models": [{"kind": "cat"}],
            "maybe": None,
        }
    )
    assert read.items == [models.Cat(kind="cat"), 3, None]
    assert read.pets == [models.Dog(kind="dog"), models.Cat(kind="cat")]
    assert read.many_models == [models.Cat(kind="cat")]
    assert read.maybe is None


def test_unknown_words_of_a_union_stay_words(everything: ModuleType) -> None:
    """The first of two enums keeps them, and says that they are not documented."""
    models = everything.models
    read = models.Choices.from_dict({"two_enums": "kiwi", "code_or_enum": 9})
    assert (read.two_enums, read.two_enums.is_documented) == ("kiwi", False)
    assert (read.code_or_enum, read.code_or_enum.is_documented) == (9, False)


def test_a_time_in_a_union_is_aware(everything: ModuleType) -> None:
    """It is no less a time for having an alternative."""
    read = everything.models.Choices.from_dict({"moment_or_text": "2026-03-02T16:00:00+01:00"})
    assert read.moment_or_text == datetime(2026, 3, 2, 15, tzinfo=UTC)
    assert read.to_dict() == {"moment_or_text": "2026-03-02T15:00:00Z"}


@pytest.mark.parametrize("text", ["20260302", "2026-W10", "2026-03-02"])
def test_a_text_that_is_no_documented_time_stays_as_it_is(
    everything: ModuleType, text: str
) -> None:
    """Where a string may be anything, only a date-time of RFC 3339 is taken for one."""
    data = {"moment_or_text": text}
    assert everything.models.Choices.from_dict(data).to_dict() == data


@pytest.mark.parametrize(
    ("member", "value", "complaint"),
    [
        ("text_or_number", [], "expected integer or string at $.text_or_number, got array"),
        ("by_const", 3, "expected object at $.by_const, got number"),
        ("by_const", {"kind": "cat", "lives": "9"}, "expected integer at $.by_const.lives"),
        ("one_or_many", ["a", 3], "expected string at $.one_or_many[1], got number"),
        ("one_or_many", 3, "expected array or string at $.one_or_many, got number"),
        ("model_or_text", 3, "expected string or object at $.model_or_text, got number"),
        ("model_or_text", {"name": 3}, "expected string at $.model_or_text.name, got number"),
        ("items", [1, {"name": 3}], "expected string at $.items[1].name, got number"),
        ("pets", [{"kind": "dog", "name": 3}], "expected string at $.pets[0].name, got number"),
    ],
)
def test_what_fits_no_branch_is_told_with_all_or_with_the_deepest_place(
    everything: ModuleType, member: str, value: object, complaint: str
) -> None:
    """Of the wrong kind: every kind that is right. Wrong inside: the place inside."""
    with pytest.raises(ResponseDecodeError) as caught:
        everything.models.Choices.from_dict({member: value})
    assert complaint in str(caught.value)


@pytest.mark.parametrize("value", [3, [], {}])
def test_no_word_at_all_is_told_with_the_words(everything: ModuleType, value: object) -> None:
    """The error of two enums names both kinds and the JSON type that came."""
    with pytest.raises(ResponseDecodeError, match=r"Fruit.*Nut.* at \$\.two_enums, got [naos]"):
        everything.models.Choices.from_dict({"two_enums": value})


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("by_const", {"kind": "cat", "lives": 9}),
        ("by_const", {"kind": "dog"}),
        ("by_enum", {"sort": "low"}),
        ("by_required", {"side": 1}),
        ("text_or_number", "a"),
        ("text_or_number", 1),
        ("listed_types", None),
        ("moment_or_text", "soon"),
        ("one_or_many", ["a"]),
        ("many_models", [{"kind": "cat"}]),
        ("many_models", None),
        ("two_enums", "almond"),
        ("enum_or_text", "kiwi"),
        ("code_or_enum", 2),
        ("model_or_text", {"kind": "cat"}),
        ("model_or_text", "a"),
        ("items", [{"kind": "cat"}, 1, None]),
        ("pets", [{"kind": "cat"}, {"kind": "dog"}]),
    ],
)
def test_a_body_takes_what_one_branch_takes(
    everything: ModuleType, member: str, value: object
) -> None:
    """As a mapping and as a model, and it is sent as it is."""
    call = operation_of(everything, "unions", "post_choices").call
    assert call({member: value}).json == {member: value}
    body = everything.models.Choosing.from_dict({member: value})
    assert body == everything.models.Choosing.from_dict(body.to_dict())
    assert call(body).json == {member: value}


def test_a_body_takes_models_and_times_in_unions(everything: ModuleType) -> None:
    """What has a class can be given as one."""
    models = everything.models
    body = models.Choosing(
        by_const=models.DogInput(kind="dog"),
        pets=[models.CatInput(kind="cat"), {"kind": "dog"}],
        moment_or_text=datetime(2026, 3, 2, 15, tzinfo=UTC),
        two_enums=models.Nut.PECAN,
    )
    assert operation_of(everything, "unions", "post_choices").call(body).json == {
        "by_const": {"kind": "dog"},
        "pets": [{"kind": "cat"}, {"kind": "dog"}],
        "moment_or_text": "2026-03-02T15:00:00Z",
        "two_enums": "pecan",
    }


@pytest.mark.parametrize(
    ("member", "value", "parts"),
    [
        ("by_const", {"kind": "cow"}, ["body.by_const", "'cat' alone", "'dog' alone"]),
        ("by_const", {}, ["body.by_const", "required in CatInput", "required in DogInput"]),
        ("by_const", 3, ["body.by_const", "CatInput or a mapping", "DogInput or a mapping"]),
        ("text_or_number", [], ["body.text_or_number", "takes a string", "takes an integer"]),
        ("two_enums", "kiwi", ["body.two_enums", "apple, pear", "almond, pecan"]),
        ("pets", [{"kind": "cat", "lives": -1}], ["body.pets[0]", "lives takes at least 0"]),
        ("by_required", {"title": "t"}, ["body.by_required", "radius", "side"]),
    ],
)
def test_a_body_that_fits_no_branch_is_refused_with_all_of_them(
    everything: ModuleType, member: str, value: object, parts: list[str]
) -> None:
    """The error names the place, and what each branch would take."""
    with pytest.raises(ArgumentError) as caught:
        operation_of(everything, "unions", "post_choices").call({member: value})
    for part in parts:
        assert part in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_reply_and_a_whole_body_may_be_a_union(everything: ModuleType, kind: str) -> None:
    """One of two models, or null."""
    models = everything.models

    def get(client: Any) -> Any:
        return client.unions.get_pet()

    for body, pet in (
        (b'{"kind": "dog"}', models.Dog(kind="dog")),
        (b'{"kind": "cat"}', models.Cat(kind="cat")),
        (b"null", None),
    ):
        result, _ = exchange(everything, kind, get, http.Response(200, content=body))
        assert result == pet
    result, (request,) = exchange(
        everything,
        kind,
        lambda client: client.unions.put_pet(models.DogInput(kind="dog")),
        http.Response(200, json={"kind": "cat"}),
    )
    assert result == models.Cat(kind="cat")
    assert json.loads(request.content) == {"kind": "dog"}
