"""What a reader sees of a page of HTML, as lines.

Blocks become lines, with blank ones where browsers keep a distance; rows of tables are
one line each; `pre` stays as it is. Scripts, menus and hidden parts are left out, but
for hidden texts: an abstract that a click unfolds is one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.sources.html.html_tokens import RAW, Token, decode_entities, read_attributes
from kg.sources.html.open_elements import OpenElements, look_of
from kg.sources.html.page_lines import Line, LineWriter, count_line_words
from kg.sources.html.superscripts import raise_text
from kg.sources.html.table_rows import Cell, TableRows, as_label
from kg.sources.unused_text import find_texts

_BLOCKS = frozenset(
    [
        *("html", "body", "div", "section", "article", "main", "header", "footer"),
        *("aside", "address", "form", "fieldset", "legend", "li", "dt", "dd", "option"),
        *("details", "summary", "figcaption", "center", "hgroup", "caption", "tr"),
    ]
)
_SPACED = frozenset(
    [
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre"),
        *("blockquote", "figure", "hr"),
    ]
)
# What is written otherwise than what is around it; an annotation repeats a formula.
_FRAMES: Mapping[str, str] = {
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "pre": "pre",
    "sup": "sup",
    "math": "formula",
    "annotation": "left out",
    "annotation-xml": "left out",
}
_WITHIN: Mapping[str, str] = {"row": "table", "cell": "row", "tex": "formula"}
_FORMULA = re.compile(r"(?:^|\W)(?:tex|latex|math)(?:$|\W)", re.IGNORECASE)
_RULE = "---"  # what hr draws between two texts
_DEEPEST_TABLE = 8  # in a table in a table …; deeper ones are lines


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The lines of a page, and how many words of what was left out.

    `words_left_out` has "menus" (and other parts that are no text) and "hidden parts".
    """

    lines: tuple[Line, ...]
    words_left_out: Counter[str]


@dataclass(slots=True)
class _Frame:
    """An element that changes how what is in it is written, and how deep it stands.

    `writer` is its own where its lines are asked for before they are written.
    """

    depth: int
    kind: str
    writer: LineWriter
    rows: TableRows = field(default_factory=TableRows)
    cells: list[Cell] = field(default_factory=list)
    formula: str = ""


def visible_text(tokens: Iterable[Token]) -> VisibleText:
    """Return the lines of a page that a reader sees.

    >>> from kg.sources.html.html_tokens import read_tokens
    >>> page = "<h2>On  mills</h2><nav>Home</nav><p>They turn.<br>Always."
    >>> [line.text for line in visible_text(read_tokens(page)).lines]
    ['On mills', '', 'They turn.', 'Always.']
    """
    page = _Page()
    for token in tokens:
        if token.kind == "text":
            page.write(decode_entities(token.content), token.place)
        elif token.kind == "raw":
            page.write_script(token)
        elif token.kind == "end":
            page.end(token)
        else:
            page.start(token)
    return page.finish()


