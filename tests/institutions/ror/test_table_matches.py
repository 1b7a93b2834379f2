import pytest

from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.table_matches import named_institutions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1Stanford University", ["Stanford University"]),
        (
            "¹Stanford University ²UC Berkeley ³Meta AI",
            ["Stanford University", "University of California, Berkeley", "Meta AI"],
        ),
        (
            "1University of Leeds, 2University of York",
            ["University of Leeds", "University of York"],
        ),
        (
            "Yale University & Harvard University & Brown University",
            ["Yale University", "Harvard University", "Brown University"],
        ),
        (
            "University of California, Los Angeles and San Diego",
            [
                "University of California, Los Angeles",
                "University of California, San Diego",
            ],
        ),
        (
            "Ann Lee (Univ. of Toronto), Bo Chen (McGill), Carl Diaz (UBC)",
            [
                "University of Toronto",
                "McGill University",
                "University of British Columbia",
            ],
        ),
        (
            "UC Davis1, UC Irvine2",
            ["University of California, Davis", "University of California, Irvine"],
        ),
        (
            "ETH Zürich and UC Berkeley1 + USA and Switzerland",
            ["ETH Zurich", "University of California, Berkeley"],
        ),
        (
            "University of the Basque Country UPV/EHU, Spain",
            ["University of the Basque Country"],
        ),
        ("Sapienza, Rome University", ["Sapienza University of Rome"]),
        (
            "Univ Engn & Technol, Hanoi, Vietnam",
            ["University of Engineering and Technology"],
        ),
        ("Volda University Maryland, Baltimore", ["Volda University Maryland"]),
        ("Physics University Maryland", ["University of Maryland, College Park"]),
        ("National University Singapore", ["National University of Singapore"]),
        ("General Hospital, Bergen", []),
        ("Faculty of Medicine, Porto", []),
        ("Independent Researcher, Berlin, Germany", []),
        ("Nowhere", []),
        ("Boston", []),
        ("Leeds, UK", []),
        ("MIT, Pune, India", ["MIT"]),
        ("Kyoto", []),
        ("Stanford", ["Stanford University"]),
        ("Acme Robotics Inc.", ["Acme Robotics"]),
        ("H2O.ai", ["H2O.ai"]),
        ("Acme Robotics, Berlin, Germany", ["Acme Robotics"]),
        ("UCL, Louvain-la-Neuve, Belgium", ["UCL"]),
        ("UCL, London, UK", ["University College London"]),
    ],
)
def test_names(text, names):
    assert [each.name for each in named_institutions(clean_affiliation(text))] == names


def test_places_are_those_of_the_text():
    text = "1University of Leeds²; ³MIT"
    found = [
        text[each.start : each.end]
        for each in named_institutions(clean_affiliation(text))
    ]
    assert found == ["University of Leeds", "MIT"]
