"""A drawing of the planted topics, without a store."""

import numpy as np
import pytest

from kg.figure.networks import Drawing


@pytest.fixture(scope="session")
def drawing(planted_land):
    land = planted_land
    return Drawing(
        land,
        land.places,
        land.radii,
        land.labels,
        land.works,
        land.salience,
        land.regions.coarse,
        np.zeros(len(land.nodes), dtype=bool),
        np.stack([land.edges.sources, land.edges.targets], axis=1),
        ("73 of 90 terms of 144 works", "some pairs"),
    )
