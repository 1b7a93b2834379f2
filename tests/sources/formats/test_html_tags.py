import pytest

from kg.sources.formats.html_tags import (
    begins_like_a_page,
    markup_by_share,
    markup_of_lines,
)


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


DATA = "<aa>1</aa><bb>2</bb><c>3</c><d>4</d><e>5</e><f>6</f>"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (DATA, "xml"),
        (f"words</x>{DATA}", "xml"),
        (f"{'We ask how mills turn. ' * 20}{DATA}", None),
        ("<a>1</a>" * 20, None),
        (
            "<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math>"
            * 9,
            None,
        ),
        (
            "<ul><li>1</li></ul><table><tr><td>2</td></tr></table><h1>3</h1><dl/>" * 9,
            None,
        ),
        ("", None),
    ],
)
def test_data_is_told_by_the_share_of_its_tags(text, language):
    assert markup_by_share(text) == language


def test_a_feed_that_begins_with_a_title_is_no_page():
    feed = f"<title>On mills</title><link>x</link><guid>1</guid>{DATA}"
    assert not begins_like_a_page(feed, 0)
    assert begins_like_a_page(
        f"<title>On mills</title><link href='x'/>{'Mills turn. ' * 9}", 0
    )
