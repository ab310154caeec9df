"""JSONPath queries (RFC 9535) that answer with places instead of values."""

from __future__ import annotations

from dataclasses import dataclass, field

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery

from generator.json_data import JsonObject, Location
from generator.overlay.errors import JSONPathSyntaxError, Place


class _Environment(JSONPathEnvironment):
    """The library's rules, with room for schemas that nest more deeply than its 100 levels."""

    max_recursion_depth = 300


_ENVIRONMENT = _Environment()


@dataclass(frozen=True, slots=True)
class Query:
    """A compiled query.

    Attributes:
        text: As written in the overlay.
    """

    text: str
    _place: Place = field(repr=False)
    _compiled: JSONPathQuery = field(repr=False, compare=False)

    @classmethod
    def compile(cls, text: str, place: Place) -> Query:
        """Return the compiled query.

        Raises:
            JSONPathSyntaxError: The text is no query of RFC 9535.
        """
        try:
            return cls(text, place, _ENVIRONMENT.compile(text))
        except (JSONPathError, OverflowError) as error:
            # The library lets a number like 1e400 in a filter pass as OverflowError.
            raise JSONPathSyntaxError(
                place, f"{text!r} is no JSONPath query of RFC 9535: {error}"
            ) from error

    def locate(self, document: JsonObject) -> list[Location]:
        """Return the selected places, each once, in the order of the query.

        A query such as `$['a','a']` selects a node twice; an action changes it once.

        Raises:
            JSONPathSyntaxError: The document nests too deeply for the query.
        """
        try:
            nodes = self._compiled.find(document)
        except (JSONPathError, RecursionError) as error:
            raise JSONPathSyntaxError(
                self._place, f"{self.text!r} cannot be evaluated: {error}"
            ) from error
        return list(dict.fromkeys(node.location for node in nodes))
