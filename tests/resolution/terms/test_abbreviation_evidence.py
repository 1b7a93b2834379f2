from kg.records import Document, Extraction, Link, Mention
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import collect_names
from kg.resolution.terms.abbreviation_evidence import (
    FEATURES,
    WEIGHTS,
    SenseContext,
    corpus_agreement,
    dominant_senses,
    rank_senses,
    sense_features,
    sense_probability,
)
from kg.resolution.terms.abbreviations import collect_definitions


def _page(number, *names, short=None, long=None):
    """A document that mentions names, and may explain a short form."""
    mentions = [
        Mention(place, place + 1, "concept", name, name)
        for place, name in enumerate(dict.fromkeys(filter(None, (*names, short, long))))
    ]
    by_name = {mention.name: mention for mention in mentions}
    links = ()
    if long:
        links = (Link("abbreviation", by_name[short], by_name[long], 0, 1),)
    return Extraction(Document(f"d{number}", "s", "x" * 9, ()), tuple(mentions), links)


def _senses(pages):
    works = range(len(pages))
    nodes = collect_names(pages, kinds=("concept",))
    clusters = Clusters(len(nodes.names))
    defined = collect_definitions(pages, works, nodes)
    senses = rank_senses(defined, clusters)
    context = SenseContext(nodes, clusters, works)
    return senses, context


FREE = "free lattice machine"
FIVE = [
    _page(n, "cutting planes", "sparse grids", short="FLM", long=FREE) for n in range(5)
]


def test_words_of_the_long_form_speak_for_it():
    senses, context = _senses(
        [*FIVE, _page(9, "FLM", "lattice reduction"), _page(10, "FLM", "poetry")]
    )
    ((short, known),) = senses.items()
    near, far = (sense_features(n, short, known[0], known, context) for n in (5, 6))
    assert near["words"] > far["words"] == 0


def test_what_a_work_says_itself_is_no_evidence_on_it():
    senses, context = _senses([FIVE[0], FIVE[1]])
    ((short, known),) = senses.items()
    alone = sense_features(0, short, known[0], known, context)
    assert alone["definitions"] == 0.0
    assert alone["any term"] == 1.0  # of the other work
    senses, context = _senses([FIVE[0]])
    ((short, known),) = senses.items()
    assert sense_features(0, short, known[0], known, context)["any term"] == 0.0


def test_where_short_forms_have_many_meanings_one_definition_says_little():
    mixed = [
        _page(100 + n, short=f"S{n // 2}", long=f"long form {n}") for n in range(60)
    ]
    senses, _ = _senses([FIVE[0]])
    assert list(dominant_senses(senses).values())
    senses, _ = _senses([*mixed, FIVE[0]])
    assert corpus_agreement(senses) < 0.5
    assert not dominant_senses(senses)


def test_every_piece_has_a_weight_and_more_works_say_more():
    assert set(WEIGHTS) == set(FEATURES)
    found = dict.fromkeys(FEATURES[1:], 0.0)
    one = sense_probability(found | {"definitions": 1.0}, 0.9)
    assert one > sense_probability(found, 0.9) > sense_probability(found, 0.5)
    assert sense_probability(found | {"other definitions": 3.0}, 0.9) < one
