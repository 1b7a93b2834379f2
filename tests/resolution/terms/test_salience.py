from itertools import permutations

import pytest

from kg.records import Entity
from kg.resolution.resolve import resolve
from kg.resolution.terms.background_counts import Background, title_shares
from kg.resolution.terms.salience import FEATURES, add_salience, term_features
from kg.resolution.terms.term_use import corpus_use
from tests.resolution.terms.test_term_use import extraction, resolution

NOTHING_KNOWN = Background(title_shares({"": (10, 3)}), title_shares({"": (10, 3)}))


def _works():
    """Give works on grains, each of which has an accuracy."""
    grains = ["rye bread", "oat porridge", "corn flakes"]
    return [
        extraction(
            10 * kind + n,
            f"On {grain}",
            f"We study {grain}.",
            f"The accuracy is high, and {grain} good.",
            terms=[grain, "accuracy"],
        )
        for kind, grain in enumerate(grains)
        for n in range(4)
    ]


def test_a_subject_of_a_field_unheard_of_says_more_than_what_all_works_have():
    read = _works()
    found = add_salience(read, resolution(read), NOTHING_KNOWN)
    salience = {entity.name: entity.salience for entity in found.entities}
    assert (
        salience["accuracy"] < 0.5 < min(salience["rye bread"], salience["corn flakes"])
    )
    assert all(0 <= value <= 1 for value in salience.values())


def test_resolution_adds_it_to_terms_alone_in_any_order_of_documents():
    read = _works()[:3]
    found = [resolve([read[i] for i in order]) for order in permutations(range(3))]
    assert len({each.entities for each in found}) == 1
    kinds = {e.kind: e.salience is None for e in found[0].entities}
    assert kinds == {"concept": False, "work": True}


def test_features_have_their_names_and_are_numbers_even_of_what_is_nowhere():
    corpus = corpus_use([], resolution([]))
    values = term_features(Entity("concept:x", "concept", "GAN"), corpus, NOTHING_KNOWN)
    assert tuple(values) == FEATURES
    assert values["residual idf"] == 0
    assert (values["capital"], values["single word"], values["constant"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("names", "elsewhere"), [(("rye",), 0.9), (("grain", "rye"), 0.9), (("oats",), 0.3)]
)
def test_without_works_a_term_has_the_share_of_titles_that_it_has_elsewhere(
    names, elsewhere
):
    known = Background(
        title_shares({"rye": (1000, 900), "corn": (2000, 0)}),
        title_shares({"rye": (10, 3)}),
    )
    corpus = corpus_use([], resolution([]))
    name, *aliases = names
    entity = Entity("concept:x", "concept", name, tuple(aliases))
    title = term_features(entity, corpus, known)["title"]
    assert (title > 0) == (elsewhere > 0.5)
