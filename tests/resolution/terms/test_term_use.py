import math

import pytest

from kg.records import Document, Entity, Extraction, Mention, Resolution, Section
from kg.resolution.terms.term_use import TermUse, corpus_use


def extraction(number, title, *sentences, terms, keywords=()):
    """Give a document, its terms marked wherever they stand."""
    body = " ".join(sentences)
    text = f"{title}\n{body}" if title else body
    start = len(title) + 1 if title else 0
    sections = [Section(0, len(title), "title")] if title else []
    sections.append(Section(start, len(text), "body"))
    mentions = [
        Mention(at, at + len(term), "concept", term, term, score=0.75)
        for term in terms
        for at in range(len(text))
        if text.startswith(term, at)
    ]
    mentions += [
        Mention(0, len(k), "concept", k, k, field=f"keywords.{n}")
        for n, k in enumerate(keywords)
    ]
    document = Document(f"d{number}", "d.jsonl", text, tuple(sections))
    return Extraction(document, tuple(sorted(mentions)))


def resolution(extractions, works=None):
    """Give each term as an entity of its own, each document as a work of its own."""
    names = sorted({m.name for e in extractions for m in e.mentions})
    return Resolution(
        entities=tuple(Entity(f"concept:{n}", "concept", n) for n in names),
        mentions=tuple(
            tuple(f"concept:{m.name}" for m in e.mentions) for e in extractions
        ),
        documents=tuple(works or [e.document.id for e in extractions]),
        works=tuple(() for _ in extractions),
    )


def test_titles_and_first_sentences_are_told_from_the_rest():
    read = [
        extraction(0, "On bandits", "A bandit waits.", "Loss.", terms=["bandit"]),
        extraction(
            1, "On rye", "Rye is a grain.", "A bandit ate it.", terms=["bandit"]
        ),
        extraction(2, None, "A bandit ran.", "It was late.", terms=["bandit"]),
    ]
    corpus = corpus_use(read, resolution(read))
    use = corpus.terms["concept:bandit"]
    assert use.works == {"d0", "d1", "d2"}
    assert use.in_title == {"d0"}
    assert use.in_first == {"d0", "d2"}
    assert use.mentions == 4
    assert use.mean_certainty == 0.75
    assert corpus.titled_works(use) == 2
    assert corpus.works == 3


def test_two_records_of_a_work_count_once_and_keywords_not_at_all():
    one = extraction(0, "On rye", "Rye grows.", terms=["rye"], keywords=["soil"])
    other = extraction(1, "On rye", "Rye grows.", terms=["rye"])
    corpus = corpus_use([one, other], resolution([one, other], works=["w", "w"]))
    assert corpus.works == 1
    assert corpus.terms["concept:rye"].works == {"w"}
    assert "concept:soil" not in corpus.terms


def test_a_corpus_without_titles_has_no_share_of_them():
    read = [extraction(0, None, "Rye grows.", terms=["Rye"])]
    corpus = corpus_use(read, resolution(read))
    assert corpus.title_share is None
    assert corpus.titled == frozenset()
    assert corpus_use([], resolution([])).first_share == 0.5


def test_a_term_used_often_by_few_works_has_a_residual_idf():
    often = extraction(0, "T", "rye rye rye rye rye rye.", terms=["rye"])
    others = [extraction(n, "T", "No grain.", terms=[]) for n in range(1, 12)]
    corpus = corpus_use([often, *others], resolution([often, *others]))
    use = corpus.terms["concept:rye"]
    expected = math.log2(12) + math.log2(1 - math.exp(-6 / 12))
    assert corpus.residual_idf(use) == pytest.approx(expected)
    assert corpus.residual_idf(TermUse()) == 0
    assert TermUse().mean_certainty is None


def test_few_works_say_little_of_a_first_sentence():
    read = [extraction(n, "T", "Rye.", "Soil.", terms=["Soil"]) for n in range(9)]
    read.append(extraction(9, "T", "Oats.", "Rest.", terms=["Oats"]))
    corpus = corpus_use(read, resolution(read))
    rates = {
        name: corpus.first_rate(corpus.terms[f"concept:{name}"])
        for name in ("Soil", "Oats")
    }
    assert rates["Soil"] < corpus.first_share < rates["Oats"] < 0.5
