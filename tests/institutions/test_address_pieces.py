import pytest

from kg.institutions.address_pieces import (
    Piece,
    first_of_address,
    may_be_organisation,
    may_begin_address,
    pieces_of,
    segments_of,
    without_acronym,
)


@pytest.mark.parametrize(
    "surface",
    [
        *("Via Alvaro del Portillo 21", "OX1 3PJ", "Department of Physics", "Norway"),
        *("Servicio de Farmacia", "Departement de Biologie", "Dpto. Quimica"),
        *("Research Laboratory", "Rhodes Scholarship", "12 Main Street", "a@b.org"),
    ],
)
def test_what_is_no_organisation(surface):
    assert not may_be_organisation(surface)


@pytest.mark.parametrize("surface", ["H2O.ai", "Volda Robotics", "reelySmart", "IM2NP"])
def test_what_may_be_one(surface):
    assert may_be_organisation(surface)


def test_a_database_begins_with_an_organisation_not_with_a_unit():
    assert may_begin_address("Volda High School")
    assert not may_begin_address("School of Physics")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Optics Division, Volda Robotics, Bergen, Norway", "Volda Robotics"),
        ("Optics Division, Sacramento, USA", None),
        ("Volda, Norway", "Volda"),
    ],
)
def test_a_city_before_its_country_is_no_organisation(text, expected):
    piece = first_of_address(text, pieces_of(text, 0, len(text)))
    assert (piece and text[piece.start : piece.end]) == expected


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Bergen Institute of Tides BIT", "Bergen Institute of Tides"),
        ("Bergen Institute of Tides UK", "Bergen Institute of Tides UK"),
        ("Bergen Institute of Tides MIT", "Bergen Institute of Tides MIT"),
    ],
)
def test_the_acronym_of_a_name_is_left_out(name, short):
    piece = without_acronym(name, Piece(0, len(name)))
    assert name[piece.start : piece.end] == short


def test_segments_are_cut_at_signs():
    text = "Volda Robotics; Bergen Optics + Oslo Tides"
    found = [text[start:end] for start, end in segments_of(text, [])]
    assert found == ["Volda Robotics", "Bergen Optics", "Oslo Tides"]


def test_a_known_acronym_is_read_before_its_address():
    text = "Tide Division, RIKEN Hirosawa 2-1, Saitama 351-01, Japan"
    piece = first_of_address(text, pieces_of(text, 0, len(text)))
    assert text[piece.start : piece.end] == "RIKEN"
