import pytest

from kg.institutions.facts import facts_of
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.linker import AffiliationLinker
from kg.institutions.ror.registry_record import Organisation

CAMBRIDGE, OXFORD, PRESS = "x/013meh722", "x/052gg0110", "x/05dxps055"
TOWNS = [
    Organisation(f"x/{number}", f"University of Town {number}") for number in range(200)
]
UK = "United Kingdom"
REGISTRY = [
    Organisation(CAMBRIDGE, "University of Cambridge", city="Cambridge", country=UK),
    Organisation(OXFORD, "University of Oxford", city="Oxford", country=UK),
    Organisation(
        PRESS,
        "Bodleian Institute",
        city="Oxford",
        country=UK,
        relations=(("parent", OXFORD),),
    ),
    *TOWNS,
]
RAW = "Dept. of Geology, University of Oxford, Oxford, UK"


@pytest.fixture(scope="module")
def linker():
    return AffiliationLinker(index_registry(REGISTRY))


def test_words_that_name_somebody_else_for_certain_win_over_an_id(linker):
    (found,) = linker.link(RAW, ror=CAMBRIDGE)
    assert (found.ror, found.doubted) == (OXFORD, CAMBRIDGE)
    assert facts_of(found).doubted == "013meh722"


@pytest.mark.parametrize(
    ("raw", "ror"),
    [
        (RAW, OXFORD),
        (RAW, PRESS),  # whoever writes of the whole may mean a part
        ("Bodleian Institute, Oxford, UK", OXFORD),
        ("Dept. of Geology, Camford", CAMBRIDGE),  # nobody whom the registry has
        ("", CAMBRIDGE),
    ],
)
def test_else_the_id_decides(linker, raw, ror):
    (found,) = linker.link(raw, ror=ror)
    assert (found.ror, found.doubted) == (ror, None)


def test_an_id_of_one_speaks_against_no_other(linker):
    found = linker.link("Univ. Cambridge & University of Oxford, UK", ror=CAMBRIDGE)
    assert [(e.ror, e.doubted) for e in found] == [(CAMBRIDGE, None), (OXFORD, None)]
