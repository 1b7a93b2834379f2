"""What is said of a file, or a record, of a shape that nothing reads yet: it is counted.

Its owner sees how much of it there is, and what its fields are called.
"""

from collections.abc import Callable, Mapping

from kg.files.opened_file import Head
from kg.sources.formats.assigned_keys import count_assignments
from kg.sources.formats.header_row import count_cells
from kg.sources.formats.json_keys import count_keys
from kg.sources.formats.known_formats import Marks, Shape
from kg.sources.formats.tagged_lines import count_tags
from kg.sources.formats.xml_root import count_elements
from kg.text.counts import name_first

_COUNTERS: Mapping[Marks, Callable[[Head], dict[str, int]]] = {
    "elements": count_elements,
    "keys": count_keys,
    "assignments": count_assignments,
    "tags": count_tags,
    "columns": count_cells,
}
_WORDS: Mapping[str, str] = {"assignments": "keys"}
_MOST_NAMED = 20
_LONGEST_NAME = 60
_LONG = 1 << 17  # characters: of what is longer, a head has but the beginning


def refuse_shape(shape: Shape, head: Head) -> str:
    """Return why a file is not read, with its fields and how often each has a value.

    >>> from kg.sources.formats import find_shape
    >>> head = Head("x.ris", b"", "TY  - JOUR\\nTI  - On mills\\nER  -")
    >>> refuse_shape(find_shape(head), head)
    'a RIS export: not read yet (tags: TY 1, TI 1, ER 1); export the same records as BibTeX'
    """
    counter = _COUNTERS.get(shape.kind)
    fields = counter(head) if counter else {}
    named = [f"{_shown(name)} {count:,}" for name, count in fields.items()]
    where = ", at its beginning" if len(head.text) >= _LONG else ""
    kind = _WORDS.get(shape.kind, shape.kind)
    what = f" ({kind}{where}: {name_first(named, _MOST_NAMED)})" if named else ""
    return f"{shape.what}: not read yet{what}; {shape.advice}"


def _shown(name: str) -> str:
    return " ".join(name[:_LONGEST_NAME].split())
