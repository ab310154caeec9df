"""YAML text to data and back by the rules of YAML 1.2, over PyYAML's YAML 1.1 parser.

PyYAML's own tables read `on` as true, `010` as 8, `12:30:45` as 45045 and `2024-01-01` as a date.
Here a plain scalar is what JSON says it is (YAML 1.2.2 section 10.2), and a string otherwise; of
the core schema (section 10.3) only the other spellings of null and of the booleans are taken,
because every YAML reader takes them. `.inf` and `.nan` are no JSON, hence strings. The merge key
`<<` belongs to YAML 1.1 alone and is a key like any other.
"""

from __future__ import annotations

import math
import re
import sys
from typing import TYPE_CHECKING

import yaml
from yaml.reader import ReaderError

from generator.errors import DocumentSyntaxError, DocumentValueError, DuplicateKeyError
from generator.json_data import Json, JsonObject, Location, copy_json

if TYPE_CHECKING:
    from pathlib import Path

_TAG = "tag:yaml.org,2002:"
_NULL, _BOOL, _INT, _FLOAT, _STR = (_TAG + name for name in ("null", "bool", "int", "float", "str"))
_SEQUENCE, _MAPPING = _TAG + "seq", _TAG + "map"

# `\Z` and not `$`: `$` would also match before a last line break.
_PATTERNS = {
    _NULL: re.compile(r"(?:null|Null|NULL|~|)\Z"),
    _BOOL: re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    _INT: re.compile(r"-?(?:0|[1-9][0-9]*)\Z"),
    _FLOAT: re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\Z"),
}

# What another reader takes for something else than a string: `y` and `n` by the type
# repository of YAML 1.1, numbers by the core schema of 1.2. PyYAML's own table comes on top.
_OTHER_READERS = {
    _BOOL: re.compile(r"[yYnN]\Z"),
    _INT: re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z"),
    _FLOAT: re.compile(
        r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
    ),
}

# PyYAML takes these for line breaks, as YAML 1.1 did; in 1.2 they are ordinary characters.
_OLD_BREAKS = re.compile("[\x85\u2028\u2029]")

# Aliases of aliases grow without bound ("billion laughs"); no document of ours has any.
MAX_ALIASED_NODES = 1_000_000


class _Reader(yaml.BaseLoader):
    """Composes nodes with the tags of the first table; constructs nothing."""


