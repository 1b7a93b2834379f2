import json

import pytest

from kg.sources.html.json_ld import read_script, values_of_script

ARTICLE = {
    "@context": "https://schema.org",
    "@type": ["ScholarlyArticle"],
    "headline": "Rye on thin soils",
    "abstract": "We measure rye.",
    "author": [
        {
            "@type": "Person",
            "givenName": "Ada",
            "familyName": "Holm",
            "@id": "https://orcid.org/0000-0002-1825-0097",
            "affiliation": {"@type": "Organization", "name": "University of Bonn"},
        },
        {"@id": "#kern"},
        "Zoe Quist",
    ],
    "datePublished": "2021-03-04",
    "isPartOf": {"@type": "PublicationIssue", "name": "J. Crops"},
    "identifier": {"@type": "PropertyValue", "value": "10.1000/rye.7"},
    "keywords": "rye, soil",
    "inLanguage": "en",
}
KERN = {"@id": "#kern", "@type": "Person", "name": "Uwe Kern"}


def read(value):
    return list(values_of_script(read_script(json.dumps(value))))


def test_an_article_with_authors_in_every_form():
    (values,) = read({"@graph": [ARTICLE, KERN, {"@type": "WebSite", "name": "x"}]})
    assert values.title == "Rye on thin soils"
    assert [author.name for author in values.authors] == [
        "Ada Holm",
        "Uwe Kern",
        "Zoe Quist",
    ]
    assert values.authors[0].orcid == "0000-0002-1825-0097"
    assert values.authors[0].affiliations[0].raw == "University of Bonn"
    assert (values.venue, values.doi) == ("J. Crops", "10.1000/rye.7")
    assert values.keywords == ["rye", "soil"]


def talk(name, **fields):
    return {"@type": "Event", "name": name, "performer": {"name": "Ann Lee"}, **fields}


def test_talks_of_a_conference_are_read_and_the_conference_is_none():
    conference = {"@type": "Event", "name": "Mills 2022", "performer": "Bo Mill"}
    found = read({**conference, "subEvent": [talk("On mills"), talk("On wind")]})
    assert [values.title for values in found] == ["On mills", "On wind"]


def test_an_event_of_nobody_is_no_talk():
    assert read({"@type": "Event", "name": "Coffee"}) == []


@pytest.mark.parametrize(
    "value", [[], {}, "x", None, 3, [[{"@type": 3}]], {"@graph": None}]
)
def test_other_values_state_nothing(value):
    assert read(value) == []


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_json_is_an_error(text):
    with pytest.raises(ValueError, match=r"."):
        read_script(text)


def test_depth_is_bounded():
    value = talk("On mills")
    for _ in range(100):
        value = {"mainEntity": value}
    assert read(value) == []
