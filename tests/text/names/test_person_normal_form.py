import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.names.person_normal_form import (
    is_name,
    normal_name,
    skip_titles,
)


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("Haugen, Ingrid", "Ingrid Haugen"),
        ("The ATLAS Collaboration", "The ATLAS Collaboration"),
        ("Prof. Olga Petrova, PhD", "Olga Petrova"),
        ("Dr. Md Rahman", "Md Rahman"),
        ("KOWALSKI, Jan", "Jan Kowalski"),
        ("Jan KOWALSKI", "Jan Kowalski"),
        ("MCDONALD, ANNE-MARIE", "Anne-Marie McDonald"),
        ("O'NEIL, J. B.", "J. B. O'Neil"),
        ("van der Berg, Willem", "Willem van der Berg"),
        ("DE LA CRUZ, Maria", "Maria de la Cruz"),
        ("Carter, John, Jr.", "John Carter Jr."),
        ("Carter, John Jr", "John Carter Jr"),
        ("Carter Jr., John", "John Carter Jr."),
        ("LI, Zhuang", "Zhuang Li"),
        ("LE ROUX, ANNE", "Anne Le Roux"),
        ("KIM, JIN", "Jin Kim"),
        ("Quist R F", "R. F. Quist"),
        ("ŞİMŞEK, İLKER", "İlker Şimşek"),
        ("ALTIN, Işın", "Işın Altın"),
        ("POPIŞ, Ţara", "Ţara Popiş"),
        ("LEE, Sang-gil", "Sang-gil Lee"),
        ("Friesen AL", "A. L. Friesen"),
        ("Carys Huw, MD, PhD", "Carys Huw"),
        ("Yndur\\'ain", "Ynduráin"),
        ("Erd\\H{o}s, P\\'al", "Pál Erdős"),
        ("P.Novak", "P. Novak"),
        ("A.W. Lindqvist", "A. W. Lindqvist"),
        ("J.-P. Morel", "J.-P. Morel"),
        ("Beck MP", "M. P. Beck"),
        ("Орлов А.Б.", "А. Б. Орлов"),
        ("Орлова Вера Павловна", "Вера Павловна Орлова"),
        ("Вера Орлова", "Вера Орлова"),
        ("CHEN Ming", "Ming Chen"),
        ("LI Na", "Na Li"),
        ("DE LA CRUZ Maria", "Maria de la Cruz"),
        ("MARIA Lopez", "Maria Lopez"),
        ("MA Smith", "MA Smith"),
        ("van Dijk J.-P.", "J.-P. van Dijk"),
        ("O'Hara S.", "S. O'Hara"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("Lee, Min-Ho*", "Min-Ho Lee"),
        ("  Ana\u00a0 Cruz ", "Ana Cruz"),
        ("al-Rashid, Ahmed", "Ahmed al-Rashid"),
        ("Sir Edmund Hale", "Edmund Hale"),
        ("Shamir", "Shamir"),
        ("", ""),
    ],
)
def test_a_name_is_given_as_given_and_family(surface, name):
    assert normal_name(surface) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ana Cruz",
        "J. B. Hale",
        "J.-P. Morel",
        "Willem van der Berg",
        "Luis de la Peña",
        "Sean O'Brien",
        "Aya N'Guyen",
        "Ahmed al-Rashid",
        "Þórarinn Sigurðsson",
        "Yang (Janet) Liu",
        "Ely da Silva Jr.",
        "Nguyễn Thị Hoa",
        "B\\'ela Kov\\'acs",
        "Weinan E",
    ],
)
def test_the_shape_of_a_name(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "we prove", "Deep Learning", "123", "J.", "Ana Cruz proved", "SGD", "The And"],
)
def test_what_has_no_shape_of_a_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ana Cruz", 0),
        ("Prof. Ana Cruz", 6),
        ("Prof. Dr. Ana Cruz", 10),
        ("Sir Edmund Hale", 4),
        ("Professor", 0),
        ("", 0),
    ],
)
def test_titles_are_skipped(text, start):
    assert skip_titles(text, 0) == start


@given(st.text(max_size=80))
def test_any_text_has_a_normal_form(text):
    name = normal_name(text)
    assert name == name.strip()


@given(
    st.sampled_from(["Ana", "Bo Li", "J. B.", "Min-Ho"]),
    st.sampled_from(["Cruz", "van der Berg", "Li", "O'Neil"]),
)
def test_both_orders_have_one_normal_form(given_name, family):
    direct = normal_name(f"{given_name} {family}")
    assert normal_name(f"{family}, {given_name}") == direct
    assert (
        normal_name(f"Dr. {family.upper()}, {given_name}").split()[-1]
        == direct.split()[-1]
    )
