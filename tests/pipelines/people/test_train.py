import json

import numpy as np
import pytest

from pipelines.people.train import BY_HAND, FEATURES, examples, fit, main, owners

CURATED = [
    {"person": "ana", "canonical": "Ana Lima", "variants": ["A. Lima"]},
    {"person": "other", "name": "A. Lima"},
    {"person": "bo", "name": "Bo Li"},
]
PAPERS = [
    {"id": "p1", "title": "Reefs", "authors": ["Ana Lima", "Bo Li"], "year": 2001},
    {"id": "p2", "title": "Waves", "authors": ["A. Lima", "Bo Li"], "year": 2002},
    {"id": "p3", "title": "Proofs", "authors": ["Amy Lima", "Cy Roe"], "year": 2003},
]


def test_a_name_may_mean_several_people():
    assert owners(CURATED) == {
        "Ana Lima": {"ana"},
        "A. Lima": {"ana", "other"},
        "Bo Li": {"bo"},
    }


def test_pairs_are_one_person_where_one_person_has_both_names():
    found = examples(owners(CURATED), PAPERS)
    truth = dict(zip(map(frozenset, found.pairs), found.truth.tolist(), strict=True))
    assert truth[frozenset({"Ana Lima", "A. Lima"})] is True
    assert found.evidence.shape == (len(found.pairs), len(FEATURES))


def test_weights_set_by_hand_are_not_learned():
    random = np.random.default_rng(0)
    evidence = random.integers(0, 2, (500, len(FEATURES))).astype(float)
    place = next(n for n, name in enumerate(FEATURES) if name not in BY_HAND)
    truth = evidence[:, place] > random.random(500) * 0.8
    weights = fit(evidence, truth)
    assert list(weights) == list(FEATURES)
    assert {name: weights[name] for name in BY_HAND} == BY_HAND
    assert weights[FEATURES[place]] > 1


def test_the_command_writes_the_weights_with_their_source(tmp_path, capsys):
    paths = []
    for name, rows in (("curated", CURATED), ("papers", PAPERS)):
        paths.append(tmp_path / f"{name}.jsonl")
        paths[-1].write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    out = tmp_path / "weights.json"
    main([paths[0]], [paths[1]], out)
    stored = json.loads(out.read_text(encoding="utf-8"))
    assert stored.pop("source").startswith("learned by pipelines.people.train")
    assert stored.keys() == set(FEATURES)
    assert stored["suffix"] == pytest.approx(BY_HAND["suffix"])
    assert "of one person" in capsys.readouterr().err
