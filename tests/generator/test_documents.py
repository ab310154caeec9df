"""Documents: what is written is read back, and what JSON cannot say is refused."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given

from generator.documents import format_document, read_document, write_document
from generator.errors import (
    DocumentAccessError,
    DocumentEncodingError,
    DocumentError,
    DocumentShapeError,
    DocumentSuffixError,
    DocumentSyntaxError,
    DocumentValueError,
    DuplicateKeyError,
)
from generator.json_data import MAX_DEPTH, Json, JsonObject
from tests.generator.overlay.building import containers, exact
from tests.generator.overlay.strategies import AWKWARD, objects, without_deadline


def read(tmp_path: Path, text: str | bytes, name: str = "a.yaml") -> JsonObject:
    """Return what `read_document` makes of a file with this content."""
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_document(path)


@pytest.mark.parametrize("suffix", ["json", "yaml", "yml"])
@without_deadline
@given(data=objects)
def test_what_is_written_is_read_back(suffix: str, data: JsonObject) -> None:
    """Values, types and order survive in both formats, and equal data gives equal bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{suffix}"
        write_document(path, data)
        text = path.read_bytes()

        assert exact(read_document(path)) == exact(data)
        write_document(path, read_document(path))
        assert path.read_bytes() == text
        assert text.endswith(b"\n")


@without_deadline
@given(data=objects)
def test_readers_of_yaml_1_1_read_the_same(data: JsonObject) -> None:
    """PyYAML's own reader, which follows YAML 1.1, sees the same data in what we write."""
    assert exact(yaml.safe_load(format_document("a.yaml", data))) == exact(data)


@without_deadline
@given(data=objects)
def test_the_standard_library_reads_the_same_json(data: JsonObject) -> None:
    """JSON output is JSON to any reader."""
    assert exact(json.loads(format_document("a.json", data))) == exact(data)


@pytest.mark.parametrize("text", AWKWARD)
def test_every_awkward_string_survives_as_key_value_and_item(tmp_path: Path, text: str) -> None:
    """Strings that look like something else stay strings for our reader and for YAML 1.1."""
    data: JsonObject = {text: text, "l": [text, [text], {text: text}], "m": {"n": text}}

    write_document(tmp_path / "a.yaml", data)

    assert exact(read_document(tmp_path / "a.yaml")) == exact(data)
    assert exact(yaml.safe_load((tmp_path / "a.yaml").read_bytes())) == exact(data)


@pytest.mark.parametrize("text", ["y", "N", "0o17", "1e3", "+12", ".5"])
def test_what_only_another_reader_takes_for_no_string_is_quoted(text: str) -> None:
    """YAML 1.1's `y`, and numbers of the core schema of 1.2, are quoted."""
    assert format_document("a.yaml", {"k": text}) == f"k: '{text}'\n"


def test_yaml_is_written_for_people() -> None:
    """Lists are indented, long lines stay whole, texts of several lines stand as blocks."""
    long = "word " * 60 + "end"
    data: JsonObject = {"a": [1, {"b": long}], "c": "first\n  second é\n", "d": {}, "e": []}

    assert format_document("a.yaml", data) == (
        f"a:\n  - 1\n  - b: {long}\nc: |\n  first\n    second é\nd: {{}}\ne: []\n"
    )


def test_json_is_written_for_people() -> None:
    """Two spaces of indent, and letters as they are."""
    assert format_document("a.json", {"a": [{"b": "é漢"}]}) == (
        '{\n  "a": [\n    {\n      "b": "é漢"\n    }\n  ]\n}\n'
    )


def test_shared_objects_are_written_out_and_never_as_aliases() -> None:
    """An object that stands twice is written twice."""
    shared: JsonObject = {"x": [1]}

    text = format_document("a.yaml", {"a": shared, "b": [shared, shared]})

    assert "&" not in text
    assert text.count("x:") == 3


@pytest.mark.parametrize(
    "text",
    [
        *("on", "off", "yes", "No", "y", "010", "0o17", "0x1F", "0b11", "1_000", "+1", "12:30:45"),
        *("190:20:30.15", "2024-01-01", "2001-12-14t21:59:43.10-05:00", ".5", "1.2.3", "1e"),
        *(".inf", "-.INF", ".nan", "=", "nULL", "tRUE", "--1", "01.5", "1 000"),
    ],
)
def test_a_plain_scalar_that_json_does_not_know_is_a_string(tmp_path: Path, text: str) -> None:
    """None of YAML 1.1's octals, sexagesimals, dates and booleans is taken for one."""
    assert exact(read(tmp_path, f"k: {text}\n")) == exact({"k": text})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            ("null", None),
            ("~", None),
            ("", None),
            ("Null", None),
            ("true", True),
            ("FALSE", False),
        ),
        *(("0", 0), ("-0", 0), ("12", 12), (str(10**40 + 1), 10**40 + 1), ("-7", -7)),
        *(("1.5", 1.5), ("-0.0", -0.0), ("1.", 1.0), ("1e3", 1000.0), ("1E-2", 0.01)),
        *(("'12'", "12"), ('"true"', "true"), ("!!str 12", "12"), ('!!int "12"', 12)),
        *(("!!float 1", 1.0), ("|\n  12\n", "12\n"), ("!!null ''", None)),
    ],
)
def test_scalars_are_what_json_says(tmp_path: Path, text: str, value: Json) -> None:
    """Null, booleans, integers of any size and floats are read as such; quotes make strings."""
    assert exact(read(tmp_path, f"k: {text}\n")) == exact({"k": value})


