import json

import pytest

from kg.analysis.landscape.land_layers import read_layers
from kg.store.connection import connect
from kg.viewer.atlas.document_texts import ROLES, read_texts
from kg.viewer.atlas.map_nodes import read_nodes


@pytest.fixture(scope="module")
def read(example_store):
    with connect(example_store) as connection:
        nodes = read_nodes(connection, read_layers(connection))
        texts = list(read_texts(connection, nodes.numbers))
        rows = connection.execute(
            "SELECT document, surface, entity, field, start_offset FROM mentions "
            "WHERE entity IS NOT NULL ORDER BY ALL"
        ).fetchall()
    return nodes, texts, rows


def marked(text, mark):
    """Cut words out of a passage as a browser does, in units of UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le")


def test_every_mention_is_marked_with_its_own_words(read):
    nodes, texts, rows = read
    found = {}
    for number, document in enumerate(texts):
        for passage in document.passages:
            for mark in passage.marks:
                words = marked(passage.text, mark)
                key = (number, nodes.ids[mark.node])
                found.setdefault(key, []).append(words)
    for document, surface, entity, _, _ in rows:
        words = found[(document, entity)]
        assert surface in words or any(
            surface.split() == each.split() for each in words
        )


def test_no_passage_crosses_a_section(read, example_store):
    _, texts, _ = read
    with connect(example_store) as connection:
        sections = connection.execute(
            "SELECT number, text, sections FROM documents ORDER BY number"
        ).fetchall()
    for number, text, cuts in sections:
        titles = [text[a:b] for a, b, kind in json.loads(cuts) if kind == "title"]
        for title in titles:
            inside = [p.text for p in texts[number].passages if title.strip() in p.text]
            assert not inside or min(map(len, inside)) <= len(title)


def test_authors_of_a_record_are_a_passage(read):
    nodes, texts, _ = read
    fields = [p for text in texts for p in text.passages if p.field == "authors"]
    assert fields
    for passage in fields:
        assert {ROLES[mark.role] for mark in passage.marks} == {"author"}
        assert {nodes.kinds[mark.node] for mark in passage.marks} == {"person"}


def test_passages_know_their_lines(read):
    _, texts, _ = read
    first = next(text for text in texts if text.place.startswith("adam.txt"))
    assert first.place == "adam.txt:1"
    assert [passage.line for passage in first.passages][:3] == [1, 2, 4]


def test_records_know_the_line_at_which_they_begin(read):
    _, texts, _ = read
    (first, *_) = (each for each in texts if each.title.startswith("Collective Dyn"))
    assert first.place == "library.bib:6"
