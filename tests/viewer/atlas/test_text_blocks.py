import json
import zlib

from kg.viewer.atlas.document_texts import DocumentText, Mark, Passage
from kg.viewer.atlas.text_blocks import PER_BLOCK, choose_documents, make_text_blocks


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


def test_every_node_has_its_best_document_before_any_has_two():
    # Node 1 is in all, most often in the fourth; node 2 in the last alone.
    documents = [
        document(0, [1]),
        document(1, [1]),
        document(2, [1] * 5),
        document(3, [1, 2]),
    ]
    assert choose_documents(documents, share=0.75) == {2, 3}
    assert choose_documents(documents, share=1.0) == {0, 1, 2, 3}
    assert choose_documents(documents, share=0.0) == set()


def test_of_too_many_texts_some_are_left_out_and_counted():
    many = [document(n, [1]) for n in range(200)]
    whole, _ = make_text_blocks(many)
    size = sum(map(len, whole.values()))
    blocks, without = make_text_blocks(many, most=size // 2)
    kept = [row for row in rows(blocks["texts-0"]) if row[4]]
    assert without == 200 - len(kept) == 190
    assert [row[1] for row in kept] == [f"T{n}" for n in range(10)]
