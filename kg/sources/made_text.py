"""A text that was made of a file that is none, read as the text of a saved page is.

What is cut from it is no line of the file, so its documents have no lines of their own:
`record_line` says where in the file each begins.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.errors import SourceError
from kg.files.opened_file import HeldText
from kg.records import Remark
from kg.sources.long_pages import read_pages
from kg.sources.parts import Item, Parse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MadeText:
    """Lines of text that a reader made, and where in its file each of them begins.

    `places` are lines of a page's HTML, paragraphs of an office document, pages of a
    PDF, counted from 1: what its owner finds them by.
    """

    lines: tuple[str, ...]
    places: tuple[int, ...]


def read_made_texts(
    items: Iterable[T | MadeText], parse: Parse, *, name: str
) -> Iterator[T | Item]:
    """Yield what a reader gives, and of the texts that it made, what is in them.

    Args:
        items: documents, remarks, and texts, of one file.
        parse: recognises a part of a text, and reads it.
        name: that of the file.
    """
    for item in items:
        if isinstance(item, MadeText):
            yield from _read(item, parse, name=name)
        else:
            yield item


def _read(text: MadeText, parse: Parse, *, name: str) -> Iterator[Item]:
    place = _place_of(text.places)
    # A picture alone, or a form: then what is left out of it is all there is to say.
    if not any(map(str.strip, text.lines)):
        return
    try:
        for item in read_pages(HeldText(name, "\n".join(text.lines)), parse):
            yield _placed(item, place)
    except SourceError as error:
        yield Remark(name, place(1), str(error))


def _placed(item: Item, place: Callable[[int], int]) -> Item:
    """Return a document or remark with its place in the file for that in the text."""
    if isinstance(item, Remark):
        last = place(item.last) if item.last else None
        return replace(item, line=place(item.line) if item.line else None, last=last)
    line = item.record_line or (item.first_line or 0) + 1
    return replace(item, first_line=None, last_line=None, record_line=place(line))


def _place_of(places: tuple[int, ...]) -> Callable[[int], int]:
    return lambda line: places[min(line, len(places)) - 1]
