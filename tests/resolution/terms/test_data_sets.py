from dataclasses import replace

import pytest

from kg.kinds import family_kinds
from kg.resolution.resolve import resolve
from kg.resolution.terms.data_sets import mark_data_sets
from tests.resolution.terms.test_term_use import extraction, resolution


def marked(*texts, terms, kind="concept"):
    read = []
    for number, text in enumerate(texts):
        made = extraction(number, None, text, terms=terms)
        mentions = tuple(m._replace(kind=kind) for m in made.mentions)
        read.append(replace(made, mentions=mentions))
    found = mark_data_sets(read, resolution(read))
    return {entity.name for entity in found.entities if entity.is_data_set}


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("RyeNet", ["Accuracy on the RyeNet dataset rose.", "RyeNet is hard."]),
        ("Rye-10", ["We test on corpora such as Rye-10 and Oat."]),
        ("Rye Treebank", ["The Rye Treebank has trees.", "On the Rye Treebank."]),
        ("Rye", ["The Rye corpus.", "Results on Rye.", "The Rye dataset is new."]),
    ],
)
def test_a_name_that_texts_speak_of_as_a_data_set_is_one(name, texts):
    assert marked(*texts, terms=[name]) == {name}
    assert marked(*texts, terms=[name], kind="method") == set()


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        # Of five places one only has a sign.
        ("GPS", ["The GPS dataset is ours.", *["We follow GPS signals."] * 4]),
        ("Persian", ["The Persian corpus is new.", "A Persian word.", "In Persian."]),
        # Machines and tasks are what something is run on, too.
        ("FPGA", ["Experiments on FPGA show it.", "The results on FPGA, too."]),
        ("RSS maps dataset", ["The RSS maps dataset.", *["An RSS value."] * 5]),
        ("large corpora", ["We use large corpora."]),
        ("Grand Rye", ["Of the Old Grand Rye corpus."]),
    ],
)
def test_one_sign_among_many_places_is_not_enough(name, texts):
    assert marked(*texts, terms=[name]) == set()


def test_titles_say_so_by_an_apposition_only():
    for title, expected in [("RyeNet: A Dataset of Rye", {"RyeNet"}),
                            ("On the RyeNet Dataset", set())]:  # fmt: skip
        read = [extraction(0, title, "We measure rye.", terms=["RyeNet"])]
        found = mark_data_sets(read, resolution(read))
        assert {e.name for e in found.entities if e.is_data_set} == expected


def test_other_names_of_an_entity_count_against_it():
    read = [
        extraction(0, None, "The RyeNet dataset. Rye grading.", terms=["RyeNet"]),
        extraction(1, None, "Rye grading, rye grading.", terms=["ye grading"]),
    ]
    made = resolution(read)
    one = tuple(tuple("concept:RyeNet" for _ in own) for own in made.mentions)
    assert not any(
        entity.is_data_set
        for entity in mark_data_sets(read, replace(made, mentions=one)).entities
    )


def test_data_sets_have_no_salience_and_other_terms_have():
    read = [extraction(0, None, "Accuracy on the RyeNet corpus.", "RyeNet and rye bread.",
                       terms=["RyeNet", "rye bread"])]  # fmt: skip
    found = {
        e.name: e for e in resolve(read).entities if e.kind in family_kinds("term")
    }
    assert found["RyeNet"].is_data_set
    assert found["RyeNet"].salience is None
    assert not found["rye bread"].is_data_set
    assert found["rye bread"].salience is not None
