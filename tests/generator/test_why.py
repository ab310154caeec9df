"""`why` answers for every member of the effective document, and tells the truth about it."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.effective import read_documents
from generator.layout import Layout
from generator.members import Kind, members_of
from generator.navigation import as_object, operations
from generator.provenance import annotate, trace
from generator.why import UnknownMemberError, explain

DOCUMENTS = read_documents(Layout.of_checkout())
PROVENANCE = trace(DOCUMENTS.canonical, DOCUMENTS.overlays)
SCHEMAS = as_object(as_object(DOCUMENTS.effective["components"])["schemas"])


@pytest.mark.parametrize("name", sorted(members_of(DOCUMENTS.effective)))
def test_every_member_is_explained(name: str) -> None:
    """It stands on a page, or an action added it, or the document says that it is inferred."""
    text = explain(name, PROVENANCE)
    found = PROVENANCE[name]
    assert text.startswith(f"{name} ({found.member.kind.value})\n")
    assert "  source      " in text
    assert "  now         " in text
    if found.stated is None:
        assert found.actions, "added by nobody"
    for erratum, confidence in found.errata.items():
        assert f"  {erratum:<12}" in text
        assert f"  confidence  {confidence}" in text
    if not found.actions:
        assert found.stated == found.member
        assert "  corrections none" in text


def test_the_members_are_all_that_users_meet() -> None:
    """Schemas, properties, words, operations, parameters and replies: none is left out."""
    names = set(PROVENANCE)
    for name, stated in SCHEMAS.items():
        schema = as_object(stated)
        assert name in names
        assert {f"{name}.{key}" for key in as_object(schema.get("properties"))} <= names
    assert len(list(operations(DOCUMENTS.effective))) == sum(
        found.member.kind is Kind.OPERATION for found in PROVENANCE.values()
    )
    for name in ("callbacks.list.page", "callbacks.list.400", "CallbackStatus.SUCCESS"):
        assert name in names


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "callbacks.list.per_page",
            ["callback-query, line 187", "1 to 500, the server's default is 1", "A-3", "low"],
        ),
        (
            "Callback.record_last_name",
            ["callback-query, line 67, row 9", "A-13", "twice", "high"],
        ),
        ("CallbackPage.total_pages", ["line 19", "called total_page,", "A-1"]),
        ("Callback.queues", ["no page; added by the corrections below", "A-16"]),
        ("CallbackFromCallType.API", ["A-18"]),
        ("CallbackFromCallType.INBOUND", ["line 116, row 21", "corrections none"]),
        ("campaigns.get", ["campaign-details, line 1", "GET /campaigns/,", "B-1", "naming"]),
        ("campaigns.get.404", ["B-27"]),
        ("NoAnswerDisposition.status_after_call", ["row 8.2.1", "B-13"]),
        (
            "RecordChainEntry.retry_period_time_unit",
            ["row 9.4", "called retry_time_unit, RecordChainTimeUnit", "B-14", "low"],
        ),
        ("Callback.phone_number", ["line 63, row 7", "corrections none"]),
    ],
)
def test_an_explanation_tells_source_correction_and_confidence(name: str, parts: list[str]) -> None:
    """Each part stands in the answer."""
    text = explain(name, PROVENANCE)
    for part in parts:
        assert part in text


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("callbacks.list.perpage", "callbacks.list.per_page"),
        ("callback.Status", "Callback.status"),
        ("Callbck", "Callback"),
        ("phone_number", "Callback.phone_number"),
        ("Campaigns.get", "campaigns.get"),
    ],
)
def test_an_unknown_name_is_answered_with_near_ones(wrong: str, near: str) -> None:
    """A slip of the pen is told what was probably meant."""
    with pytest.raises(UnknownMemberError) as caught:
        explain(wrong, PROVENANCE)
    assert near in caught.value.near
    assert near in str(caught.value)


def test_the_command_answers_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    """It prints the explanation, or fails with the near names."""
    assert main(["why", "Callback.status"]) == 0
    assert capsys.readouterr().out == explain("Callback.status", PROVENANCE)
    assert main(["why", "Callback.stats"]) == 2
    assert "near names are Callback.status" in capsys.readouterr().err


def test_docstrings_name_source_and_erratum() -> None:
    """What `why` tells at length, the docstring of an attribute or argument tells in short."""
    from talkdesk_client.models import CallbackPage
    from talkdesk_client.resources.callbacks import Callbacks

    text = " ".join((CallbackPage.__doc__ or "").split())
    assert (
        "total_pages (int | None): Number of pages. At least 0. Also read by the name total_page. "
        "Source: callback-query, line 19. Erratum A-1 (high confidence)."
    ) in text
    text = " ".join((Callbacks.list.__doc__ or "").split())
    assert "Source: callback-query, line 187. Erratum A-3 (low confidence)." in text


def test_marks_for_docstrings_change_nothing_else() -> None:
    """Without the marks, the annotated document is the effective one."""
    annotated = annotate(DOCUMENTS.effective, PROVENANCE)
    assert annotated != DOCUMENTS.effective

    def unmarked(value: object) -> object:
        if isinstance(value, dict):
            members: dict[str, object] = {**value}
            return {key: unmarked(item) for key, item in members.items() if key != "x-errata"}
        if isinstance(value, list):
            items: list[object] = [*value]
            return [unmarked(item) for item in items]
        return value

    assert unmarked(annotated) == DOCUMENTS.effective
