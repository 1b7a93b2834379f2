from kg.sources.html.html_tokens import read_tokens
from kg.sources.html.page_head import PageHead


def head_of(page):
    head = PageHead()
    tokens = list(read_tokens(page))
    assert list(head.watch(tokens)) == tokens
    return head


def test_tags_scripts_and_language_are_noted():
    head = head_of(
        '<html lang=de><title> On\n mills </title><meta name="DC.Title" content="A &amp; B">'
        '<meta property="og:type" content="article"><meta charset="utf-8">'
        '<script type="application/ld+json">{"a": 1}</script><script>other</script>'
    )
    assert [(m.name, m.content) for m in head.metas] == [
        ("dc.title", "A & B"),
        ("og:type", "article"),
    ]
    assert [script for script, _ in head.scripts] == ['{"a": 1}']
    assert head.language == "de"


def test_what_stands_behind_an_empty_script_is_no_script():
    empty = '<script type="application/ld+json"></script>'
    assert (
        head_of(f"{empty}<title>On mills</title><textarea>x</textarea>").scripts == []
    )


def test_a_tag_without_content_says_nothing():
    assert head_of('<meta name="dc.title" content=" "><meta name=x>').metas == []
