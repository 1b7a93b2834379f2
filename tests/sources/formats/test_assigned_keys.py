import pytest

from kg.files.opened_file import Head
from kg.sources.formats.assigned_keys import assigned_keys, count_assignments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- title: A\n  year: 2001\n- title: B\n  year: 2002", "<yaml>"),
        ("title: A\nabstract: |\n  We ask.\n\n  And answer.\nyear: 2001", "<yaml>"),
        ("---\ntitle: A\nby:\n  - Lee\n---\ntitle: B\nyear: 2002", "<yaml>"),
        ("# Ours\npapers:\n  - title: A\n    year: 2001", "<yaml>"),
        ('[[paper]]\ntitle = "A"\nyear = 2001\nopen = true', "<toml>"),
        ('title = \'A\'\ntags = [\n  \'x\',\n]\nabstract = """\n  We\n"""', "<toml>"),
    ],
)
def test_files_of_keys_and_values_are_told(text, kind):
    keys = assigned_keys(Head("x", b"", text))
    assert {kind, "title"} <= keys
    assert count_assignments(Head("x", b"", text))["title"] >= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title: A\nSpeaker: Ann Lee\nAbstract: We ask\n  how long it takes",
        "title: A\nyear: 2001\nby: Ann Lee",
        "- title: A\n  year: 2001\n- title: B\nand a word",
        "a = b\nc = d\ne = f",
        'x = 1\ny = "2"',
    ],
)
def test_others_are_none(text):
    assert assigned_keys(Head("x", b"", text)) == frozenset()


def test_entries_of_bibtex_that_are_set_in_are_no_toml():
    text = '  @misc{a,\n    title = "A",\n    year = 2001,\n    note = "B"\n  }'
    assert assigned_keys(Head("x", b"", text)) == frozenset()
