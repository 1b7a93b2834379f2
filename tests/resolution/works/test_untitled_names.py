"""Names of works without a title."""

from dataclasses import replace

from kg.resolution.resolve import resolve
from kg.resolution.works.untitled_names import rank_terms, untitled_name
from tests.resolution.builders import page, person, prose, term


def test_a_talk_is_called_by_its_speaker_and_two_terms():
    talk = page(1, person("Ada Holm"), term("rye"), term("ring counts"))
    assert untitled_name(talk) == "Talk by Ada Holm: ring counts, rye"


def test_of_several_authors_nobody_knows_who_speaks():
    talk = page(1, person("Ada Holm"), person("Uwe Kern"), term("rye"), term("soil"))
    assert untitled_name(talk) == "On rye and soil"
    assert untitled_name(page(2, person("Uwe Kern"))) == "Talk by Uwe Kern"
    assert untitled_name(page(3, person("Uwe Kern", "cited"))) is None


def test_records_are_no_talks():
    talk = page(1, person("Ada Holm"), term("rye"))
    paper = replace(talk, document=replace(talk.document, first_line=None))
    assert untitled_name(paper) == "On rye"


def test_terms_share_no_word():
    talk = page(1, term("dry soils"), term("dry soils"), term("thin soil"), term("rye"))
    assert untitled_name(talk) == "On dry soils and rye"


def test_what_a_work_is_about_comes_first_then_what_is_said_most_or_longest():
    about = term("yields")._replace(role="about")
    rust = [term("rust"), term("rust")]
    talk = page(1, term("model"), *rust, term("stem rust fungi"), about)
    assert rank_terms(talk) == ["yields", "stem rust fungi", "rust", "model"]


def test_what_titles_hardly_ever_have_comes_last():
    talk = page(1, term("accuracy"), term("rye"), term("accuracy"))
    assert rank_terms(talk) == ["rye", "accuracy"]
    talk = page(2, term("upper bounds"), term("random forests"), term("soil"))
    assert rank_terms(talk)[0] == "random forests"


def test_a_work_is_never_called_by_its_first_words():
    resolution = resolve([page(1, term("rye"), text=prose(1)), page(2, text=prose(2))])
    names = {entity.name for entity in resolution.entities if entity.kind == "work"}
    assert names == {"On rye", "d2"}
