from dataclasses import replace

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.json_dialects.dialect_values import unread_paths, values_of
from kg.sources.records.json_dialects.json_dialect import JsonDialect

MILLS = JsonDialect(
    "mills",
    (("mill",),),
    title=("names.main", "title"),
    authors=("makers[as=author]", "makers"),
    affiliations=("place",),
    id=("mill",),
    year=("opened", "built"),
    keywords=("words",),
    subjects=(("kind", "kinds"),),
    ids=(("mill", "numbers.mill"),),
    references=("cited.list",),
    also_read=("frame",),
)


def read(**fields):
    return values_of({"mill": 7, "title": "On mills", **fields}, MILLS)


def test_the_first_path_with_a_value_is_read():
    assert read().title == "On mills"
    assert read(names={"main": ["Mills"]}).title == "Mills"
    assert read().id == "7"


def test_of_dates_the_first_with_a_year_is_read():
    assert read(opened="soon", built=1999).year == "1999"
    assert read(opened="soon").year == "soon"


def test_a_doi_stands_in_its_field_or_in_an_address():
    for record, doi in (
        ({"doi": "none"}, "none"),
        ({"ee": "https://doi.org/10.5555/x"}, "https://doi.org/10.5555/x"),
        ({"ee": "https://x.org"}, ""),
    ):
        found = values_of({"title": "A", **record}, replace(MILLS, doi=("doi", "ee")))
        assert found.doi == doi


def test_of_authors_those_that_a_path_chooses_are_read():
    makers = [{"as": "editor", "name": "Ann Lee"}, {"as": "author", "name": "Bo Chu"}]
    assert read(makers=makers).authors == [Author("Bo Chu")]
    assert read(makers=makers[:1]).authors == [Author("Ann Lee")]
    assert read(place="Rye").affiliations == [Affiliation("Rye")]


def test_words_terms_ids_and_references_are_lists():
    found = read(
        words="a; b", kinds=[{"term": "wind", "score": 0.5}, "water"],
        numbers={"mill": [1, 2]}, cited={"list": ["x", {"doi": "10.1/y"}, {}]},
    )  # fmt: skip
    assert found.keywords == ["a", "b"]
    assert found.subjects == [
        SubjectHeading("kind", "wind", 0.5),
        SubjectHeading("kind", "water"),
    ]
    assert found.ids == [("mill", "1"), ("mill", "2")]
    assert found.references == ["x", "10.1/y"]


def test_keys_that_nothing_reads_are_named_by_their_path():
    record = {
        "mill": 7,
        "names": {"main": "A", "other": "B"},
        "makers": [{"as": "author", "name": "Bo Chu", "age": 7}, {"age": 8}],
        "cited": {"list": [{"any": 1}], "count": 1},
        "frame": {"any": {"thing": 1}},
        "rest": {"inner": 1},
    }
    found = list(dict.fromkeys(unread_paths(record, MILLS)))
    assert found == ["names.other", "makers.age", "cited.count", "rest"]
