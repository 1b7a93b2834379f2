from hypothesis import example, given
from hypothesis import strategies as st

from kg.institutions.ror.normalization import name_key, name_keys
from kg.institutions.ror.registry_names import collect_names
from kg.institutions.ror.registry_record import Organisation

MIT = Organisation(
    "mit", "Massachusetts Institute of Technology", country="United States"
)
OTHER = Organisation("other", "Manukau Institute", acronyms=("MIT",))


@given(st.lists(st.text(max_size=30)))
@example(["\u1071"])  # a vowel's sign without a letter
@example(["Yangon \u1071 of Rye"])
def test_many_names_are_read_as_one_is(names):
    assert [key.words for key in name_keys(names)] == [
        name_key(name.replace("\n", " ")) for name in names
    ]


def test_the_table_adds_what_it_knows():
    names = collect_names([OTHER, MIT])
    assert names.acronyms["MIT"] == (0, 1)
    assert names.known == {1}
    assert names.known_acronyms["MIT"] == 1


def test_a_name_elsewhere_is_not_the_tables():
    assert not collect_names([MIT._replace(country="France")]).known


def test_a_country_in_a_name_is_left_out_too():
    names = collect_names([Organisation("oat", "Oats (France)")])
    assert names.keys == [("oat", "france"), ("oat",)]
    assert names.main == {(0, 0), (1, 0)}


def test_words_that_others_write_as_one():
    rows = [Organisation("a", "Jiao Tong School"), Organisation("b", "Jiaotong Clinic")]
    names = collect_names(rows)
    assert names.keys == [("jiaotong", "school"), ("jiaotong", "hospital")]
