import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.pages.text_chunks import split_chunks

WRAPPED = """\
Walks on Graphs

By Ann Lee

Abstract: We ask how long a walk on a
growing graph needs until every vertex
was seen.
Keywords: walks"""


def test_wrapped_lines_are_one_chunk_and_labels_are_read_off():
    assert [(chunk.label, chunk.text) for chunk in split_chunks(WRAPPED)] == [
        ("", "Walks on Graphs"),
        ("by", "Ann Lee"),
        (
            "abstract",
            "We ask how long a walk on a growing graph needs until every vertex was "
            "seen.",
        ),
        ("keywords", "walks"),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Title: On mills", "title"),
        ("AUTHORS - Ann Lee", "authors"),
        ("Abstract", "abstract"),
        ("By convexity, all is well.", ""),
        ("Authorship of plays", ""),
    ],
)
def test_a_label_is_a_word_with_a_sign_or_nothing_behind_it(line, label):
    assert split_chunks(line)[0].label == label


@given(st.lists(st.sampled_from(["Title: a", "By Ann", "b c. ", "", " ", "d" * 130])))
def test_chunks_say_where_their_words_stand(lines):
    text = "\n".join(lines)
    chunks = split_chunks(text)
    assert all(" ".join(text[c.start : c.end].split()) == c.text for c in chunks)
    ends = [0, *(chunk.end for chunk in chunks)]
    assert all(end <= c.start for end, c in zip(ends, chunks, strict=False))
