import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.html.html_tokens import read_tokens
from kg.sources.html.visible_text import visible_text

PROSE = (
    "We ask how the mills of the north turn, and find that it is the wind alone that "
)
PROSE += "turns them, day and night, for as long as it blows over the hills."


def shown(page):
    return [line.text for line in visible_text(read_tokens(page)).lines]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<div>a</div><div>b</div>", ["a", "b"]),
        ("<p>a<p>b", ["a", "", "b"]),
        ("<h2>a</h2>b<br>c<br><br>d", ["a", "", "b", "c", "", "d"]),
        ("a<hr>b", ["a", "", "---", "", "b"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "", "c"]),
        ("a <i>b</i>c<!-- d --> e", ["a bc e"]),
        ("<pre>a\n  b</pre>", ["a", "  b"]),
        ("Lee<sup>1,2</sup>, 10<sup>th</sup>", ["Lee¹,², 10th"]),
        ("H<sub>2</sub>O", ["H2O"]),
        (
            "<dl><dt>Speaker<dd>Ann Lee<dt>Mills<dd>turn</dl>",
            ["Speaker: Ann Lee", "Mills", "turn"],
        ),
        ("<table><tr><th>a<td>b<tr><td>c</table>", ["a\tb", "c"]),
        ("<table>stray<tr><td>a</table>", ["stray", "a"]),
        ("<td>a<td>b", ["ab"]),
        ("&lt;p&gt; &eacute;", ["<p> é"]),
    ],
)
def test_blocks_are_lines(page, lines):
    assert shown(page) == lines


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ('x <math alttext="a^2"><mi>a</mi></math>', "x $a^2$"),
        ("x <math><semantics><mi>a</mi><annotation encoding='application/x-tex'>a_1"
         "</annotation></semantics></math>", "x $a_1$"),
        ("x <math><mi>a</mi><mo>+</mo><mi>b</mi></math>", "x a+b"),
        ('x <span class="MathJax">a2</span><script type="math/tex">a^2</script>', "x $a^2$"),
        ('x <img class="tex" alt="a^2">', "x $a^2$"),
        ('x <img alt="a mill">', "x"),
    ],
)  # fmt: skip
def test_formulas_are_tex(page, line):
    assert shown(page) == [line]


def test_menus_and_scripts_are_left_out_and_counted():
    page = visible_text(read_tokens("<nav>Home <b>page</b></nav><script>a b</script>x"))
    assert [line.text for line in page.lines] == ["x"]
    assert page.words_left_out["menus"] == 2


def test_a_hidden_text_is_kept_and_hidden_words_are_counted():
    page = f"<div hidden>{PROSE}</div><div style='display:none'>Close me</div>x"
    read = visible_text(read_tokens(page))
    assert [line.text for line in read.lines] == [PROSE, "", "x"]
    assert read.words_left_out["hidden parts"] == 2


def test_lines_know_where_they_begin():
    page = "<p>a</p>\n<p>\nb <i>c</i></p>"
    places = [line.place for line in visible_text(read_tokens(page)).lines if line.text]
    assert [page[place:].split()[0][:1] for place in places] == ["a", "b"]


TAGS = (
    *("<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<dd>", "<dt>"),
    *("<div hidden>", "</div>", "<math>", "</math>", "<sup>", "</sup>", "<pre>", "\n"),
    *("<script>", "</script>", "<nav>", "</nav>", "<br>", "<hr>", "<li>", "<!-- -->"),
)


@given(st.lists(st.sampled_from([*TAGS, " w ", " w "]), max_size=40))
def test_every_word_is_shown_or_counted(parts):
    page = "".join(parts)
    read = visible_text(read_tokens(page))
    shown_words = sum(len(re.findall("[wʷ]", line.text)) for line in read.lines)
    scripts = [t.content for t in read_tokens(page) if t.kind == "raw"]
    counted = read.words_left_out.total() + "".join(scripts).count("w")
    assert shown_words + counted == page.count("w")


@pytest.mark.parametrize(
    "part", ["<table><tr><td>", "<math>a", "<sup>", "<p>", "<li><p>"]
)
def test_pages_of_any_depth_are_read(part):
    assert shown(part * 20_000 + "end.")[-1].endswith("end.")
