import json
import random

import pytest

from pipelines.works import copies as work_copies
from pipelines.works import lookalikes as work_lookalikes
from pipelines.works import score as score_works
from pipelines.works.score import Trial

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("ara", "elo", "iru", "ona")]


def record(seed):
    """Make up a paper, in a language of its own."""
    chooser = random.Random(seed)

    def words(count):
        return ["".join(chooser.choices(SYLLABLES, k=3)) for _ in range(count)]

    sentences = (" ".join(words(12)).capitalize() + "." for _ in range(6))
    return {
        "id": f"p{seed}",
        "title": f"{' '.join(words(4)).title()}: {' '.join(words(3))}",
        "abstract": " ".join(sentences),
        "authors": [" ".join(words(2)).title() for _ in range(4)],
        "year": 2000 + seed % 20,
    }


RECORDS = [record(seed) for seed in range(120)]


@pytest.mark.parametrize("kind", work_copies.KINDS)
def test_a_copy_is_seeded_and_leaves_its_original_alone(kind):
    change = work_copies.KINDS[kind]
    before = json.dumps(RECORDS[0])
    made = [change(RECORDS[0], random.Random(7)) for _ in range(2)]
    assert made[0] == made[1]
    assert json.dumps(RECORDS[0]) == before
    json.dumps(made[0])


def test_every_kind_of_copy_alters_some_record():
    chance = random.Random(1)
    plain = {**RECORDS[1], "abstract": "The labeling behaves. " * 20}
    for kind, change in work_copies.KINDS.items():
        made = [change(each, chance) for each in (plain, *RECORDS[:20])]
        assert made != [plain, *RECORDS[:20]], kind


@pytest.mark.parametrize("kind", work_lookalikes.KINDS)
def test_look_alikes_differ(kind):
    pair = work_lookalikes.KINDS[kind](RECORDS[0], RECORDS[1], random.Random(3))
    assert pair is not None
    assert pair[0] != pair[1]
    assert pair[0]["title"]


def test_a_record_without_title_has_few_look_alikes():
    bare = {**RECORDS[0], "title": None, "authors": None}
    made = [
        make(bare, RECORDS[1], random.Random(3))
        for make in work_lookalikes.KINDS.values()
    ]
    assert [pair for pair in made if pair] == made[8:9]


def test_made_up_papers_are_told_apart_and_their_copies_found(tmp_path, capsys):
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in RECORDS))
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


def test_trials_are_the_same_for_a_seed_and_others_for_another():
    first, again, other = (score_works.trials(RECORDS, seed=s) for s in (1, 1, 2))
    assert first == again
    assert first != other
    kinds = {trial.kind for trial in first}
    assert kinds & set(work_copies.KINDS)
    assert kinds & set(work_lookalikes.KINDS)
