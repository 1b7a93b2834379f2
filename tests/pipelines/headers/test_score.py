from pipelines.headers.layouts import LAYOUTS
from pipelines.headers.score import TOGETHER, main, pages, papers


def test_headers_are_read_in_many_layouts(capsys):
    main()
    first, *_ = capsys.readouterr().out.splitlines()
    made, right = (int(word) for word in first.split() if word.isdigit())
    assert len(LAYOUTS) >= 60
    assert made >= 590
    assert right >= 0.99 * made


def test_pages_have_one_paper_or_some_together():
    assert len({page.layout for page in pages()}) == len(LAYOUTS)
    assert {len(page.papers) for page in pages(together=True)} == {TOGETHER}
    page = next(pages())
    assert page.text.startswith(next(papers()).title)
    assert page.abstracts[0].title == page.papers[0].title
