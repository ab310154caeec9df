"""Unions of every kind, in replies and in bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything.pieces import array, either, obj, operation, ref, words

if TYPE_CHECKING:
    from generator.json_data import JsonObject

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": "integer"}
_MOMENT: JsonObject = {"type": "string", "format": "date-time"}

_CHOICES: JsonObject = {
    "by_const": either(ref("Cat"), ref("Dog")),
    "by_enum": either(ref("Bus"), ref("Tram")),
    "by_required": either(ref("Circle"), ref("Square")),
    "by_discriminator": {
        "oneOf": [ref("Red"), ref("Blue")],
        "discriminator": {"propertyName": "colour"},
    },
    "by_mapping": {
        "oneOf": [ref("Red"), ref("Blue")],
        "discriminator": {
            "propertyName": "colour",
            "mapping": {"r": "#/components/schemas/Red", "b": "Blue"},
        },
    },
    "text_or_number": either(_TEXT, _NUMBER),
    "listed_types": {"type": ["string", "integer", "null"]},
    "moment_or_text": either(_TEXT, _MOMENT),
    "one_or_many": either(array(_TEXT), _TEXT),
    "many_models": either(array(ref("Cat")), ref("Cat"), None),
    "two_enums": either(ref("Fruit"), ref("Nut")),
    "enum_or_text": either(ref("Fruit"), _TEXT),
    "code_or_enum": either(ref("Fruit"), ref("Level")),
    "model_or_text": either(ref("Cat"), _TEXT),
    "maybe": either(ref("Cat"), ref("Dog"), None),
    "items": array(either(ref("Cat"), _NUMBER, None)),
    "alias": ref("Pet"),
    "pets": array(ref("Pet")),
}

SCHEMAS: JsonObject = {
    "Cat": obj(
        ["kind"], kind={"const": "cat"}, name=_TEXT, lives={"type": "integer", "minimum": 0}
    ),
    "Dog": obj(["kind"], kind={"const": "dog"}, name=_TEXT),
    "Bus": obj(["sort"], sort=ref("BusSort"), seats=_NUMBER),
    "Tram": obj(["sort"], sort=ref("TramSort"), seats=_NUMBER),
    "BusSort": words("city", "coach"),
    "TramSort": words("high", "low"),
    "Circle": obj(["radius"], radius=_NUMBER, title=_TEXT),
    "Square": obj(["side"], side=_NUMBER, title=_TEXT),
    "Red": obj(["colour"], colour=_TEXT, heat=_NUMBER),
    "Blue": obj(["colour"], colour=_TEXT, cold=_NUMBER),
    "Fruit": words("apple", "pear"),
    "Nut": words("almond", "pecan"),
    "Level": words(1, 2),
    "Pet": {"oneOf": [ref("Cat"), ref("Dog")]},
    "Choices": obj(**_CHOICES),
    "Choosing": obj(**_CHOICES),
}

PATHS: JsonObject = {
    "/choices": {
        "get": operation("get_choices", "unions", gives=ref("Choices")),
        "post": operation("post_choices", "unions", body=ref("Choosing")),
    },
    "/pet": {
        "get": operation("get_pet", "unions", gives=either(ref("Cat"), ref("Dog"), None)),
        "put": operation("put_pet", "unions", body=ref("Pet"), gives=ref("Pet")),
    },
}