def test_keys_are_strings_as_written(tmp_path: Path) -> None:
    """Unquoted keys that look like numbers, booleans or a merge are their own text."""
    text = "200: a\non: b\n1.10: c\nnull: d\n<<: {e: f}\n? g\n: h\n'': i\n"

    assert exact(read(tmp_path, text)) == exact(
        {"200": "a", "on": "b", "1.10": "c", "null": "d", "<<": {"e": "f"}, "g": "h", "": "i"}
    )


def test_an_alias_is_an_equal_and_separate_value(tmp_path: Path) -> None:
    """Anchors are read, and no two places share an object."""
    data = read(tmp_path, "a: &x {l: [1]}\nb: *x\nc: [*x, *x]\nd: &s text\ne: *s\n*s : f\n")

    item: Json = {"l": [1]}
    assert data == {"a": item, "b": item, "c": [item, item], "d": "text", "e": "text", "text": "f"}
    assert len(containers(data)) == len(set(containers(data)))


def test_json_is_yaml_too(tmp_path: Path) -> None:
    """A YAML reader reads JSON, escapes included."""
    text = '{"a":[1,{"b":null}],"c":"\\/\\u00e9\\n","d":-1.5e3}'

    assert exact(read(tmp_path, text)) == exact(read(tmp_path, text, "a.json"))


def test_a_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    """Files that an editor began with U+FEFF are read."""
    assert read(tmp_path, b"\xef\xbb\xbfa: 1\n") == {"a": 1}
    assert read(tmp_path, b'\xef\xbb\xbf{"a": 1}', "a.json") == {"a": 1}


def _short(value: object) -> str:
    """Return a test id; texts of thousands of characters make none."""
    text = value.__name__ if isinstance(value, type) else str(value)
    return text if len(text) < 50 else "long"


TOO_LONG = "9" * (sys.get_int_max_str_digits() + 1)
DEEP_LIST = "[" * MAX_DEPTH, "]" * MAX_DEPTH
LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
)


