import re
from dataclasses import fields, is_dataclass
from importlib import import_module

import pytest

from kg.analysis.structure import ANALYSES
from kg.analysis.structure.study import read_study
from kg.network_kinds import NETWORKS


def test_a_study_knows_nodes_and_works(connection):
    study = read_study(connection, "people")
    assert study.labels == ("Ada Byron", "Carl Gauss")
    assert study.facts(0) == ("person:ada-byron", "Ada Byron", "person", 2)
    assert study.ranked == [[0, 1]]
    assert study.names == [["Ada Byron", "Carl Gauss"]]
    assert study.incidence.counts.tolist() == [2, 2]


@pytest.mark.parametrize("question", ANALYSES)
@pytest.mark.parametrize("name", NETWORKS)
def test_every_question_can_be_asked_of_every_network(connection, question, name):
    module = import_module(ANALYSES[question])
    assert module.NETWORK in NETWORKS
    assert re.fullmatch(r"[a-z].*[a-z]", module.MEANING)
    for row in module.analyse(read_study(connection, name)):
        assert is_dataclass(row)
        for field in fields(row):
            value = getattr(row, field.name)
            assert value is None or type(value) in (str, int, float, tuple), field.name


@pytest.mark.parametrize("question", ANALYSES)
def test_an_empty_network_has_answers_without_rows_of_nodes(connection, question):
    study = read_study(connection, "people", min_documents=9)
    assert len(study.arrays.nodes) == 0
    rows = import_module(ANALYSES[question]).analyse(study)
    assert question == "quality" or rows == []
