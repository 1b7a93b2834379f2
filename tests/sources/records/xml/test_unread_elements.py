"""Elements that nothing reads."""

from xml.etree.ElementTree import fromstring

from kg.sources.records.xml.unread_elements import (
    path_names,
    read_paths,
    unread_elements,
)


def test_the_highest_of_what_is_not_read_is_named():
    record = fromstring("<r><a><x/></a><b><c/><d><e/></d><d/></b><f><g/></f></r>")
    assert list(unread_elements(record, read_paths("a", "b/c"))) == ["b/d", "b/d", "f"]


def test_all_is_read_of_a_path_that_ends():
    assert (
        list(unread_elements(fromstring("<r><a><b/></a></r>"), read_paths("a"))) == []
    )


def test_names_on_the_way_are_those_of_all_paths():
    assert path_names(read_paths("a/b", "a/c/d")) == {"a", "b", "c", "d"}
