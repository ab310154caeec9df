"""What nobody may read in logs, reprs and tracebacks: the secrets, names and numbers of the tests.

Rooms list theirs here; `test_known.py` fails for a secret in a test that is not listed. What is
drawn while the tests run (secrets and tokens of sandboxes, verifiers) is learned in `search.py`.
"""

from __future__ import annotations

import itertools
from typing import Final

SECRETS: Final[dict[str, tuple[str, ...]]] = {
    "client": ("s3cr3t",),
    "contract": ("Jane Q. Private",),
    "core": (
        *("s3cr3t-of-the-client", "the-token-itself", "token-hush", "Bearer hush"),
        *("a+b%/:c", "c0de-of-the-login", "refresh-0", "t0ken-itself"),
    ),
    "e2e": ("not-the-secret", "stale-token"),
    "faults": (
        *("s3cr3t-of-the-client", "t0ken-of-the-client", "t0ken-that-never-changes"),
        "s3ssion-of-the-client",
    ),
    "release": ('k9 Vb%41/"ü&x',),
    "sandbox": ("pä%2B+ :&=/~", "%2B+ :&=/~", "very-secret"),
}
"""Secrets by the room of `tests` that uses them."""

SHORTEST: Final = 6
"""Fewer characters than these may stand in any text by chance."""

PLAIN_WORDS: Final = frozenset(("another", "refresh", "second", "secret", "the-token"))
"""What tests use as a secret although any text may hold it. Nothing can be proven by these, nor by
shorter texts than `SHORTEST`, so that a test about secrecy takes neither."""

_FIRST_NAMES: Final = ("Testa", "Mocky", "Placida", "Stubbs")
_LAST_NAMES: Final = ("Example", "Placeholder", "Seeded", "Noone")

NAMES: Final = (
    # The people of the sandbox: names that are no words, and of those that are both together.
    *("Samplina", "Fixtura", "Dummond", "Faketta", "Ünreal", "Maryn-Invented", "例子", "Fiktor"),
    *("McSample", "O'Mockery", "von Testberg", "Nullström", "Fakesworth", "Invented-Smith"),
    *("Stubbington", "示例"),
    *(" ".join(both) for both in itertools.product(_FIRST_NAMES, _LAST_NAMES)),
    # People whom tests make up.
    *("Bunbury", "Jane Q. Private"),
)
"""Names of people."""

NUMBERS: Final = (
    "351910000001",
    # With one digit to follow, or several.
    *("35121000000", "442079460000", "1202555010"),
)
"""Phone numbers without their plus, but for those that America reserves for fiction: these are
found by their form."""
