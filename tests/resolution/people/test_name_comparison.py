import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.resolution.people.name_comparison import name_differences
from kg.resolution.people.name_comparison_form import name_form
from kg.text.names.name_parts import parse_name


def told(a, b):
    return name_differences(name_form(parse_name(a)), name_form(parse_name(b)))


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("John Smith", "Smith, John", set()),
        ("Xiao-Ming Li", "Xiaoming Li", set()),
        ("Hinrich Schütze", "Hinrich Schuetze", {"umlaut"}),
        ("Jürgen Kroll", "Juergen Kroll", {"umlaut"}),
        ("Yu Zhang", "Yue Zhang", None),
        ("Hao Xu", "Hao Xue", None),
        ("Michal Cohen", "Michael Cohen", None),
        ("Robert Stone", "Roberta Stone", None),
        ("Ida Olsen", "Ida Olson", None),
        ("Ida Olsen", "Ida Oslen", {"spelling"}),
        ("Ida Mc Grath", "Ida McGrath", set()),
        ("Rosa De Luca", "Rosa DeLuca", set()),
        ("Paul D' Amico", "Paul D'Amico", set()),
        ("Ida May Grath", "Ida Grath", {"middle"}),
        ("Al Gore", "A. L. Gore", {"initial", "middle"}),
        ("Xiao Di Zhang", "Xiao Zhang", None),
        ("Lv Bo", "Lü Bo", set()),
        ("Gerhard van Huyssteen", "Gerhard Van Huyssteen", set()),
        ("Aad van der Vaart", "Aad Vaart", set()),
        ("John Smith", "John A. Smith", {"middle"}),
        ("John Adam Smith", "John A. Smith", {"initial"}),
        ("J. Smith", "John Smith", {"initial"}),
        ("J.-P. Serre", "Jean-Pierre Serre", {"initial"}),
        ("Bill Gale", "William Gale", {"nickname"}),
        ("Dani Yogatama", "Daniela Yogatama", {"clipped"}),
        ("Farah Benamara", "Farah Beanamara", {"spelling"}),
        ("Detmar Meurers", "W. Detmar Meurers", {"first"}),
        ("Diego Mollá", "Diego Mollá-Aliod", {"family"}),
        ("Ahmed Hassan", "Ahmed Hassan Awadallah", {"family"}),
        ("Wei Li", "Li Wei", {"order"}),
        ("J. P. Serre", "Jean-Pierre Serre", {"initial"}),
        ("Jean Serre", "Jean-Pierre Serre", {"clipped"}),
        ("Jean Pierre Serre", "Jean-Pierre Serre", set()),
        ("J. Smith", "Jane Smith", {"initial"}),
        ("John Smith", "John Smith Jr.", {"suffix"}),
        ("John Smith Sr.", "John Smith Jr.", None),
        ("Cheng Yang", "Cheng Yan", None),
        ("Tom Lee Jr.", "Tom Lee", {"suffix"}),
        ("Tom Lee Jr.", "Tom Lee III", None),
        ("John Smith", "Jane Smith", None),
        ("John A. Smith", "John B. Smith", None),
        ("Cheng Yan", "Cheng Yu", None),
        ("Smith", "John Smith", None),
        ("J. Smyth", "John Smith", None),
        ("Nguyen Van Huy", "Nguyen Huy", {"middle"}),
    ],
)
def test_how_names_differ(a, b, said):
    expected = None if said is None else frozenset(said)
    assert told(a, b) == told(b, a) == expected


WORDS = st.sampled_from(
    [
        "J.",
        "John",
        "Jon",
        "Johnny",
        "Jean-Paul",
        "van",
        "De",
        "Smith",
        "Smyth",
        "Li",
        "Jr.",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES)
@example("J. J. Jr. John", "J. John Jr. Jr.")
def test_it_is_the_same_from_both_sides_and_a_name_is_like_itself(a, b):
    assert told(a, b) == told(b, a)
    assert told(a, a) == frozenset()
