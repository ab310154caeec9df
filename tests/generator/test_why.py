"""`why` answers for every member of the effective document, and tells the truth about it."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.effective import read_documents
from generator.layout import Layout
from generator.members import Kind, members_of
from generator.navigation import as_object, operations
from generator.provenance import annotate, trace
from generator.register import read_register
from generator.why import UnknownMemberError, explain

DOCUMENTS = read_documents(Layout.of_checkout())
PROVENANCE = trace(DOCUMENTS.canonical, DOCUMENTS.overlays)
REGISTER = read_register(Layout.of_checkout().register, DOCUMENTS.overlays)
SCHEMAS = as_object(as_object(DOCUMENTS.effective["components"])["schemas"])


@pytest.mark.parametrize("name", sorted(members_of(DOCUMENTS.effective)))
def test_every_member_is_explained(name: str) -> None:
    """It stands on a page, or an action added it, or the document says that it is inferred."""
    text = explain(name, PROVENANCE, REGISTER)
    found = PROVENANCE[name]
    assert text.startswith(f"{name} ({found.member.kind.value})\n")
    assert "  source      " in text
    assert "  now         " in text
    if found.stated is None:
        assert found.actions, "added by nobody"
    for erratum, confidence in found.errata.items():
        assert f"  {erratum:<12}" in text
        assert f"  confidence  {confidence}" in text
    judged = [entry.erratum.id for entry in REGISTER if name in entry.erratum.members]
    for erratum in judged:
        assert f"  {erratum:<12}" in text
    if not found.actions:
        assert found.stated is not None
        assert found.stated.facts == found.member.facts
    assert ("  corrections none" in text) == (not found.actions and not judged)


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
            ["callback-query, line 187", "does not print the name", "A-3", "low", "A-6", "A-21"],
        ),
        (
            "Callback.record_last_name",
            ["callback-query, line 67, row 9", "A-13", "twice", "high"],
        ),
        ("CallbackPage.total_pages", ["line 19", "called total_page,", "A-1"]),
        ("Callback.queues", ["no page; added by the corrections below", "A-16"]),
        ("CallbackFromCallType.API", ["A-18"]),
        ("CallbackFromCallType.INBOUND", ["line 116, row 21", "the word INBOUND", "none"]),
        ("callbacks.list", ["line 1", "prints neither method nor path", "A-33", "A-28"]),
        (
            "campaigns.get",
            ["campaign-details, line 1", "GET /campaigns/,", "B-1", "told from another", "naming"],
        ),
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
    text = " ".join(explain(name, PROVENANCE, REGISTER).split())
    for part in parts:
        assert part in text


def test_verdicts_are_about_members_that_exist() -> None:
    """A verdict without a member is about the page as a whole."""
    for entry in REGISTER:
        assert set(entry.erratum.members) <= set(PROVENANCE)
        assert not (entry.actions and entry.erratum.members)
    silent = {e.erratum.id for e in REGISTER if e.erratum.verdict and not e.erratum.members}
    assert silent == {"A-32", "A-40", "C-5", "C-12", "C-14"}


def test_the_least_sure_correction_counts() -> None:
    """The type of the unit is known, its name is not: the member is no surer than its name."""
    found = PROVENANCE["RecordChainEntry.retry_period_time_unit"]
    assert found.errata == {"B-14": "low"}


WHOLE = {
    "Callback.agent_id": """\
Callback.agent_id (property)
  source      callback-query, line 87, row 17
  stated      Id of the assigned agent. called agent_id, string, optional
  now         Id of the assigned agent. called agent_id, string, optional, deprecated

  A-15        10-callback-query.yaml, action 19
  reason      The agents and the assign type tell it now.
  evidence    No later schema or example has the two members.
  confidence  medium
""",
    "Dispositions.invalid_number": """\
Dispositions.invalid_number (property)
  source      campaign-details, line 17, row 8.5
  stated      After an invalid number. called invalid_number, InvalidNumberDisposition, optional
  now         After an invalid number. called invalid_number, InvalidNumberDisposition, optional

  B-18        The disposition of invalid numbers may be missing.
  verdict     no change: It is required where a campaign is written, as the vendor's bundle has
              it; a reply is read without it.
  confidence  medium
""",
    "ListsSortingCriteria": """\
ListsSortingCriteria (schema)
  source      campaign-details, line 17, row 10
  inferred    the page does not give the object or list a name
  stated      Order in which the records of the lists are taken. string, one of FIFO, LIFO
  now         Order in which the records of the lists are taken. string, one of FIFO, LIFO
  corrections none; nothing known speaks against it
""",
    "CallbackPage.per_page": """\
CallbackPage.per_page (property)
  source      callback-query, line 22
  stated      Most items a page may hold. called per_page, integer, the server's default is 50,
              required, with the fragment '= 1'
  now         Most items a page may hold. called per_page, integer, at least 1, required, with the
              fragment '= 1'

  A-3         10-callback-query.yaml, action 6
  reason      The reply's table says 50, the request's table 1. Neither is believed, so the client
              always sends per_page.
  evidence    Lines 24 and 185 of the same page; the newer list page repeats 1.
  confidence  low

  A-4         10-callback-query.yaml, action 8
  reason      A page of no items would never end a listing; the sign before the 1 was lost when
              the page was saved.
  evidence    Another copy of the same page has the sign.
  confidence  high
""",
}


@pytest.mark.parametrize("name", WHOLE)
def test_an_answer_is_word_for_word_what_it_should_be(name: str) -> None:
    """Nothing is left out of an answer, and nothing is turned round."""
    assert explain(name, PROVENANCE, REGISTER) == WHOLE[name]


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
    assert capsys.readouterr().out == explain("Callback.status", PROVENANCE, REGISTER)
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
    assert "Source: callback-query, line 18. Erratum A-1 (high confidence)." in text
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
