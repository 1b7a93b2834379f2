import pytest

from kg.records import SubjectHeading
from kg.sources.records.tagged.tagged_records import Tagged, TaggedRecord
from kg.sources.records.tagged.tagged_values import (
    FieldsByUse,
    as_text,
    authors_of,
    split_people,
    split_terms,
    values_from_fields,
)

USES = {
    "TI": "title",
    "T1": "title",
    "AB": "abstract",
    "N2": "abstract",
    "PY": "year",
    "DA": "year",
    "DO": "doi",
    "UR": "doi within",
    "AU": "author",
    "KW": "keyword",
    "MH": "subject:mesh",
    "PM": "id:pmid",
    "CR": "reference",
    "JF": "venue",
    "JO": "venue",
    "LA": "language",
    "TY": "type",
    "ER": "mark",
    "ED": "editor",
}


def fields_of(*pairs: tuple[str, str]) -> FieldsByUse:
    fields = (Tagged(tag, value, n) for n, (tag, value) in enumerate(pairs, start=1))
    return FieldsByUse(TaggedRecord(tuple(fields), len(pairs)), USES)


def test_the_tag_that_ranks_first_counts() -> None:
    values = values_from_fields(
        fields_of(("T1", "B"), ("TI", "A"), ("N2", "old"), ("AB", "new"), ("JO", "J."))
    )
    assert (values.title, values.abstract, values.venue) == ("A", "new", "J.")


def test_another_title_is_told_but_not_the_same_again() -> None:
    values = values_from_fields(fields_of(("TI", "A"), ("TI", "A\n"), ("TI", "B")))
    assert values.title == "A"
    assert values.complaints == ['tag "TI" comes several times: the first is taken']
    assert not values_from_fields(fields_of(("TI", "A"), ("TI", "A"))).complaints


def test_an_abstract_may_have_a_paragraph_a_field() -> None:
    values = values_from_fields(fields_of(("AB", "We ask."), ("AB", "We\n  answer.")))
    assert values.abstract == "We ask. We answer."


@pytest.mark.parametrize(
    ("pairs", "year"),
    [
        ((("DA", "2019/05"), ("PY", "2018")), "2018"),
        ((("DA", "2019/05"), ("PY", "in press")), "2019/05"),
        ((("PY", "in press"),), "in press"),
    ],
)
def test_the_first_date_with_a_year_counts(
    pairs: tuple[tuple[str, str], ...], year: str
) -> None:
    assert values_from_fields(fields_of(*pairs)).year == year


@pytest.mark.parametrize(
    ("pairs", "doi"),
    [
        ((("DO", "https://doi.org/10.5555/A"),), "10.5555/a"),
        ((("DO", "10.5555/a [doi]"),), "10.5555/a"),
        ((("DO", "n/a"), ("UR", "http://x.example/doi/10.5555/a")), "10.5555/a"),
        ((("UR", "https://arxiv.org/abs/2101.00001v2"),), "10.48550/arxiv.2101.00001"),
        ((("DO", "n/a"), ("UR", "http://x.example")), "n/a"),
    ],
)
def test_a_doi_may_stand_among_other_words(
    pairs: tuple[tuple[str, str], ...], doi: str
) -> None:
    assert values_from_fields(fields_of(*pairs)).doi == doi


def test_lists_are_read_in_their_order() -> None:
    fields = fields_of(
        *(("KW", "mills"), ("KW", "wind"), ("MH", "Wind; Water"), ("PM", "12")),
        *(("CR", "Lee A, 2001\nLi B, 2002"), ("AU", "Lee, Ann"), ("AU", "Lee, Ann")),
    )
    values = values_from_fields(fields)
    assert values.keywords == ["mills", "wind"]
    mesh = [SubjectHeading("mesh", "Wind"), SubjectHeading("mesh", "Water")]
    assert (values.subjects, values.ids) == (mesh, [("pmid", "12")])
    assert values.references == ["Lee A, 2001", "Li B, 2002"]
    assert [a.name for a in authors_of(fields, [], "author")] == ["Lee, Ann"]


def test_what_nobody_asked_for_is_unread() -> None:
    fields = fields_of(
        *(("TI", "A"), ("ED", "Lee, Ann"), ("ZZ", "x"), ("ER", "1"), ("VL", "")),
        *(("UR", "http://x.example"), ("UR", "https://doi.org/10.5555/a")),
    )
    values_from_fields(fields)
    assert fields.unread_tags() == ["ED", "ZZ", "UR"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("On\nmills\n  and wind", "On mills and wind"),
        ("placebo-\n      controlled", "placebo-controlled"),
        ("short-\n      and long-term", "short- and long-term"),
        ("1990-\n1995", "1990- 1995"),
    ],
)
def test_wrapped_lines_are_one(value: str, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize(
    ("values", "terms"),
    [
        (["mills", "wind, strong"], ["mills", "wind, strong"]),
        (["mills; wind ;"], ["mills", "wind"]),
        (["mills, wind, water"], ["mills", "wind", "water"]),
        (["wind, strong"], ["wind, strong"]),
        (["mills\nwind\n energy"], ["mills", "wind energy"]),
    ],
)
def test_terms_stand_in_fields_lines_and_lists(
    values: list[str], terms: list[str]
) -> None:
    assert split_terms(values) == terms


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Lee, Ann", ("Lee, Ann",)),
        ("Mills, Bo, Jr.", ("Mills, Bo, Jr.",)),
        ("The MILL Collaboration,", ("The MILL Collaboration",)),
        ("Lee, Ann; Li, Bo", ("Lee, Ann", "Li, Bo")),
        ("Ann Lee and Bo Li", ("Ann Lee", "Bo Li")),
        ("Lee, Ann and Li, Bo", ("Lee, Ann", "Li, Bo")),
        ("Lee, A., Li, B., Mo, C.", ("Lee, A.", "Li, B.", "Mo, C.")),
        ("Hans\n Müller", ("Hans Müller",)),
        ("王阳, 张家发", ("王阳", "张家发")),
        ("王阳；张家发；胡喜军", ("王阳", "张家发", "胡喜军")),
        ("王, 阳", ("王, 阳",)),
        ("Anonymous", ()),
        ("Ann Lee & Bo Li", ("Ann Lee", "Bo Li")),
    ],
)
def test_a_field_that_holds_several_people_is_split(
    value: str, names: tuple[str, ...]
) -> None:
    assert split_people(value) == names


def test_an_orcid_in_the_field_of_a_name_is_the_authors() -> None:
    value = "Lee, Ann; https://orcid.org/0000-0002-1825-0097"
    fields = fields_of(("AU", value.replace(";", "")), ("AU", "Li, Bo"))
    authors = authors_of(fields, [], "author")
    assert [(author.name, author.orcid) for author in authors] == [
        *(("Lee, Ann", "0000-0002-1825-0097"), ("Li, Bo", None)),
    ]
