"""Quirk modes: good replies, rewritten as the vendor's own examples and types have them."""

from talkdesk_sandbox.quirks.names import QUIRKS_KEY, Quirk, chosen_quirks, quirk_set
from talkdesk_sandbox.quirks.rewriting import rewritten

__all__ = ["QUIRKS_KEY", "Quirk", "chosen_quirks", "quirk_set", "rewritten"]
