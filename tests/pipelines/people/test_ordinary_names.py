import json

import pytest

from pipelines.people.ordinary_names import main, people, word_list_of


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.jsonl"
    rows = [
        {"authors": ["Ana Lima", {"name": "Lima, Bo"}, "Lima"]},
        {"authors": ["Ana Lima", "Uta Lima", None]},
        {},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_different_names_are_gathered_and_surnames_alone_left_out(records):
    given = {name.opened[0] for name in people([records])}
    assert given == {"ana", "bo", "uta"}


def test_a_word_list_has_the_names_of_three_in_lines_that_are_not_long():
    counts = {f"name{letter * 30}": 3 for letter in "abcdef"} | {"li": 9, "rare": 2}
    counts = {word.replace("name", "n"): n for word, n in counts.items()}
    lines = word_list_of(counts, of="Names").splitlines()
    assert lines[0] == "# Names that three authors or more have."
    assert all(len(line) <= 100 for line in lines)
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    assert words == sorted(word for word in counts if word.startswith("n"))


def test_both_lists_are_written(records, tmp_path, capsys):
    main([records], tmp_path)
    family = (tmp_path / "ordinary_family_names.txt").read_text(encoding="utf-8")
    assert family.splitlines()[-1] == "lima"
    assert (tmp_path / "ordinary_given_names.txt").exists()
    assert "3 names counted" in capsys.readouterr().err
