"""What the campaigns of a seed have assigned."""

from collections.abc import Iterator, Sequence
from typing import Final

from talkdesk_sandbox.campaign_assignment_store import AssignmentStore, Kind
from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_sandbox.people import CALLER_IDS, record_lists
from talkdesk_sandbox.staff import staff

_DO_NOT_CALL_LISTS: Final = 4


def fill_assignments(store: AssignmentStore, seed: int, campaign_ids: Sequence[str]) -> None:
    """Give each campaign users, numbers, record lists and do-not-call lists, by the seed.

    Each has two to four users, two or three of the account's numbers (those that callbacks show
    as ``caller_id``), the two record lists that callbacks name with the campaign, and one or two
    do-not-call lists. All come from a stream of their own: neither the campaigns nor the
    callbacks depend on it.
    """
    draws = Draws(seed, "campaign assignments")
    everybody = staff(seed)
    store.add_team_members([(team, user) for user, team in everybody.team_of.items()])
    numbers = {draws.uuid(): phone_number for phone_number in CALLER_IDS}
    store.add_numbers(numbers)
    store.assign_all(_assignments(draws, seed, everybody.user_ids, tuple(numbers), campaign_ids))


def _assignments(
    draws: Draws,
    seed: int,
    user_ids: Sequence[str],
    number_ids: Sequence[str],
    campaign_ids: Sequence[str],
) -> Iterator[tuple[str, Kind, Sequence[str]]]:
    """Yield what each campaign has of each kind, in the order of assignment."""
    users, user_counts = Deck(draws, user_ids), Deck[int](draws, (2, 3, 4))
    numbers, number_counts = Deck(draws, number_ids), Deck[int](draws, (2, 3))
    do_not_call = Deck(draws, [draws.uuid() for _ in range(_DO_NOT_CALL_LISTS)])
    do_not_call_counts = Deck[int](draws, (1, 2))
    lists = _record_lists(seed, campaign_ids)
    for campaign_id in campaign_ids:
        yield campaign_id, Kind.USER, _some(users, user_counts)
        yield campaign_id, Kind.NUMBER, _some(numbers, number_counts)
        yield campaign_id, Kind.RECORD_LIST, lists[campaign_id]
        yield campaign_id, Kind.DO_NOT_CALL_LIST, _some(do_not_call, do_not_call_counts)


def _some(deck: Deck[str], counts: Deck[int]) -> list[str]:
    """Return different ids in the order they are dealt."""
    wanted = counts.deal()
    found: dict[str, None] = {}
    while len(found) < wanted:
        found[deck.deal()] = None
    return list(found)


def _record_lists(seed: int, campaign_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of each campaign's record lists.

    They are what the stream of callbacks begins with, so the same stream is begun here.
    """
    lists: dict[str, list[str]] = {campaign_id: [] for campaign_id in campaign_ids}
    for each in record_lists(Draws(seed, "callbacks"), campaign_ids):
        if each.campaign_id is not None:
            lists[each.campaign_id].append(each.record_list_id)
    return lists
