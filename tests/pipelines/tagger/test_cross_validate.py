import pytest

from kg.records import Document, Section
from kg.tagger.storage import PACKAGED
from pipelines.tagger import cross_validate as folds
from pipelines.tagger.cross_validate import (
    Fold,
    Training,
    make_folds,
    read_by_folds,
    read_fold,
)


def _text(number):
    return " ".join(f"word{number}a{place}" for place in range(30))


def _gold(number):
    return {"id": f"d{number}", "text": _text(number), "mentions": []}


def _document(number):
    text = _text(number)
    return Document(f"d{number}", "s", text, (Section(0, len(text), "body"),))


GOLD = [_gold(number) for number in range(4)]
DOCUMENTS = [_document(number) for number in range(4)]


def test_every_document_is_read_once_and_never_by_what_learned_from_it():
    dealt_out = list(make_folds(DOCUMENTS, GOLD, 2))
    assert sorted(d.id for fold in dealt_out for d in fold.unseen) == [
        "d0", "d1", "d2", "d3",
    ]  # fmt: skip
    for fold in dealt_out:
        learned = {document["id"] for document in fold.learned}
        assert learned.isdisjoint(document.id for document in fold.unseen)
        assert len(learned) == 2


def test_what_tells_of_the_unseen_is_not_learned_from():
    told, other = f"Title\n{_text(1)}", "Nothing that any of them says at all, in any."
    one, two = make_folds(DOCUMENTS, GOLD, 2, texts=[told, told, other, other])
    assert {document.id for document in one.unseen} == {"d0", "d2"}
    assert one.texts == [told, other]
    assert two.texts == [other]


@pytest.fixture
def no_training(monkeypatch):
    """Training takes its time, and is tested elsewhere."""
    seen = []

    def train(learned, *, seed, start):
        seen.append(learned)
        return start

    monkeypatch.setattr(folds, "train", train)
    return seen


def test_a_fold_is_read_by_what_it_trained(no_training):
    fold = Fold("fold-1", GOLD[2:], [], DOCUMENTS[:2])
    found = read_fold(fold, Training(PACKAGED, share=0.5))
    assert [each.document.id for each in found] == ["d0", "d1"]
    assert [len(learned) for learned in no_training] == [1]


def test_folds_are_put_together_in_order(no_training):
    found = read_by_folds(
        DOCUMENTS, make_folds(DOCUMENTS, GOLD, 2), Training(PACKAGED), jobs=1
    )
    assert [each.document.id for each in found] == ["d0", "d1", "d2", "d3"]
    assert len(no_training) == 2


def test_what_is_kept_is_not_made_again(no_training, tmp_path):
    fold = Fold("fold-1", GOLD[2:], [], DOCUMENTS[:2])
    first = read_fold(fold, Training(PACKAGED, keep=tmp_path))
    assert (tmp_path / "fold-1" / "tagger" / "model.json").exists()
    assert read_fold(fold, Training(PACKAGED, keep=tmp_path)) == first
    assert len(no_training) == 1
