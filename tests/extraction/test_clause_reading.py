"""Sentences read word by word: what "we propose" and "via" give to terms."""

import re

import pytest

from kg.extraction.term_roles import read_roles
from kg.records import Mention


def _roles(marked, *, title=False):
    """The roles of the terms of a sentence, which stand in [brackets]; (methods) in <>."""
    text = re.sub(r"[\[\]<>]", "", marked)
    terms, shift = [], 0
    for match in re.finditer(r"\[(.+?)\]|<(.+?)>", marked):
        start = match.start() - shift
        shift += 2
        kind = "concept" if match[1] else "method"
        surface = match[1] or match[2]
        terms.append(Mention(start, start + len(surface), kind, surface, surface))
    assert all(text[t.start : t.end] == t.surface for t in terms)
    found = read_roles(text, 0, len(text), terms, title=title)
    return [found.get(term) for term in terms]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("We study [tree growth] using <ring counts>.", ["about", "uses"]),
        ("In this paper we propose <RootNet>, a model of [soil].", ["uses", "about"]),
        ("This article is about [rye].", ["about"]),
        ("Our method uses <leaf scans> to detect [rust].", ["uses", "about"]),
        ("We will also discuss [frost].", ["about"]),
        ("We present a new <sieve> for [seeds].", ["uses", "about"]),
        ("The present work studies [rust].", ["about"]),
        ("The proposed <frost index> is cheap.", ["uses"]),
        ("<Ring counts> were used to date [barns].", ["uses", "about"]),
        ("A new <sieve> for [seeds] is proposed.", ["uses", "about"]),
        ("AIM: To assess [lodging] in oats.", ["about"]),
        ("Using <leaf scans>, we find early signs.", ["uses"]),
        ("We extend <sieves> and apply <combs> to [wool].", ["uses", "uses", "about"]),
        ("The aim of this study was to estimate [yield].", ["about"]),
        ("We show that [frost] harms.", ["about"]),
        ("Our results apply to [dry soils].", ["about"]),
        ("We are interested in [rust].", ["about"]),
    ],
)
def test_the_work_gives_its_terms_a_role(sentence, roles):
    assert _roles(sentence) == roles


@pytest.mark.parametrize(
    "sentence",
    [
        "[Rye] is a cereal.",
        "<Ring counts> are widely used.",
        "<Ring counts> have been proposed for dating.",
        "Previous work uses <ring counts>.",
        "Unlike <ring counts>, it is cheap.",
        "Farmers often use <ring counts>.",
        "We do not use <ring counts>.",
        "In these <plots> rye grows.",
        "Wir nutzen <Jahrringe>.",
        "Nous proposons <cernes>.",
    ],
)
def test_what_is_said_of_others_is_none(sentence):
    assert _roles(sentence) == [None]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("We propose <RootNet>, unlike <StemNet>.", ["uses", None]),
        ("We study [rust] instead of [frost].", ["about", None]),
        ("We compare existing <combs> with <sieves>.", [None, None]),
        ("We use <combs>, which need [wool].", ["uses", None]),
        ("We improve previous <combs>.", [None]),
        # Results are told on data, in terms of measures, over rivals.
        ("We evaluate <sieves> on [oat grains].", ["about", None]),
        ("We estimate [loss] in terms of [moisture].", ["about", None]),
        ("We show gains in [yield] over <combs>.", ["about", None]),
        ("We study [growth] over [fields].", ["about", "about"]),
        # Agents are anybody's, topics no acts.
        ("We study [sorting] learned by <combs>.", ["about", "about"]),
        ("[Rust] is modelled by <ring counts>.", [None, None]),
        ("We discuss the problem of training <combs>.", ["about"]),
        ("We draw a line between [rye] and <combs>.", [None, None]),
    ],
)
def test_the_reach_of_a_verb_ends(sentence, roles):
    assert _roles(sentence) == roles


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("[Phase shifts] in [barley] via <sieving>", ["about", "about", "uses"]),
        ("<Sieving> for [barley]", ["about", "about"]),
        ("Sorting [grain] by <sieving>: a study of [dust]", ["about", "uses", "about"]),
        ("[Growth] limited by [frost]", ["about", "about"]),
        ("[Growth] with [frost] and <combs>", ["about", "about", "uses"]),
        ("Using <combs> for [wool]", ["uses", "about"]),
        ("[Wool] without <combs>", ["about", None]),
        ("[Roggen] auf [Sandböden]", ["about", "about"]),
    ],
)
def test_titles_are_about_what_they_name(title, roles):
    assert _roles(title, title=True) == roles
