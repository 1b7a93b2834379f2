"""What a record has in the place of one author → the people and groups it names.

Exports put several people into one place ("Anna Berg & Otto Lang"), a group before its
members ("The X Collaboration: L. Adler"), and roles, degrees, numbers around a name.
"""

import re
from collections.abc import Iterator

from kg.text.names.author_lists import split_author_names
from kg.text.names.group_authors import is_group
from kg.text.names.name_marks import strip_name_marks
from kg.text.names.name_parts import divide_name
from kg.text.names.placeholder_names import named_part

# What parts people and stands in no name of one; "A, B" may be "Family, Given".
_PARTING = re.compile(r"[;、|]|\s(?:&|/|and|und|with|mit|avec|con)\s", re.IGNORECASE)
_WIDE = str.maketrans("；，：（）［］＆／", ";,:()[]&/")
# "The Borexino Collaboration: L. Adler"
_GROUP_FIRST = re.compile(r"([^:]{3,120}?)\s?:\s?(?=[^\W\d_])")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def stated_names(text: str) -> Iterator[str]:
    """Yield the names, of people and groups, that one author of a record holds.

    >>> list(stated_names("The Borexino Collaboration: L. Adler"))
    ['The Borexino Collaboration', 'L. Adler']
    >>> list(stated_names("Anna Berg & Otto Lang")), list(stated_names("Anonymous"))
    (['Anna Berg', 'Otto Lang'], [])
    """
    text = " ".join(text.translate(_WIDE).split())
    group, rest = _leading_group(text)
    if group:
        yield group
    yield from filter(None, map(named_part, _parts(rest)))


def _leading_group(text: str) -> tuple[str, str]:
    """Return the group that stands before its members, "" for none, and the rest."""
    found = _GROUP_FIRST.match(text)
    if found and is_group(found[1]):
        return found[1], text[found.end() :]
    return "", text


def _parts(text: str) -> list[str]:
    """Return the people of one place, unmarked; a group's name is never taken apart."""
    if _CJK.search(text) and text.count(",") > 1:
        return list(map(strip_name_marks, text.split(",")))
    bare = strip_name_marks(text)
    several = _PARTING.search(bare) or bare.count(",") > 1 + bool(
        divide_name(bare).suffix
    )
    if not several or is_group(bare):
        return [bare]
    return list(map(strip_name_marks, split_author_names(text.replace(" / ", "; "))))