class _Page:
    """Follows the tokens of a page, and writes lines."""

    def __init__(self) -> None:
        self._elements = OpenElements()
        self._frames = [_Frame(0, "page", LineWriter())]
        self._words: Counter[str] = Counter()
        self._is_formula = False  # the script that is open

    @property
    def _writer(self) -> LineWriter:
        return self._frames[-1].writer

    def write(self, text: str, place: int) -> None:
        """Write a text as the elements around it have it."""
        kind = self._frames[-1].kind
        if kind == "left out":
            self._words["menus"] += len(text.split())
        elif kind == "pre":
            self._writer.write_as_it_stands(text, place)
        else:
            self._writer.write(raise_text(text) if kind == "sup" else text, place)

    def write_script(self, token: Token) -> None:
        """Write a formula that is kept in a script; other scripts are no text."""
        if self._is_formula and token.name == "script":
            self.write(_as_tex(token.content), token.place)

    def start(self, token: Token) -> None:
        """Open an element: a line may end before it."""
        # "</li>" and the like need not be there: a start tag may end what is open.
        self._elements.end_before(token.name)
        self._finish_frames()
        if token.name in RAW:
            self._is_formula = "math/tex" in token.content
            return
        if self._frames[-1].kind == "left out":
            # Followed only so that its own end tag is known from one within it.
            self._elements.open(token.name)
            return
        self._break_before(token)
        if self._elements.open(token.name) and (kind := _frame_kind(token)):
            self._open_frame(kind, token)

    def end(self, token: Token) -> None:
        """End an element, and what is open within it: a line may end behind it."""
        if token.name in RAW:
            return
        self._elements.close(token.name)
        self._finish_frames()
        if self._frames[-1].kind != "left out":
            if token.name in _SPACED:
                self._writer.end_block()
            elif token.name in _BLOCKS and token.name != "dt":  # its dd may go on
                self._writer.end_line()

    def finish(self) -> VisibleText:
        """End the page with all that is open, and return it."""
        self._elements.names.clear()
        self._finish_frames()
        self._writer.end_line()
        return VisibleText(tuple(self._writer.lines), self._words)

    def _break_before(self, token: Token) -> None:
        writer = self._writer
        if token.name == "br":
            writer.break_line()
        elif token.name == "hr":
            writer.add([Line("", token.place), Line(_RULE, token.place)])
            writer.end_block()
        elif token.name == "img" and _FORMULA.search(token.content):
            alt = read_attributes(token.content).get("alt", "")
            writer.write(_as_tex(alt) if alt.strip() else "", token.place)
        elif token.name == "dd" and (label := as_label(writer.pending)):
            writer.write_instead(f"{label} ")
        elif token.name in _SPACED:
            writer.end_block()
        elif token.name in _BLOCKS:
            writer.end_line()

    def _open_frame(self, kind: str, token: Token) -> None:
        """Begin to write as an element of this kind asks for."""
        above = [frame.kind for frame in self._frames]
        if not _may_open(kind, above):
            return
        is_own = kind in ("cell", "folded", "formula", "tex", "left out")
        frame = _Frame(
            len(self._elements.names), kind, LineWriter() if is_own else self._writer
        )
        if kind == "formula":
            frame.formula = read_attributes(token.content).get("alttext", "")
        self._frames.append(frame)

    def _finish_frames(self) -> None:
        """Write what stands in the elements that have ended."""
        while len(self._frames) > 1 and (
            len(self._elements.names) < self._frames[-1].depth
        ):
            frame = self._frames.pop()
            if frame.writer is not self._writer:
                frame.writer.end_line()
            self._finish_frame(frame, self._frames[-1])

    def _finish_frame(self, frame: _Frame, above: _Frame) -> None:
        lines = frame.writer.lines
        if frame.kind == "cell":
            above.cells.append(lines)
        elif frame.kind == "row":
            above.writer.add(above.rows.lines_of(frame.cells))
        elif frame.kind == "table":
            above.writer.add(frame.rows.finish())
        elif frame.kind == "tex":
            above.formula = above.formula or _text_of(lines)
        elif frame.kind == "formula":
            tex = _as_tex(frame.formula) if frame.formula else _text_of(lines)
            above.writer.write(tex, lines[0].place if lines else 0)
        elif frame.kind == "folded":
            self._unfold(lines, above.writer)

    def _unfold(self, lines: Sequence[Line], writer: LineWriter) -> None:
        """Write hidden lines, if there is a text among them; else count their words."""
        if any(True for _ in find_texts([line.text for line in lines])):
            writer.end_block()
            writer.add(lines)
            writer.end_block()
        else:
            self._words["hidden parts"] += count_line_words(lines)


def _may_open(kind: str, above: Sequence[str]) -> bool:
    """Tell whether an element counts as what it is, among those that it stands in."""
    if kind in _WITHIN:
        return above[-1] == _WITHIN[kind]
    if kind == "table":
        return above.count(kind) < _DEEPEST_TABLE
    return kind not in ("folded", "formula") or kind not in above


def _frame_kind(token: Token) -> str:
    """Return how what is in an element is to be written, "" for as what is around it."""
    look = look_of(token.name, token.content)
    if look != "shown":
        return look
    is_tex = token.name == "annotation" and "tex" in token.content
    return "tex" if is_tex else _FRAMES.get(token.name, "")


def _as_tex(formula: str) -> str:
    return f"${' '.join(formula.split()).strip('$')}$"


def _text_of(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)
