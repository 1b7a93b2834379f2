"""Shapes: what a file is by its outer form, seen before any reader of prose looks.

An export of a database, a table, a file of XML has names of fields all over it, which a
reader of prose would take for people and terms. `known_formats` is the table; the other
modules find the marks that its rows ask for, one sort of mark a module.
"""

from collections.abc import Callable, Mapping

from kg.files.opened_file import Head
from kg.sources.formats.assigned_keys import assigned_keys
from kg.sources.formats.header_row import column_names
from kg.sources.formats.json_keys import opens_as_json, record_keys
from kg.sources.formats.known_formats import SHAPES, Marks, Shape
from kg.sources.formats.tagged_lines import line_tags
from kg.sources.formats.xml_root import element_names
from kg.sources.formats.zip_members import member_names

_FINDERS: Mapping[Marks, Callable[[Head], frozenset[str]]] = {
    "members": member_names,
    "elements": element_names,
    "keys": record_keys,
    "assignments": assigned_keys,
    "tags": line_tags,
    "columns": column_names,
}


def find_shape(head: Head) -> Shape | None:
    """Return the first row of the table whose marks a file bears; None for prose.

    Marks of a kind are looked for when a row asks for them, once. JSON Lines and
    BibTeX are no shapes: their readers know them themselves.

    >>> find_shape(Head("x.ris", b"", "TY  - JOUR\\nTI  - On mills\\nER  -")).what
    'a RIS export'
    >>> find_shape(Head("x.txt", b"", "On mills\\n\\nMills turn by wind."))
    """
    found: dict[Marks, frozenset[str]] = {}
    no_others = opens_as_json(head)  # whose commas and colons part no columns or tags
    for shape in SHAPES:
        if no_others and shape.kind != "keys":
            continue
        if shape.kind not in found:
            found[shape.kind] = _FINDERS[shape.kind](head)
        if _has_marks(shape, found[shape.kind]):
            return shape
    return None


def _has_marks(shape: Shape, marks: frozenset[str]) -> bool:
    return marks.issuperset(shape.marks) and marks.isdisjoint(shape.without)
