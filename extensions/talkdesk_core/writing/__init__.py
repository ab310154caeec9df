"""Writers: what a parameter or a member of a request body may hold, and how JSON writes it.

Generated code holds one writer for each parameter and member, as a constant. A writer refuses what
the document does not allow before anything is sent. Its error names the place and what is allowed
there, and never quotes the value, which may be personal data; only numbers out of bounds are told.
"""

from talkdesk_core.writing.composites import Array, Either, MapOf, Model, Nullable
from talkdesk_core.writing.free_form import Anything, Constant
from talkdesk_core.writing.protocol import Body, Writer
from talkdesk_core.writing.scalars import Boolean, Choice, Integer, Number, Text
from talkdesk_core.writing.times import Day, Moment

__all__ = [
    "Anything",
    "Array",
    "Body",
    "Boolean",
    "Choice",
    "Constant",
    "Day",
    "Either",
    "Integer",
    "MapOf",
    "Model",
    "Moment",
    "Nullable",
    "Number",
    "Text",
    "Writer",
]
