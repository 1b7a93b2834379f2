from kg.query.evidence import why_edge, why_node


def test_a_node_is_explained_by_its_mentions(connection, extractions):
    rows = why_node(connection, "Ada Byron")
    assert [row.document for row in rows] == ["doc:0", "doc:1"]
    texts = {e.document.id: e.document.text for e in extractions}
    for row in rows:
        for quote in row.quotes:
            text = texts[row.document]
            assert text[quote.start : quote.end] == quote.surface
        assert row.quotes[0].surface in row.sentence


def test_an_edge_is_explained_by_documents_with_both(connection):
    (row,) = why_edge(connection, "Ada Byron", "Carl Gauss")
    assert row.document == "doc:1"
    assert row.edge == "coauthor"
    assert {quote.surface for quote in row.quotes} == {"Ada Byron", "Carl Gauss"}


def test_the_words_of_a_record_are_named_by_field(connection):
    rows = why_edge(connection, "Carl Gauss", "Least squares")
    fields = [quote.field for row in rows for quote in row.quotes]
    assert "authors.0" in fields


def test_a_citation_is_explained_by_the_words_that_name_the_work(connection):
    (row,) = why_edge(connection, "work:least-squares", "arXiv:1801.00001")
    assert "arXiv:1801.00001" in [quote.surface for quote in row.quotes]


def test_a_quote_names_the_line_it_stands_on(connection):
    (row,) = why_edge(connection, "Ada Byron", "Carl Gauss")
    assert {quote.line for quote in row.quotes} == {1}


def test_the_sentence_holds_both_ends_where_they_are_near(connection):
    (row,) = why_edge(connection, "punched cards", "least squares")
    assert "punched cards" in row.sentence
    assert "least squares" in row.sentence


def test_two_names_without_an_edge_have_no_evidence(connection):
    assert why_edge(connection, "Analytical Engine Laboratory", "Carl Gauss") == []
