import json

from pipelines.works import copies as work_copies
from pipelines.works import lookalikes as work_lookalikes
from pipelines.works import score as score_works
from pipelines.works.score import Trial


def test_made_up_papers_are_told_apart_and_their_copies_found(
    tmp_path, capsys, records
):
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in records))
    score_works.main([path], sample=110, seed=5, identifiers=True, examples=1)
    told = capsys.readouterr().out
    assert "sensitivity 1.0000, specificity 1.0000" in told
    assert "kept apart 1.0000" in told
    score_works.main([path], sample=0, seed=5, identifiers=False, examples=1)
    last = capsys.readouterr().out.splitlines()[-2:]
    numbers = [float(word.strip(",;")) for word in last[0].split() if "." in word]
    assert min(numbers) > 0.95


def test_measures_on_a_result_made_by_hand():
    found = [
        Trial({}, "1"),
        Trial({}, "1", "no title"),
        Trial({}, "2"),
        Trial({}, "2", "no title"),
        Trial({}, "pair 0.0", "headings"),
        Trial({}, "pair 0.1", "headings"),
    ]
    clusters = [0, 0, 0, 3, 4, 4]
    assert score_works.copies(found, clusters).share_right() == 0.5
    assert score_works.lookalikes(found, clusters).share_right() == 0
    assert score_works.specificity(found, clusters) == 1 - 2 / 4
    assert list(score_works.false_joins(found, clusters)) == [(0, 2), (1, 2), (4, 5)]
    told = list(score_works.report(found, clusters, examples=1))
    assert any("1 of them originals" in line for line in told)


def test_trials_are_the_same_for_a_seed_and_others_for_another(records):
    first, again, other = (score_works.trials(records, seed=s) for s in (1, 1, 2))
    assert first == again
    assert first != other
    kinds = {trial.kind for trial in first}
    assert kinds & set(work_copies.KINDS)
    assert kinds & set(work_lookalikes.KINDS)
