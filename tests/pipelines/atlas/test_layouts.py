import numpy as np

from kg.analysis.regions import find_regions
from pipelines.atlas import layouts
from pipelines.atlas.baselines import land


def test_a_recipe_has_its_row(planted):
    row = layouts.describe_recipe(planted, land).split()
    terms, communities, silhouette, kept, stability, _, _ = map(float, row)
    assert (terms, communities) == (len(planted.nodes), 6)
    assert silhouette > 0.5
    assert kept > 0.5
    assert stability > 0.9


def test_growth_and_comparison_print_a_table(planted, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(layouts, "_read", lambda _: planted)
    monkeypatch.setattr(layouts, "SEEDS", 2)
    layouts.growth([tmp_path])
    by_ids, kept = capsys.readouterr().out.splitlines()[1:]
    assert float(kept.split()[-1]) < float(by_ids.split()[-1])
    layouts.compare([tmp_path])
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_made_up_network_has_communities_and_is_laid_out(capsys):
    network = layouts.make_network(800, 4000)
    assert (network.sources < network.targets).all()
    again = layouts.make_network(800, 4000)
    assert np.array_equal(again.targets, network.targets)
    assert find_regions(network).coarse.max() > 0
    layouts.scale(nodes=800, edges=4000)
    assert float(capsys.readouterr().out.split()[-2]) > 0.2
