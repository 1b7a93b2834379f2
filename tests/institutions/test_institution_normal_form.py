"""The one name that the spellings of an institution lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.institution_normal_form import institution_name
from kg.institutions.table import known


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("UW–Madison", "University of Wisconsin–Madison"),
        ("Google Mountain View", "Google"),
        ("Cracow University of Technology Poland", "Cracow University of Technology"),
        ("Open University of Tanzania", "Open University of Tanzania"),
        ("Oslo University Paris", "Oslo University Paris"),
        ("Fog-Universität Institut für Tides", "Fog-Universität Institut für Tides"),
        ("NTT Corporation", "NTT"),
        ("Fog Corporation", "Fog Corporation"),
        ("Salesforce.com", "Salesforce"),
        ("Fog.com", "Fog.com"),
        ("UNESP Universidade Estadual Paulista", "São Paulo State University"),
        (
            "US Center for Disease Control and Prevention",
            "Centers for Disease Control and Prevention",
        ),
        ("US Oslo University", "US Oslo University"),
        (
            "Oxford University Hospitals NHS Trust",
            "Oxford University Hospitals NHS Trust",
        ),
        ("University of Toronto Press", "University of Toronto Press"),
        ("Volda Teknik Üniversitesi", "Volda Technical University"),
        ("University of Malaysia Volda", "Universiti Malaysia Volda"),
        ("Universidad Fog & Tides Desarrollo", "Universidad Fog y Tides Desarrollo"),
        ("University of Wisconsin, Madison", "University of Wisconsin–Madison"),
        ("U Bonn", "University of Bonn"),
        ("TU Darmstadt", "Technical University of Darmstadt"),
        ("TU Berlin", "Technical University of Berlin"),
        ("TU Dresden", "TUD Dresden University of Technology"),
        ("Technische Universität Wien", "TU Wien"),
        ("Universidad de los Andes", "University of Los Andes"),
        ("U. of Michigan", "University of Michigan"),
        ("Uni Rostock", "University of Rostock"),
        ("WWU Münster", "University of Münster"),
        ("Univ. of Muenster", "University of Münster"),
        ("INRIA", "Inria"),
        ("Inria Paris", "Inria"),
        ("Caltech", "California Institute of Technology"),
        ("EPFL", "École Polytechnique Fédérale de Lausanne"),
        ("ETH Zürich", "ETH Zurich"),
        (
            "University of California at Santa Barbara",
            "University of California, Santa Barbara",
        ),
        ("UC Berkeley", "University of California, Berkeley"),
        ("UC-San Diego", "University of California, San Diego"),
        ("UC Merced", "University of California, Merced"),
        (
            "Univ. of Illinois at Urbana–Champaign",
            "University of Illinois Urbana-Champaign",
        ),
        ("UIUC", "University of Illinois Urbana-Champaign"),
        ("The University of Texas at Austin", "University of Texas at Austin"),
        ("SUNY Albany", "University at Albany"),
        ("SUNY Geneseo", "State University of New York at Geneseo"),
        ("IIT Patna", "Indian Institute of Technology Patna"),
        ("IIT-Kanpur", "Indian Institute of Technology Kanpur"),
        ("TU Graz", "Graz University of Technology"),
        ("TU Ilmenau", "Ilmenau University of Technology"),
        ("Technische Universität München", "Technical University of Munich"),
        ("Universität Wien", "University of Vienna"),
        ("Universität Erfurt", "University of Erfurt"),
        ("Università di Parma", "University of Parma"),
        ("Università degli Studi di Torino", "University of Turin"),
        ("Politecnico di Bari", "Polytechnic University of Bari"),
        ("Universidad de Málaga", "University of Málaga"),
        ("Universidad Nacional de Rosario", "National University of Rosario"),
        ("Universidade do Porto", "University of Porto"),
        ("Universidade Federal de Viçosa", "Federal University of Viçosa"),
        ("Université de Genève", "University of Geneva"),
        ("Universiteit Utrecht", "Utrecht University"),
        (
            "MPI for Gravitational Physics",
            "Max Planck Institute for Gravitational Physics",
        ),
        ("Harvard Robotics Lab", "Harvard Robotics Laboratory"),
        (
            "Center for Signal & Image Processing",
            "Center for Signal and Image Processing",
        ),
        ("Texas A & M University", "Texas A&M University"),
        ("UNIVERSITY OF OSLO", "University of Oslo"),
        ("Massachusetts Inst. of Technology", "Massachusetts Institute of Technology"),
        ("Adobe, Inc.", "Adobe"),
        ("{\\'E}cole Polytechnique", "École Polytechnique"),
        ("Nowhere Institute of Slow Science", "Nowhere Institute of Slow Science"),
        ("Stockholms universitet", "Stockholm University"),
        ("Universitetet i Stavanger", "University of Stavanger"),
        ("Ege Üniversitesi", "Ege University"),
        ("Università dell'Insubria", "University of Insubria"),
        ("Universidad Católica de Temuco", "Catholic University of Temuco"),
        ("Medizinische Universität Graz", "Medical University of Graz"),
        ("Universidade Estadual do Ceará", "State University of Ceará"),
        ("Institut Teknologi Sumatera", "Sumatera Institute of Technology"),
        ("NIT Trichy", "National Institute of Technology Tiruchirappalli"),
        ("UFABC", "Federal University of ABC"),
    ],
)
def test_a_name_is_made_normal(surface, name):
    assert institution_name(surface) == name


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        # legal forms say nothing of who it is
        ("Ferrolite GmbH", "Ferrolite"),
        ("Lumen Robotics, Inc.", "Lumen Robotics"),
        ("Fog & Sons Pvt. Ltd.", "Fog and Sons"),
        ("Incorporated Fog", "Incorporated Fog"),
        # shouted names
        ("INSTITUTE OF TIDES AND FOG", "Institute of Tides and Fog"),
        ("ST. MARY'S HOSPITAL VOLDA", "St. Mary's Hospital Volda"),
        ("VOLDA LAB", "VOLDA LAB"),  # too short to know it from acronyms
        # marks, brackets and articles around
        ("the Volda Institute of Fog", "Volda Institute of Fog"),
        ("*Volda Institute of Fog,†", "Volda Institute of Fog"),
        ("& Volda Institute of Fog &", "Volda Institute of Fog"),
        ("Volda Institute of Fog (VIF)", "Volda Institute of Fog (VIF)"),
        ("Volda Institute of Fog (VIF", "Volda Institute of Fog (VIF)"),
        # cities by their English names
        ("Universität Tuebingen", "University of Tübingen"),
        ("Università di Mantova", "University of Mantua"),
        # a sentence in another language is no city
        ("Universidade do Estado de Santa Catarina",
         "Universidade do Estado de Santa Catarina"),
    ],
)  # fmt: skip
def test_a_name_that_no_table_has_is_made_normal_by_rules(surface, name):
    assert institution_name(surface) == name


@pytest.mark.parametrize(
    "spellings",
    [
        ("Univ. of Oslo", "University of Oslo", "UNIVERSITY OF OSLO", "Oslo University"),
        ("Inst. of Fog", "Institute of Fog", "The Institute of Fog"),
        ("MPI für Nebel", "Max-Planck-Institut für Nebel", "Max Planck Inst. für Nebel"),
        ("UC Volda", "University of California at Volda",
         "Univ. of California, Volda"),
        ("Fog & Sons", "Fog and Sons", "Fog and Sons Ltd"),
    ],
    ids=lambda spellings: spellings[0],
)  # fmt: skip
def test_spellings_of_one_institution_meet(spellings):
    assert len({institution_name(each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of California, Davis", "University of California, Irvine"),
        ("Volda Institute of Fog", "Volda Institute of Tides"),
        ("TU Berlin", "University of Berlin"),
        ("IIT Madras", "NIT Madras"),
        ("Boston University", "Boston College"),
    ],
)
def test_neighbours_stay_apart(one, other):
    assert institution_name(one) != institution_name(other)


@given(st.text("UnivofOsl& .,()MITde'é{}*", max_size=40))
def test_any_string_has_a_normal_name_without_blanks_around(surface):
    name = institution_name(surface)
    assert name == name.strip()


@given(st.sampled_from(["Volda", "Fog", "Tides", "Oslo"]),
       st.sampled_from(["University of {}", "TU {}", "Institute for {}", "{} GmbH"]))  # fmt: skip
def test_a_normal_name_is_its_own_normal_name(place, pattern):
    name = institution_name(pattern.format(place))
    assert institution_name(name) == name
    found = known(name)
    assert found is None or found.name == name
