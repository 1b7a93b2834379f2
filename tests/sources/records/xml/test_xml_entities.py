"""Entities: HTML's are characters, others stay, and nothing is declared."""

import html.entities
from xml.etree.ElementTree import fromstring

import pytest

from kg.sources.records.xml.xml_entities import decode_entities


@pytest.mark.parametrize("name", sorted(n for n in html.entities.entitydefs))
def test_every_entity_of_html_is_its_character(name):
    decoded = decode_entities(f"<a>&{name};</a>", [])
    assert fromstring(decoded).text == html.entities.html5[f"{name};"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&D", "R&amp;D"),
        ("a & b", "a &amp; b"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("&LT;b", "&lt;b"),
        ("&#252;&#xfc;", "üü"),
        ("&#150;", "–"),
        ("&#0;&#8;x", "\ufffdx"),
        ("&unknown;", "&amp;unknown;"),
        ("&;", "&amp;;"),
        ("AT&T; and more", "AT&amp;T; and more"),
    ],
)
def test_references_and_lone_signs(text, expected):
    assert decode_entities(text, []) == expected


def test_names_that_are_not_known_are_told():
    unknown = []
    decode_entities("&one; &two; &one;", unknown)
    assert unknown == ["one", "two", "one"]
