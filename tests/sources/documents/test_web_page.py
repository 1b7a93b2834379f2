import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.documents import web_page
from kg.sources.made_text import MadeText

TEXT = (
    "We ask how the mills of the north turn, and find that the wind alone turns them."
)


def parse(page, encoding="utf-8"):
    data = page if isinstance(page, bytes) else page.encode(encoding)
    return list(web_page.parse(open_data(data, name="page.html")))


def only(items, kind):
    return [item for item in items if isinstance(item, kind)]


ARTICLE = f"""<html lang="en"><head><meta name="viewport" content="x">
<meta name="citation_title" content="On mills">
<meta name="citation_author" content="Lee, Ann">
<meta name="citation_volume" content="3"></head>
<body><nav>Home</nav><h1>On mills</h1><h2>Abstract</h2><p>{TEXT}</p>
<h2>Introduction</h2><p>{TEXT} {TEXT}</p></body></html>"""


def test_a_page_of_a_work_is_a_record():
    found = parse(ARTICLE)
    (document,) = only(found, Document)
    assert document.text == f"On mills\n{TEXT}"
    assert [author.name for author in document.authors] == ["Lee, Ann"]
    assert (document.record_line, document.language) == (1, "en")
    assert only(found, MadeText) == []


def test_what_of_a_page_is_not_read_is_counted():
    (remark,) = only(parse(ARTICLE), Remark)
    assert not remark.lost
    assert "1 word of menus" in remark.reason
    assert 'tag "citation_volume" (1)' in remark.reason
    assert "words of what it shows beside the work" in remark.reason


@pytest.mark.parametrize(
    ("description", "body"),
    [
        (f"{TEXT} {TEXT} {TEXT}", f"{TEXT} {TEXT} {TEXT}"),
        (f"{TEXT} {TEXT} {TEXT[:30]}…", None),
        ("Mills of the world", None),
    ],
)
def test_a_description_is_the_abstract_if_it_is_long_and_whole(description, body):
    page = (
        '<html><meta name="citation_title" content="On mills">'
        f'<meta name="description" content="{description}"></html>'
    )
    (document,) = only(parse(page), Document)
    assert document.text == "\n".join(filter(None, ["On mills", body]))


def test_a_page_with_data_of_talks_is_their_records():
    talk = '{"@type": "Event", "name": "On %s", "performer": {"name": "Ann Lee"}}'
    script = '<script type="application/ld+json">%s</script>'
    talks = script % (talk % "mills") + "\n" + script % (talk % "wind")
    found = parse(
        f"<html>{talks}{script % '{broken'}{script % (talk % 'wind')}<p>x</html>"
    )
    assert [(d.title, d.record_line) for d in only(found, Document)] == [
        ("On mills", 1),
        ("On wind", 2),
    ]
    assert any("JSON-LD that is not read" in r.reason for r in only(found, Remark))


def test_any_other_page_is_the_text_that_it_shows():
    (text,) = only(parse(f"<html>\n<h1>Talks</h1>\n<p>{TEXT}</p></html>"), MadeText)
    assert text == MadeText(("Talks", "", TEXT), (2, 3, 3))


def test_a_page_is_in_the_encoding_that_it_says():
    page = "<html><meta charset=windows-1251><p>Мельницы</p></html>"
    (text,) = only(parse(page, "cp1251"), MadeText)
    assert text.lines == ("Мельницы",)


def test_bytes_that_are_no_character_are_told():
    file = open_data(b"<html><meta charset=shift_jis><p>x\x81\x00\xffy", name="x.html")
    list(web_page.parse(file))
    assert "no character" in file.warnings[0].reason


def test_too_large_a_page_is_refused(monkeypatch):
    monkeypatch.setattr(web_page, "LARGEST", 10)
    for charset in ("utf-8", "gb2312"):
        with pytest.raises(SourceError, match="larger than"):
            parse(f"<html><meta charset={charset}>".encode() + b"<p>\xc4\xe3" * 9)


def test_pages_of_too_many_tags_are_read_as_far_as_that(monkeypatch):
    monkeypatch.setattr(web_page, "_MOST_TOKENS", 3)
    found = parse("<p>one<p>two<p>three")
    assert only(found, MadeText)[0].lines == ("one",)
    assert "more than 3 tags" in only(found, Remark)[-1].reason


@pytest.mark.parametrize("cut", range(0, len(ARTICLE), 7))
def test_a_page_that_is_cut_is_read_as_far_as_it_goes(cut):
    if ARTICLE[:cut].strip():
        assert all(
            isinstance(i, (Document, Remark, MadeText)) for i in parse(ARTICLE[:cut])
        )
