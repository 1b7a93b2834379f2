from kg.records import Document, Extraction
from pipelines.headers.layouts import LAYOUTS
from pipelines.headers.score import faults, main, pages


def test_headers_are_read_in_many_layouts(capsys):
    main()
    first, *_ = capsys.readouterr().out.splitlines()
    made, right = (int(word) for word in first.split() if word.isdigit())
    assert len(LAYOUTS) >= 60
    assert made >= 590
    assert right >= 0.98 * made


def test_what_was_read_wrong_is_told():
    page = next(pages())
    empty = Extraction(Document("", "x", "", ()), ())
    assert set(faults(page, [empty])) == {"title", "authors", "places"}
    assert faults(page, []) == {"document": "0 documents"}
