from kg.store.contents import (
    Contents,
    contents_as_html,
    count_contents,
    describe_contents,
)


def test_everything_is_counted_by_kind(connection):
    contents = count_contents(connection)
    assert contents.nodes == {
        "person": 2,
        "institution": 1,
        "method": 1,
        "concept": 1,
        "work": 4,
    }
    assert next(iter(contents.nodes)) == "person"
    assert contents.edges["coauthor"] == 1
    assert (contents.documents, contents.years) == (3, (1830, 1840))


def test_the_words_know_singular_and_plural():
    contents = Contents({"person": 1, "work": 2000}, {}, 1, (1999, 1999))
    words = describe_contents(contents)
    assert words == ["1 person, 2,000 works", "0 edges", "1 document, 1999"]


def test_a_store_of_nothing_has_words_too(connection):
    for table in ("nodes", "edges", "documents"):
        connection.execute(f"DELETE FROM {table}")
    contents = count_contents(connection)
    assert contents == Contents({}, {}, 0, None)
    assert describe_contents(contents) == ["no nodes", "0 edges", "0 documents"]


def test_a_page_shows_names_and_obeys_none():
    contents = Contents({"person": 2}, {"<b>": 1}, 3, (1830, 1840))
    page = contents_as_html(contents, title="</table><script>")
    assert "<tr><th>people</th><td>2</td></tr>" in page
    assert "<tr><th>years</th><td>1830–1840</td></tr>" in page
    assert "<b>" not in page
    assert "<script>" not in page
