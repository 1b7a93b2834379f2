from kg.resolution.terms.data_set_signs import count_signs
from tests.resolution.terms.test_term_use import extraction


def test_places_within_words_and_longer_names_are_none_of_the_name():
    read = extraction(0, None, "Of Xyz-like and AbcXyz, the Old Xyz corpus.", terms=[])
    signs = count_signs([read.document], ["Xyz"])["Xyz"]
    assert dict(signs) == {None: 1}
