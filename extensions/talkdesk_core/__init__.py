"""What every Talkdesk operation rests on: authentication, transport, typed errors, pages, decoding.

Nothing is imported here: each module is imported by its own name when it is needed, so that
``import talkdesk_core`` costs nothing. The package knows no operation.
"""
