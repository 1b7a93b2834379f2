import json
import zlib

from kg.viewer.atlas.document_texts import DocumentText, Mark, Passage
from kg.viewer.atlas.text_blocks import PER_BLOCK, best_documents, make_text_blocks


def document(number, nodes):
    marks = tuple(Mark(at, 1, node, 0) for at, node in enumerate(nodes))
    return DocumentText(
        900 + number, f"T{number}", 2000, "a.txt:1", (Passage(1, "", "abc", marks),)
    )


def rows(block):
    return json.loads(zlib.decompress(block, -zlib.MAX_WBITS))


def test_documents_keep_their_places():
    many = [document(number, [1]) for number in range(PER_BLOCK + 3)]
    blocks, without = make_text_blocks(many)
    assert (list(blocks), without) == (["texts-0", "texts-1"], 0)
    assert [row[1] for row in rows(blocks["texts-1"])] == ["T256", "T257", "T258"]
    assert rows(blocks["texts-0"])[0] == [
        900,
        "T0",
        2000,
        "a.txt:1",
        [[1, "", "abc", [0, 1, 1, 0]]],
    ]


def test_the_best_documents_of_a_node_name_it_most_often():
    # The work that all are of keeps its first two, node 7 those that name it most often.
    few = [DocumentText(1, "", 0, "a", document(n, [7] * n).passages) for n in range(5)]
    assert best_documents(few, best=2) == {0, 1, 3, 4}


def test_of_too_many_texts_some_are_left_out_and_counted():
    same = [
        DocumentText(1, f"T{n}", 0, "a", document(n, [1]).passages) for n in range(40)
    ]
    blocks, without = make_text_blocks(same, most=10)
    assert without == 30
    kept = [row for row in rows(blocks["texts-0"]) if row[4]]
    assert [row[1] for row in kept] == [f"T{n}" for n in range(10)]
