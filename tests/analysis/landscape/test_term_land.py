import os
import subprocess
import sys
from itertools import combinations

import numpy as np

from kg.analysis.landscape import term_land as module
from kg.analysis.landscape.term_land import land_of_terms, term_land
from kg.analysis.region_names import content_words

PRINT = """
import sys
from pathlib import Path
from kg.store.connection import connect
from kg.analysis.landscape.term_land import term_land
with connect(Path(sys.argv[1])) as connection:
    print(term_land(connection))
"""


def test_the_topics_are_the_regions_and_name_them(planted, planted_land):
    for region, names in enumerate(planted_land.names):
        members = np.flatnonzero(planted_land.regions.coarse == region)
        labels = {planted.labels[i] for i in members}
        assert set(names) <= labels


def test_no_two_names_of_a_map_share_a_word(planted_land):
    words = [content_words(name) for each in planted_land.names for name in each]
    assert not any(a & b for a, b in combinations(words, 2))


def test_each_term_keeps_an_edge(planted_land):
    ends = {*planted_land.edges.sources.tolist(), *planted_land.edges.targets.tolist()}
    assert ends == set(range(len(planted_land.nodes)))
    assert len(planted_land.edges.sources) < planted_land.pairs


def test_salience_chooses_names(planted):
    wanted = {"t0x07", "t3x11", "t5x02"}
    salience = np.array([0.9 if label in wanted else 0.1 for label in planted.labels])
    land = land_of_terms(planted, total=90, salience=salience)
    assert {names[0] for names in land.names} >= wanted


def test_salience_is_that_of_the_store(connection, monkeypatch):
    monkeypatch.setattr(module, "land_of_terms", lambda _, salience, **__: salience)
    rows = connection.execute("SELECT id, salience FROM nodes").fetchall()
    known = dict(rows)
    wanted = ["concept:least-squares", "method:punched-cards"]
    assert term_land(connection).tolist() == [known[term] or 0.0 for term in wanted]


def test_a_map_stays_when_the_corpus_grows(planted, planted_land):
    places = map(tuple, planted_land.places.tolist())
    before = dict(zip(planted.nodes, places, strict=True))
    again = land_of_terms(planted, total=90, before=before)
    moved = np.linalg.norm(again.places - planted_land.places, axis=1)
    assert np.median(moved) < 0.1 * np.ptp(planted_land.places, axis=0).max()


def test_the_same_store_gives_the_same_land_under_other_hash_seeds(small_store):
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT, str(small_store)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(printed) == 1
