import pytest

from kg.sources.formats.html_tags import begins_like_a_page, markup_of_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div id='a'>words", True),
        ("<DIV><P>words", True),
        ("<ul>\n one </ul>\n", True),
        ("<ul> one </ul> and more", False),
        ("<p class='x'>words</p>", False),
        ("<jats:title>Aims</jats:title>\n<jats:p>words</jats:p>", False),
        ("<p>On mills</p> <p>Ann Lee</p><p>Mills turn.</p>", True),
        ("<p>Mills turn.</p> <p>By wind.</p>", False),
        ("<i>E. coli</i> grows", False),
        ("<div", False),
        ("words <div id='a'>", False),
    ],
)
def test_a_page_begins_with_a_tag_that_builds_it(text, expected):
    assert begins_like_a_page(text, 0) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One.</p>\n" * 3, "html"),
        ("<p>One.</p>\n" * 2, None),
        ("<p>One\n" * 3, None),
        ("<p>One.</p>\nTwo\n" * 3, "html"),
        ("<p>One.</p>\nTwo\nThree\n" * 3, None),
        ("<dc:title>One</dc:title>\n" * 3, "xml"),
        ("<b>One</b> two.\n" * 9, None),
        ("", None),
    ],
)
def test_lines_of_markup_begin_with_a_tag(text, expected):
    assert markup_of_lines(text) == expected
