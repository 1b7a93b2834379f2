import json

from kg.exports import documents


def _lines(extractions, resolution):
    return [json.loads(line) for line in documents.generate(extractions, resolution)]


def test_a_line_has_what_the_format_names(extractions, resolution):
    for line in _lines(extractions, resolution):
        assert set(line) >= {
            "id",
            "source",
            "first_line",
            "last_line",
            "text",
            "title",
            "venue",
            "year",
            "doi",
            "mentions",
            "persons",
            "institutions",
            "affiliations",
            "works",
            "abbreviations",
            "relations",
            "msc",
            "work",
        }


def test_mentions_quote_the_text(extractions, resolution):
    for line in _lines(extractions, resolution):
        for mention in line["mentions"]:
            quoted = line["text"][mention["start"] : mention["end"]]
            assert quoted == mention["surface"]


def test_a_person_stands_once_in_the_strongest_role(extractions, resolution):
    third = _lines(extractions, resolution)[2]
    assert third["persons"] == [
        {
            "surface": "Gauss, Carl",
            "name": "Carl Gauss",
            "role": "author",
            "entity": "person:carl-gauss",
        }
    ]


def test_affiliations_and_institutions_have_full_names(extractions, resolution):
    first = _lines(extractions, resolution)[0]
    assert first["affiliations"] == [
        {"person": "Ada Byron", "institution": "Analytical Engine Laboratory"}
    ]
    assert first["institutions"][0]["surface"] == "Analytical Engine Lab"


def test_unknown_fields_of_a_work_are_left_out(extractions, resolution):
    assert _lines(extractions, resolution)[2]["works"] == [{"id": "arXiv:1801.00001"}]


def test_the_file_ends_every_line(tmp_path, extractions, resolution):
    documents.write(extractions, resolution, tmp_path / "documents.jsonl")
    text = (tmp_path / "documents.jsonl").read_text(encoding="utf-8")
    assert text.count("\n") == len(extractions)
    assert text.endswith("\n")
