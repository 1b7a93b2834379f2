import pytest

from kg.institutions.location import city_in, place_behind


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", 33615 Bielefeld, Germany", ("Bielefeld", "Germany")),
        (", 12 Main St, Bartown BT1 5XY, UK", ("Bartown", "United Kingdom")),
        (", F-91405 Orsay Cedex, France", ("Orsay", "France")),
        (", Pittsburgh, PA 15213", ("Pittsburgh", "United States")),
        (", Athens, GA", ("Athens", "United States")),
        (", Toronto, CA", ("Toronto", None)),
        (", Cambridge, Massachusetts", ("Cambridge", "United States")),
        (", Beijing, P. R. China", ("Beijing", "China")),
        (", Taipa, Macau, Peoples R China", ("Macau", "Macao")),
        (", Hong Kong SAR, China", (None, "Hong Kong")),
        (" (Singapore)", ("Singapore", "Singapore")),
        (", Department of Physics, Cairo, Egypt", ("Cairo", "Egypt")),
        (", Bartown", (None, None)),
        (", Bartown 310018, Zhejiang, Peoples R China", ("Bartown", "China")),
        (", Footown, Aichi 4648601, Japan", ("Footown", "Japan")),
        (", D-99999 Bartown, Fooland, Germany", ("Bartown", "Germany")),
        (", Gyeonggi Do, South Korea", (None, "South Korea")),
        (", Nada Ku, Bartown, Hyogo, Japan", ("Bartown", "Japan")),
        (", Bartown VIC 3800, Australia", ("Bartown", "Australia")),
        (", DK 8200 Bartown, Denmark", ("Bartown", "Denmark")),
        (", Avon, CT, USA", ("Avon", "United States")),
        (", NL-5600 MB Bartown, Netherlands", ("Bartown", "The Netherlands")),
        (", 1925 N. 12 St. Philadelphia, PA, USA", ("Philadelphia", "United States")),
        (" Co, I-73100 Bartown, Italy", ("Bartown", "Italy")),
        (", Inst Fog Res, Barland, Norway", ("Barland", "Norway")),
        (", Inst Fog Res, Norway", (None, "Norway")),
        (", Marino Neurol Units, Norway", (None, "Norway")),
        (", Bartown, MA (T.B.H.), USA", ("Bartown", "United States")),
        (", Qu ´ebec, Canada", ("Québec", "Canada")),
        ("", (None, None)),
    ],
)
def test_city_and_country_stand_behind(behind, expected):
    assert place_behind(behind) == expected


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("University of Oxford", "Oxford"),
        ("New York University", "New York"),
        ("University of California, Berkeley", "Berkeley"),
        ("University of Georgia", None),
        ("University of Washington", None),
        ("University of Chile", None),
        ("Harvard University", None),
        ("CERN", None),
    ],
)
def test_universities_are_called_after_cities(name, city):
    assert city_in(name) == city
