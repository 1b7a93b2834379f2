import pytest

from kg.analysis.counted_salience import OF_DATA_SETS, counted_salience


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"kind": "concept", "salience": 0.0}, 0.0),
        ({"kind": "method", "salience": 0.7}, 0.7),
        ({"kind": "concept", "is_data_set": True}, OF_DATA_SETS),
        ({"kind": "person"}, 1.0),
        ({"kind": "work", "salience": None}, 1.0),
    ],
)
def test_what_is_no_term_is_not_judged(attributes, expected):
    assert counted_salience(attributes) == expected