class _Writer(yaml.SafeDumper):
    """Writes what every YAML reader reads alike: quotes in doubt, and lists indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        # PyYAML would put the dashes of a list below the first letter of its key.
        super().increase_indent(flow, indentless=indentless and flow)


# None as a first character: whatever the scalar begins with.
_Reader.yaml_implicit_resolvers = {None: list(_PATTERNS.items())}
_Writer.yaml_implicit_resolvers = {
    **yaml.SafeDumper.yaml_implicit_resolvers,
    None: [*_PATTERNS.items(), *_OTHER_READERS.items()],
}


def _text_node(_: _Writer, text: str) -> yaml.ScalarNode:
    style = None
    if _OLD_BREAKS.search(text):
        style = '"'
    elif "\n" in text:
        # PyYAML takes quotes instead where a block would not be read back, as after a blank.
        style = "|"
    return yaml.ScalarNode(_STR, text, style=style)


_Writer.add_representer(str, _text_node)


def parse_yaml(text: str, path: Path) -> Json:
    """Return the value that the text holds; aliases become separate, equal values.

    Args:
        text: The whole file.
        path: Only for messages.

    Raises:
        DocumentSyntaxError: The text is not one YAML document, an alias stands within its own
            anchor, or the nesting is deeper than Python can follow.
        DocumentValueError: A tag, a key or a number has no counterpart in JSON.
        DuplicateKeyError: A mapping holds a key twice.
    """
    if old_break := _OLD_BREAKS.search(text):
        raise DocumentSyntaxError(
            path,
            "YAML 1.1 and 1.2 disagree on a line or paragraph separator here (U+0085, U+2028 or "
            'U+2029); write it as an escape: "\\N", "\\L" or "\\P"',
            line=text.count("\n", 0, old_break.start()) + 1,
        )
    conversion = _Conversion(path)
    try:
        node = _Reader(text).get_single_node()
        data = None if node is None else conversion.value(node, ())
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        problem = " ".join(part for part in (error.context, error.problem) if part)
        raise DocumentSyntaxError(path, f"not one YAML document: {problem}", line=line) from error
    except ReaderError as error:
        raise DocumentSyntaxError(
            path,
            f"not YAML: {error.reason}; write it as an escape in double quotes",
            line=text.count("\n", 0, int(error.position)) + 1,
        ) from error
    except RecursionError as error:
        raise DocumentSyntaxError(path, "nested too deeply") from error
    if conversion.double is not None:
        key, line, location = conversion.double
        raise DuplicateKeyError(path, key, location, data, line=line)
    return data


def format_yaml(data: Json) -> str:
    """Return YAML text that this reader, and any reader of YAML 1.1 or 1.2, reads as `data`.

    Order of keys and Unicode are kept, lines are not wrapped, nothing is an alias, and the last
    character is a line break.

    Raises:
        ValueError: An integer is longer than Python's limit for digits.
    """
    return yaml.dump(
        # A copy shares nothing, so PyYAML finds nothing to make an anchor of.
        copy_json(data),
        Dumper=_Writer,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=sys.maxsize,
    )


class _Conversion:
    """Turns composed nodes into JSON data and remembers the first repeated key."""

    def __init__(self, path: Path) -> None:
        self.double: tuple[str, int, Location] | None = None
        self._path = path
        self._open: set[int] = set()
        self._seen: set[int] = set()
        self._aliased = 0

    def value(self, node: yaml.Node, location: Location) -> Json:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            raise DocumentSyntaxError(
                self._path, "an alias stands within its own anchor", line=_line(node)
            )
        self._count(node)
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode) and node.tag == _SEQUENCE:
                items: list[yaml.Node] = node.value
                return [self.value(item, (*location, index)) for index, item in enumerate(items)]
            if isinstance(node, yaml.MappingNode) and node.tag == _MAPPING:
                return self._members(node, location)
        finally:
            self._open.remove(id(node))
        raise self._without_counterpart(node)

    def _members(self, node: yaml.MappingNode, location: Location) -> JsonObject:
        members: JsonObject = {}
        pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
        for key_node, value_node in pairs:
            key = self._key(key_node)
            if key not in members:
                members[key] = self.value(value_node, (*location, key))
            elif self.double is None:
                self.double = (key, _line(key_node), location)
        return members

    def _key(self, node: yaml.Node) -> str:
        """Return the key as written: `200` and `on` are the strings "200" and "on"."""
        if not isinstance(node, yaml.ScalarNode):
            raise DocumentValueError(
                self._path, "a key is a collection, JSON needs a string", line=_line(node)
            )
        if node.tag not in _PATTERNS and node.tag != _STR:
            raise self._without_counterpart(node)
        if node.tag == _NULL and not node.value:
            raise DocumentValueError(
                self._path, 'a key is missing before ":"; an empty one is ""', line=_line(node)
            )
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Json:
        text = str(node.value)
        if node.tag == _STR:
            return text
        # Tags written out (`!!int "0x1F"`) do not pass through the reader's table.
        if node.tag not in _PATTERNS or not _PATTERNS[node.tag].match(text):
            raise self._without_counterpart(node)
        if node.tag == _NULL:
            return None
        if node.tag == _BOOL:
            return text.lower() == "true"
        return self._integer(text, node) if node.tag == _INT else self._fraction(text, node)

    def _integer(self, digits: str, node: yaml.ScalarNode) -> int:
        try:
            return int(digits)
        except ValueError as error:
            raise DocumentValueError(
                self._path, f"a number of {len(digits)} digits", line=_line(node)
            ) from error

    def _fraction(self, digits: str, node: yaml.ScalarNode) -> float:
        number = float(digits)
        if not math.isfinite(number):
            raise DocumentValueError(
                self._path, f"the number {digits} is too large for a float", line=_line(node)
            )
        return number

    def _count(self, node: yaml.Node) -> None:
        if id(node) in self._seen:
            self._aliased += 1
            if self._aliased > MAX_ALIASED_NODES:
                raise DocumentSyntaxError(
                    self._path,
                    f"aliases stand for more than {MAX_ALIASED_NODES} collections",
                    line=_line(node),
                )
        self._seen.add(id(node))

    def _without_counterpart(self, node: yaml.Node) -> DocumentValueError:
        kind = "scalar" if isinstance(node, yaml.ScalarNode) else "collection"
        return DocumentValueError(
            self._path, f"the {kind} tagged {node.tag} is no JSON value", line=_line(node)
        )


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


__all__ = ["MAX_ALIASED_NODES", "format_yaml", "parse_yaml"]