@pytest.mark.parametrize(
    ("name", "text", "error", "said"),
    [
        ("a.yaml", "a: 1\nb: 2\na: 3\n", DuplicateKeyError, "line 3: the key 'a' stands twice"),
        ("a.yaml", 'x: {200: 1, "200": 2}\n', DuplicateKeyError, "line 1: the key '200'"),
        ("a.yaml", "x:\n  - {k: 1}\n  - {k: 1, k: 1}\n", DuplicateKeyError, '$["x"][1]'),
        ("a.json", '{"a": 1, "b": [{"c": 1, "c": 1}]}', DuplicateKeyError, '$["b"][0]'),
        ("a.json", '{"a": 1, "a": 2, "b": 1, "b": 2}', DuplicateKeyError, "the key 'a'"),
        ("a.yaml", "{a: 1, a: 2, b: 1, b: 2}", DuplicateKeyError, "the key 'a'"),
        ("a.json", '{"a": {"k": 1, "k": 2}, "a": {"k": 1, "k": 2}}', DuplicateKeyError, "'a'"),
        ("a.yaml", "a: [1\nb: 2\n", DocumentSyntaxError, "line 2"),
        ("a.yaml", "a: 1\n---\nb: 1\n", DocumentSyntaxError, "expected a single document"),
        ("a.yaml", "a: *none\n", DocumentSyntaxError, "line 1"),
        ("a.yaml", "a: &a [*a]\n", DocumentSyntaxError, "within its own anchor"),
        ("a.yaml", "a: b\nc: \x07\n", DocumentSyntaxError, "line 2"),
        ("a.yaml", "a: b\nc: 'x\x85y'\n", DocumentSyntaxError, "line 2"),
        ("a.yaml", "c: 'x\u2028y'\n", DocumentSyntaxError, "escape"),
        ("a.yaml", LAUGHS, DocumentSyntaxError, "aliases stand for more than"),
        ("a.yaml", "a: " + "[" * 4000, DocumentSyntaxError, "nested too deeply"),
        ("a.json", '{"a": ' + "[" * 200_000, DocumentSyntaxError, "nested too deeply"),
        ("a.json", '{"a": 1,\n"b" 2}', DocumentSyntaxError, "line 2"),
        ("a.json", '{"a": 01}', DocumentSyntaxError, "not JSON"),
        ("a.json", "", DocumentSyntaxError, "not JSON"),
        ("a.yaml", "a: !!binary aGk=\n", DocumentValueError, "line 1"),
        ("a.yaml", "a: !thing {b: 1}\n", DocumentValueError, "!thing"),
        ("a.yaml", "a: !!set {b}\n", DocumentValueError, "no JSON value"),
        ("a.yaml", 'a: !!int "0x1F"\n', DocumentValueError, "no JSON value"),
        ("a.yaml", "[1]: a\n", DocumentValueError, "a key is a collection"),
        ("a.yaml", "a: 1\n? \n: b\n", DocumentValueError, "a key is missing"),
        ("a.yaml", "!thing a: b\n", DocumentValueError, "!thing"),
        ("a.yaml", "a: 1e400\n", DocumentValueError, "too large"),
        ("a.json", '{"a": -1e400}', DocumentValueError, "too large"),
        ("a.json", '{"a": NaN}', DocumentValueError, "NaN"),
        ("a.json", '{"a": -Infinity}', DocumentValueError, "Infinity"),
        ("a.json", '{"a": "\\ud800"}', DocumentValueError, "surrogate"),
        ("a.yaml", 'a: "\\ud800"\n', DocumentValueError, "surrogate"),
        ("a.json", '{"\\udfff": 1}', DocumentValueError, "surrogate"),
        ("a.yaml", f"a: {TOO_LONG}\n", DocumentValueError, "digits"),
        ("a.json", f'{{"a": {TOO_LONG}}}', DocumentValueError, "digits"),
        ("a.json", f'{{"a": {DEEP_LIST[0]}[]{DEEP_LIST[1]}}}', DocumentValueError, "levels"),
        ("a.yaml", "", DocumentShapeError, "null was found"),
        ("a.yaml", "- a\n", DocumentShapeError, "an array was found"),
        ("a.json", '"text"', DocumentShapeError, "a string was found"),
        ("a.yaml", b"a: \xff\n", DocumentEncodingError, "offset 3"),
        ("a.json", '{"a": 1}'.encode("utf-16"), DocumentEncodingError, "UTF-8"),
        ("a.txt", "a: 1\n", DocumentSuffixError, ".json, .yaml, .yml"),
        ("a", "a: 1\n", DocumentSuffixError, ".json, .yaml, .yml"),
    ],
    ids=_short,
)
def test_what_cannot_be_read_is_said_with_its_file(
    tmp_path: Path, name: str, text: str | bytes, error: type[DocumentError], said: str
) -> None:
    """Each fault has its type, and its message begins with the file."""
    with pytest.raises(error) as caught:
        read(tmp_path, text, name)

    assert str(caught.value).startswith(str(tmp_path / name))
    assert said in str(caught.value)


def test_a_document_at_the_limit_of_depth_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed, in both formats and both ways."""
    text = f'{{"a": {DEEP_LIST[0]}{DEEP_LIST[1]}}}'

    data = read(tmp_path, text, "a.json")

    assert data == read(tmp_path, text)
    write_document(tmp_path / "b.yaml", data)
    assert read_document(tmp_path / "b.yaml") == data


@pytest.mark.parametrize("name", ["missing.yaml", "folder.yaml", "missing/a.json"])
def test_what_is_no_file_is_said_with_its_path(tmp_path: Path, name: str) -> None:
    """A missing file and a folder are errors of reading."""
    (tmp_path / "folder.yaml").mkdir()

    with pytest.raises(DocumentAccessError, match=r"cannot be read"):
        read_document(tmp_path / name)


HOLDS_ITSELF: list[Json] = []
HOLDS_ITSELF.append(HOLDS_ITSELF)


@pytest.mark.parametrize("suffix", ["json", "yaml"])
@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), "\ud800", {"\udc00": 1}, 10 ** len(TOO_LONG), HOLDS_ITSELF],
    ids=["nan", "infinity", "surrogate", "surrogate in a key", "too many digits", "itself"],
)
def test_what_json_cannot_say_is_not_written(tmp_path: Path, suffix: str, value: Json) -> None:
    """The old file stays, and no draft is left."""
    path = tmp_path / f"a.{suffix}"
    path.write_text("before")

    with pytest.raises(DocumentValueError):
        write_document(path, {"a": [value]})

    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["folder.yaml", "missing/a.yaml"])
def test_what_cannot_be_written_leaves_no_draft(tmp_path: Path, name: str) -> None:
    """A folder in the place of the file, and a missing folder, are errors of writing."""
    (tmp_path / "folder.yaml").mkdir()

    with pytest.raises(DocumentAccessError, match=r"cannot be written"):
        write_document(tmp_path / name, {})

    assert [path.name for path in tmp_path.iterdir()] == ["folder.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing through a link changes the file that it names."""
    target = tmp_path / "target.json"
    target.write_text("{}")
    link = tmp_path / "link.json"
    link.symlink_to(target)

    write_document(link, {"a": 1})

    assert link.is_symlink()
    assert read_document(target) == {"a": 1}
