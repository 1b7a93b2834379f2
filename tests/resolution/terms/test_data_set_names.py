import pytest

from kg.resolution.terms.data_set_names import read_data_set_name


@pytest.mark.parametrize(
    ("name", "stem", "head"),
    [
        ("TIMIT", "TIMIT", ""),
        ("Wall Street Journal", "Wall Street Journal", ""),
        ("SemEval 2010 Task 8 dataset", "SemEval 2010 Task 8", "dataset"),
        ("Penn Treebank", "Penn", "Treebank"),
        ("arXiv usage data set", "arXiv usage", "data set"),
        ("Hymns of the North", "Hymns of the North", ""),
    ],
)
def test_names_have_capitals_or_digits(name, stem, head):
    assert read_data_set_name(name)[:2] == (stem, head)


@pytest.mark.parametrize(
    "name",
    [
        *("large corpora", "rye", "MDPs", "XY", "1000", "synthetic 1000 samples"),
        *("RSSI fingerprint", "MNIST-like datasets", "500-million-word corpus"),
        *(
            "English-German",
            "German-to-English corpus",
            "machine-translated News corpus",
        ),
    ],
)
def test_what_any_may_be_is_no_name(name):
    assert read_data_set_name(name) is None


def test_marked_names_are_told_from_words_with_a_capital():
    names = ["IMDb", "STL-10", "text8", "Brown corpus"]
    assert [read_data_set_name(n).is_marked for n in names] == [True, True, True, False]
    heads = ["Xyz corpus", "Xyz data sets", "Xyz test set", "Xyz"]
    same = [read_data_set_name(head).names_the_same for head in heads]
    assert same == [True, True, False, False]
