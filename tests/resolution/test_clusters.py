from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.clusters import Clusters, Finding

pairs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=25)


@given(bans=pairs, joins=pairs)
def test_clusters_are_a_partition_that_keeps_bans(bans, joins):
    clusters = Clusters(12)
    bans = [(a, b) for a, b in bans if a != b]
    for a, b in bans:
        clusters.forbid([a], [b])
    for a, b in joins:
        allowed = not clusters.is_forbidden(a, b)
        same = clusters.find(a) == clusters.find(b)
        assert clusters.join(Finding(a, b, "rule", "")) is (allowed or same)
    assert all(clusters.find(a) != clusters.find(b) for a, b in bans)
    groups = {clusters.find(node): sorted(clusters.members(node)) for node in range(12)}
    assert sorted(n for group in groups.values() for n in group) == list(range(12))
    assert len(clusters.findings) == 12 - len(groups)
