"""Elements of a record that nothing reads, by their paths."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

Paths: TypeAlias = "Mapping[str, Paths]"
"""Name of a child → those of its children that are read; none: all that is in it is."""


def read_paths(*paths: str) -> Paths:
    """Return paths from a record to elements that are read, as a tree.

    >>> read_paths("Article/Title", "Article/Abstract", "PMID")
    {'Article': {'Title': {}, 'Abstract': {}}, 'PMID': {}}
    """
    tree: dict[str, Paths] = {}
    for path in paths:
        within: dict[str, Paths] = tree
        for name in path.split("/"):
            within = within.setdefault(name, {})  # type: ignore[assignment]
    return tree


def path_names(paths: Paths) -> frozenset[str]:
    """Return the names of all elements on the way to what is read.

    >>> sorted(path_names(read_paths("Article/Title", "PMID")))
    ['Article', 'PMID', 'Title']
    """
    within = (path_names(inner) for inner in paths.values())
    return frozenset(paths).union(*within)


def unread_elements(element: Element, paths: Paths) -> Iterator[str]:
    """Yield the path of each element that is not read, but not of those in it.

    >>> from xml.etree.ElementTree import fromstring
    >>> record = fromstring("<a><b><c/><d><e/></d></b></a>")
    >>> list(unread_elements(record, read_paths("b/c")))
    ['b/d']
    """
    for child in element:
        within = paths.get(child.tag)
        # What stands in an element that is not read is not read, either.
        if within is None:
            yield child.tag
        elif within:
            yield from (
                f"{child.tag}/{path}" for path in unread_elements(child, within)
            )
