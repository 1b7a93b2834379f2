import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.name_alignment import align_name
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

NAMES = [
    "Northwestern University",
    "University of Chicago",
    "University of California, Berkeley",
    "Rye Institute of Baking",
    "Hospital of Hythe",
]


@pytest.fixture(scope="module")
def index():
    return index_registry([Organisation(name, name) for name in NAMES])


def aligned(index, text, name):
    parsed = parse_affiliation(text, index)
    found = align_name(index.name(index.exact(name_key(name))), parsed, index)
    words = parsed.words[found.stretch.start : found.stretch.end]
    return found, " ".join(word.raw for word in words)


@pytest.mark.parametrize(
    ("text", "name", "stretch", "exact"),
    [
        ("Northwestern University, Chicago", NAMES[0], "Northwestern University", True),
        # No comma takes the place of a small word.
        ("Northwestern University, Chicago", NAMES[1], "University Chicago", False),
        ("Univ. of Chicago, Chicago", NAMES[1], "Univ Chicago", True),
        ("Univ. of California, Berkeley", NAMES[2], "Univ California Berkeley", True),
        ("Inst. of Baking, 5 High St, Rye", NAMES[3], "Inst Baking", False),
        (
            "Baking Research Institute of Rye",
            NAMES[3],
            "Baking Research Institute Rye",
            False,
        ),
    ],
)
def test_where_a_name_lies(index, text, name, stretch, exact):
    found, words = aligned(index, text, name)
    assert words == stretch
    assert found.exact is exact


def test_order_and_parts_count(index):
    same, _ = aligned(index, "Rye Institute of Baking", NAMES[3])
    other, _ = aligned(index, "Baking Institute of Rye", NAMES[3])
    parted, _ = aligned(index, "Institute of Baking, Rye", NAMES[3])
    assert same.ordered
    assert same.whole
    assert not other.ordered
    assert same.similarity > parted.similarity
    assert same.similarity > other.similarity
    assert (same.cover, other.cover) == (1.0, 1.0)
