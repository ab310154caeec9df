"""Who is to take a callback: agents, ring groups, queues and teams that fit the assign type."""

from dataclasses import dataclass
from typing import Final

from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_sandbox.staff import Staff
from talkdesk_schemas import models

_GROUPS: Final = 6  # of each kind

# A word that the document gains later is assigned to nobody in particular until it is named here.
_ONE_AGENT: Final = frozenset(("MYSELF_ONLY", "MYSELF_IF_AVAILABLE"))
_SOME_AGENTS: Final = "SPECIFIC_AGENT"
_EXCLUSIVE: Final = frozenset(("MYSELF_ONLY", "SPECIFIC_AGENT"))
# Queues took the place of ring groups: each form has the one and not the other.
_OLDER_ONLY: Final = "SPECIFIC_RING_GROUP"
_NEWER_ONLY: Final = "SPECIFIC_QUEUE"


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assign type with the ids that go with it; None stands for an absent member."""

    assign_type: models.CallbackAssignType
    agents: tuple[str, ...] | None
    ring_groups: tuple[str, ...] | None
    queues: tuple[str, ...] | None
    teams: tuple[str, ...] | None
    agent_id: str | None
    exclusive_to_agent: bool | None


class Assigner:
    """Assigns callbacks to the groups and agents of one account."""

    def __init__(self, draws: Draws, everybody: Staff) -> None:
        self._agents = Deck(draws, everybody.user_ids)
        self._ring_groups = Deck(draws, [draws.hex(24) for _ in range(_GROUPS)])
        self._queues = Deck(draws, [draws.hex(24) for _ in range(_GROUPS)])
        self._teams = Deck(draws, everybody.team_ids)
        words = list(models.CallbackAssignType)
        self._older_words = Deck(draws, [word for word in words if word != _NEWER_ONLY])
        self._newer_words = Deck(draws, [word for word in words if word != _OLDER_ONLY])
        self._sizes = Deck(draws, (1, 1, 2))
        self._team_counts = Deck(draws, (0, 1, 1, 2))
        # One older row in three has the agent under the older name alone.
        self._lists_agents = Deck(draws, (True, True, False))

    def assign(self, *, older: bool) -> Assignment:
        """Return who takes the next callback.

        A SPECIFIC_… type always has its list, and no list is there that the type does not speak
        of. Callbacks for a group of people may have teams. Older callbacks repeat their first
        agent in ``agent_id``; those for the one agent who made them may have no list of agents.
        """
        word = (self._older_words if older else self._newer_words).deal()
        agents = self._some_agents(word)
        listed = agents if not older or word == _SOME_AGENTS or self._lists_agents.deal() else None
        return Assignment(
            assign_type=word,
            agents=listed,
            ring_groups=self._some(self._ring_groups) if word == _OLDER_ONLY else None,
            queues=self._some(self._queues) if word == _NEWER_ONLY else None,
            teams=self._some_teams() if agents is None else None,
            agent_id=agents[0] if older and agents is not None else None,
            exclusive_to_agent=word in _EXCLUSIVE if older else None,
        )

    def _some_agents(self, word: str) -> tuple[str, ...] | None:
        if word in _ONE_AGENT:
            return (self._agents.deal(),)
        return self._some(self._agents) if word == _SOME_AGENTS else None

    def _some_teams(self) -> tuple[str, ...] | None:
        return _different(self._teams, self._team_counts.deal()) or None

    def _some(self, deck: Deck[str]) -> tuple[str, ...]:
        return _different(deck, self._sizes.deal())


def _different(deck: Deck[str], count: int) -> tuple[str, ...]:
    """Return ids in the order they are dealt; one that is dealt twice stands there once."""
    return tuple(dict.fromkeys(deck.deal() for _ in range(count)))
