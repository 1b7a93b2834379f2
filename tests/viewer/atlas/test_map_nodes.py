import numpy as np

from kg.analysis.landscape.land_layers import read_layers
from kg.store.connection import connect
from kg.viewer.atlas.map_nodes import (
    FAR,
    NOWHERE,
    UNPLACED,
    as_columns,
    box_of,
    read_nodes,
)


def nodes_of(store):
    with connect(store) as connection:
        layers = read_layers(connection)
        return layers, read_nodes(connection, layers)


def test_nodes_of_most_works_are_first(example_store):
    _, nodes = nodes_of(example_store)
    assert np.all(np.diff(nodes.works) <= 0)
    assert len(set(nodes.ids)) == len(nodes.ids)


def test_terms_stand_where_the_land_has_them(example_store):
    layers, nodes = nodes_of(example_store)
    for place, node in zip(layers.land.places, layers.land.nodes, strict=True):
        number = nodes.numbers[node]
        assert nodes.places[number].tolist() == place.tolist()
        assert nodes.tiers[number] == FAR


def test_columns_fit_their_types(example_store):
    _, nodes = nodes_of(example_store)
    columns = as_columns(nodes)
    assert {column.dtype.name for column in columns.values()} == {"uint8", "uint16"}
    assert set(columns["region"][nodes.tiers == UNPLACED].tolist()) <= {NOWHERE}


def test_places_come_back_from_columns(example_store):
    _, nodes = nodes_of(example_store)
    left, top, width, height = box_of(nodes)
    columns = as_columns(nodes)
    x = left + width * columns["x"] / 65_535
    y = top + height * columns["y"] / 65_535
    placed = nodes.tiers != UNPLACED
    off = np.abs(np.stack([x, y], axis=1) - nodes.places)[placed]
    assert off.max() < 0.02


def test_salience_is_kept_where_it_is_known(example_store):
    _, nodes = nodes_of(example_store)
    column = as_columns(nodes)["salience"].astype(float)
    known = ~np.isnan(nodes.salience)
    assert np.all(column[~known] == 0)
    assert np.abs((column[known] - 1) / 254 - nodes.salience[known]).max() < 0.003


def test_of_two_that_say_the_same_one_is_shown_at_first_sight(example_store):
    _, nodes = nodes_of(example_store)
    for second, first, reason in nodes.shown_with:
        assert nodes.tiers[second] != FAR
        assert nodes.works[second] <= nodes.works[first]
        assert reason


def test_data_sets_are_marked(example_store):
    _, nodes = nodes_of(example_store)
    marked = {nodes.names[i] for i in np.flatnonzero(nodes.data_sets)}
    assert {"CIFAR-10", "MNIST"} & marked
