"""Words out of elements: as one text, whatever markup stands in them."""

from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element

# A word ends where one of these begins or ends.
_BLOCKS = frozenset(
    [
        *(
            "p",
            "title",
            "sec",
            "break",
            "br",
            "lb",
            "list",
            "list-item",
            "label",
            "div",
        ),
        *("head", "item", "disp-formula", "disp-quote", "ab", "s", "tab", "tr", "td"),
        *("subtitle", "institution", "addr-line", "country", "named-content"),
    ]
)


def text_of(element: Element | None, without: Collection[str] = ()) -> str:
    """Return the words in an element as one line; "" where there is none.

    Args:
        element: of which markup within leaves nothing behind but its words.
        without: names of elements whose words are left out.

    >>> from xml.etree.ElementTree import fromstring
    >>> text_of(fromstring("<a>H<sub>2</sub>O<p>is  wet</p></a>"))
    'H2O is wet'
    """
    if element is None:
        return ""
    if not len(element):  # by far the commonest
        return " ".join((element.text or "").split())
    return " ".join("".join(_words(element, without)).split())


def _words(element: Element, without: Collection[str]) -> Iterator[str]:
    """Yield the texts of an element in order; elements may stand any depth in others."""
    # Without recursion: an element may stand deeper than Python's stack.
    waiting: list[Element | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        space = " " if item.tag in _BLOCKS else ""
        yield space + (item.text or "")
        waiting.append(space)
        for child in reversed(item):
            waiting.append(child.tail or "")
            if child.tag not in without:
                waiting.append(child)


def english_first(elements: Iterable[Element]) -> list[Element]:
    """Return elements in order, those that say that they are in English in front.

    >>> from xml.etree.ElementTree import fromstring
    >>> found = english_first(fromstring("<a><b/><c lang='en-GB'/><d lang='de'/></a>"))
    >>> [element.tag for element in found]
    ['c', 'b', 'd']
    """
    return sorted(elements, key=lambda element: not is_english(element))


def is_english(element: Element) -> bool:
    """Tell whether an element says that it is in English."""
    return element.get("lang", "").lower().startswith("en")


def first_text(elements: Iterable[Element | None]) -> str:
    """Return the words of the first of several elements that has any; "" if none has."""
    return next(filter(None, map(text_of, elements)), "")


def child_text(element: Element | None, *paths: str) -> str:
    """Return the words of the first of several descendants that has any.

    >>> from xml.etree.ElementTree import fromstring
    >>> child_text(fromstring("<a><b/><c>red</c></a>"), "b", "c")
    'red'
    """
    if element is None:
        return ""
    return first_text(element.find(path) for path in paths)


def child_texts(element: Element | None, path: str) -> list[str]:
    """Return the words of each descendant at a path, those of none left out."""
    found: Iterable[Element] = () if element is None else element.findall(path)
    return [text for text in map(text_of, found) if text]
