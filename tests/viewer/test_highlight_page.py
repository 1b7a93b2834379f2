"""The page of marked texts: whole, inert, in the colours of the network's page."""

from html.parser import HTMLParser

import pytest

from kg.appearance import kind_colour
from kg.errors import OutputError
from kg.kinds import mentioned_kinds
from kg.records import Document, Extraction, Mention, Section
from kg.viewer.highlight import mark_mentions
from kg.viewer.highlight_page import generate, write

EVIL = "<script>alert(1)</script> & \"Ada' </style> {text} %s"


class _Page(HTMLParser):
    """Collects tags and the words between them, as a browser would."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_data(self, data):
        self.words += data


def _mention(start, end, kind, score=0.875, words=EVIL, **fields):
    return Mention(start, end, kind, words, words, score=score, **fields)


def _page(*mentions, text=EVIL, title=EVIL, source="talks.txt"):
    sections = (Section(0, len(text), "body"),)
    document = Document("d", source, text, sections, 0, 0, title=title)
    return "".join(generate([mark_mentions(Extraction(document, mentions))]))


@pytest.fixture(scope="module")
def evil():
    """A page on which everything that can be is a script."""
    return _page(
        _mention(0, 25, "method", words=EVIL[:25]),
        _mention(2, 8, "person"),
        _mention(0, len(EVIL), "person", field="authors.0"),
        source="<script>.txt",
    )


def test_nothing_that_comes_from_a_file_is_obeyed(evil):
    page = _Page(evil)
    assert "script" not in page.tags
    assert page.tags.count("style") == 1
    names = [name for name, _ in page.attributes]
    assert not any(name.startswith("on") or name in ("src", "href") for name in names)


def test_everything_is_shown_as_it_stands(evil):
    words = _Page(evil).words
    assert words.count("<script>") == 5  # title, place, text, two mentions listed
    assert "{text} %s" in words
    assert "authors.0: " in words


def test_the_page_asks_the_network_for_nothing(evil):
    assert "default-src 'none'" in evil
    assert "http" not in evil.replace("http-equiv", "")
    assert 'charset="utf-8"' in evil


@pytest.mark.parametrize("kind", mentioned_kinds())
def test_a_mark_has_kind_score_and_the_colour_of_its_kind(kind):
    page = _page(_mention(0, 4, kind, words="Ada "), text="Ada was here", title=None)
    article = page.partition("<article>")[2]
    assert f"{kind} 0.88" in article
    assert article.count(kind_colour(kind)) == 2
    assert "<h2>" not in article


def test_the_legend_names_every_kind():
    legend = _page().partition("<nav>")[2].partition("</nav>")[0]
    for kind in mentioned_kinds():
        assert f">{kind}<" in legend
        assert kind_colour(kind) in legend


def test_any_letters_are_written(tmp_path):
    document = Document("d", "é.txt", "𝔸 \ud800\x00 Gödel\n☃", (), 0, 1)
    write([mark_mentions(Extraction(document, ()))], tmp_path / "new" / "page.html")
    assert "𝔸 \ufffd\ufffd Gödel<br>☃" in (tmp_path / "new" / "page.html").read_text(
        "utf-8"
    )


def test_a_page_that_cannot_be_written_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        write([], tmp_path / "file" / "page.html")
