import pytest

from kg.resolution.resolve import resolve
from tests.resolution.builders import TEAM, page, prose, term


def test_a_work_is_called_by_its_title_or_what_is_in_it():
    resolution = resolve(
        [page(1, term("rye"), text=prose(1)), page(2, title="A  title", text="x")]
    )
    names = {entity.id: entity.name for entity in resolution.entities}
    assert names[resolution.documents[0]] == "On rye"
    assert names[resolution.documents[1]] == "A title"


@pytest.mark.parametrize(
    ("titles", "label"),
    [
        (["Kernels of large grahps", "Kernels of large graphs"], "graphs"),
        (["Kernels of large grahps"] * 2 + ["Kernels of large graphs"], "grahps"),
    ],
)
def test_a_work_is_called_as_most_records_and_other_titles_write(titles, label):
    pages = [
        page(n, *TEAM, text=prose(n), title=title) for n, title in enumerate(titles)
    ]
    other = page(9, text=prose(9), title="Colours of graphs")
    resolution = resolve([*pages, other])
    names = {entity.id: entity.name for entity in resolution.entities}
    assert names[resolution.documents[0]] == f"Kernels of large {label}"
    assert len(set(resolution.documents)) == 2
