from kg.resolution.resolve import resolve
from tests.resolution.terms.test_term_use import extraction


def test_a_data_set_is_one_node_with_and_without_its_head():
    read = [
        extraction(n, None, f"Accuracy on {name} is high.", terms=[name])
        for n, name in enumerate(["Rye-10 dataset", "Rye-10", "GPS dataset", "GPS"])
    ]
    read += [extraction(9, None, "We test on Rye-10.", "GPS is old, GPS is new.",
                        terms=["Rye-10", "GPS"])]  # fmt: skip
    mentions = resolve(read).mentions
    first, second, third, fourth = (own[0] for own in mentions[:4])
    assert first == second
    assert third != fourth


def test_several_words_or_other_letters_are_not_the_same_name():
    names = ["EDGE", "EDGeS corpus", "Seed Matching", "Seed Matching datasets"]
    read = [
        extraction(n, None, f"Accuracy on the {name} is high.", terms=[name])
        for n, name in enumerate(names)
    ]
    read += [extraction(9, None, "The EDGE corpus, and the Seed Matching corpus.",
                        terms=["EDGE", "Seed Matching"])]  # fmt: skip
    ids = [own[0] for own in resolve(read).mentions[:4]]
    assert len(set(ids)) == 4
