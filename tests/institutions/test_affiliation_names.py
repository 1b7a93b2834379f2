import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.affiliation_names import names_in_affiliation


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        # what databases cut
        ("Volda Inst Sci & Technol, Dept Phys, Volda, Norway",
         ["Volda Institute of Science and Technology"]),
        ("Volda Res Council VRC, Bergen, Norway", ["Volda Research Council"]),
        ("Oslo Univ Hosp, Dept Surg, Oslo, Norway", ["Oslo University Hospital"]),
        ("Warsaw Univ Technol, Warsaw, Poland", ["Warsaw University of Technology"]),
        ("Univ Texas, Dept Phys, Austin, TX USA", ["University of Texas at Austin"]),
        ("Dept Elect Engn, Lab Tides, Volda, Norway", []),
        ("Volda Natl Hlth Syst, Bergen, Norway", ["Volda National Health System"]),
        ("Univ Massachusetts Dartmouth, Dept Phys, Dartmouth, MA USA",
         ["University of Massachusetts Dartmouth"]),
        ("Zuzana Fog is Warsaw Univ Technol, Dept Phys, Warsaw, Poland",
         ["Warsaw University of Technology"]),
        ("Univ Volda 2, Dept Phys, Bergen, Norway", ["University of Volda 2"]),
        ("Univ Volda II, Bergen, Norway", ["University of Volda II"]),
        ("Volda Photon Inst TeCIP, Bergen, Norway", ["Volda Photonics Institute"]),
        # what is known, with a room or an address around it
        ("FT-lO University of Washington Seattle WA 98195", ["University of Washington"]),
        ("571 Evans Hall University of California Berkeley, CA 94720",
         ["University of California, Berkeley"]),
        ("Charles H. Dyson School of Tides, Yale University", ["Yale University"]),
        ("3400 N. Charles St., Baltimore, MD", []),
        ("Seoul Fog Univ SeoulFog, Seoul, South Korea", ["Seoul Fog University"]),
        ("The Alan Turing InstituteCSIRO", ["Alan Turing Institute",
         "Commonwealth Scientific and Industrial Research Organisation"]),
        ("UC SanDiego", ["University of California, San Diego"]),
        ("One Memorial Drive, Cambridge MA 02142 USA", []),
        # "and"
        ("Volda Science Lab and Department of Tides", ["Volda Science Laboratory"]),
        ("Fog Telegraph and Tide Corporation, Oslo", ["Fog Telegraph and Tide Corporation"]),
        ("Department of Fog & Institute of Cognitive Science, Yale University",
         ["Yale University"]),
        ("Volda Institute for Quality- and Tide Development, Oslo",
         ["Volda Institute for Quality- and Tide Development"]),
        # companies
        ("Fjord Systems GmbH & Co. KG, Bremen, Germany", ["Fjord Systems"]),
        ("Bluefish Software Sdn Bhd, Ipoh, Malaysia", ["Bluefish Software"]),
        ("AT &T Labs", ["AT&T Labs"]),
        # marks, accents, ligatures
        ("1Univ. of Leeds", ["University of Leeds"]),
        ("Oxford2", ["University of Oxford"]),
        ("Universit´e Laval", ["Université Laval"]),
        ("University of Sheﬃeld Dept. of Physics", ["University of Sheffield"]),
        # parts
        ("Computer Science Carnegie Mellon University", ["Carnegie Mellon University"]),
        ("Institute of Tides and Center for Fog, Oslo University, Oslo",
         ["University of Oslo"]),
        ("Dept. of IESE, University of Leeds", ["University of Leeds"]),
        ("Stanford's AI Lab", ["Stanford University"]),
        ("Research Laboratory", []),
        ("Volda Centre for Research in the Arts",
         ["Volda Centre for Research in the Arts"]),
        ("Kyoto University1RIKEN", ["Kyoto University", "RIKEN"]),
        ("Volda Centre for Security, Reliability and Trust (VST)",
         ["Volda Centre for Security, Reliability and Trust"]),
        ("Fraunhofer Institute ABC (XYZ), Berlin", ["Fraunhofer Institute ABC"]),
        ("Univ Cote dAzur, Nice, France", ["Université Côte d'Azur"]),
        ("Univ Antwerp Imec, Antwerp, Belgium", ["University of Antwerp", "imec"]),
        ("Volda Inst Circuits VIS, Volda, Norway", ["Volda Institute of Circuits"]),
        # what only looks like one
        ("Rhodes Scholarship, University of Oxford", ["University of Oxford"]),
        ("Google PhD Fellowship", []),
        ("Volda University, School of Information Science, Tokyo",
         ["Volda University"]),
        # campuses
        ("Indian Inst Technol, Kanpur, Uttar Pradesh, India",
         ["Indian Institute of Technology Kanpur"]),
        ("Swiss Fed Inst Technol Zurich, Zurich, Switzerland", ["ETH Zurich"]),
    ],
)  # fmt: skip
def test_names(raw, names):
    assert [each.name for each in names_in_affiliation(raw)] == names


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Department of Music, UCLA", ["University of California, Los Angeles"]),
        (
            "CS Dept., Univ. of Illinois at Urbana–Champaign, USA & Google Brain; MIT",
            [
                "University of Illinois Urbana-Champaign",
                "Google Brain",
                "Massachusetts Institute of Technology",
            ],
        ),
        ("University of Tokyo, Kashiwa, Chiba, 277-8561, JAPAN", [
            "University of Tokyo"
        ]),
        ("Stanford University + Adobe Research", [
            "Stanford University",
            "Adobe Research",
        ]),
        ("Department of Electrical and Systems Engineering", []),
        ("Sanofi, Bridgewater, NJ, USA.", ["Sanofi"]),
        ("Lunit Inc. Seoul, South Korea", ["Lunit"]),
        ("Institute of Stochastics, University of Ulm, Germany", ["Ulm University"]),
        ("Univ. Lille, CNRS, Inria", [
            "University of Lille",
            "French National Centre for Scientific Research",
            "Inria",
        ]),
        ("University of California, Davis, CA, USA", [
            "University of California, Davis"
        ]),
        ("Microsoft Research and Tel-Aviv University, Israel", [
            "Microsoft Research",
            "Tel Aviv University",
        ]),
        ("Bosch Center for AI, CMU", [
            "Bosch Center for Artificial Intelligence",
            "Carnegie Mellon University",
        ]),
        ("Dept of Physics, PSU", ["Pennsylvania State University"]),
        ("Technion - Israel Institute of Technology", [
            "Technion – Israel Institute of Technology"
        ]),
        ("Univ. of British Columbia, Vancouver, BC V6T 1Z4, Canada", [
            "University of British Columbia"
        ]),
        ("a.holm@example.org", []),
        ("12 Long Street, Perth, Australia", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_that_the_table_has(raw, names):
    assert [c.name for c in names_in_affiliation(raw)] == names


def test_places_are_those_of_the_string():
    raw = "Dept Phys, Volda Inst Sci & Technol, Norway"
    surfaces = [raw[each.start : each.end] for each in names_in_affiliation(raw)]
    assert surfaces == ["Volda Inst Sci & Technol"]


@given(st.text("UnivofLeds. ,;&()´1A\n", max_size=50))
def test_any_string_is_read(raw):
    for each in names_in_affiliation(raw):
        assert 0 <= each.start < each.end <= len(raw)
        assert each.name
