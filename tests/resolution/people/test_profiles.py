from kg.records import Link
from kg.resolution.people.profiles import (
    LARGEST_TEAM,
    Profile,
    build_profiles,
    count_topics,
    is_in_author_line,
    pool_profiles,
)
from tests.resolution.builders import page, person, place, record, term

X = "0000-0001-0000-0017"


def test_a_profile_is_what_a_work_says_of_a_name():
    ulm = place("University of Ulm")
    link = Link("affiliation", person("Ann Ally"), ulm)
    made = build_profiles(
        [
            page(
                1,
                person("Ann Ally"),
                person("Bo Brook"),
                ulm,
                term("moths"),
                links=[link],
                title="On lanterns",
                year=2001,
            )
        ],
        [7],
    )
    profile = made["Ann Ally", 7]
    assert profile == Profile(
        works={7},
        author_lines={0},
        coauthors={("brook", "bo")},
        institutions={"university of ulm"},
        topics={"moths", "lanterns"},
        years={2001},
    )
    assert made["Bo Brook", 7].institutions == frozenset()


def test_two_records_of_one_work_make_one_profile():
    pages = [
        record(1, ("Ann Ally", X), "Bo Brook", year=2001),
        record(2, "Ann Ally", "Cy Crane", year=2002),
    ]
    profile = build_profiles(pages, [3, 3])["Ann Ally", 3]
    assert profile.author_lines == {0, 1}
    assert profile.years == {2001, 2002}
    assert profile.coauthors == {("brook", "bo"), ("crane", "cy")}
    assert profile.ids == {("ORCID", X)}


def test_a_large_team_says_nothing():
    names = [f"Ann {letter}{other}er" for letter in "bcdfghkl" for other in "aeiouxyz"]
    assert len(names) > LARGEST_TEAM
    made = build_profiles([page(1, *map(person, names))], [0])
    assert not made[names[0], 0].coauthors


def test_one_cited_has_no_author_line_and_no_co_authors():
    cited = person("Ann Ally", "cited")
    pages = [page(1, cited, person("Bo Brook"))]
    profile = build_profiles(pages, [0])["Ann Ally", 0]
    assert (profile.author_lines, profile.coauthors) == (frozenset(), frozenset())
    assert not is_in_author_line(pages[0].document, cited)


def test_topics_are_counted_by_work():
    pages = [page(n, person("Ann Ally"), term("moths")) for n in range(3)]
    counts = count_topics(build_profiles(pages, [0, 1, 1]).values())
    assert counts == {"moths": 2}


def test_pooled_profiles_say_all_that_their_parts_say():
    parts = [Profile(works={1}, years={2001}), Profile(works={2}, topics={"moths"})]
    whole = pool_profiles(parts)
    assert (whole.works, whole.years, whole.topics) == ({1, 2}, {2001}, {"moths"})
    assert pool_profiles(parts[:1]) is parts[0]
