import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.records import bibtex
from kg.sources.unused_text import Unused


def parse(text):
    return list(bibtex.parse(open_text(text, name="x.bib")))


def entry(**fields):
    body = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items())
    (found,) = parse("@article{key,\n  title = {T},\n" + body + "\n}")
    return found


def test_an_entry_becomes_a_document():
    (found,) = parse(
        """
@string{proc = "Proceedings of "}
@inproceedings{lee01,
  title = {On {SGD} for $\\ell_{1}$ norms},
  author = "Lee, Ann and Bo Chu",
  abstract = {We study
     steps.},
  booktitle = proc # {Talks},
  year = 2001, doi = {https://doi.org/10.1000/A1},
  keywords = {steps, noise}
}"""
    )
    assert found.id == "lee01"
    assert found.title == r"On SGD for $\ell_{1}$ norms"
    assert found.text == found.title + "\nWe study steps."
    assert [a.name for a in found.authors] == ["Lee, Ann", "Bo Chu"]
    assert (found.venue, found.year) == ("Proceedings of Talks", 2001)
    assert (found.doi, found.keywords) == ("10.1000/a1", ("steps", "noise"))
    assert found.record_line == 3


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'E}tude", "Étude"),
        (r"G{\"o}del and \"{o} and \"o", "Gödel and ö and ö"),
        (r"{\L}ukasz \O re stra{\ss}e", "Łukasz Øre straße"),
        (r"Erd\H{o}s, {\v S}koda, \c{S}ahin", "Erdős, Škoda, Şahin"),
        (r"{\'\i} and \'{\i}", "í and í"),
        (r"Nguy\~{\^e}n", "Nguyễn"),
        (r"50\% of A \& B", "50% of A & B"),
        (r"\emph{new} {\bf ways}", "new ways"),
        (r"the $O(\sqrt{n})$ rate", r"the $O(\sqrt{n})$ rate"),
        (r"$\alpha$--$\beta$", r"$\alpha$–$\beta$"),
        (r"Donald~E. Knuth", "Donald E. Knuth"),
        (r"after \cite{x}", "after"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=cmd()", "=cmd()"),
    ],
)
def test_latex_is_decoded_and_formulas_stay(latex, text):
    assert entry(abstract=latex).text == "T\n" + text


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Lee, Ann and Bo Chu", ["Lee, Ann", "Bo Chu"]),
        ("Lee, Ann and\n    Chu,\n    Bo", ["Lee, Ann", "Chu, Bo"]),
        ("Lee, Ann and others", ["Lee, Ann"]),
        ("{Simon and Sons} and Bo Chu", ["Simon and Sons", "Bo Chu"]),
        ("van den Berg, Jan AND Li, Wei", ["van den Berg, Jan", "Li, Wei"]),
        ("Stone, Jr., Max", ["Stone, Jr., Max"]),
        (r"\'Elie Roy and {\'E}va Toth", ["Élie Roy", "Éva Toth"]),
        ("Ann Lee and and Bo Chu", ["Ann Lee", "Bo Chu"]),
        ("Ann Lee, Bo Chu, Max Stone", ["Ann Lee", "Bo Chu", "Max Stone"]),
        ("Anderson, Sandy and Land, Rand", ["Anderson, Sandy", "Land, Rand"]),
        ("", []),
    ],
)
def test_author_lists(field, names):
    assert [author.name for author in entry(author=field).authors] == names


@pytest.mark.parametrize(
    "broken",
    ["@article{bad, title = {never closed", "@misc{bad title {x}}", "@misc{bad, x}"],
)
def test_a_broken_entry_costs_itself(broken):
    items = parse("@misc{a, title={A}}\n" + broken + "\n@misc{b, title={B}}\n")
    assert [d.id for d in items if isinstance(d, Document)] == ["a", "b"]
    (remark,) = (item for item in items if isinstance(item, Remark))
    assert (remark.line, remark.lost) == (2, True)


