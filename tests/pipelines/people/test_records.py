from pipelines.people.records import by_paper, extraction


def test_a_record_becomes_what_kg_would_extract():
    record = {
        "id": "p1",
        "title": "Reefs",
        "year": 2001,
        "authors": ["Li, Bo", None, "Ana Lima"],
    }
    made = extraction(record)
    assert made.document.title == "Reefs"
    assert [author.name for author in made.document.authors] == ["Li, Bo", "Ana Lima"]
    assert [(m.surface, m.name, m.field) for m in made.mentions] == [
        ("Li, Bo", "Bo Li", "authors.0"),
        ("Ana Lima", "Ana Lima", "authors.1"),
    ]


def test_a_record_without_title_or_authors_is_empty():
    made = extraction({"id": "p1"})
    assert (made.document.text, made.mentions) == ("", ())


def test_mentions_of_one_paper_are_one_record_with_each_name_once():
    mentions = [
        {
            "paper_id": "p1",
            "title": "Reefs",
            "name": "Bo Li",
            "coauthors": ["Ana Lima"],
        },
        {"paper_id": "p2", "name": "Bo Li"},
        {
            "paper_id": "p1",
            "title": "Reefs",
            "name": "Ana Lima",
            "coauthors": ["Bo Li"],
        },
    ]
    assert by_paper(mentions) == [
        {"id": "p1", "title": "Reefs", "year": None, "venue": None,
         "authors": ["Bo Li", "Ana Lima"]},
        {"id": "p2", "title": None, "year": None, "venue": None, "authors": ["Bo Li"]},
    ]  # fmt: skip
