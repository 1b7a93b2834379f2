import pytest

from kg.sources.html.open_elements import OpenElements, look_of


def open_all(*names):
    elements = OpenElements()
    for name in names:
        elements.end_before(name)
        elements.open(name)
    return elements


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (("ul", "li", "b", "li"), ["ul", "li"]),
        (("ul", "li", "ul", "li"), ["ul", "li", "ul", "li"]),
        (("p", "i", "div"), ["div"]),
        (("p", "table", "tr", "td", "p"), ["table", "tr", "td", "p"]),
        (("table", "tr", "td", "td", "tr"), ["table", "tr"]),
        (("dl", "dt", "dd", "dt"), ["dl", "dt"]),
        (("div", "br", "img"), ["div"]),
    ],
)
def test_start_tags_end_what_needs_no_end_tag(names, left):
    assert open_all(*names).names == left


def test_an_end_tag_ends_what_is_open_within():
    elements = open_all("div", "p", "b")
    elements.close("div")
    elements.close("div")
    assert elements.names == []


def test_an_end_tag_leaves_what_is_around_a_table():
    elements = open_all("div", "table", "tr", "td")
    elements.close("div")
    assert elements.names == ["div", "table", "tr", "td"]


def test_depth_is_bounded():
    elements = open_all(*["div"] * 2000)
    assert len(elements.names) == 512


@pytest.mark.parametrize(
    ("name", "content", "look"),
    [
        ("nav", "", "left out"),
        ("div", ' role="navigation"', "left out"),
        ("span", " aria-hidden=true", "left out"),
        ("span", " class='MathJax_Preview'", "left out"),
        ("div", " hidden", "folded"),
        ("div", ' style="color:red; DISPLAY :none"', "folded"),
        ("div", ' style="visibility:hidden"', "folded"),
        ("div", ' class="none"', "shown"),
        ("mjx-container", ' class="MathJax"', "shown"),
        ("p", "", "shown"),
    ],
)
def test_what_is_seen_of_an_element(name, content, look):
    assert look_of(name, content) == look
