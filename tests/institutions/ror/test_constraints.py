import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_matches import RegistryMatcher
from kg.institutions.ror.registry_record import Organisation

UK, US, BE, CA = "United Kingdom", "United States", "Belgium", "Canada"
OTHERS = [
    Organisation(f"{kind}/{city}", f"{kind} {city}", city=city, country=UK)
    for city in ("Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe")
    for kind in ("University of", "Institute of Technology", "Hospital of")
]
MATCHER = RegistryMatcher(
    index_registry(
        [
            Organisation("rye", "University of Rye", city="Rye", country=UK),
            Organisation("rye-ca", "Rye University", city="Toronto", country=CA),
            Organisation("boston", "Boston University", city="Boston", country=US),
            Organisation(
                *("old", "Zyx University", ("Quux College",)), city="Elmira", country=US
            ),
            Organisation(
                "zq", "Zweig Quorum", acronyms=("ZQX",), city="Gent", country=BE
            ),
            Organisation(
                "athens", "University of Athens", city="Athens", country="Greece"
            ),
            Organisation("ga", "Oats Museum", city="Athens", country=US),
            Organisation(
                "hk", "Quince University", city="Kowloon", country="Hong Kong"
            ),
            Organisation("ibm", "Zorb (United States)", city="Elmira", country=US),
            *OTHERS,
        ]
    )
)


def found(text):
    return {each.organisation.id for each in MATCHER.match(text, least=0.0)}


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Boston", "boston"),
        ("OatsWorks, Boston", "boston"),
        ("Hospital of Girton College, Rye", "rye"),
        ("Quux College, Rye, UK", "old"),
        ("Quux College, Rye", "old"),
        ("ZQX, Boston, United States", "zq"),
        ("ZQX, Rye", "zq"),
        ("ZQX, Athens, GA", "zq"),
        ("Rye University", "rye"),
        ("University of Rye", "rye-ca"),
        ("University of Rye, Toronto, Canada", "rye"),
        ("Quince University, Gent, Belgium", "hk"),
    ],
)
def test_ruled_out(text, organisation):
    assert organisation not in found(text)


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Boston Univ.", "boston"),
        ("Quux College, Elmira, NY", "old"),
        ("Quux College", "old"),
        ("ZQX, Gent, Belgium", "zq"),
        ("ZQX", "zq"),
        ("Rye University", "rye-ca"),
        ("University of Rye, Rye, UK", "rye"),
        ("University of Rye and Zweig Quorum, Belgium", "rye"),
        ("Quince University, China", "hk"),
        ("Zorb, Gent, Belgium", "ibm"),
    ],
)
def test_not_ruled_out(text, organisation):
    assert organisation in found(text)
