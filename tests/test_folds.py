from kg.records import Document, Section
from kg.tagger.storage import PACKAGED
from pipelines.folds import Fold, Training, dealt, read_by_folds, read_fold


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
    folds = list(dealt(DOCUMENTS, GOLD, 2))
    assert sorted(d.id for fold in folds for d in fold.unseen) == [
        "d0", "d1", "d2", "d3",
    ]  # fmt: skip
    for fold in folds:
        learned = {document["id"] for document in fold.learned}
        assert learned.isdisjoint(document.id for document in fold.unseen)
        assert len(learned) == 2


def test_what_tells_of_the_unseen_is_not_learned_from():
    copy = {"id": "other", "text": f"New words. {_text(0)}", "mentions": []}
    texts = [f"Title\n{_text(1)}", "Nothing that any of them says at all, in any way."]
    for fold in dealt(DOCUMENTS, GOLD, 2, more=[copy], texts=texts):
        unseen = {document.id for document in fold.unseen}
        assert ("d0" in unseen) != any(d["id"] == "other" for d in fold.learned)
        assert ("d1" in unseen) != (texts[0] in fold.texts)
        assert texts[1] in fold.texts


def test_a_fold_is_read_by_what_it_trained():
    mention = {"start": 9, "end": 23, "kind": "concept"}
    gold = {"text": "We study graph coloring.", "mentions": [mention]}
    fold = Fold([gold] * 4, [], DOCUMENTS[:2])
    found = read_fold(fold, Training(PACKAGED))
    assert [each.document.id for each in found] == ["d0", "d1"]


def test_folds_are_put_together_in_order():
    gold = [{**g, "mentions": []} for g in GOLD[:2]]
    folds = dealt(DOCUMENTS[:2], gold, 2)
    found = read_by_folds(DOCUMENTS[:2], folds, Training(PACKAGED, 0.5), jobs=1)
    assert [each.document.id for each in found] == ["d0", "d1"]
