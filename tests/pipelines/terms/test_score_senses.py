from kg.records import Document, Extraction, Link, Mention
from pipelines.terms.score_senses import (
    answer_by_folds,
    collect_questions,
    learn_weights,
)


def _page(number, *terms, long):
    """A document on some terms that explains SLF as `long`."""
    mentions = [
        Mention(place, place + 1, "concept", name, name)
        for place, name in enumerate(("SLF", long, *terms))
    ]
    link = Link("abbreviation", mentions[0], mentions[1], 0, 1)
    document = Document(f"d{number}", "s", "x" * 9, ())
    return Extraction(document, tuple(mentions), (link,))


PAGES = [
    *(_page(n, "oak", "moss", long="slow lattice fungus") for n in range(5)),
    *(_page(n, "rent", "lease", long="short letting form") for n in range(5, 9)),
]


def test_a_field_tells_the_meaning_of_a_short_form():
    agreed, asked = collect_questions(PAGES)
    assert len(asked) == len(PAGES)
    assert all(question.truth.sum() == 1 for question in asked)
    assert 0.5 < agreed < 1
    assert learn_weights(asked)[3] > 0  # a shared term speaks for a meaning


def test_answers_are_learned_from_other_short_forms():
    _, asked = collect_questions(PAGES)
    dealt = [q._replace(fold=n % 2) for n, q in enumerate(asked)]
    found = answer_by_folds(dealt)
    assert len(found) == len(dealt)
    assert all(right for likely, right in found if likely > 0.9)
