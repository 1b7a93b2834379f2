import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences import sentence_spans, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("It works.Then we go on.", ["It works.", "Then we go on."]),
        ('He said "no." So we stopped.', ['He said "no."', "So we stopped."]),
        ("It holds. $x$ is large.", ["It holds.", "$x$ is large."]),
        ("First line.\nsecond line", ["First line.", "second line"]),
        # these end none
        ("By Lee et al. It holds.", ["By Lee et al. It holds."]),
        ("We use trees, e.g. Red ones.", ["We use trees, e.g. Red ones."]),
        ("J. Lee counts. B. Chu, too.", ["J. Lee counts.", "B. Chu, too."]),
        ("See Prof. Chu.", ["See Prof. Chu."]),
        ("And so on... Then we stop.", ["And so on... Then we stop."]),
        ("about 3.5 metres", ["about 3.5 metres"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, sentences):
    assert split_sentences(text) == sentences


@given(st.text(alphabet='Ab. !?\n"(eg', max_size=60), st.integers(0, 60))
def test_sentences_cover_the_text_without_gaps(text, start):
    start = min(start, len(text))
    spans = sentence_spans(text, start, len(text))
    assert [a for a, _ in spans] == [start, *(b for _, b in spans)][: len(spans)]
    assert not spans or spans[-1][1] == len(text)
    assert "".join(text[a:b] for a, b in spans) == text[start:]
