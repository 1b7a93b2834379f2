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
        "<feed><entry><a>1</a><b>2</b></entry></feed> and more words",
    ],
)
def test_a_few_tags_are_no_xml(text):
    assert elements(text) == frozenset()
