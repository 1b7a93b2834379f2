import pytest

from kg.sources.pages.abstract_header import read_header_lines
from kg.sources.pages.header_title import settle_title


def title_of(*lines, title_below=False):
    text = "\n".join(lines)
    read = list(read_header_lines(text, 0, len(text)))
    settled = settle_title(text, read, title_below=title_below)
    return [text[x.start : x.end] for x in settled if x.form == "title"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["On mills", "Ana Cruz"], "On mills"),
        (["On mills*", "Ana Cruz"], "On mills"),
        (["[P2.13] On mills", "Ana Cruz"], "On mills"),
        (["12: On mills", "Ana Cruz"], "On mills"),
        (["3 May 2021", "On mills", "Ana Cruz"], "On mills"),
        (["Mills turn by wind.", "Ana Cruz"], "Mills turn by wind."),
        (["Mills and floods:", "a census", "Ana Cruz"], "Mills and floods:\na census"),
        (["A census of mills and", "Floods", "Ana Cruz"], "A census of mills and\nFloods"),
        (["Maria Roe and David Hale", "On mills"], "On mills"),
        (["Lund University and its mills", "Ana Cruz"], "Lund University and its mills"),
        (["Lund University", "On mills", "Ana Cruz"], "On mills"),
        (["Title: On mills", "Ana Cruz"], "On mills"),
        (["mills " * 60, "Ana Cruz"], None),
        (["Maria Roe and David Hale"], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_title_of_a_header(lines, title):
    assert title_of(*lines) == ([title] if title else [])


def test_a_page_may_have_titles_below_names():
    assert title_of("Zzyx Qrst", "On mills", title_below=True) == ["On mills"]
