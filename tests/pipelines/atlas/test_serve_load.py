"""Asking a server at a rate: every path in turn, and nothing that is not answered."""

from contextlib import closing

import pytest

from pipelines.atlas.serve_load import Client, Load, block_paths, measure_load
from tests.serving import serve_beside

BLOCKS = {"map": b"m", "names": b"nn", "where": b"", "texts-0": b"t", "texts-1": b"uu"}
PATHS = ["/", *(f"/blocks/{name}" for name in BLOCKS)]


@pytest.fixture(scope="module")
def client():
    """A client of a server that is there until the tests end."""
    with closing(Client(serve_beside(b"<page>", BLOCKS.get))) as client:
        yield client


def test_all_blocks_of_a_server_are_found(client):
    assert block_paths(client.get) == PATHS
    assert client.get("/") == b"<page>"


def test_paths_are_asked_for_in_turn(client):
    load = measure_load(client.get, PATHS, rate=1000, requests=12)
    assert len(load.milliseconds) == 12
    assert load.size == 2 * (6 + 1 + 2 + 1 + 2)
    assert list(load.milliseconds) == sorted(load.milliseconds)
    assert load.milliseconds[0] > 0


def test_what_is_not_answered_is_an_error(client):
    with pytest.raises(ValueError, match="is not there"):
        measure_load(client.get, ["/blocks/none"], rate=1000, requests=1)


def test_who_has_not_the_key_measures_nothing(client):
    address = client.address.replace("token=", "token=x")
    with closing(Client(address)) as stranger, pytest.raises(ValueError, match="403"):
        stranger.get("/")


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1.0), (0.5, 5.0), (0.95, 10.0), (0.9, 9.0), (1, 10.0)]
)
def test_percentiles_are_of_times_that_were_measured(share, expected):
    load = Load(tuple(float(n) for n in range(1, 11)), 0)
    assert load.percentile(share) == expected
