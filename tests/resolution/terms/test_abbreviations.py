import pytest

from kg.resolution.resolve import resolve
from tests.resolution.builders import defining, named, page, term, together


def test_a_short_form_joins_the_one_long_form_and_never_labels_it():
    resolution = resolve(
        [
            defining(1, "PLM", "pruned lattice machines"),
            page(2, term("PLMs")),
            page(3, term("PLM")),
            page(4, term("PLM training")),
            page(5, term("pruned lattice machine training")),
        ]
    )
    assert {name for row in named(resolution)[:3] for name in row} == {
        "pruned lattice machines"
    }
    assert together(resolution, (3, 0), (4, 0))


def test_documents_decide_a_short_form_of_several_meanings():
    resolution = resolve(
        [
            defining(1, "PLM", "pruned lattice machine", term("PLM")),
            defining(2, "PLM", "private label market"),
            page(3, term("PLM")),
        ]
    )
    assert named(resolution) == [
        ["pruned lattice machine"] * 3,
        ["private label market"] * 2,
        ["PLM"],
    ]
    assert any(m.rule == "abbreviation unclear" for m in resolution.merges)


def test_a_rare_second_meaning_stays_in_its_document():
    usual = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    resolution = resolve(
        [*usual, defining(6, "PLM", "private label market"), page(7, term("PLM"))]
    )
    assert named(resolution)[5] == ["private label market"] * 2
    assert named(resolution)[6] == ["pruned lattice machine"]


def test_long_forms_that_differ_in_one_ending_are_one_and_others_are_not():
    nets = [
        defining(1, "RAN", "rough adversarial nets"),
        defining(2, "RAN", "rough adversarial networks"),
    ]
    assert together(resolve(nets))
    equations = [
        defining(1, "SDE", "stochastic differential equation"),
        defining(2, "SDE", "stochastic difference equation"),
    ]
    assert not together(resolve(equations))


@pytest.mark.parametrize(
    ("short", "one", "other", "same"),
    [
        ("QSI", "queue strength indicator", "queue strength indication", True),
        ("QRF", "queued random field", "queued random field model", True),
        ("SDE", "stochastic differential equation", "stochastic equation", False),
        ("QN", "queue network", "queue node", False),
    ],
)
def test_an_abbreviation_joins_what_differs_in_an_ending_or_a_kind_of_thing(
    short, one, other, same
):
    pages = [defining(1, short, one), defining(2, short, other)]
    assert together(resolve(pages), (0, 1), (1, 1)) == same


def test_a_compound_goes_with_its_own_document():
    pages = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    pages.append(page(6, term("regular pruned lattice machine")))
    pages.append(defining(7, "PLM", "private label market", term("regular PLM")))
    resolution = resolve(pages)
    other = resolution.mentions[6][2]
    assert other != resolution.mentions[5][0]
    assert other not in dict(resolution.broader)
