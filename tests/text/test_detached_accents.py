import pytest

from kg.text.detached_accents import DETACHED, accented_letter


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Universit´e Laval, Qu´ebec", "Université Laval, Québec"),
        (
            "Friedrich-Schiller-Universit ¨at Jena",
            "Friedrich-Schiller-Universität Jena",
        ),
        ("Universit ` a degli Studi di Pisa", "Università degli Studi di Pisa"),
        ("´Ecole Normale", "École Normale"),
        ("Bo˘gazic¸i University", "Boğaziçi University"),
        ("the `quoted' word", "the `quoted' word"),
        ("Universität", "Universität"),
    ],
)
def test_an_accent_is_set_on_its_letter(text, mended):
    assert DETACHED.sub(accented_letter, text) == mended
