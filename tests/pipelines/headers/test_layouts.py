from pipelines.headers.layouts import LAYOUTS, Paper, Person, is_for

ANA = Person("Ana M.", "Cruz", (1, 2), "0000-0002-1825-0097", "ana@x.example", "PhD")
BO = Person("Bo", "Li", (2,), "0000-0001-5109-3700", "bo@x.example", "MD")
PAPER = Paper("latin", "On mills", "They turn.", ("Lund University", "MIT"), (ANA, BO))


def test_every_layout_names_everybody():
    for layout, write in LAYOUTS.items():
        text = write(PAPER).lower()
        assert is_for(layout, PAPER)
        assert "cruz" in text
        assert "li" in text


def test_marks_tie_names_to_addresses():
    written = LAYOUTS["superscripts"](PAPER).split("\n")
    assert written == ["Ana M. Cruz¹,², Bo Li²", "¹ Lund University", "² MIT"]


def test_names_without_capitals_have_no_initials():
    assert not is_for("initials behind", PAPER._replace(script="cjk"))
    assert not is_for("superscripts", PAPER._replace(people=(ANA,)))
