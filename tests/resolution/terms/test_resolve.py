from kg.resolution.resolve import resolve
from tests.resolution.builders import defining, named, page, term, together


def test_a_broader_term_is_linked_and_not_merged():
    names = ("two-layer ReLU networks", "ReLU network", "neural nets")
    resolution = resolve([page(n, term(name)) for n, name in enumerate(names)])
    ids = [entity for (entity,) in resolution.mentions]
    assert len(set(ids)) == 3
    assert set(resolution.broader) == {(ids[0], ids[1]), (ids[1], ids[2])}


def test_words_in_another_order_join_where_both_are_written():
    pages = [
        page(1, term("rate of contraction")),
        page(2, term("contraction rates"), term("contraction rate")),
    ]
    assert together(resolve(pages))
    (label,) = {name for row in named(resolve(pages)) for name in row}
    assert label in ("contraction rate", "contraction rates")
    called = defining(3, "RoC", "rate of contraction")
    assert not together(resolve([pages[1], called]))
