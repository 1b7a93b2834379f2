import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.abbreviation_expansion import write_out, written_in_full


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Oslo Inst Sci & Technol, Dept Phys, Oslo",
            "Oslo Institute of Science & Technology, Department of Physics, Oslo",
        ),
        ("Bergen Univ Appl Sci", "Bergen University of Applied Sciences"),
        ("Acad Mil Sci, Beijing", "Academy of Military Sciences, Beijing"),
        ("Univ Coll Volda", "University College Volda"),
        ("Univ Fernando Lopes, Lisbon", "University Fernando Lopes, Lisbon"),
        ("Inst Tecnol Puebla, Mexico", "Instituto Tecnológico Puebla, Mexico"),
        ("Univ Nacl Loja", "Universidad Nacional Loja"),
        ("Volda Res Inst Co Ltd", "Volda Research Institute Co Ltd"),
        ("Volda Inst Med Res", "Volda Institute of Medical Research"),
        ("Volda Univ Hlth Ctr, Oslo", "Volda University Health Center, Oslo"),
        (
            "Bundesanstalt Mat Forsch, Inst Chem Def, Oslo",
            "Bundesanstalt Mat Forsch, Institute of Chemical Defense, Oslo",
        ),
        ("Volda Elect Power Co", "Volda Electric Power Co"),
        ("Volda Elect Engn Res Ctr", "Volda Electrical Engineering Research Center"),
        ("S Jutland Univ Technol", "South Jutland University of Technology"),
        ("Univ W Jutland, Volda", "University of West Jutland, Volda"),
        ("Cent E Jutland Univ", "Central East Jutland University"),
        ("Robert E Holm Univ Hosp, Volda", "Robert E Holm University Hospital, Volda"),
        ("Univ Volda 04, Volda", "University of Volda 4, Volda"),
        ("Minist Hlth, Volda", "Ministry of Health, Volda"),
        (
            "Dept. of Math., Univ. of Volda",
            "Department of Mathematics, University of Volda",
        ),
        ("Virginia Tech", "Virginia Tech"),
        ("Bergen Lab of Tides", "Bergen Lab of Tides"),
        ("OsloUniversity", "Oslo University"),
        ("BSELaboratories of Oslo", "BSE Laboratories of Oslo"),
        ("U.C. Merced and I.B.M. Research", "UC Merced and IBM Research"),
        ("Universit\\'e de Nantes", "Université de Nantes"),
        ("university of volda", "University of Volda"),
    ],
)
def test_an_affiliation_is_written_out(raw, text):
    assert write_out(raw).text == text


def test_a_database_is_known_by_the_words_it_cuts():
    assert write_out("Bergen Univ Technol, Bergen").by_database
    assert not write_out("Dept. of Physics, Univ. of Bergen").by_database


def test_words_lead_back_to_their_places():
    raw = "Dept Phys, Oslo Inst Sci & Technol, Norway"
    written = write_out(raw)
    name = "Oslo Institute of Science & Technology"
    start = written.text.index(name)
    span = slice(written.offsets[start], written.offsets[start + len(name)])
    assert raw[span] == "Oslo Inst Sci & Technol"


@given(st.text("Univ. SciTechnol&,;´e\\'{}NAcad \n", max_size=60))
def test_offsets_never_fall_and_stay_within_the_string(raw):
    written = write_out(raw)
    assert len(written.offsets) == len(written.text) + 1
    assert written.offsets == sorted(written.offsets)
    assert all(0 <= offset <= len(raw) for offset in written.offsets)


def test_a_name_is_written_in_full():
    assert written_in_full("Natl Ctr for Tides") == "National Center for Tides"
