"""The whole way, from dirty files to every output."""

import gzip
import json

import pytest

from kg.build import build_graph
from kg.errors import DecisionError, ModelError, OutputError, SourceError
from kg.files.output_names import OUTPUTS as OWN_NAMES
from kg.files.output_names import STORE_FILE
from kg.opened_store import open_store
from kg.report import remark_lines
from kg.store import output_digests

OUTPUTS = [
    "coauthors.gexf",
    "concepts.gexf",
    "documents.jsonl",
    "edges.csv",
    "graph.gexf",
    "graph.graphml",
    "kg.duckdb",
    "network.html",
    "nodes.csv",
    "report.json",
    "report.txt",
]

ABSTRACT = (
    "We study gradient descent for two-layer neural networks with ReLU activations. "
    "Our analysis of stochastic gradient descent (SGD) shows that the generalization "
    "error of SGD is bounded by the Rademacher complexity of the hypothesis class, and "
    "experiments on image classification agree with the theory. "
)


def _record(**fields):
    return json.dumps({"title": "On small steps", "abstract": ABSTRACT} | fields)


def _write_good(folder):
    records = [
        _record(id="good-1", authors=["Ada Byron", "Gauss, Carl"], year=2001),
        _record(
            id="good-2",
            title="<script>alert(1)</script> and nets",
            abstract=ABSTRACT.replace("two", "deep\x07\x1b"),
            authors=["Carl Gauss", "=cmd()|x"],
        ),
        _record(
            id="good-3",
            title="=cmd() in cells",
            abstract="Least squares.",
            authors=None,
        ),
    ]
    (folder / "good.jsonl").write_text("\n".join(records), encoding="utf-8")


