import sys

from kg.resolution.resolve import resolve
from tests.resolution.builders import named, page, person


def test_a_bare_surname_is_explained_by_its_own_document_only():
    resolution = resolve(
        [
            page(1, person("Ronen Eldan"), person("Eldan", "cited")),
            page(2, person("Eldan", "cited")),
            page(3, person("Eldan", "cited"), person("Ann Ally")),
            page(4, person("Ann Li"), person("Bo Li"), person("Li", "cited")),
        ]
    )
    assert named(resolution)[0] == ["Ronen Eldan", "Ronen Eldan"]
    assert resolution.mentions[1] == (None,)
    assert resolution.mentions[2][0] is None
    assert resolution.mentions[3][2] is None


def test_a_split_name_in_an_author_line_is_one_person():
    line = page(1, person("Carles Domingo Enrich"), person("Domingo Carles"))
    resolution = resolve([line, page(2, person("Carles Domingo-Enrich"))])
    assert (
        len({entity.id for entity in resolution.entities if entity.kind == "person"})
        == 1
    )


def test_a_word_said_twice_is_no_part_of_a_name_that_has_it_once():
    line = page(1, person("Li Li"), person("Vos Li Vaart"))
    assert named(resolve([line]))[0][0] == "Li Li"


def test_a_document_of_many_authors_takes_time_in_proportion():
    letters = "abcdefghijklmnopqrst"
    names = [
        f"{a}ora {b}{c}el".title() for a in "kmn" for b in letters for c in letters
    ]

    def steps(count):
        full = [person(name) for name in names[:count]]
        bare = [person(name.split()[1], "cited") for name in names[:count]]
        return _calls(lambda: resolve([page(1, *full, *bare)]))

    steps(10)  # fills what is remembered
    assert steps(800) < 3 * steps(400)


def _calls(action):
    """Count the functions called, those of C too."""
    events = []
    sys.setprofile(lambda frame, event, argument: events.append(event))
    try:
        action()
    finally:
        sys.setprofile(None)
    return len(events)
