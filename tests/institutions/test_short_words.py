import pytest

from kg.institutions.short_words import full_words, language_of, short_words


@pytest.mark.parametrize(
    ("phrase", "full"),
    [
        ("Oslo Inst Med Technol", "Institute Medical Technology"),
        ("Oslo Inst Trop Med", "Institute Tropical Medicine"),
        ("Univ Med & Hlth Sci", "University Medicine Health Sciences"),
        ("Res Inst Chem Def", "Research Institute Chemical Defense"),
        ("Inst Chem & Technol", "Institute Chemistry Technology"),
        ("Bergen Technol Univ", "Technological University"),
        ("Bergen Sci & Technol Univ", "Science Technology University"),
        ("Vet Affairs Volda Hlth Syst", "Veterans Health System"),
        ("Volda Clin", "Clinic"),
        ("Volda Clin Ctr", "Clinical Center"),
        ("Volda Vet Coll", "Veterinary College"),
        ("Univ Invest & Desarrollo", "Universidad Investigación"),
        ("Ctr Direzionale Volda", "Centro"),
        ("Tech Hsch Volda", "Technische Hochschule"),
        (
            "Ecole Natl Super Arts & Ind Text",
            "Nationale Supérieure Industries Textiles",
        ),
    ],
)
def test_words_are_completed_by_what_stands_beside_them(phrase, full):
    assert " ".join(full_words(phrase).values()) == full


@pytest.mark.parametrize(
    "phrase",
    ["Bundesanstalt Mat Forsch & Prufung", "Inst Telecomun", "Inst Sistemas & Comp"],
)
def test_of_a_name_all_words_are_completed_or_none(phrase):
    assert full_words(phrase) == {}


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("Univ Desarrollo Volda", "es"),
        ("Scuola Super Volda", "it"),
        ("Volda University", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_name_is_that_of_its_words(phrase, language):
    assert language_of(phrase) == language


def test_of_rows_without_condition_the_last_is_one_a_language():
    for choices in short_words().values():
        free = [choice.language for choice in choices if not choice.beside]
        assert len(free) == len(set(free))
