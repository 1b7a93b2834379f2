import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.stretches import find_stretches, is_of_one_kind

TALK = "We ask how long a walk on a growing graph needs until every vertex was seen."


def kinds(text):
    lines = text.split("\n")
    return [(s.kind, s.first, s.stop) for s in find_stretches(lines)]


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ("@misc{a, title={A}}", "bibtex"),
        ("@misc\n{a,\n title={A\nB}\n}", "bibtex"),
        ("@misc(a,\n title={A}\n)", "bibtex"),
        ("@string{x = {y}}", "bibtex"),
        ("@inproceedîngs{a, title={A}}", "bibtex"),
        ("@misc{a, title={never closed\n year={2001", "bibtex"),
        ('{"title": "A"}', "json"),
        ('{\n "title": "A",\n "authors": [\n "B"\n ]\n}', "json"),
        ('[{"title": "A"},\n{"title": "B"}]', "json"),
        ('{"title": oops}', "json"),
        ("TY  - JOUR\nTI  - On mills\nAB  - They\n  turn.\nER  -", "tagged"),
        ("FN x\nVR 1.0\nPT J\nTI On mills\nER", "tagged"),
        ("PMID- 12\nTI  - On mills\nAB  - They turn.", "tagged"),
        ("RT Journal Article\nA1 Lee, Ann\nT1 On mills", "tagged"),
        ("{Reference Type}: Thesis\n{Title}: On mills\n{Year}: 2001", "tagged"),
    ],
)
def test_records_within_text_are_told(record, kind):
    lines = record.count("\n") + 1
    text = f"{TALK}\n\n{record}\n\n{TALK}"
    end = 2 + lines
    assert kinds(text) == [("text", 0, 2), (kind, 2, end), ("text", end, end + 2)]


@pytest.mark.parametrize(
    "text",
    [
        TALK,
        f"{TALK}\n    @misc{{a, title={{A}}}}\n{TALK}",
        f"{TALK}\n```\n@misc{{a, title={{A}}}}\n```\n{TALK}",
        "@ann writes {of braces}",
        "{Braces} of TeX",
        "TY  - is how RIS begins",
        "FN x\nAU Lee, A\nTI On mills\nSO Wind",
        "",
    ],
)
def test_text_is_one_stretch(text):
    assert kinds(text) == [("text", 0, text.count("\n") + 1)]


def test_records_of_a_kind_are_one_stretch():
    text = '{"title": "A"}\n\n{"title": "B"}\n@misc{a, title={A}}\n'
    assert [kind for kind, *_ in kinds(text)] == ["json", "bibtex", "text"]
    assert not is_of_one_kind(text.split("\n"), find_stretches(text.split("\n")))
    assert is_of_one_kind(["x"], find_stretches(["x"]))


pieces = st.sampled_from(
    ["@misc{a, x=", "{", "}", '{"a": 1', "}", "TY  - JOUR", "\n", "\n\n", TALK, "```"]
)


@given(st.lists(pieces).map("".join))
def test_stretches_cover_all_lines_once(text):
    lines = text.split("\n")
    stretches = find_stretches(lines)
    assert [s.first for s in stretches] == [0, *(s.stop for s in stretches[:-1])]
    assert stretches[-1].stop == len(lines)
