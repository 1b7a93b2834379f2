import pytest

from kg.resolution.terms.data_set_contexts import near_data_set_word, read_sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Results on the [Xyz] corpus are good.", "headed"),
        ("We train on the [Xyz] (XY) speech corpus.", "headed"),
        ("We release [Xyz], a large corpus of rye.", "called"),
        ("It is a treebank called [Xyz] for all.", "called"),
        ("On datasets such as Abc, Def-2 and [Xyz] it works.", "listed"),
        ("Two data sets, [Xyz] and Abc, are used.", "listed"),
        ("We use the Abc, [Xyz] and Def datasets.", "among"),
        ("All in the [Xyz] database.", "base"),
        ("The accuracy on [Xyz] is high.", "evaluated"),
        ("State-of-the-art results on Abc, Def and [Xyz] follow.", "evaluated"),
        ("It runs on [Xyz] well.", None),
        ("We need a large [Xyz] corpus.", None),
        ("The results are good. We work on [Xyz] now.", None),
        ("The [Xyz] benchmark-based test.", None),
        ("We use [Xyz] for it.", None),
    ],
)
def test_words_around_a_name_tell_a_data_set(text, sign):
    before, rest = text.split("[")
    name, behind = rest.split("]")
    assert name == "Xyz"
    assert read_sign(before, behind) == sign


def test_a_word_for_data_sets_is_near_or_it_is_not():
    text = "The Xyz corpora. " + "It rains. " * 20 + "Abc"
    assert near_data_set_word(text, 4, 7)
    assert not near_data_set_word(text, len(text) - 3, len(text))
