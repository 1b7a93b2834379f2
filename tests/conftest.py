"""A small corpus and a network with nasty names, built by hand, for many tests."""

import shutil
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import duckdb
import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import sparse

from kg.analysis.incidence import Incidence
from kg.analysis.landscape.term_land import land_of_terms
from kg.files.mojibake import repair_mojibake
from kg.files.output_names import STORE_FILE
from kg.records import (
    Author,
    Document,
    Entity,
    Extraction,
    Link,
    Mention,
    Merge,
    Resolution,
    Section,
    Work,
)
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.write import write_extractions, write_resolution


@pytest.fixture(scope="session", autouse=True)
def user_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let nothing that is run touch what the user of this machine keeps."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("LOCALAPPDATA", str(folder))
        yield folder


@pytest.fixture(scope="session", autouse=True)
def no_browser() -> Iterator[None]:
    """Let no test open a page on the screen of who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webbrowser, "open", lambda *_: False)
        yield


@pytest.fixture(scope="session", autouse=True)
def first_draw():
    """Let hypothesis draw once, for the first draw on a machine takes seconds.

    It reads all modules for constants then, which no test's own health check is about.
    """

    @settings(
        max_examples=1, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(st.text() | st.integers() | st.floats())
    def draw(_: object) -> None:
        pass

    draw()


def _mention(text: str, surface: str, kind: str, role: str | None = None) -> Mention:
    start = text.index(surface)
    return Mention(start, start + len(surface), kind, surface, surface, role)


def _document(number: int, text: str, **fields: object) -> Document:
    sections = (Section(0, len(text), "body"),)
    return Document(f"doc:{number}", "talks.txt", text, sections, **fields)


FIRST = "Ada Byron (Analytical Engine Lab) programs looms with punched cards."
SECOND = "Joint work with Ada Byron and Carl Gauss: punched cards for least squares."
THIRD = "Least squares by Carl Gauss. See arXiv:1801.00001."


@pytest.fixture(scope="session")
def extractions() -> list[Extraction]:
    """Three documents of 1830, 1840 and no year; the last is a record with an
    author."""
    ada = _mention(FIRST, "Ada Byron", "person", "author")
    lab = _mention(FIRST, "Analytical Engine Lab", "institution")
    author = Mention(
        0, 11, "person", "Gauss, Carl", "Carl Gauss", "author", field="authors.0"
    )
    return [
        Extraction(
            _document(0, FIRST, first_line=0, last_line=0, year=1830),
            (ada, lab, _mention(FIRST, "punched cards", "method", "uses")),
            (Link("affiliation", ada, lab, 0, 33),),
        ),
        Extraction(
            _document(1, SECOND, first_line=1, last_line=1, year=1840),
            (
                _mention(SECOND, "Ada Byron", "person", "author"),
                _mention(SECOND, "Carl Gauss", "person", "author"),
                _mention(SECOND, "punched cards", "method", "uses"),
                _mention(SECOND, "least squares", "concept", "about"),
            ),
        ),
        Extraction(
            _document(
                2, THIRD, title="Least squares", authors=(Author("Gauss, Carl"),)
            ),
            (
                _mention(THIRD, "Carl Gauss", "person", "mentioned"),
                _mention(THIRD, "Least squares", "concept", "about"),
                author,
            ),
            (),
            (Work(33, 49, id="arXiv:1801.00001"),),
        ),
    ]


@pytest.fixture(scope="session")
def resolution() -> Resolution:
    """Who is who in the three documents."""
    ada, gauss = "person:ada-byron", "person:carl-gauss"
    lab = "institution:analytical-engine-lab"
    cards, squares = "method:punched-cards", "concept:least-squares"
    return Resolution(
        entities=(
            Entity(squares, "concept", "least squares", ("Least squares",)),
            Entity(lab, "institution", "Analytical Engine Laboratory"),
            Entity(cards, "method", "punched cards"),
            Entity(ada, "person", "Ada Byron"),
            Entity(gauss, "person", "Carl Gauss", ("Gauss, Carl",)),
            Entity("work:arxiv-1801-00001", "work", "arXiv:1801.00001"),
            Entity("work:least-squares", "work", "Least squares"),
            Entity("work:looms", "work", "Looms"),
            Entity("work:cards", "work", "Cards for least squares"),
        ),
        mentions=(
            (ada, lab, cards),
            (ada, gauss, cards, squares),
            (gauss, squares, gauss),
        ),
        documents=("work:looms", "work:cards", "work:least-squares"),
        works=((), (), ("work:arxiv-1801-00001",)),
        merges=(
            Merge(gauss, "person", "Carl Gauss", "Gauss, Carl", "order", "same words"),
        ),
    )


@pytest.fixture(scope="session")
def small_store(
    tmp_path_factory: pytest.TempPathFactory,
    extractions: list[Extraction],
    resolution: Resolution,
) -> Path:
    """A folder with a store of the three documents, everything derived; only read
    it."""
    folder = tmp_path_factory.mktemp("small")
    with create_store(folder / STORE_FILE) as made:
        write_extractions(made, extractions)
        write_resolution(made, resolution)
        derive_tables(made)
    return folder


@pytest.fixture
def connection(
    tmp_path: Path, small_store: Path
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A store of the three documents that a test may change."""
    copied = shutil.copy(small_store / STORE_FILE, tmp_path / STORE_FILE)
    with duckdb.connect(str(copied)) as opened:
        yield opened


