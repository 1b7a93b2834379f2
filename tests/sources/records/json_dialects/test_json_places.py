import pytest

from kg.records import Affiliation
from kg.sources.records.json_dialects.json_places import places_of

ROR = "05dxps055"


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("Rye  Mill", [Affiliation("Rye Mill")]),
        (["Rye Mill", "Rye Mill", None], [Affiliation("Rye Mill")]),
        ({"name": "Mill", "country_code": "gb"}, [Affiliation("Mill", country="GB")]),
        ({"display_name": "Mill", "ror": f"https://ror.org/{ROR}"}, [Affiliation("Mill", ROR)]),
        ({"name": "Mill", "id": [{"id": f"https://ror.org/{ROR}", "id-type": "ROR"}]},
         [Affiliation("Mill", ROR)]),
        ({"name": "Mill", "ids": [{"type": "ror", "value": ROR}, {"type": "x", "value": "1"}]},
         [Affiliation("Mill", ROR)]),
        ({"name": "Mill", "affiliationIdentifier": "grid.1.2", "x": "GRID"}, [Affiliation("Mill")]),
        ({"authorAffiliation": [{"affiliation": "Mill"}, {"affiliation": "Yard"}]},
         [Affiliation("Mill"), Affiliation("Yard")]),
        ({"laboratory": "", "institution": "Mill", "location": {"settlement": "Rye"}},
         [Affiliation("Mill, Rye")]),
        ({"colour": "red"}, []),
        (None, []),
    ],
)  # fmt: skip
def test_places_are_read_by_their_looks(value, places):
    complaints = []
    assert list(places_of(value, complaints)) == places
    assert complaints == []


@pytest.mark.parametrize(
    ("value", "word"),
    [({"name": "Mill", "ror": "x"}, "ROR"), ({"name": "Mill", "country": "Narnia"}, "Narnia")],
)  # fmt: skip
def test_what_cannot_be_used_is_told(value, word):
    complaints = []
    assert list(places_of(value, complaints)) == [Affiliation("Mill")]
    assert word in complaints[0]


def test_what_is_nested_without_end_has_no_place():
    value = "Mill"
    for _ in range(9):
        value = [value]
    assert places_of(value, []) == ()
