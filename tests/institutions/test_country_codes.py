import pytest

from kg.datafiles import mapping
from kg.institutions.country_codes import (
    code_of_country,
    country_by_code,
    stated_country_code,
)
from kg.institutions.gazetteer import country_of
from kg.institutions.table import table_rows


@pytest.mark.parametrize(
    ("code", "country"),
    [("US", "United States"), (" nl ", "The Netherlands"), ("tr", "Türkiye")],
)
def test_a_country_by_its_code(code, country):
    assert country_by_code(code) == country


@pytest.mark.parametrize("code", ["", "ZZ", "USA", "United States"])
def test_what_is_no_code(code):
    assert country_by_code(code) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Turkey", "TR"), ("Holland", "NL"), ("Puerto Rico", "PR"), ("USA", "US")),
        *(
            ("GEORGIA", "GE"),
            ("puerto rico", "PR"),
            ("HONG KONG", "HK"),
            ("Reunion", "RE"),
        ),
    ],
)
def test_the_code_of_a_country(name, code):
    assert code_of_country(name) == code


def test_no_country_has_no_code():
    assert code_of_country("Atlantis") is None
    assert code_of_country("") is None


def test_every_code_leads_there_and_back():
    for code, names in mapping("institutions/country_codes").items():
        assert len(code) == 2
        assert country_by_code(code)
        assert {code_of_country(name) for name in names.split(";")} == {code}


def test_every_country_of_our_table_has_a_code():
    countries = {row["country"] for row in table_rows() if row["country"]}
    assert all(code_of_country(country_of(name)) for name in countries)


@pytest.mark.parametrize(
    ("stated", "code"),
    [("nz", "NZ"), ("NZ", "NZ"), ("New Zealand", "NZ"), ("Atlantis", None), ("", None)],
)
def test_a_country_is_stated_by_its_code_or_a_name(stated, code):
    assert stated_country_code(stated) == code
