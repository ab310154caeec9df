"""Changes of callbacks and campaigns by the names of their members, in each API's own dialect.

``client.callbacks.update`` takes a JSON Patch with pointers in camel case,
``client.campaigns.update`` one object of another form. These functions write both, and refuse what
the vendor's documents do not know::

    client.callbacks.update(callback_id, callback_changes(time_to_call=tomorrow))
    client.campaigns.update(campaign_id, campaign_change(status="paused"))
"""

from talkdesk_changes.callbacks import callback_changes as callback_changes
from talkdesk_changes.campaigns import campaign_change as campaign_change

__all__ = ["callback_changes", "campaign_change"]
