import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.html.html_tokens import decode_entities, read_attributes, read_tokens


def tokens(text):
    return [(t.kind, t.name or t.content) for t in read_tokens(text)]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<P Class=x>On</P>", [("start", "p"), ("text", "On"), ("end", "p")]),
        ("a < b and c<3", [("text", "a < b and c<3")]),
        ("<br/>x", [("start", "br"), ("text", "x")]),
        ('<p title="a > b">x', [("start", "p"), ("text", "x")]),
        ("<p title='a > b'>x", [("start", "p"), ("text", "x")]),
        (
            "<p title=don't>x</p>'",
            [("start", "p"), ("text", "x"), ("end", "p"), ("text", "'")],
        ),
        ("<!doctype html><?xml x?><!-- <p> -->x", [("text", "x")]),
        ("<!-- never closed <p>x", []),
        ("</ >x", [("text", "x")]),
        ("<p>x<b", [("start", "p"), ("text", "x")]),
    ],
)
def test_tags_and_texts(page, found):
    assert tokens(page) == found


def test_a_quote_that_is_never_closed_costs_its_own_tag_only():
    assert tokens('<p id="a>x</p><p>y') == [
        *(("start", "p"), ("text", "x"), ("end", "p"), ("start", "p"), ("text", "y"))
    ]


def test_scripts_and_titles_hold_no_tags():
    page = '<title>a <b> c</title><script>if (a<b) "</p>"</script>x'
    found = list(read_tokens(page))
    raw = [(t.name, t.content) for t in found if t.kind == "raw"]
    assert raw == [("title", "a <b> c"), ("script", 'if (a<b) "</p>"')]
    assert found[-1].content == "x"


def test_a_script_of_xhtml_closed_in_its_own_tag_hides_nothing():
    assert ("text", "x") in tokens('<script src="a.js"/>x')


def test_places_are_those_of_the_file():
    page = "<p>On <b>mills</b></p>"
    assert all(page.startswith(("<", t.content), t.place) for t in read_tokens(page))


def test_attributes_without_quotes_without_values_and_twice():
    found = read_attributes(" A=1 b = 'x y' c HREF=\"&lt;\" a=2/")
    assert found == {"a": "1", "b": "x y", "c": "", "href": "<"}


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("R&amp;D", "R&D"),
        ("&#x1F600;", "\U0001f600"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#x" + "f" * 5000, "\ufffd"),
        ("AT&T", "AT&T"),
    ],
)
def test_entities(text, decoded):
    assert decode_entities(text) == decoded


@given(st.text(alphabet="<>/!-='\" ap&;#x\n", max_size=80))
def test_any_text_is_read_in_order(text):
    places = [token.place for token in read_tokens(text)]
    assert places == sorted(places)


# Each would take minutes if a tag were looked for to the end of the file again and again.
@pytest.mark.parametrize(
    "part",
    [
        "<p ",
        '<p a="',
        "<!--",
        "</p",
        "<p a='x>",
        '"><x" b=',
        "<script>",
        "<![CDATA[",
        "&#",
    ],
)
def test_hostile_repetitions_are_read(part):
    assert len(list(read_tokens('<p a="' + part * 200_000))) <= 200_001
