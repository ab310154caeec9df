"""The canonical document holds what the evidence states, all of it, and no more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.documents import read_document
from generator.evidence.rows import line_numbers
from generator.json_data import Json, JsonObject
from generator.layout import Layout
from generator.navigation import as_list, as_object, as_text, operations, resolve, walk
from tests.generator.evidence.saved_pages import PAGES, committed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.evidence import Row

DOCUMENT = read_document(Layout.of_checkout().canonical)
OPERATIONS = {
    "callback-query": ("/schedule-callbacks", "get"),
    "campaign-details": ("/campaigns/", "get"),
}
"""Which operation a page is about; for one of them the page does not print it."""

KEYWORDS = {
    "format": "format",
    "minimum": "minimum",
    "maximum": "maximum",
    "min_length": "minLength",
    "max_length": "maxLength",
    "default": "default",
    "printed": "x-printed",
}
COLUMNS = ("type", *KEYWORDS, "enum", "required")

# Page, name path, and row number as printed: a page may state one name twice.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Member:
    """A property or parameter of the canonical document, as one page leads to it.

    Attributes:
        facts: By column of the evidence; an empty text is "not stated".
        sources: Line and row of every statement of the page that it says it comes from.
        inferred: Whether it says that no page prints it.
    """

    facts: dict[str, str]
    sources: frozenset[tuple[int, str]]
    inferred: bool


def text_of(value: Json) -> str:
    """Return a value of the document as a cell of the evidence holds it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def sources_of(node: JsonObject, page: str) -> frozenset[tuple[int, str]]:
    """Return line and row of the statements of a page that a node of the document rests on."""
    stated = node.get("x-source")
    found = stated if isinstance(stated, list) else [stated] if stated else []
    sources = [as_object(one) for one in found]
    return frozenset(
        (line, as_text(one.get("row")))
        for one in sources
        if one["page"] == page and isinstance(line := one["line"], int)
    )


def facts_of(schema: JsonObject, required: str) -> dict[str, str]:
    """Return the facts of a schema by column of the evidence."""
    items = resolve(DOCUMENT, schema.get("items"))
    kind = as_text(schema.get("type"))
    values = as_list(schema.get("enum", items.get("enum")))
    return {
        "type": f"{kind}[{as_text(items['type'])}]" if kind == "array" else kind,
        **{column: text_of(schema.get(keyword)) for column, keyword in KEYWORDS.items()},
        "enum": " ".join(text_of(value) for value in values),
        "required": required,
    }


def properties(page: str, path: str, schema: JsonObject) -> Iterator[tuple[Key, Member]]:
    """Yield every property below a schema."""
    needed = as_list(schema.get("required"))
    for name, stated in as_object(schema.get("properties")).items():
        node = resolve(DOCUMENT, stated)
        printed = as_text(node.get("x-duplicate-of")) or name
        inner = f"{path}.{printed}"
        # The sources of a reference are those beside it, not those of the component.
        sources = sources_of(as_object(stated), page)
        own = Member(
            facts=facts_of(node, "yes" if name in needed else ""),
            sources=sources,
            inferred=node.get("x-inferred") is True and not sources,
        )
        # Two statements of one name differ by their rows; a shared component has rows of its own
        # for every place where it is used, which no single key could hold.
        row = next(iter(sources))[1] if "x-duplicate-of" in node else ""
        yield (page, inner, row), own
        if node.get("type") == "array":
            yield from properties(page, f"{inner}[]", resolve(DOCUMENT, node["items"]))
        else:
            yield from properties(page, inner, node)


def members(page: str) -> dict[Key, Member]:
    """Return every property and parameter that the document has for a page."""
    path, method = OPERATIONS[page]
    operation = as_object(as_object(as_object(DOCUMENT["paths"])[path])[method])
    found: dict[Key, Member] = {}
    for stated in as_list(operation.get("parameters")):
        node = resolve(DOCUMENT, stated)
        key = (page, f"{as_text(node['in'])}.{as_text(node['name'])}", "")
        required = "yes" if node.get("required") is True else ""
        facts = facts_of(resolve(DOCUMENT, node["schema"]), required)
        found[key] = Member(facts, sources_of(node, page), inferred=False)
    for status, stated in as_object(operation["responses"]).items():
        content = as_object(resolve(DOCUMENT, stated).get("content"))
        schema = resolve(DOCUMENT, as_object(content["application/json"])["schema"])
        subject = status if status.startswith("2") else "error"
        for key, member in properties(page, subject, schema):
            # All error replies have the same members.
            assert found.setdefault(key, member) == member
    return found


