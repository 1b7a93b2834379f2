from pathlib import Path

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_fields_have_names_in_braces() -> None:
    frost, lake = documents("noteexpress.txt")
    assert (names(frost), frost.year) == (["赵磊", "钱芳"], 2017)
    assert (frost.venue, frost.doi) == ("冰川冻土", "10.5555/bcdt.2017.0501")
    assert frost.keywords == ("冻土", "径流", "黄河源区")
    assert [place.raw for place in frost.authors[0].affiliations] == [
        "兰州大学资源环境学院"
    ]
    assert (lake.type, names(lake)) == ("Thesis", ["冯涛"])


def test_wide_semicolons_part_names_and_terms() -> None:
    (green,) = documents("wanfang.txt")
    assert (names(green), green.keywords) == (["何静", "许峰"], ("绿地", "热岛"))


def test_a_value_goes_on_in_the_next_line() -> None:
    (dust,) = documents("ne-english.txt")
    assert dust.text.endswith("We read twelve years of their notes.")
    assert names(dust) == ["Tang, Wei", "Moss, Ellen"]
