from hypothesis import given
from hypothesis import strategies as st

from kg.text.xml_characters import drop_illegal

ANY = st.text(st.characters(codec=None))


@given(ANY)
def test_what_is_kept_utf_8_can_hold(text):
    kept = drop_illegal(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert drop_illegal(kept) == kept
