import pytest

from kg.institutions.ror.linker import AffiliationLinker

TABLE = AffiliationLinker()


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Facebook AI Research (now Meta AI), Menlo Park", ["Meta AI"]),
        ("Meta (formerly Facebook), Menlo Park, CA", ["Meta"]),
        ("Twitter (now X), San Francisco", ["Twitter"]),
        ("Tide Institute (previously Fjord Institute), Volda", ["Tide Institute"]),
        # who moved names two
        (
            "Yale University (now at Duke University)",
            ["Yale University", "Duke University"],
        ),
        (
            "Yale University (with Duke University)",
            ["Yale University", "Duke University"],
        ),
    ],
)
def test_an_old_and_a_new_name_are_one(raw, names):
    assert [each.name for each in TABLE.link(raw, guess=True)] == names
