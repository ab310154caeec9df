"""Replies made from the effective document: valid, odd and broken ones, for each of its schemas.

A schema becomes a shape (`shapes`), and a shape becomes payloads: `valid` ones are what the
document promises, `odd` ones are what a server may send all the same and the client must read,
`broken` ones hold a value of a wrong type at a known place. `canonical` says when two payloads mean
the same.
"""
