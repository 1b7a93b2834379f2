import re

import pytest

from kg.analysis.sides import SIDES
from kg.kinds import EDGE_KINDS
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS, NORMALISATIONS


@pytest.mark.parametrize("name", NETWORKS)
def test_a_row_names_what_there_is(name):
    row = NETWORKS[name]
    assert bool(row.edges) != bool(row.sides)
    assert set(row.edges) <= set(EDGE_KINDS)
    assert set(row.sides) <= set(SIDES)
    assert bool(row.edge) == bool(row.sides)
    assert row.counting in COUNTINGS
    assert row.normalisation in NORMALISATIONS
    assert row.backbone in BACKBONES
    assert re.fullmatch(r"[A-Z].*\.", row.meaning)


def test_names_that_scripts_rely_on_stay():
    assert {"coauthor", "institution", "concept", "all"} <= set(NETWORKS)