NASTY = {
    "person:plain": "Ada Lovelace",
    "person:control": "Nul\x00l and \x0bbell\x07",
    "person:surrogate": "lone \ud800 surrogate \ufffe",
    "concept:script": "</script><script>alert(1)</script>",
    "concept:formula": '=cmd("calc")',
    "concept:quotes": "\"double\" & 'single' <tag/> ]]>",
    "method:lines": "two\nlines\tand a tab\rreturn",
    "method:astral": "𝔽ₚ-modules 🧮",
    "institution:rtl": "האוניברסיטה העברית",
    "institution:spaces": "  kept  spaces  ",
}


def _edge(source, target, kind, weight, **more):
    return (
        source,
        target,
        {
            "kind": kind,
            "weight": weight,
            "fractional": weight / 2,
            "strength": 1.25,
            "first_year": None,
            "last_year": None,
            "evidence": ("doc:1", "doc:<2>"),
            "source": source,
            "target": target,
            **more,
        },
    )


@pytest.fixture
def network():
    graph = nx.Graph()
    for number, (node, label) in enumerate(NASTY.items()):
        graph.add_node(
            node,
            label=label,
            kind=node.split(":")[0],
            documents=number,
            first_year=2010 + number if number % 2 else None,
            last_year=2020 if number % 2 else None,
            community=number % 3,
            degree=0,
            aliases=(label[:4], "=B") if number % 3 else (),
            x=number * 10.25,
            y=-3.5 * number,
        )
    graph.add_edges_from(
        [
            _edge("person:plain", "person:control", "coauthor", 3, first_year=2012),
            _edge("person:plain", "concept:script", "studies", 2, last_year=2019),
            _edge("person:surrogate", "method:lines", "uses", 1),
            _edge("concept:quotes", "concept:formula", "cooccurrence", 12),
            _edge("person:plain", "institution:rtl", "affiliation", 1),
        ]
    )
    for node, degree in graph.degree():
        graph.nodes[node]["degree"] = degree
    graph.graph["documents"] = {"doc:1": "A <b>title</b> & </script>"}
    return graph


@pytest.fixture(scope="session", autouse=True)
def imported_ftfy():
    """Import what the first text beyond ASCII would: hypothesis has a deadline."""
    repair_mojibake("é Ã©")


TOPICS, TERMS_A_TOPIC, WORKS_A_TOPIC = 6, 12, 24


@pytest.fixture(scope="session")
def planted():
    """Works of six topics: each has six of twelve terms of its topic, and a general one.

    Term `tKxNN` belongs to topic K; "results" is in every work.
    """
    random = np.random.default_rng(5)
    labels = [
        f"t{topic}x{n:02}" for topic in range(TOPICS) for n in range(TERMS_A_TOPIC)
    ]
    matrix = np.zeros((TOPICS * WORKS_A_TOPIC, len(labels) + 1))
    for work in range(len(matrix)):
        first = work // WORKS_A_TOPIC * TERMS_A_TOPIC
        chosen = random.choice(TERMS_A_TOPIC, size=6, replace=False)
        matrix[work, first + chosen] = 1
        matrix[work, random.integers(len(labels))] = 1
    matrix[:, -1] = 1
    names = ("results", *labels)
    order = sorted(range(len(names)), key=lambda i: f"concept:{names[i]}")
    columns = [(len(labels), *range(len(labels)))[i] for i in order]
    return Incidence(
        works=tuple(f"work:{n:03}" for n in range(len(matrix))),
        nodes=tuple(f"concept:{names[i]}" for i in order),
        labels=tuple(names[i] for i in order),
        kinds=("concept",) * len(order),
        matrix=sparse.csr_array(matrix[:, columns]),
    )


@pytest.fixture(scope="session")
def planted_land(planted):
    """The land of the six topics."""
    return land_of_terms(planted, total=90)