@pytest.mark.parametrize(
    "loose",
    [
        "@misc\n{a, title={A}, year=2001}",
        "@misc{a title={A}, year=2001}",
        "@misc{a, title={A} year=2001}",
        "@misc{a, title={A},, year=2001,}",
        "Mine: @misc{a, title={A}, year=2001}",
        "@misc(a, title={A}, year=2001)",
    ],
)
def test_loose_entries_are_read(loose):
    items = parse("@misc{b, title={B}} " * (loose[0] == "M") + loose)
    (found,) = (d for d in items if isinstance(d, Document) and d.id == "a")
    assert (found.title, found.year) == ("A", 2001)


TALK = "We ask how long a walk on a growing graph needs, " * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{TALK}\n@misc{{a, title={{A}}}}",
        f"@misc{{a, title={{A}}}}\n{TALK}",
        f"@misc{{a, title={{A}}}} {TALK}\n",
        f"@misc{{a, title={{A}}}}\n\n@misc{{b, title={{never closed\n\n{TALK}",
    ],
)
def test_text_between_entries_is_given_back(text):
    items = parse(text)
    (unused,) = (item for item in items if isinstance(item, Unused))
    assert unused.text.strip() == TALK.strip()
    assert text.split("\n")[unused.line - 1].endswith(TALK)


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ("@misc{bad, title = {A},\n x}, y},\n\n  year = {2001},\n  note = {B}\n", 5),
        ("@misc{bad, title {x}}\n\nyear = {2001}}\n\nnote = {never closed", 5),
        ("@misc{a, title={A}} @misc{bad, x}\n year = {2001}\n", 2),
    ],
)
def test_fields_behind_a_broken_entry_are_named_with_it(broken, lines):
    items = parse(f"{broken}\n@misc{{b, title={{B}}}}\n")
    (remark,) = (i for i in items if isinstance(i, Remark) and i.lost)
    assert (remark.line, remark.last) == (1, lines)
    assert not [i for i in items if isinstance(i, Unused)]


def test_a_brace_too_many_is_said():
    items = parse("@misc{a, title={A}},\n  year={2001}}\n")
    assert ["2001" in r.reason for r in items if isinstance(r, Remark)] == [True]


def test_a_backslash_at_the_end_of_a_line_does_not_hide_it():
    items = parse("@misc{a, title={A \\\\\n B}, note={x}}\n\nyear={2001}}\n")
    (remark,) = (i for i in items if isinstance(i, Remark) and i.lost)
    assert (remark.line, items[0].title) == (4, "A B")


@pytest.mark.parametrize(
    "loose",
    ["@misc{ title={A}}", "@ misc {k, title={A}}", "@misc{, title={A}}"],
)
def test_entries_without_a_key_or_with_blanks_are_read(loose):
    (found,) = parse(loose)
    assert found.title == "A"


def test_comments_and_semicolons_between_fields_hide_none():
    text = "@misc{a, % mine\n title = {A}; year = {2001}, % two\n author = {Lee, Ann}}"
    *_, found = parse(text)
    assert (found.title, found.year, found.authors[0].name) == ("A", 2001, "Lee, Ann")


def test_words_that_nothing_encloses_are_a_value():
    (found,) = parse("@misc{a, title = On mills and wind, year = 2001}")
    assert (found.title, found.year) == ("On mills and wind", 2001)


def test_fields_whose_entry_is_lost_are_a_reject():
    remark, found = parse("title = {B},\n  year = 2001,\n}\n@misc{a, title={A}}")
    assert (remark.line, remark.last, remark.lost) == (1, 3, True)
    assert found.title == "A"


def test_fields_of_lists_may_come_again():
    (found,) = parse("@misc{a, title={A}, keywords={x}, keywords={y}}")
    assert found.keywords == ("x", "y")
    remark, found = parse("@misc{a, title={A}, title={B}, keywords={x}}")
    assert (found.title, remark.reason) == (
        "A",
        "a field comes twice: the first is taken",
    )


