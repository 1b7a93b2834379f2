from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.homonym_notes import note_homonyms
from kg.resolution.people.homonyms import DoubtfulPair

UNITS = [[("Ottokar Brenk", 1)], [("Ottokar Brenk", 2)]]
DOUBT = DoubtfulPair(
    ("Ottokar Brenk", 1), ("Ottokar Brenk", 2), -9.0, {"other country": -4.0}
)


def test_homonyms_of_a_rare_name_are_for_review():
    clusters = Clusters(2)
    note_homonyms(UNITS, [DOUBT], clusters)
    (finding,) = clusters.findings
    assert (finding.verdict, finding.score) == ("apart", 0.1)
    assert "other country -4.0" in finding.reason


def test_what_is_one_in_the_end_is_not_noted():
    clusters = Clusters(2)
    clusters.join(Finding(0, 1, "decision", "A person said so."))
    note_homonyms(UNITS, [DOUBT], clusters)
    assert len(clusters.findings) == 1
