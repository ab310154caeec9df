"""Between httpx and the network: routes, limits of replies, the budget of a call, records.

It is an httpx transport around others, so that it holds for every request of a client alike: those
of the API, those for tokens, and those that are sent again.
"""