def test_a_key_that_comes_twice_keeps_both():
    items = parse("@misc{a, title={A}}\n@misc{a, title={B}}")
    assert [d.title for d in items if isinstance(d, Document)] == ["A", "B"]
    assert [r.lost for r in items if isinstance(r, Remark)] == [False]


def test_an_entry_without_words_is_told_of():
    (remark,) = parse("@misc{a, year={2001}}")
    assert remark.lost


def test_macros_of_macros_cannot_grow_without_end():
    macros = ["@string{m0 = {" + "x" * 99 + "}}"]
    macros += [f"@string{{m{i} = m{i - 1} # m{i - 1}}}" for i in range(1, 40)]
    *_, found = parse("\n".join(macros) + "\n@misc{a, title = m39}")
    assert len(found.text) <= 1 << 20


def test_what_a_macro_swallows_is_said():
    items = parse("@string{x = Mills\nand their\nwind}\n@misc{a, title = x}\n")
    remark, document = (i for i in items if not isinstance(i, Unused))
    assert (remark.line, remark.last, document.title) == (1, 3, "Mills")


def test_nothing_is_printed(capfd):
    parse("@article{bad, title = {never closed")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "text", "fit"),
    [
        ("x.txt", "% mine\n@article{a, title={A}}", True),
        ("x.bib", "Some words first.\n@article{a, title={A}}", True),
        ("x.txt", "Some words first.\n@article{a, title={A}}", False),
        ("x.bib", "Only words.", False),
    ],
)
def test_told_by_content(name, text, fit):
    assert bibtex.fits(Head(name, b"", text)) is fit


bits = st.sampled_from(
    ["@misc{a,", "title={", "}", "{", '"', "\\'", "\n", "a", "$", "#"]
)


@example("\n{@misc{a,")  # an entry in the middle of a line, below a blank one
@given(st.lists(bits | st.text(max_size=3)).map("".join))
def test_any_text_gives_documents_or_remarks(text):
    for item in parse(text):
        if isinstance(item, Document):
            parts = [item.text[s.start : s.end] for s in item.sections]
            assert "\n".join(parts) == item.text


@pytest.mark.parametrize(
    ("fields", "doi"),
    [
        (
            {"eprint": "1901.00001", "archivePrefix": "arXiv"},
            "10.48550/arxiv.1901.00001",
        ),
        ({"eprint": "1901.00001v2"}, "10.48550/arxiv.1901.00001"),
        (
            {"eprint": "math/0601001", "eprinttype": "arxiv"},
            "10.48550/arxiv.math/0601001",
        ),
        ({"eprint": "123456", "eprinttype": "pubmed"}, None),
        ({"url": "https://doi.org/10.1000/B2"}, "10.1000/b2"),
        ({"url": "https://arxiv.org/abs/1901.00001v3"}, "10.48550/arxiv.1901.00001"),
        ({"url": "https://example.org/paper.pdf"}, None),
        ({"doi": "10.1000/c3", "eprint": "1901.00001"}, "10.1000/c3"),
        ({"doi": "arXiv:1901.00001"}, "10.48550/arxiv.1901.00001"),
    ],
)
def test_what_names_the_work_is_found_in_several_fields(fields, doi):
    rows = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    (found,) = parse(f"@article{{x, title = {{On mills}}, {rows}}}")
    assert found.doi == doi


def test_fields_that_are_not_read_are_named_once():
    entries = (
        "@misc{a, title={A}, Volume={1}, author_s={B}}\n@misc{b, title={B}, volume={2}}"
    )
    remarks = [item for item in parse(entries) if isinstance(item, Remark)]
    assert [(r.line, r.lost, r.reason) for r in remarks] == [
        (1, False, 'field "author_s" is not read; did you mean "author"? (1 record)'),
        (1, False, 'fields that are not read: "volume" (2 records)'),
    ]
