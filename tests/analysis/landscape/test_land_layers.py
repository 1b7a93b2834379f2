import numpy as np

from kg.analysis.landscape.land_layers import LAYERS, read_layers
from kg.store.connection import connect


def test_all_layers_stand_on_the_land_of_terms(small_store):
    with connect(small_store) as connection:
        found = read_layers(connection)
    assert set(found.layers) == set(LAYERS)
    assert found.ground == "terms"
    assert found.layers["people"].nodes == ("person:ada-byron", "person:carl-gauss")
    assert found.layers["terms"].nodes == found.land.nodes


def test_places_are_finite_and_in_the_order_of_nodes(small_store):
    with connect(small_store) as connection:
        found = read_layers(connection)
    for layer in found.layers.values():
        assert np.isfinite(layer.places).all()
        assert list(layer.nodes) == sorted(layer.nodes)
        assert len(layer.places) == len(layer.regions) == len(layer.prominent)


def test_terms_stand_where_the_land_puts_them(small_store):
    with connect(small_store) as connection:
        found = read_layers(connection)
    assert found.layers["terms"].places.tolist() == found.land.places.tolist()
    assert found.layers["terms"].prominent.all()
