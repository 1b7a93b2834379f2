"""The texts of documents with their mentions marked, as one page for a browser.

spaCy's displacy marks the text. The page around it is ours: displacy's own states no
encoding, escapes no titles and has no legend. Everything is in the file.
"""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from kg.appearance import kind_colour
from kg.files.writing import write_text
from kg.kinds import mentioned_kinds
from kg.printable import printable
from kg.records import Mention
from kg.viewer.highlight import MarkedDocument, mention_label, mention_place

# As displacy fills it. A tint of the kind's colour, so that black reads on it, above a
# line of the colour itself.
_MARK = (
    '<mark style="background: {bg}38; box-shadow: inset 0 -2px {bg}" title="{name}">'
    "{text}<small>{label}{kb_link}</small></mark>"
)

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What kg saw</title>
<style>
body { max-width: 50rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; color: #22262b;
  background: #fbfbfa; overflow-wrap: anywhere;
  font: 16px/1.9 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
nav { position: sticky; top: 0; padding: .5rem 0; background: #fbfbfa;
  border-bottom: 1px solid #e4e4e0; }
article { margin-top: 2.5rem; }
.entities { line-height: 2 !important; }
h2 { margin: 0; font-size: 1.15rem; line-height: 1.4; }
.place { color: #5a6068; font-size: .85rem; }
mark { padding: .1em .25em; border-radius: .25em; color: inherit;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
small { margin-left: .4em; font-size: .7em; white-space: nowrap; color: #44484d; }
ul { padding-left: 1.2rem; font-size: .9rem; }
</style>
</head>
<body>
"""


def generate(documents: Iterable[MarkedDocument]) -> Iterator[str]:
    """Yield the page piece by piece, a document a piece.

    Every string from a document is escaped; the page loads nothing and runs nothing.
    """
    yield _HEAD
    legend = " ".join(_mark(kind, kind, "0–1", "") for kind in mentioned_kinds())
    yield f"<nav>{legend}</nav>\n"
    for marked in documents:
        yield _article(marked)
    yield "</body>\n</html>\n"


def write(documents: Iterable[MarkedDocument], path: Path) -> None:
    """Write the page to `path`.

    Raises:
        OutputError: the folder or file cannot be written.
    """
    write_text(path, generate(documents))


def _article(marked: MarkedDocument) -> str:
    """Return one document: title, place, marked text, and mentions not marked there."""
    title = f"<h2>{escape(marked.title)}</h2>\n" if marked.title else ""
    rows = "".join(
        f"<li>{escape(mention_place(m))}: "
        f"{_mark(printable(m.surface), m.kind, mention_label(m), printable(m.name))}\n"
        for m in marked.unmarked
    )
    listed = f"<ul>\n{rows}</ul>\n" if rows else ""
    place = f"<div class=place>{escape(marked.location)}</div>\n"
    return f"<article>\n{title}{place}{_text(marked)}\n{listed}</article>\n"


def _text(marked: MarkedDocument) -> str:
    """Mark a text by displacy, which escapes it; labels and names it takes as HTML."""
    from spacy import displacy

    entities = {"text": marked.text, "ents": [_entity(m) for m in marked.marks]}
    # displacy looks colours up by the label, which has the score in it: given here.
    return displacy.render(
        entities,
        style="ent",
        manual=True,
        jupyter=False,
        options={"template": _MARK},
    )


def _entity(mention: Mention) -> dict[str, object]:
    """Return a mention as displacy wants it."""
    return {
        "start": mention.start,
        "end": mention.end,
        "label": mention_label(mention),
        "params": {
            "bg": kind_colour(mention.kind),
            "name": escape(printable(mention.name)),
        },
    }


def _mark(words: str, kind: str, shown: str, name: str) -> str:
    """Return a mark outside of displacy's text, for the legend and the list beneath."""
    return _MARK.format(
        text=escape(words),
        bg=kind_colour(kind),
        label=escape(shown),
        name=escape(name),
        kb_link="",
    )
