"""The store as Python sees it: every question of the command line, and tables."""

import shutil
from pathlib import Path

import pytest

from kg.errors import StoreError, UnknownName
from kg.opened_store import Store, open_store


@pytest.fixture
def opened(small_store):
    with open_store(str(small_store)) as store:
        yield store


@pytest.mark.parametrize("kind", [str, Path])
def test_a_store_opens_by_text_and_by_path(small_store, kind):
    with open_store(kind(small_store)) as store:
        assert store.find("ada byron")[0].id == "person:ada-byron"


def test_what_is_no_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        open_store(str(tmp_path))


def test_a_glance_says_what_is_in_it(opened, small_store):
    shown = repr(opened)
    assert shown.startswith(f"<kg store {small_store}: 2 people, 1 institution")
    assert "3 documents, 1830–1840" in shown
    page = opened._repr_html_()
    assert "<th>people</th><td>2</td>" in page
    assert "<th>edges, coauthor</th><td>1</td>" in page


def test_a_folders_name_cannot_do_harm_in_a_notebook(small_store, tmp_path):
    folder = tmp_path / "<img src=x onerror=alert(1)>"
    shutil.copytree(small_store, folder)
    store = open_store(folder)
    assert "<img" not in store._repr_html_()
    store.close()
    assert "<img" not in store._repr_html_()
    assert repr(store).endswith("closed>")


def test_every_question_is_there(opened):
    assert opened.neighbours("Ada Byron", kind="person")[0].name == "Carl Gauss"
    assert [step.name for step in opened.path("Ada Byron", "Carl Gauss")][-1] == (
        "Carl Gauss"
    )
    assert opened.who("least squares", limit=1)[0].score == 1.5
    assert opened.search("looms")[0].entity == "work:looms"
    assert [row.document for row in opened.why("Ada Byron")] == ["doc:0", "doc:1"]
    assert opened.why("Ada Byron", "Carl Gauss")[0].edge == "coauthor"
    assert opened.why_merged("Carl Gauss")[0].reason == "same words"
    assert opened.why_merged("Carl Gauss", "Gauss, Carl")[0].verdict == "same"
    assert opened.uncertain_decisions() == []


def test_tables_are_data_frames(opened):
    assert list(opened.nodes("person")["label"]) == ["Ada Byron", "Carl Gauss"]
    assert opened.edges("coauthor")["weight"].tolist() == [1]
    assert len(opened.documents()) == 3
    assert set(opened.mentions("concept")["entity"]) == {"concept:least-squares"}


def test_a_network_has_communities(opened):
    graph = opened.network()
    numbers = {graph.nodes[node]["community"] for node in graph}
    assert numbers == set(range(len(numbers)))
    assert len(numbers) > 1
    assert sorted(opened.network("coauthor")) == [
        "person:ada-byron",
        "person:carl-gauss",
    ]


ANSWERS = {
    "nodes": (),
    "edges": (),
    "documents": (),
    "mentions": (),
    "network": (),
    "find": ("Ada Byron",),
    "neighbours": ("Ada Byron",),
    "path": ("Ada Byron", "Carl Gauss"),
    "who": ("least squares",),
    "search": ("looms",),
    "why": ("Ada Byron",),
    "why_merged": ("Ada Byron",),
    "uncertain_decisions": (),
}


def test_a_closed_store_says_how_to_open_it_again(small_store):
    methods = {name for name in vars(Store) if name[0] != "_"}
    assert methods == {*ANSWERS, "close", "connection"}
    store = open_store(small_store)
    store.close()
    store.close()
    for name, arguments in ANSWERS.items():
        with pytest.raises(StoreError, match=r"is closed; kg\.open_store"):
            getattr(store, name)(*arguments)


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda store: store.neighbours(None), TypeError),
        (lambda store: store.neighbours("Ada Byron", limit=-1), ValueError),
        (lambda store: store.neighbours("Ada Byron", hops=0), ValueError),
        (lambda store: store.path("Ada Byron", 5), TypeError),
        (lambda store: store.who("least squares", limit=0), ValueError),
        (lambda store: store.search(b"looms"), TypeError),
        (lambda store: store.search("looms", limit=2.5), TypeError),
        (lambda store: store.why(["Ada Byron"]), TypeError),
        (lambda store: store.uncertain_decisions(limit=-1), ValueError),
    ],
)
def test_a_wrong_argument_is_named(opened, ask, error):
    with pytest.raises(error, match=r"expected .*, got"):
        ask(opened)


@pytest.mark.parametrize("path", [None, b"out", 5])
def test_a_store_is_named_by_a_path(path):
    with pytest.raises(TypeError, match="path: expected a str or a path"):
        open_store(path)


def test_names_that_no_store_can_hold_are_called_by_nothing(opened):
    odd = "Ada \udce9x Byron"
    assert opened.search(odd) == []
    for ask in (opened.find, opened.neighbours, opened.why, opened.why_merged):
        with pytest.raises(UnknownName, match="nearest: Ada Byron"):
            ask(odd)


@pytest.mark.parametrize(
    ("ask", "known"),
    [
        (lambda store: store.nodes("people"), "person"),
        (lambda store: store.edges("co-author"), "coauthor"),
        (lambda store: store.mentions("work"), "concept"),
        (lambda store: store.neighbours("Ada Byron", kind="people"), "person"),
        (lambda store: store.network("persons"), "coauthor"),
        (lambda store: store.who("least square"), "least squares"),
    ],
)
def test_an_unknown_name_answers_with_known_ones(opened, ask, known):
    with pytest.raises(UnknownName, match=known):
        ask(opened)
