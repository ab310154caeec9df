"""Invented people at work: who takes calls, and the teams they are in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from talkdesk_sandbox.draws import Deck, Draws

_USERS: Final = 12
_TEAMS: Final = 6


@dataclass(frozen=True, slots=True)
class Staff:
    """The users of one account.

    Attributes:
        team_of: For each user's id, the id of the one team that the user is in.
    """

    team_of: Mapping[str, str]

    @property
    def user_ids(self) -> tuple[str, ...]:
        """Ids of the users."""
        return tuple(self.team_of)

    @property
    def team_ids(self) -> tuple[str, ...]:
        """Ids of the teams."""
        return tuple(dict.fromkeys(self.team_of.values()))


def staff(seed: int) -> Staff:
    """Return the users of the account that follows from a seed; each team has two of them."""
    draws = Draws(seed, "staff")
    teams = Deck(draws, [draws.hex(24) for _ in range(_TEAMS)])
    return Staff({draws.hex(24): teams.deal() for _ in range(_USERS)})
