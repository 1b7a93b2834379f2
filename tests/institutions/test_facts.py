from kg.institutions.facts import as_row, display_name, facts_of, link_name
from kg.institutions.linked_organisation import LinkedOrganisation
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.results import link_by_table

TABLE = AffiliationLinker()


def linked(name, *, ror="https://example.org/05dxps055", country="DE"):
    return LinkedOrganisation(
        name, ror, 0.9, country, "Germany", "Berlin", None, None, 0, 4
    )


def test_ids_are_bare():
    assert facts_of(linked("Volda Institute")).ror == "05dxps055"


def test_a_row_says_the_words():
    row = as_row(linked("Volda Institute"), "VIAS, Berlin")
    assert (row["cut"], row["score"], row["ror"]) == ("VIAS", 0.9, "05dxps055")
    assert row["parent_ror"] is None
    assert {"name", "ror", "city", "country", "country_code", "parent"} <= row.keys()


def test_a_company_stands_in_the_country_of_its_registry_name():
    facts = facts_of(linked("Volda Robotics (Norway)"))
    assert (facts.country, facts.city) == ("NO", None)
    assert facts_of(linked("Volda Robotics (Germany)")).city == "Berlin"


def test_a_reader_sees_the_english_name_that_our_table_has():
    assert display_name(linked("Universidad de Sevilla")) == "University of Seville"
    assert display_name(linked("Volda Institute")) == "Volda Institute"


def test_a_name_is_linked_whole_or_not_at_all():
    assert link_name("University of Leeds", TABLE).country_code == "GB"
    assert link_name("friends of the University of Leeds", TABLE) is None
    assert link_name("Leeds University and MIT", TABLE) is None


def test_what_no_registry_was_asked_for_has_no_score():
    (found,) = link_by_table("ETH Zurich")
    assert as_row(found, "ETH Zurich")["score"] is None
