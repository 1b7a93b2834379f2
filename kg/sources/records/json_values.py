"""Plain values out of decoded JSON; what is of a wrong type is left out, and told."""

from collections.abc import Iterable
from typing import TypeAlias

from kg.text.surrogates import replace_surrogates

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"


def kind_of(value: JSON) -> str:
    """Return the name of a value's type as JSON has it.

    >>> kind_of([]), kind_of(None)
    ('a list', 'null')
    """
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def ignored_complaint(field: str, expected: str, value: JSON) -> str:
    """Return the complaint on a field that is not read: what was expected and found.

    >>> ignored_complaint("year", "a number", [])
    'field "year" is ignored: expected a number, found a list'
    """
    return f'field "{field}" is ignored: expected {expected}, found {kind_of(value)}'


def text_field(
    record: dict[str, JSON], field: str, complaints: list[str]
) -> str | None:
    """Return a field's string as it stands; None where it is blank or no string.

    Args:
        record: the object.
        field: the name of the field, which need not be there.
        complaints: gets a line where there is a value that is no string.
    """
    value = record.get(field)
    if isinstance(value, str):
        return replace_surrogates(value) if value.strip() else None
    if value is not None:
        complaints.append(ignored_complaint(field, "a string", value))
    return None


def line_field(
    record: dict[str, JSON], fields: Iterable[str], complaints: list[str]
) -> str:
    """Return the first of several fields with a string in it, as one line; else "".

    >>> line_field({"name": "Rye  Mill"}, ["raw", "name"], [])
    'Rye Mill'
    """
    for field in fields:
        line = " ".join((text_field(record, field, complaints) or "").split())
        if line:
            return line
    return ""


def id_field(value: JSON) -> str:
    """Return an id, a string or a whole number, as a string; "" where it is none.

    >>> id_field(12), id_field(" W1 "), id_field(True)
    ('12', 'W1', '')
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**30 else ""
    return replace_surrogates(value).strip() if isinstance(value, str) else ""


def strings(value: JSON, field: str, complaints: list[str]) -> tuple[str, ...]:
    """Return the strings of a list as lines; a lone string is a list of one.

    Null and blank strings are left out without a word; `complaints` gets a line for
    each other value.

    >>> strings(["Ann  Lee", None], "authors", [])
    ('Ann Lee',)
    """
    if isinstance(value, str):  # by far the commonest
        string = " ".join(replace_surrogates(value).split())
        return (string,) if string else ()
    found = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found.append(" ".join(replace_surrogates(item).split()))
        elif item is not None:
            complaints.append(ignored_complaint(field, "strings", item))
    return tuple(string for string in found if string)
