from pipelines.headers.reading import (
    WrittenAbstract,
    WrittenAuthor,
    faults,
    read_pages,
)

PAGE = (
    "On mills of the lowlands\nAna Cruz (0000-0002-1825-0097)\nLund University, Sweden\n\n"
    "Mills turn by wind or by water, and so do those that we counted in one valley.\n"
)
ANA = WrittenAuthor("Ana Cruz", ("Lund University",), "0000-0002-1825-0097")


def test_what_is_read_as_written_has_no_fault():
    (found,) = read_pages([PAGE])
    assert faults([WrittenAbstract("On mills of the lowlands", (ANA,))], found) == {}


def test_faults_are_told_by_what_they_are_about():
    (found,) = read_pages([PAGE])
    bo = WrittenAuthor("Bo Li", ("Keio University",))
    wrong = faults([WrittenAbstract("On trees", (bo,))], found)
    assert set(wrong) == {"title", "authors", "places", "orcids"}
    assert faults([], found) == {"documents": "1 not 0"}
