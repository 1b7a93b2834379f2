from kg.records import InstitutionFacts
from kg.resolution.clusters import Clusters
from kg.resolution.institution_parts import find_wholes
from kg.resolution.name_index import NameNodes


def wholes_of(names, facts=None):
    nodes = NameNodes()
    for number, name in enumerate(names):
        nodes.add(name, (number, 0))
    found = find_wholes(nodes, Clusters(len(names)), facts or {})
    return {names[part]: names[whole] for part, whole in found.items()}


def test_a_name_that_begins_with_a_university_is_a_part_of_it():
    names = ["Oslo University Hospital", "Oslo University", "Oslo University Press"]
    assert wholes_of(names) == {"Oslo University Hospital": "Oslo University"}


def test_a_parent_is_found_by_id_before_it_is_by_name():
    names = ["Tide Lab", "Volda College", "Volda"]
    facts = {
        0: InstitutionFacts("0aaaaaa00", parent="Volda", parent_ror="0bbbbbb00"),
        1: InstitutionFacts("0bbbbbb00"),
    }
    assert wholes_of(names, facts) == {"Tide Lab": "Volda College"}
    facts = {0: InstitutionFacts(parent="Volda")}
    assert wholes_of(names, facts) == {"Tide Lab": "Volda"}


def test_none_is_a_part_of_what_the_corpus_lacks_or_of_itself():
    assert wholes_of(["Tide Lab"], {0: InstitutionFacts(parent="Volda")}) == {}
    assert wholes_of(["Volda"], {0: InstitutionFacts(parent="Volda")}) == {}


def test_further_up_where_the_corpus_lacks_the_parent():
    names = ["Tide Lab", "Volda College"]
    facts = {
        0: InstitutionFacts(
            "0aaaaaa00",
            parent="Fjord Board",
            parent_ror="0cccccc00",
            ancestors=("0bbbbbb00",),
        ),
        1: InstitutionFacts("0bbbbbb00"),
    }
    assert wholes_of(names, facts) == {"Tide Lab": "Volda College"}


def test_a_parent_of_our_table_under_the_name_that_a_registry_has_for_it():
    names = ["Google Brain", "Google (United States)"]
    facts = {1: InstitutionFacts("0bbbbbb00")}
    assert wholes_of(names, facts) == {"Google Brain": "Google (United States)"}
    names = ["Google DeepMind (United Kingdom)", "Google"]
    facts = {0: InstitutionFacts("0aaaaaa00", parent="Alphabet (United States)")}
    assert wholes_of(names, facts) == {"Google DeepMind (United Kingdom)": "Google"}


def test_a_parent_by_what_texts_call_it():
    nodes = NameNodes()
    for number, name in enumerate(["Tide Lab", "Høgskulen i Volda"]):
        nodes.add(name, (number, 0))
    facts = {0: InstitutionFacts(parent="Volda College")}
    found = find_wholes(nodes, Clusters(2), facts, {"volda college": [1]})
    assert found == {0: 1}
