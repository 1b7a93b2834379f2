from kg.records import Entity, Resolution
from kg.resolution.terms.display_groups import group_for_display


def shown(works, *, methods=()):
    """Return the terms shown under another, by name; a work is a list of terms."""
    names = dict.fromkeys(name for work in works for name in work)
    found = group_for_display(
        Resolution(
            entities=tuple(
                Entity(name, "method" if name in methods else "concept", name)
                for name in names
            ),
            mentions=tuple(map(tuple, works)),
            documents=tuple(f"work:{number}" for number in range(len(works))),
            works=tuple(() for _ in works),
        )
    )
    return {e.id: e.shown_with for e in found.entities if e.shown_with}


def test_a_method_is_shown_under_itself_without_its_last_word():
    works = [["RyeNet", "RyeNet model"], ["RyeNet", "frost model", "frost"]]
    found = shown(works, methods=["RyeNet", "RyeNet model", "frost model"])
    assert found == {
        "RyeNet model": ("RyeNet", "“Model” only says what kind of thing it is.")
    }


def test_of_equals_the_shorter_is_shown():
    assert shown([["Oat model", "Oat"]], methods=["Oat", "Oat model"]).keys() == {
        "Oat model"
    }


def test_the_one_of_more_works_is_shown_and_no_chain_is_left():
    works = [["sieve method"], ["sieve method"], ["sieve"], ["sieve method technique"]]
    names = ["sieve", "sieve method", "sieve method technique"]
    found = shown(works, methods=names)
    assert {name: target for name, (target, _) in found.items()} == {
        "sieve": "sieve method",
        "sieve method technique": "sieve method",
    }


def test_quantities_are_shown_under_one_where_people_write_both():
    both = ["dry yield", "dry yield function", "wet yield", "wet yield function"]
    works = [["yield", "yield function", *both], ["yield"]]
    target, reason = shown(works)["yield function"]
    assert target == "yield"
    assert "dry yield, wet yield" in reason
    assert "yield function" not in shown([["yield", "yield function"], ["yield"]])
