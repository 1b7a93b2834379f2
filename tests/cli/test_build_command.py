import pytest

RECORD = (
    '{"title": "On looms", "abstract": "Least squares.", "authors": ["Ada Byron"]}\n'
)


@pytest.fixture
def papers(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers.jsonl").write_text(RECORD + "{\n" * 12, encoding="utf-8")
    return tmp_path


def test_the_last_line_says_what_to_do_next(run, papers):
    result = run("build", "papers.jsonl")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Read 1 document from 1 file")
    assert "Skipped: 2 more, see report.txt" in result.stderr.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "open outputs/papers/network.html"
    assert (papers / "outputs/papers/network.html").exists()


def test_quiet_says_nothing(run, papers):
    result = run("build", "papers.jsonl", "--out", "here", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (papers / "here" / "report.txt").exists()


def test_verbose_tells_of_each_stage_and_every_remark(run, papers):
    result = run("build", "papers.jsonl", "-v")
    assert "reading texts: 1\n" in result.stderr
    assert result.stderr.count("Skipped: ") == 12
    assert "Skipped: " not in result.stdout


def test_verbose_may_stand_before_the_command(run, papers):
    assert run("-v", "build", "papers.jsonl").stderr.count("Skipped: ") == 12


def test_a_path_to_nothing_is_an_error_and_leaves_nothing(run_main, papers, capsys):
    assert run_main("build", "papers.jsonl", "nosuch") == 1
    assert capsys.readouterr().err == "error: nosuch: no such file: check the path\n"
    assert list(papers.glob("outputs/*")) == []


def test_the_default_folder_takes_no_second_corpus(run_main, papers, capsys):
    other = papers / "b" / "papers.jsonl"
    other.parent.mkdir()
    other.write_text(RECORD.replace("looms", "mills"), encoding="utf-8")
    assert run_main("build", "papers.jsonl") == 0
    assert run_main("build", "papers.jsonl", "papers.jsonl") == 0  # of the same: again
    before = (papers / "outputs/papers/documents.jsonl").read_bytes()
    assert run_main("build", "b/papers.jsonl") == 1
    assert "--out outputs/papers" in capsys.readouterr().err
    assert run_main("build", "papers.jsonl", "b/papers.jsonl") == 1
    assert (papers / "outputs/papers/documents.jsonl").read_bytes() == before
    assert run_main("build", "b/papers.jsonl", "--out", "outputs/papers") == 0
    assert run_main("build", "b/papers.jsonl") == 0


def test_standard_input_has_its_folder_once(run, papers):
    first, again = (run("build", "-", input=RECORD.encode()) for _ in range(2))
    assert (first.exit_code, again.exit_code) == (0, 1)
    assert "outputs/stdin: holds a build" in str(again.exception)
