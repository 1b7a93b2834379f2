import pytest

from kg.files.opened_file import Head
from kg.sources.formats.xml_root import element_names


def elements(text):
    return element_names(Head("x", b"", text))


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><feed><entry/></feed>',
        '<feed xmlns="http://example.org/x">\n<entry>',
        '<a:feed xmlns:a="u"><a:entry>',
        "\n<!-- <not> this -->\n<?pi x?><!DOCTYPE feed><feed>\n<entry>",
        '<!DOCTYPE feed [<!ENTITY x "y">\n]>\n<feed><entry>',
        "<feed> <entry><a>1</a><b>2</b></entry> </feed>\n",
    ],
)
def test_the_root_and_what_is_within(text):
    assert elements(text) >= {"<feed>", "entry", "<?xml"}


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>x",
        "<HTML><head>",
        "<!-- saved from a page -->\n<html lang='en'>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>",
        " <body class='x'>",
    ],
)
def test_html_is_a_kind_of_its_own(text):
    assert elements(text) == {"<html>"}


def test_xml_without_a_root_is_xml():
    assert elements("<?xml version='1.0'?> words") == {"<?xml"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<b>Words</b> in bold",
        "<p>We <i>ask</i> <b>how</b> <u>long</u>.</p>",
        "< 5 and > 3",
        "<!-- never closed",
        "On <html>",
        "<walk><step><a>1</a><b>2</b></step></walk> and more words",
        "<html> considered harmful: pages that open <html>, and close </html> never",
        "<div> and <span>, </div> and </span>: tags without a meaning",
    ],
)
def test_a_few_tags_are_no_xml(text):
    assert elements(text).isdisjoint(["<?xml", "<html>"])


@pytest.mark.parametrize(
    "text",
    [
        "<div class='abstract'><h2>On mills</h2><p>Mills turn by wind.</p></div>",
        "<h2>On mills</h2>\n<p>Mills turn by wind,\nor by water,\nor not.</p>",
        "<title>On mills</title>\n<meta charset=utf-8>\n<h1>On mills</h1>",
        '<table>\n<tr>\n<td valign="top">PT </td><td>J</td>\n</tr>',
        "<!-- saved -->\n<table><tr><th>Title</th></tr></table>",
        "<p><b>A talk</b> by Ann Lee<br>on mills</p>\n" * 3,
        "Seminar\n" + "<h3>On mills</h3>\nMills turn by wind.\n" * 3 + "</div>",
    ],
)
def test_parts_of_pages_are_pages(text):
    assert elements(text) == {"<html>"}


@pytest.mark.parametrize(
    "text",
    [
        "<feed>\n<entry><title>On <i>S. cereale</i> mills</title></entry>\n</feed>",
        "<feed>\n<entry><title>On mills</title>",
        "<feed>\n<!-- x --><entry>",
    ],
)
def test_a_root_is_named_where_elements_come_next(text):
    assert "<feed>" in elements(text)
    assert "<feed>" not in elements("<feed> and <entry> are tags")


def test_lines_of_tags_are_xml_without_a_root():
    assert "<?xml" in elements(
        "<talk>\n<by>Ann Lee</by>\n<on>Mills</on>\n</talk>\n" * 2
    )


@pytest.mark.parametrize(
    "text",
    [
        "<a" * 99_999,
        "<p " * 99_999,
        "<h1>" + "</h1>\n x" * 99_999,
        "<!-- " * 99_999,
        "<h1 " + "=" * 99_999,
        "\n<" + "a" * 99_999,
        "<div>" + " " * 99_999,
    ],
)
def test_long_files_of_broken_tags_are_looked_at_once(text):
    assert elements(text) <= {"<html>", "p", "h1", "a", "div"}
