"""HTML to the text layout: a line for each block, a line in pipes for each row of a table."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from generator.evidence.layouts import pipe_line
from generator.evidence.passages import one_line

# Names of types such as `string<date-time>` look like tags; only these make a page HTML.
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|table|tr|td|ul|ol|li|h[1-6])"
    r"(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\s*(?:(?:<!--.*?-->|<\?.*?>)\s*)*<(?:!doctype|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS_OF_A_TEXT = 5
# Neither a drawing nor a title holds blocks: one inside of it means that its end tag is missing.
_WITHOUT_BLOCKS = frozenset({"svg", "title"})
_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "title", "head"})
_WITHIN_LINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)


def is_html(text: str) -> bool:
    """Tell HTML by its tags, whatever the file is called: a text may well name one or two."""
    return _DOCUMENT.match(text) is not None or len(_HTML.findall(text)) > _TAGS_OF_A_TEXT


def text_of_html(source: str) -> str:
    """Return the text of a page, laid out as the readers of text expect it.

    Raises:
        ValueError: The source is no HTML.
    """
    maker = _TextMaker()
    try:
        maker.feed(source)
        maker.close()
    except AssertionError as error:
        # html.parser meets a marked section of SGML that HTML does not have.
        raise ValueError(str(error)) from error
    return "".join(f"{line}\n" for line in maker.finish())


class _TextMaker(HTMLParser):
    """Collects lines while the parser walks the tags; wrong nesting only moves line breaks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._text: list[str] = []
        self._cells: list[str] | None = None
        self._tables = 0
        self._hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if self._hidden is not None:
            # A head need not be closed: the body ends it.
            if self._hidden == "head" and tag not in {*_HIDDEN, "meta", "link", "base"}:
                self._hidden = None
            else:
                block = self._hidden in _WITHOUT_BLOCKS and _HTML.match(f"<{tag}>")
                if block or tag == self._hidden:
                    raise ValueError(f"<{self._hidden}> is never closed before the next <{tag}>")
                return
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "table":
            self._break()
            self._tables += 1
        elif tag == "tr" and self._tables == 1:
            self._end_row()
            self._cells = []
        elif tag in {"td", "th"} and self._tables == 1 and self._cells is not None:
            self._end_cell()
        elif tag not in _WITHIN_LINE:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden is not None:
            if tag == self._hidden:
                self._hidden = None
        elif tag == "table":
            if self._tables == 1:
                self._end_row()
            self._tables = max(0, self._tables - 1)
            self._break()
        elif tag == "tr" and self._tables == 1:
            self._end_row()
        elif tag not in _WITHIN_LINE:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._hidden is None:
            self._text.append(data)
        elif self.cdata_elem not in {None, "script"} and _HTML.search(data):
            # The parser reports no tags within these; the text of a script may well hold some.
            raise ValueError(f"<{self.cdata_elem}> is never closed before the next block")

    def finish(self) -> list[str]:
        """Return the lines of the whole page.

        Raises:
            ValueError: A tag that hides its content is never closed, and hid the rest.
        """
        if self._hidden is not None:
            raise ValueError(f"<{self._hidden}> is never closed, so the text after it is hidden")
        self._end_row()
        self._break()
        return self._lines

    def _break(self) -> None:
        if self._cells is not None:
            self._text.append(" ")
            return
        line = one_line("".join(self._text))
        self._text.clear()
        if line:
            self._lines.append(line)

    def _end_cell(self) -> None:
        if self._cells is not None:
            text = one_line("".join(self._text))
            self._text.clear()
            self._cells.append(text)

    def _end_row(self) -> None:
        if self._cells is None:
            self._break()
            return
        self._end_cell()
        outside, *cells = self._cells
        self._cells = None
        if outside:
            # Text that stands in the row and in no cell; the row must not swallow it.
            self._lines.append(outside)
        if any(cells):
            self._lines.append(pipe_line(cells))


__all__ = ["is_html", "text_of_html"]
