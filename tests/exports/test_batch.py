import shutil

import pytest

from kg.exports.batch import (
    EXPORTS,
    NETWORKS,
    draw_network,
    draw_networks,
)
from kg.files.output_names import PAGE_FILE, STORE_FILE

FILES = {file for _, _, file in EXPORTS if file} | {
    "nodes.csv",
    "edges.csv",
    PAGE_FILE,
}


@pytest.fixture
def folder(tmp_path, small_store):
    """A folder with the store of three documents, and nothing else."""
    shutil.copy(small_store / STORE_FILE, tmp_path / STORE_FILE)
    return tmp_path


def test_every_file_is_written_and_its_cost_is_known(folder):
    with draw_networks(folder, jobs=None, edges=12) as waited:
        notes = {name: wait() for name, wait in waited.items()}
    assert tuple(notes) == NETWORKS
    told = {"thresholds", "dropped", "description"}
    assert all(set(note) == told for note in notes.values())
    assert {path.name for path in folder.iterdir()} == {*FILES, STORE_FILE}


def test_other_processes_write_the_same(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    shutil.copy(folder / STORE_FILE, other / STORE_FILE)
    for where, jobs in ((folder, 1), (other, 2)):
        # As many edges as are drawn by several processes.
        with draw_networks(where, jobs=jobs, edges=10**6) as waited:
            assert len([wait() for wait in waited.values()]) == 4
    for file in sorted(FILES):
        assert (other / file).read_bytes() == (folder / file).read_bytes()


def test_a_network_alone_writes_its_files_only(folder):
    draw_network(folder, "coauthor")
    assert {path.name for path in folder.iterdir()} == {"coauthors.gexf", STORE_FILE}
