import pytest

from kg.resolution.entity_ids import LONGEST, entity_ids, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Samy Jelassi", "samy-jelassi"),
        ("Jérôme Bolte", "jerome-bolte"),
        ("C++", "c-plus-plus"),
        ("GPT-2", "gpt-2"),
        ("arXiv:2502.11323", "arxiv-2502-11323"),
        ("", "unnamed"),
        ("!!!", "unnamed"),
        ("王伟", "王伟"),
    ],
)
def test_a_slug_is_made_of_words(name, expected):
    assert slug(name) == expected


def test_a_long_name_is_cut_between_words():
    assert slug("word " * 100) == "-".join(["word"] * 16)
    assert len(slug("x" * 500)) == LONGEST


def test_a_clash_is_numbered_without_taking_another_names_id():
    names = [("concept", "GPT"), ("concept", "gpt"), ("concept", "GPT-2")]
    assert entity_ids(names) == ["concept:gpt", "concept:gpt-3", "concept:gpt-2"]
