import numpy as np
import pytest

from kg.analysis.partition_quality import rand_index
from pipelines.atlas.baselines import RECIPES


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_places_what_it_keeps(planted, name):
    found = RECIPES[name](planted, 0)
    assert found.places.shape == (len(found.kept), 2)
    assert found.groups.shape == found.kept.shape
    assert np.isfinite(found.places).all()
    topics = np.unique([label[:2] for label in planted.labels], return_inverse=True)[1]
    assert rand_index(found.groups, topics[found.kept]) > 0.6


def test_vosviewer_leaves_the_general_terms_out(planted):
    kept = RECIPES["VOSviewer"](planted, 0).kept
    assert len(kept) == round(0.6 * len(planted.nodes))
    assert planted.labels.index("results") not in kept
