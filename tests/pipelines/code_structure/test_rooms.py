from pathlib import Path

import pytest

from pipelines.code_structure.modules import Module
from pipelines.code_structure.rooms import arrows_between, floors, room_of


def _house(**imports):
    """Make a package of modules that import so."""
    named = {name.replace("_of_", "."): text for name, text in imports.items()}
    names = ["kg", *(f"kg.{name}" for name in named)]
    texts = ["", *named.values()]
    return [Module(n, Path(n), t) for n, t in zip(names, texts, strict=True)]


def test_a_room_is_what_lies_directly_in_the_package():
    assert room_of("kg.text.names.name_parts") == "text"
    assert room_of("kg.errors") == "errors"
    assert room_of("kg") == "__init__"


def test_arrows_lead_to_other_rooms_and_floors_rise_along_them():
    house = _house(
        errors="import os",
        text_of_words="from kg.errors import KGError",
        text_of_more="from kg.text import words",
        build="from kg.text.more import it\nimport kg.errors",
    )
    arrows = arrows_between(house)
    assert arrows == {
        "__init__": set(),
        "errors": set(),
        "text": {"errors"},
        "build": {"text", "errors"},
    }
    assert floors(arrows) == {"__init__": 0, "errors": 0, "text": 1, "build": 2}


def test_the_package_is_a_room_for_who_uses_what_it_offers():
    arrows = arrows_between(_house(a="from kg import b", b="", c="from kg import face"))
    assert arrows["a"] == {"b"}
    assert arrows["c"] == {"__init__"}


def test_a_circle_has_no_floors():
    with pytest.raises(ValueError, match="circle: a, b"):
        floors({"a": {"b"}, "b": {"a"}, "c": set()})
