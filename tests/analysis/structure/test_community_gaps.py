from kg.analysis.structure.community_gaps import analyse

# Three communities of two nodes; nobody writes of the first and the second.
FIRST, SECOND, THIRD = [1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0], [0, 0, 0, 0, 1, 1]
BOTH, OTHER = [1, 1, 0, 0, 1, 1], [0, 0, 1, 1, 1, 1]
ROWS = [FIRST] * 10 + [SECOND] * 10 + [THIRD] * 2 + [BOTH] * 10 + [OTHER] * 10


def test_communities_that_avoid_each_other_stand_first(study_of):
    rows = analyse(study_of([], ROWS, groups=[0, 0, 1, 1, 2, 2]))
    first = rows[0]
    assert (first.a, first.b, first.both) == (0, 1, 0)
    assert first.works_a == first.works_b == 20
    assert first.expected == round(20 * 20 / 42, 2)
    assert first.significance > 0
    assert first.names_a[0] == "A"


def test_what_goes_with_both_is_between(study_of):
    rows = [[*row[:4], 0, 0] for row in ROWS]
    for row in rows[:20]:
        row[4] = 1
    rows += [[0] * 6] * 60
    gap = analyse(study_of([], rows, groups=[0, 0, 1, 1, 2, 2]))[0]
    assert gap.through == ("E",)


def test_one_community_has_no_gap(study_of):
    assert analyse(study_of([], ROWS)) == []
