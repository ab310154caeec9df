"""What one sandbox is made from, with the ranges that are allowed."""

from dataclasses import dataclass
from typing import Final

from talkdesk_sandbox.errors import SandboxOptionError

_RANGES: Final = {
    "seed": (0, 2**63 - 1),
    "callbacks": (0, 10_000_000),
    "campaigns": (0, 100_000),
    "token_seconds": (1, 86_400),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The fixture data and the token lifetime of one sandbox.

    Attributes:
        seed: Number from which all rows follow, 0 to 2**63 - 1.
        callbacks: Number of scheduled callbacks, 0 to 10,000,000.
        campaigns: Number of campaigns, 0 to 100,000.
        token_seconds: Lifetime of an access token in seconds, 1 to 86,400. The vendor's live 600.

    Raises:
        SandboxOptionError: A value is out of its range.
    """

    seed: int = 1
    callbacks: int = 1200
    campaigns: int = 8
    token_seconds: int = 600

    def __post_init__(self) -> None:
        for name, (lowest, highest) in _RANGES.items():
            value: int = getattr(self, name)
            if not lowest <= value <= highest:
                raise SandboxOptionError(
                    f"{name} is {value}; choose a whole number from {lowest} to {highest}"
                )
