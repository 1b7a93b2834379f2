import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.markup import strip_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("plain words", "plain words"),
        ("H<sub>2</sub>O", "H2O"),
        ("<i>E. coli</i> &amp; others", "E. coli & others"),
        ("&amp;lt;i&amp;gt;new&amp;lt;/i&amp;gt;", "new"),
        ('<a href="http://x.org">home</a>', "home"),
        ("<jats:p>We prove it.</jats:p>", "We prove it."),
        ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x"),
        ("caf&#233;", "café"),
        (
            "<jats:title>Abstract</jats:title><jats:p>A.</jats:p><jats:p>B.</jats:p>",
            "A.  B.",
        ),
        ("<h4>Aims</h4>To grind.<br/>It did.", "Aims: To grind. It did."),
        ("<p>One</p>", "One"),
        # no markup
        ("a < b and b > c", "a < b and b > c"),
        ("R&D", "R&D"),
        ("<nosuchtag>", "<nosuchtag>"),
        ("x <- y", "x <- y"),
        ("", ""),
    ],
)
def test_tags_and_entities_are_stripped(text, plain):
    assert strip_markup(text) == plain


@given(st.text(alphabet="abc .,;", max_size=60))
def test_a_text_without_markup_stays(text):
    assert strip_markup(text) == text


@given(st.text(alphabet='<>/&;ipsub# ="', max_size=60))
def test_no_text_grows(text):
    assert len(strip_markup(text)) <= len(text)
