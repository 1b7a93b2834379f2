from pipelines.headers.written_pages import main, written_pages


def test_pages_written_by_hand_are_read(capsys):
    main()
    first, *wrong = capsys.readouterr().out.splitlines()
    assert len(list(written_pages())) >= 120
    assert len(wrong) <= 2, wrong
    assert "without fault" in first


def test_a_page_says_what_is_on_it(tmp_path):
    path = tmp_path / "pages.txt"
    path.write_text(
        "=====\nK two talks\nT On mills\nA Ana Cruz | MIT ; Lund | 0000-0002-1825-0097\n"
        "T On trees\nA Bo Li\n-----\nOn mills\n…\n",
        encoding="utf-8",
    )
    (page,) = written_pages(path)
    mills, trees = page.abstracts
    assert mills.authors[0].places == ("MIT", "Lund")
    assert (trees.title, trees.authors[0].orcid) == ("On trees", None)
    assert (page.kind, page.text) == ("two talks", "On mills\n…\n")