BAD = {
    "empty.txt": b"",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9,
    "cut.jsonl.gz": gzip.compress(b'{"title": "x", "abstract": "y"}\n' * 999)[:60],
    "broken.bib": b"@article{k, title = {Never closed, author = {Doe, Jane}\n",
    "broken.jsonl": b'{"title": "x", "abstract": "Least squares."}\n{"title": \n[1]\n',
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A build of good records among files that no reader can love."""
    folder = tmp_path_factory.mktemp("bad")
    _write_good(folder)
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "latin.txt").write_bytes(
        ("Étude des réseaux\n" + ABSTRACT + "Avec José Núñez, à Orléans.").encode(
            "latin-1"
        )
    )
    (folder / "wide.txt").write_bytes(("Wide nets\n" + ABSTRACT).encode("utf-16"))
    (folder / "line.txt").write_bytes(ABSTRACT.encode() * (5_000_000 // len(ABSTRACT)))
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    out = folder / "out"
    report = build_graph([folder], out)
    return out, report


def test_every_output_is_there(built):
    out, _ = built
    assert sorted(path.name for path in out.iterdir()) == OUTPUTS


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("empty.txt", "empty"),
        ("picture.png", "PNG"),
        ("broken.bib", ""),
        ("broken.jsonl", "JSON"),
        ("gone.txt", ""),
    ],
)
def test_what_cannot_be_read_is_reported(built, source, words):
    reasons = [r.reason for r in built[1].rejects if r.source.endswith(source)]
    assert reasons
    assert words.lower() in " ".join(reasons).lower()


def test_a_cut_archive_is_read_as_far_as_it_goes_and_said(built):
    warnings = [r.reason for r in built[1].warnings if r.source == "cut.jsonl.gz"]
    assert any("ends early" in reason for reason in warnings)
    assert built[1].sources["cut.jsonl.gz"] >= 1


def test_a_broken_record_is_reported_with_its_line(built):
    lines = [r.line for r in built[1].rejects if r.source == "broken.jsonl"]
    assert lines == [2, 3]


@pytest.mark.parametrize("source", ["latin.txt", "wide.txt"])
def test_other_encodings_are_read_and_said(built, source):
    assert source in built[1].sources
    assert source in [r.source for r in built[1].warnings]


def test_latin_1_letters_are_kept(built):
    out, _ = built
    assert "Núñez, à Orléans" in (out / "documents.jsonl").read_text(encoding="utf-8")


def test_the_rest_of_a_broken_file_is_kept(built):
    assert built[1].sources["broken.jsonl"] == 1
    assert built[1].sources["good.jsonl"] == 3


def test_every_mention_quotes_its_text(built):
    out, _ = built
    count = 0
    for line in (out / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        end = 0
        for mention in document["mentions"]:
            quoted = document["text"][mention["start"] : mention["end"]]
            assert quoted == mention["surface"]
            assert mention["start"] >= end, "mentions overlap"
            end = mention["end"]
            count += 1
    assert count > 20


def test_names_cannot_do_harm_in_any_output(built):
    out, _ = built
    assert "<script>alert(1)" not in (out / "network.html").read_text(encoding="utf-8")
    for name in ("graph.graphml", "graph.gexf"):
        text = (out / name).read_text(encoding="utf-8")
        assert "<script>" not in text
        assert "\x07" not in text
    for name in ("nodes.csv", "edges.csv"):
        for line in (out / name).read_text(encoding="utf-8").splitlines():
            cells = [cell.lstrip('"') for cell in line.split(",")]
            assert not any(cell.startswith(("=", "@", "+")) for cell in cells)


def test_co_authors_of_a_record_are_linked(built):
    text = (built[0] / "coauthors.gexf").read_text(encoding="utf-8")
    assert "Ada Byron" in text
    assert "Carl Gauss" in text


def test_what_a_build_left_is_not_read_again(tmp_path):
    _write_good(tmp_path)
    first = build_graph([tmp_path], tmp_path / "out")
    again = build_graph([tmp_path], tmp_path / "out")
    assert again == first
    with pytest.raises(SourceError, match="what it was built from"):
        build_graph([tmp_path / "out"], tmp_path / "other")


def test_inputs_and_folder_may_be_text_one_or_several(tmp_path):
    _write_good(tmp_path)
    source, out = tmp_path / "good.jsonl", tmp_path / "out"
    first = build_graph(str(source), str(out))
    assert build_graph(source, out) == first
    assert build_graph([str(source), source], str(out)) == first


def test_the_names_that_are_kgs_own_are_those_that_it_writes(built):
    assert sorted(OWN_NAMES) == OUTPUTS


def test_a_file_that_was_changed_is_kept_and_reported(tmp_path):
    _write_good(tmp_path)
    source, out = tmp_path / "good.jsonl", tmp_path / "out"
    first = build_graph(source, out)
    (out / "decisions.csv").write_text("kind,a,b,verdict,note\n")
    (out / "notes.txt").write_text("mine")
    (out / "nodes.csv").write_text("Id,Label\nmine,Mine\n")
    again = build_graph(source, out)
    (warning, *others) = again.warnings
    assert (warning.source, warning.line) == ("nodes.csv", None)
    assert "kept as nodes.csv.edited" in warning.reason
    assert tuple(others) == first.warnings
    assert (out / "nodes.csv.edited").read_text() == "Id,Label\nmine,Mine\n"
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "decisions.csv").exists()
    assert "nodes.csv.edited" in (out / "report.txt").read_text(encoding="utf-8")
    assert "nodes.csv.edited" in remark_lines(again)[0]
    third = build_graph(source, out)
    assert third == first
    assert (out / "nodes.csv.edited").exists()
    assert not (out / "nodes.csv.edited-2").exists()


def test_a_folder_may_be_built_again_while_its_store_is_open(tmp_path):
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    source.write_text(_record(id="r"), encoding="utf-8")
    build_graph(source, out)
    with open_store(out) as before:
        for count in (2, 3):
            records = [_record(id=f"r{n}", title=f"T {n}") for n in range(count)]
            source.write_text("\n".join(records), encoding="utf-8")
            assert build_graph(source, out).warnings == ()
            with open_store(out) as now:
                assert len(now.documents()) == count
        assert len(before.documents()) == 1


def test_a_folder_that_is_not_kgs_is_left_alone(tmp_path):
    _write_good(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.gexf").write_text("mine")
    with pytest.raises(OutputError, match=r"graph\.gexf.*--out"):
        build_graph(tmp_path / "good.jsonl", out)
    assert [path.name for path in out.iterdir()] == ["graph.gexf"]


def test_an_error_leaves_an_edited_file_where_it_was(tmp_path):
    _write_good(tmp_path)
    build_graph(tmp_path / "good.jsonl", tmp_path / "out")
    (tmp_path / "out" / "nodes.csv").write_text("mine")
    with pytest.raises(SourceError):
        build_graph(tmp_path / "missing", tmp_path / "out")
    assert (tmp_path / "out" / "nodes.csv").read_text() == "mine"


def test_each_output_is_read_once_to_be_noted(tmp_path, monkeypatch):
    read = []

    def note(path, *, digest=output_digests._file_digest):
        read.append(path.name)
        return digest(path)

    monkeypatch.setattr(output_digests, "_file_digest", note)
    (tmp_path / "a.jsonl").write_text('{"title": "Looms", "abstract": "We weave."}')
    build_graph(tmp_path / "a.jsonl", tmp_path / "out", jobs=1)
    assert sorted(read) == sorted(set(OUTPUTS) - {STORE_FILE})


def test_a_records_own_id_stays_its_own(tmp_path):
    records = [_record(id=name, title=f"T {n}") for n, name in enumerate("xxy")]
    records.append(_record(id="x-2", title="Mine"))
    (tmp_path / "in.jsonl").write_text("\n".join(records))
    build_graph([tmp_path / "in.jsonl"], tmp_path / "out")
    lines = (tmp_path / "out" / "documents.jsonl").read_text().splitlines()
    titles = {d["id"]: d["title"] for d in map(json.loads, lines)}
    assert titles == {"x": "T 0", "x-3": "T 1", "y": "T 2", "x-2": "Mine"}


def test_crowded_works_are_counted(tmp_path):
    authors = [f"Ada Byron{chr(97 + n)}" for n in range(4)]
    (tmp_path / "in.jsonl").write_text(_record(id="r", authors=authors))
    report = build_graph([tmp_path / "in.jsonl"], tmp_path / "out", max_authors=3)
    assert report.dropped["works of too many authors"] == 1
    assert "coauthor" not in report.edges


def test_nothing_to_read_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="nothing to read"):
        build_graph([tmp_path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_strict_stops_at_what_would_be_skipped(tmp_path):
    _write_good(tmp_path)
    (tmp_path / "bad.jsonl").write_bytes(BAD["broken.jsonl"])
    with pytest.raises(SourceError, match=r"bad\.jsonl:2"):
        build_graph([tmp_path], tmp_path / "out", strict=True)


def test_an_output_folder_that_is_a_file_is_an_error(tmp_path):
    _write_good(tmp_path)
    (tmp_path / "out").write_text("keep me")
    with pytest.raises(OutputError, match="is a file"):
        build_graph([tmp_path / "good.jsonl"], tmp_path / "out")
    assert (tmp_path / "out").read_text() == "keep me"


def test_decisions_beside_the_store_have_the_last_word(tmp_path):
    record = _record(id="r", authors=["Ada Byron", "Augusta King"])
    (tmp_path / "in.jsonl").write_text(record)
    out = tmp_path / "out"
    out.mkdir()
    rows = "kind,a,b,verdict,note\nperson,Ada Byron,Augusta King,merge,married\n"
    (out / "decisions.csv").write_text(rows)
    report = build_graph([tmp_path / "in.jsonl"], out)
    assert report.entities["person"] == 1
    assert (out / "decisions.csv").read_text() == rows


def test_a_decision_that_cannot_be_obeyed_is_an_error(tmp_path):
    _write_good(tmp_path)
    (tmp_path / "d.csv").write_text("kind,a,b,verdict,note\nperson,A,B,perhaps,\n")
    with pytest.raises(DecisionError, match=r"d\.csv:2"):
        build_graph(
            [tmp_path / "good.jsonl"], tmp_path / "out", decisions=tmp_path / "d.csv"
        )


def _scores(out):
    lines = (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return [m["score"] for line in lines for m in json.loads(line)["mentions"]]


def test_uncertain_mentions_are_left_out_and_counted(tmp_path):
    _write_good(tmp_path)
    inputs = [tmp_path / "good.jsonl"]
    all_ = build_graph(inputs, tmp_path / "all")
    bound = sorted(_scores(tmp_path / "all"))[5]
    some = build_graph(inputs, tmp_path / "some", min_score=bound)
    kept = [score for score in _scores(tmp_path / "all") if score >= bound]
    assert _scores(tmp_path / "some") == kept
    left_out = len(_scores(tmp_path / "all")) - len(kept)
    assert left_out > 0
    assert some.dropped["mentions below min_score"] == left_out
    assert some.mentions["person"] == all_.mentions["person"]
    assert all_.dropped["mentions below min_score"] == 0
    assert some.thresholds["min_score"] == bound
    words = (tmp_path / "some" / "report.txt").read_text(encoding="utf-8")
    assert f"min_score: {bound}" in words
    assert f"mentions below min_score: {left_out}" in words


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_without_a_tagger_is_an_error(tmp_path, monkeypatch, jobs):
    monkeypatch.setattr("kg.extraction.extract.BATCH", 1)
    _write_good(tmp_path)
    (tmp_path / "model").mkdir()
    with pytest.raises(
        ModelError, match=r"no trained tagger.*pipelines\.tagger\.train"
    ):
        build_graph(
            [tmp_path / "good.jsonl"],
            tmp_path / "out",
            model=tmp_path / "model",
            jobs=jobs,
        )
    assert not (tmp_path / "out").exists()
