"""INCOMPLETE, READY, RUNNING, PAUSED: which way leads where."""

from collections.abc import Iterator

import httpx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import signed_in
from tests.sandbox.campaign_calls import (
    KINDS,
    WHOLE,
    all_campaigns,
    assigned_ids,
    create,
    dissociate,
    patch,
    post,
    ready_campaign,
    show,
)
from tests.sandbox.document import EffectiveDocument

WORDS = ("incomplete", "ready", "running", "paused")
NEEDED = ("users", "numbers", "record-lists")
# Where each word leads from each status; None is a conflict.
TABLE: dict[str, dict[str, str | None]] = {
    "INCOMPLETE": {"incomplete": "INCOMPLETE", "ready": None, "running": None, "paused": None},
    "READY": {"incomplete": None, "ready": "READY", "running": "RUNNING", "paused": None},
    "RUNNING": {"incomplete": None, "ready": None, "running": "RUNNING", "paused": "PAUSED"},
    "PAUSED": {"incomplete": None, "ready": None, "running": "RUNNING", "paused": "PAUSED"},
}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client of a sandbox of its own."""
    with Sandbox(callbacks=0) as sandbox, signed_in(sandbox) as client:
        yield client


def campaign_in(client: httpx.Client, status: str) -> str:
    """Return the id of a new campaign in a status."""
    if status == "INCOMPLETE":
        return str(create(client, WHOLE)["id"])
    campaign_id = ready_campaign(client)
    for word in {"READY": (), "RUNNING": ("running",), "PAUSED": ("running", "paused")}[status]:
        assert patch(client, campaign_id, "status", word).status_code == 200
    return campaign_id


@pytest.mark.parametrize("status", TABLE)
@pytest.mark.parametrize("word", WORDS)
def test_a_status_follows_from_another_or_is_a_conflict(
    status: str, word: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """The table above; the status that is there already is no change, and no conflict."""
    campaign_id = campaign_in(client, status)
    before = show(client, campaign_id)
    assert before["status"] == status
    reply = patch(client, campaign_id, "status", word)
    after = TABLE[status][word]
    if after is None:
        assert reply.status_code == 409
        assert document.faults("Error", reply.json()) == []
        assert show(client, campaign_id) == before
    else:
        assert reply.status_code == 200
        assert reply.json() == {**before, "status": after} == show(client, campaign_id)
        found = all_campaigns(client, status=after.lower())
        assert campaign_id in {each["id"] for each in found}


@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize(
    ("status", "after"),
    [("READY", "INCOMPLETE"), ("RUNNING", "PAUSED"), ("PAUSED", "PAUSED")],
)
def test_a_campaign_that_loses_the_last_of_what_it_needs_does_not_go_on(
    status: str, after: str, kind: str, client: httpx.Client
) -> None:
    """Nor can it be started before it has that again."""
    campaign_id = campaign_in(client, status)
    post(client, campaign_id, kind, "a second")
    assert dissociate(client, campaign_id, kind, "a second").status_code == 204
    assert show(client, campaign_id)["status"] == status
    assert dissociate(client, campaign_id, kind, f"one of {kind}").status_code == 204
    assert show(client, campaign_id)["status"] == after
    assert patch(client, campaign_id, "status", "running").status_code == 409
    assert post(client, campaign_id, kind, "another").status_code == 204
    assert show(client, campaign_id)["status"] == ("READY" if status == "READY" else "PAUSED")
    assert patch(client, campaign_id, "status", "running").status_code == 200


@pytest.mark.parametrize("status", TABLE)
def test_a_do_not_call_list_changes_no_status(status: str, client: httpx.Client) -> None:
    """Neither coming nor going."""
    campaign_id = campaign_in(client, status)
    for change in (post, dissociate):
        assert change(client, campaign_id, "do-not-call-lists", "one").status_code == 204
        assert show(client, campaign_id)["status"] == status


def test_every_campaign_of_the_seed_keeps_the_same_rule(client: httpx.Client) -> None:
    """Assigning what is there already changes no status: data and rule agree."""
    for campaign in all_campaigns(client)[:8]:
        for kind in KINDS:
            ids = assigned_ids(client, campaign["id"], kind)
            assert post(client, campaign["id"], kind, *ids).status_code == 204
        assert show(client, campaign["id"])["status"] == campaign["status"]


class CampaignLife(RuleBasedStateMachine):
    """One campaign, beside a model of it."""

    def __init__(self, client: httpx.Client) -> None:
        super().__init__()
        self.client = client

    @initialize()
    def begin(self) -> None:
        """Create the campaign."""
        self.campaign_id = create(self.client, WHOLE)["id"]
        self.status = "INCOMPLETE"
        self.has: dict[str, list[str]] = {kind: [] for kind in KINDS}

    @property
    def complete(self) -> bool:
        """Whether there is one at least of each that is needed."""
        return all(self.has[kind] for kind in NEEDED)

    @rule(kind=st.sampled_from(list(KINDS)), ids=st.lists(st.sampled_from("abcd"), min_size=1))
    def assign(self, kind: str, ids: list[str]) -> None:
        """Assign some, some of them twice."""
        assert post(self.client, self.campaign_id, kind, *ids).status_code == 204
        self.has[kind] = list(dict.fromkeys([*self.has[kind], *ids]))
        self.settle()

    @rule(kind=st.sampled_from(list(KINDS)), ids=st.lists(st.sampled_from("abcd"), min_size=1))
    def dissociate(self, kind: str, ids: list[str]) -> None:
        """Take some away, whether they are there or not."""
        assert dissociate(self.client, self.campaign_id, kind, *ids).status_code == 204
        self.has[kind] = [each for each in self.has[kind] if each not in ids]
        self.settle()

    @rule(word=st.sampled_from(WORDS))
    def change(self, word: str) -> None:
        """Ask for a status."""
        reply = patch(self.client, self.campaign_id, "status", word)
        after = TABLE[self.status][word]
        if self.status == "PAUSED" and word == "running" and not self.complete:
            after = None
        assert reply.status_code == (409 if after is None else 200)
        self.status = after or self.status

    def settle(self) -> None:
        """Follow what was assigned."""
        if self.status in {"INCOMPLETE", "READY"}:
            self.status = "READY" if self.complete else "INCOMPLETE"
        elif not self.complete:
            self.status = "PAUSED"

    @invariant()
    def is_as_the_model_has_it(self) -> None:
        """Status and assignments, in their order."""
        assert show(self.client, self.campaign_id)["status"] == self.status
        for kind, ids in self.has.items():
            assert assigned_ids(self.client, self.campaign_id, kind) == ids


def test_no_sequence_of_requests_leaves_the_model(client: httpx.Client) -> None:
    """Any assignments and changes, in any order, lead where the model leads."""

    class Life(CampaignLife):
        def __init__(self) -> None:
            super().__init__(client)

    run_state_machine_as_test(
        Life, settings=settings(max_examples=20, stateful_step_count=15, deadline=None)
    )
