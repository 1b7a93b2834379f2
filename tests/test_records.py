from kg.records import Link, Mention

RYE = Mention(0, 3, "concept", "rye", "rye")
SIEVE = Mention(9, 14, "method", "sieve", "sieve")


def test_a_link_has_two_ends_or_that_of_the_work_itself():
    assert Link("used_for", SIEVE, RYE).ends == (SIEVE, RYE)
    assert Link("evaluated_on", None, RYE).ends == (RYE,)
