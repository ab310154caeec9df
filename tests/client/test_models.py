"""The models of the documented APIs keep secrets and survive copies."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

from generator.documents import read_document
from generator.navigation import as_object, operations
from talkdesk_client.models import Callback, CallbackPage, CallbackStatus, Campaign
from talkdesk_core.errors import ResponseDecodeError

DOCUMENT = read_document(Path(__file__).resolve().parents[2] / "generated" / "openapi.yaml")


def example(name: str) -> dict[str, Any]:
    """Return the example of an operation's reply."""
    for _, _, operation in operations(DOCUMENT):
        if operation["operationId"] == name:
            reply = as_object(as_object(operation["responses"])["200"])
            media = as_object(as_object(reply["content"])["application/json"])
            (found,) = as_object(media["examples"]).values()
            return dict(as_object(as_object(found)["value"]))
    raise LookupError(name)


@pytest.mark.parametrize(
    ("model", "name"), [(CallbackPage, "list_callbacks"), (Campaign, "get_campaign")]
)
def test_the_documents_examples_are_read_whole(
    model: type[CallbackPage | Campaign], name: str
) -> None:
    """No member of an example is unknown, and equal data makes equal models, however copied."""
    read = model.from_dict(example(name))
    assert read.additional_properties == {}
    assert read == model.from_dict(example(name))
    for twin in (
        copy.copy(read),
        copy.deepcopy(read),
        pickle.loads(pickle.dumps(read)),
        model.from_dict(read.to_dict()),
    ):
        assert twin == read


def test_repr_of_a_callback_shows_no_personal_data() -> None:
    """Names, numbers and extra data stay out; ids, enums and times help to find the callback."""
    page = CallbackPage.from_dict(example("list_callbacks"))
    assert page.hal_embedded is not None
    assert page.hal_embedded.callbacks is not None
    callback = page.hal_embedded.callbacks[0]
    shown = repr(callback)
    for personal in ("+12025550143", "+12025550100", "Ada", "Example", "gold"):
        assert personal not in shown
        assert personal not in repr(page)
    for useful in (str(callback.callback_id), "TO_BE_RETRIED", "2026-03-02 15:30:00+00:00"):
        assert useful in shown


def test_one_odd_callback_does_not_spoil_a_page() -> None:
    """An unknown status, a null, a missing and a new member: the page is read all the same."""
    data = example("list_callbacks")
    odd = {"callback_id": None, "status": "PARKED", "assign_type": None, "mood": "good"}
    data["_embedded"] = {"callbacks": [*data["_embedded"]["callbacks"], odd, {}]}
    del data["total"], data["_links"]
    page = CallbackPage.from_dict(data)
    assert page.hal_embedded is not None
    assert page.hal_embedded.callbacks is not None
    first, second, third = page.hal_embedded.callbacks
    assert first.status is CallbackStatus.TO_BE_RETRIED
    assert second.status == "PARKED"
    assert second.additional_properties == {"mood": "good"}
    assert third == Callback()
    assert (page.total, page.hal_links) == (None, None)


def test_unknown_enum_values_behave_as_strings_do() -> None:
    """Equal, hashable, copied, pickled; and told apart from what the document lists."""
    unknown = CallbackStatus("PARKED")
    assert unknown == "PARKED"
    assert hash(unknown) == hash("PARKED")
    assert str(unknown) == unknown.value == unknown.name == "PARKED"
    assert not unknown.is_documented
    assert unknown not in list(CallbackStatus)
    for twin in (copy.deepcopy(unknown), pickle.loads(pickle.dumps(unknown))):
        assert twin == unknown
        assert type(twin) is CallbackStatus


def test_a_trailing_comma_is_no_part_of_a_value() -> None:
    """The vendor's own lists have values such as `SUCCESS,` (A-20)."""
    assert CallbackStatus("SUCCESS,") is CallbackStatus.SUCCESS
    assert CallbackStatus("SUCCESS").is_documented


def test_a_text_is_read_as_its_bytes_are() -> None:
    """Whoever has the text need not encode it; the body of an error is bytes in either case."""
    assert Callback.from_json('{"phone_number": "1"}') == Callback.from_json(
        b'{"phone_number": "1"}'
    )
    with pytest.raises(ResponseDecodeError) as caught:
        Callback.from_json('{"phone_number": 1}')
    assert caught.value.body == b'{"phone_number": 1}'


def test_a_plain_string_in_the_place_of_an_enum_is_written() -> None:
    """Types do not allow it, but examples in tests are made that way."""
    callback = Callback.from_dict({})
    setattr(callback, "status", "SUCCESS")  # noqa: B010 - a checker refuses the plain form
    assert callback.to_dict() == {"status": "SUCCESS"}


def test_a_model_is_no_sequence() -> None:
    """It has unknown members to ask for, but nothing to iterate."""
    callback = Callback.from_dict({"mood": 1})
    assert callback["mood"] == 1
    with pytest.raises(TypeError, match="not iterable"):
        list(callback)  # type: ignore[call-overload]


def test_a_subclass_keeps_what_it_adds() -> None:
    """Its own attributes have their defaults, and reading fills the documented ones."""

    @attrs.define(kw_only=True, repr=False)
    class Noted(Callback):
        note: str = "none yet"

    read = Noted.from_json(b'{"callback_id": "1", "mood": 2}')
    assert (type(read), read.note, read.callback_id, read["mood"]) == (Noted, "none yet", "1", 2)
