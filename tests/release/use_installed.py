"""A program over what is installed: lists the sandbox's callbacks, shows a campaign, prints JSON.

Run it with `-I`, so that it sees nothing but its own environment.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version

import talkdesk_client
import talkdesk_sandbox
from talkdesk_client import ClientCredentials, Talkdesk
from talkdesk_sandbox import Sandbox

CALLBACKS = 37


def main() -> None:
    """Run the client against the sandbox, and print what was found where."""
    with Sandbox(seed=3, callbacks=CALLBACKS, campaigns=2) as sandbox:
        auth = ClientCredentials(sandbox.client_id, sandbox.client_secret)
        with Talkdesk(base_url=sandbox.base_url, token_url=sandbox.token_url, auth=auth) as client:
            callbacks = list(client.callbacks.list())
            campaign_id = next(one.campaign_id for one in callbacks if one.campaign_id)
            campaign = client.campaigns.get(campaign_id)
    found = {
        "files": [talkdesk_client.__file__, talkdesk_sandbox.__file__],
        "version": version("talkdesk-client"),
        "callbacks": len({callback.callback_id for callback in callbacks}),
        "campaign found": campaign.id == campaign_id,
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
