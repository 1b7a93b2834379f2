import pytest

ABSTRACT = (
    "We train deep neural networks by gradient descent. Small steps find minima that "
    "are flat, and large steps find none at all, as long as the width is moderate. A "
    "proof for two layers and experiments on digits agree."
)


@pytest.fixture
def talks(tmp_path):
    """Three talks a file each, and a file that is none."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            f"On mills, part {number}\n\n{ABSTRACT}\n"
        )
    (tmp_path / "broken.jsonl").write_text('{"title": "x"}\n{"title": \n')
    return tmp_path


def test_documents_are_shown_with_what_was_found(run, talks):
    result = run("extract", str(talks), "--limit", "2")
    assert result.exit_code == 0
    places = [line for line in result.stdout.splitlines() if ".txt:" in line]
    assert places == ["0.txt:1-3  On mills, part 0", "1.txt:1-3  On mills, part 1"]
    assert "[gradient descent|method " in result.stdout
    assert "broken.jsonl:2: " in result.stderr


def test_quiet_shows_documents_alone(run, talks):
    result = run("extract", str(talks), "--limit", "1", "-q")
    assert "[gradient descent|method " in result.stdout
    assert result.stderr == ""


def test_what_is_uncertain_is_left_out(run, talks):
    everything = run("extract", str(talks)).stdout
    nothing = run("extract", str(talks), "--min-score", "1").stdout
    assert "[gradient descent|method" in everything
    assert "|method" not in nothing
    assert "networks by gradient descent." in nothing


def test_a_page_is_written(run, talks, tmp_path):
    page = tmp_path / "page.html"
    result = run("extract", str(talks), "--html", str(page))
    assert result.stdout == f"{page}: 4 marked\n"
    assert page.read_text(encoding="utf-8").count("<article>") == 4
    assert "gradient descent<small>method " in page.read_text(encoding="utf-8")


def test_a_page_that_was_another_is_kept(run, talks, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("mine")
    result = run("extract", str(talks), "--limit", "1", "--html", str(page))
    assert "page.html.edited" in result.stderr
    assert (tmp_path / "page.html.edited").read_text() == "mine"
    shown = run("extract", str(talks), "--limit", "1", "--html", "-").stdout
    assert shown.count("<article>") == 1


def test_a_model_that_is_none_is_an_error(talks, run_main, capsys):
    assert run_main("extract", str(talks), "--model", str(talks)) == 1
    assert "no trained tagger" in capsys.readouterr().err
