import pytest

from kg.resolution.resolve import resolve
from tests.resolution.builders import named, page, person, term


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["Samy Jelassi", "Jelassi, Samy", "Jelassi, Samy"], "Samy Jelassi"),
        (["Jerome Bolte", "Jérôme Bolte"], "Jérôme Bolte"),
        (["JOAN BRUNA", "JOAN BRUNA", "Joan Bruna"], "Joan Bruna"),
    ],
)
def test_a_person_is_called_by_the_fullest_form(names, label):
    pages = [page(n, person(name)) for n, name in enumerate(names)]
    assert {row[0] for row in named(resolve(pages))} == {label}


@pytest.mark.parametrize(
    ("forms", "label"),
    [
        (["Neural networks", "neural networks", "neural network"], "neural networks"),
        (["Neural networks", "Neural networks", "neural networks"], "neural networks"),
        (["mean-field", "mean field", "mean-field"], "mean-field"),
        (
            ["Gaussian mixture", "gaussian mixture", "Gaussian mixture"],
            "gaussian mixture",
        ),
        (["ADAM", "Adam", "Adam"], "Adam"),
    ],
)
def test_a_term_is_called_what_people_write_most(forms, label):
    resolution = resolve([page(n, term(form)) for n, form in enumerate(forms)])
    (entity,) = [e for e in resolution.entities if e.kind == "concept"]
    assert entity.name == label
    assert set(entity.aliases) == set(forms) - {label}


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        (["method", "concept", "method"], "method"),
        (["concept", "method"], "concept"),
        (["method", "concept"], "method"),
    ],
)
def test_a_term_has_the_kind_given_most_then_first(kinds, kind):
    resolution = resolve([page(n, term("boosting", k)) for n, k in enumerate(kinds)])
    assert {row[0] for row in resolution.mentions} == {f"{kind}:boosting"}
