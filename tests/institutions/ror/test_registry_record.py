import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.ror.registry_record import (
    Organisation,
    from_json,
    read_record,
    to_json,
)

TEXTS = st.lists(st.text(max_size=9), max_size=3).map(tuple)


@given(
    st.builds(
        Organisation,
        *(st.text(), st.text(), TEXTS, TEXTS, TEXTS, TEXTS),
        city=st.text(),
        relations=st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
    )
)
def test_there_and_back(organisation):
    assert from_json(to_json(organisation)) == organisation


def test_the_second_schema_of_ror():
    record = {
        "id": "rye",
        "names": [
            {"value": "University of Rye", "types": ["ror_display", "label"]},
            {"value": "URYE", "types": ["acronym"]},
            {"value": "Rye College", "types": ["alias"]},
        ],
        "locations": [{"geonames_details": {"name": "Rye", "country_name": "France"}}],
        "types": ["Education"],
        "relationships": [{"type": "Parent", "id": "oats", "label": "Oats"}],
    }
    assert read_record(record) == Organisation(
        id="rye",
        name="University of Rye",
        aliases=("Rye College",),
        acronyms=("URYE",),
        types=("education",),
        city="Rye",
        country="France",
        relations=(("parent", "oats"),),
    )


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        {"id": "a"},
        {"id": "a", "name": " "},
        {"id": "a", "name": "Rye", "aliases": "Rye"},
        {"id": "a", "name": "Rye", "city": 5},
        {"id": "a", "names": [{"value": "Rye"}]},
    ],
)
def test_what_is_wrong_is_told(record):
    assert isinstance(read_record(record), str)
