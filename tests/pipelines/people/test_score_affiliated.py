import json

from kg.records import Affiliation
from pipelines.people.score_affiliated import document, figures, main


def test_a_mention_is_a_record_of_one_author():
    mention = {"paper_id": "p1", "name": "Wei Wang", "affiliation": "Oslo University"}
    (author,) = document(mention).authors
    assert author.affiliations == (Affiliation("Oslo University"),)
    assert document({**mention, "affiliation": None}).authors[0].affiliations == ()


def test_figures_are_means_over_mentions():
    assert figures([(1.0, 1.0), (0.5, 1.0)]) == "P 0.7500  R 1.0000  F1 0.8571"


def test_people_of_one_name_are_told_apart_by_where_they_work(tmp_path, capsys):
    places = {"a": "University of Oslo, Norway", "b": "Kyoto University, Japan"}
    rows = [
        {
            "paper_id": f"{person}{n}",
            "name": "Wei Wang",
            "person": person,
            "affiliation": at,
        }
        for person, at in places.items()
        for n in range(3)
    ]
    path = tmp_path / "mentions.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    main(path)
    first, exact = capsys.readouterr().out.splitlines()
    assert first.endswith("P 1.0000  R 1.0000  F1 1.0000")
    assert exact.endswith("P 0.5000  R 1.0000  F1 0.6667")