def keyed(page: str) -> dict[Key, Row]:
    """Return the rows about properties and parameters, by the names of the document."""
    found: dict[Key, Row] = {}
    for row in committed(page):
        if row.kind == "property":
            duplicate = (page, row.path, "") in found
            key = (page, row.path, row.row if duplicate else "")
        elif row.kind == "parameter":
            key = (page, f"{row.path.partition('.')[0]}.{row.hand_name}", "")
        else:
            continue
        assert key not in found
        found[key] = row
    return found


MEMBERS = {key: member for page in PAGES for key, member in members(page).items()}
ROWS = {key: row for page in PAGES for key, row in keyed(page).items()}


@pytest.mark.parametrize("key", ROWS, ids=" ".join)
def test_a_row_is_in_the_document_with_exactly_its_facts(key: Key) -> None:
    """Type, format, bounds, values, default, required: what is not stated is not there."""
    row = ROWS[key]
    stated = {column: getattr(row, column) for column in COLUMNS}
    # That an answer also names members of the member is said by these members' own rows, and
    # "no" is what a document says by silence.
    stated["required"] = "yes" if row.required.startswith("yes") else ""

    assert MEMBERS[key].facts == stated


@pytest.mark.parametrize("key", ROWS, ids=" ".join)
def test_a_row_is_where_the_document_says_it_is(key: Key) -> None:
    """The member names the page, the row and a line of the statement; of a property, the first."""
    row = ROWS[key]
    places = line_numbers(row) if row.kind == "parameter" else {int(row.line)}

    assert [
        source for source in MEMBERS[key].sources if source[0] in places and source[1] == row.row
    ]


@pytest.mark.parametrize("key", MEMBERS, ids=" ".join)
def test_a_member_of_the_document_rests_on_a_row(key: Key) -> None:
    """What no row supports has to say that it is inferred, and may not name a source."""
    member = MEMBERS[key]

    assert key in ROWS or (member.inferred and not member.sources)


def test_every_source_of_the_document_is_a_statement() -> None:
    """Each page, line and row that the document names is in the evidence."""
    stated: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for page in PAGES:
        for row in committed(page):
            stated[page] |= {(line, row.row) for line in line_numbers(row)}
    named = [
        (page, source)
        for _, value in walk(DOCUMENT)
        if isinstance(value, dict)
        for page in PAGES
        for source in sources_of(value, page)
    ]

    assert len(named) > len(ROWS)
    assert not [(page, source) for page, source in named if source not in stated[page]]


def test_scopes_and_statuses_are_those_of_the_pages() -> None:
    """An operation needs the scope that its page states, and answers with its statuses."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for path, method, operation in operations(DOCUMENT):
        security = [as_object(one) for one in as_list(operation["security"])]
        scopes = [as_text(scope) for one in security for scope in as_list(one["oauth2"])]
        found[path, method] = (scopes, list(as_object(operation["responses"])))

    for page in PAGES:
        assert found[OPERATIONS[page]] == (
            [row.path for row in committed(page) if row.kind == "scope"],
            [row.path for row in committed(page) if row.kind == "response"],
        )


def test_the_printed_method_and_address_are_those_of_the_operation() -> None:
    """Where a page prints them; the document says that the others are inferred."""
    servers = [as_object(server) for server in as_list(DOCUMENT["servers"])]
    for page in PAGES:
        path, method = OPERATIONS[page]
        printed = [row.path for row in committed(page) if row.kind == "operation"]
        if printed:
            assert printed == [f"{method} {as_text(servers[0]['url'])}{path}"]
        else:
            item = as_object(as_object(DOCUMENT["paths"])[path])
            assert item["x-inferred"] is True
