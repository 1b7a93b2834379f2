"""Places in a text behind which somebody's institution stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.candidates import find_candidates
from kg.institutions.find.context import (
    aside_behind,
    behind_institution,
    behind_person,
    in_aside,
    in_biography,
    in_prose,
)
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Mention
from kg.text.span_mask import SpanMask

LINKER = AffiliationLinker()
HOLM = Mention(0, 8, "person", "Ada Holm", "Ada Holm", "author")


def names(text, candidates):
    """Return the surfaces of candidates with their names."""
    return {text[each.start : each.end]: each.name for each in candidates}


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("Columbia", {"Columbia": "Columbia University"}),
        ("KAUST", {"KAUST": "King Abdullah University of Science and Technology"}),
        ("University of Nairobi", {"University of Nairobi": "University of Nairobi"}),
        ("Oxford", {"Oxford": "University of Oxford"}),
        ("Univ. of Toronto", {"Univ. of Toronto": "University of Toronto"}),
        ("U Chicago", {"U Chicago": "University of Chicago"}),
        ("Meta", {"Meta": "Meta"}),
        ("Mila", {"Mila": "Mila - Quebec AI Institute"}),
        ("Dept. of Physics, Lund University", {"Lund University": "Lund University"}),
        (
            "Princeton & Google DeepMind",
            {"Princeton": "Princeton University", "Google DeepMind": "Google DeepMind"},
        ),
        (
            "CNRS and ENS Lyon",
            {
                "CNRS": "French National Centre for Scientific Research",
                "ENS Lyon": "École Normale Supérieure de Lyon",
            },
        ),
        ("MIT/Harvard", {
            "MIT": "Massachusetts Institute of Technology",
            "Harvard": "Harvard University",
        }),
        ("Lumen Robotics", {"Lumen Robotics": "Lumen Robotics"}),
        ("Universidad de Chile", {"Universidad de Chile": "University of Chile"}),
        ("UNSW Sydney", {"UNSW Sydney": "University of New South Wales"}),
        ("IISc Bangalore", {"IISc Bangalore": "Indian Institute of Science"}),
        ("Tokyo Tech", {"Tokyo Tech": "Institute of Science Tokyo"}),
        ("University of Cape Town, South Africa", {
            "University of Cape Town": "University of Cape Town"
        }),
        ("2021", {}),
        ("ICML 2021", {}),
        ("see below", {}),
        ("joint first author", {}),
        ("France", {}),
    ],
)  # fmt: skip
def test_a_parenthesis_behind_a_person_names_institutions(inside, found):
    text = f"Ada Holm ({inside})."
    assert names(text, behind_person(text, [HOLM], LINKER, limit=len(text))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("is a postdoc at UCLA.", {"UCLA"}),
        ("is now at MIT.", {"MIT"}),
        ("is an assistant professor of physics at the University of Ghana.",
         {"University of Ghana"}),
        ("is a research scientist at Google DeepMind in London.", {"Google DeepMind"}),
        ("is a principal engineer with Nokia Bell Labs.", {"Nokia Bell Labs"}),
        ("received her Ph.D. from Duke in 2014.", {"Duke"}),
        ("obtained a doctorate in chemistry from ETH Zurich, Switzerland.",
         {"ETH Zurich"}),
        ("joined the faculty of Rice University in 2003.", {"Rice University"}),
        ("has held visiting positions at MIT in 2012, at UPenn in 2016, and at USC.",
         {"MIT", "UPenn", "USC"}),
        ("worked at Google, Meta, and Apple before graduate school.",
         {"Google", "Meta", "Apple"}),
        ("was a fellow at the Simons Institute.", {"Simons Institute"}),
        ("holds a joint appointment with the Weizmann Institute of Science.",
         {"Weizmann Institute of Science"}),
        ("is a professor in the Department of Statistics at Columbia University.",
         {"Columbia University"}),
        ("is a PhD student in the School of ECE at Georgia Tech.", {"Georgia Tech"}),
        ("is a lecturer at Imperial College London.", {"Imperial College London"}),
        ("studied physics at Universidad de los Andes.", {"Universidad de los Andes"}),
        ("is a CNRS researcher at École Normale Supérieure de Lyon.",
         {"École Normale Supérieure de Lyon"}),
        ("leads a group at the Max Planck Institute for Astronomy.",
         {"Max Planck Institute for Astronomy"}),
        ("is director of the Robotics Institute of the Athena RC.",
         {"Robotics Institute", "Athena RC"}),
        ("interned at Lumen Robotics.", {"Lumen Robotics"}),
        ("is a co-founder of Ferrolite.", {"Ferrolite"}),
        ("is a physician at Massachusetts General Hospital.",
         {"Massachusetts General Hospital"}),
        ("earned a B.Tech. from IIT Madras and an M.S. from Purdue.",
         {"IIT Madras", "Purdue"}),
        ("was a visiting scholar at Peking University and Tsinghua University.",
         {"Peking University", "Tsinghua University"}),
        ("did a postdoc at Los Alamos National Laboratory.",
         {"Los Alamos National Laboratory"}),
        ("is an associate professor at KTH Royal Institute of Technology.",
         {"KTH Royal Institute of Technology"}),
        ("moved to Monash University in Melbourne.", {"Monash University"}),
        ("was a researcher at Michigan and Wisconsin.", {"Michigan", "Wisconsin"}),
        ("is a member of the editorial board of a journal.", set()),
        ("gave a talk at NeurIPS in December.", set()),
        ("received the best paper award at ICML 2021.", set()),
        ("is a Fellow of the IEEE and of the ACM.", set()),
        ("is the recipient of an NSF CAREER Award.", set()),
        ("comes from Greece.", set()),
        ("published a book with Oxford University Press.", set()),
        ("directs the EPFL.", {"EPFL"}),
        ("is the chief economist of RIKEN.", {"RIKEN"}),
        ("is now with KTH.", {"KTH"}),
        ("consults for Ferrolite GmbH.", {"Ferrolite GmbH"}),
        ("is a faculty member at the Technion's School of Optics.", {"Technion"}),
        ("was educated at Duke (B.S.) and Brown (Ph.D.).", {"Duke", "Brown"}),
        ("(PhD Leeds, 2009) is a reader at Exeter.", {"Leeds", "Exeter"}),
        ("is Professor of Botany at Lund University.", {"Lund University"}),
        ("is Director of Graduate Studies at Yale.", {"Yale"}),
        ("worked with Turner on dunes.", set()),
        ("is a member of the Antarctic Geographical Society.", set()),
        ("is a fellow of the Royal Society and of the Academy of Europe.", set()),
        ("spent a year at Centre de recherches sur la nuit in 2004.",
         {"Centre de recherches sur la nuit"}),
        ("works at Instituto de investigaciones del mar and sails.",
         {"Instituto de investigaciones del mar"}),
        ("is a nurse at Hospital Universitario de La Paz.",
         {"Hospital Universitario de La Paz"}),
        ("is a lecturer at Ruhr-Universität Bochum.", {"Ruhr-Universität Bochum"}),
        ("works at Leibniz-Institut für Meereskunde in Kiel.",
         {"Leibniz-Institut für Meereskunde"}),
        ("teaches at the Harbour Technology and Business University.",
         {"Harbour Technology and Business University"}),
    ],
)  # fmt: skip
def test_a_biography_says_where_its_person_was(sentence, found):
    text = f"Ada Holm {sentence}"
    people = SpanMask(0, len(text), [(0, 8)])
    assert set(names(text, in_biography(text, 0, len(text), people))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Holm at MIT said", {"MIT"}),
        ("Ada Holm @ USC", {"USC"}),
        ("Ada Holm at Ferrolite", {"Ferrolite"}),
        ("Ada Holm, MIT.", {"MIT"}),
        ("Ada Holm, Columbia, and Ben Okafor", {"Columbia"}),
        ("Ada Holm, Columbia river", set()),
        ("Ada Holm, Ferrolite.", set()),  # behind a comma only what is known
        ("Ada Holm from Georgia", set()),
        ("Ada Holm at NeurIPS", set()),
        ("Ada Holm", set()),
    ],
)
def test_at_and_from_behind_an_author_say_where(text, found):
    assert (
        set(names(text, behind_person(text, [HOLM], LINKER, limit=len(text)))) == found
    )


@pytest.mark.parametrize(
    ("role", "aside", "bare"),
    [("author", True, True), ("mentioned", True, False), ("cited", False, False)],
)
def test_the_less_a_person_has_to_do_with_it_the_less_is_read(role, aside, bare):
    person = HOLM._replace(role=role)
    for text, expected in (("Ada Holm (MIT)", aside), ("Ada Holm at MIT", bare)):
        found = list(behind_person(text, [person], LINKER, limit=len(text)))
        assert bool(found) is expected


def test_nothing_behind_the_limit_is_read():
    text = "Ada Holm at MIT"
    assert list(behind_person(text, [HOLM], LINKER, limit=11)) == []


@pytest.mark.parametrize(
    ("behind", "aside"),
    [
        (" (MIT)", "MIT"),
        ("(MIT)", "MIT"),
        (" [MIT]", "MIT"),
        (" (ETH (Zurich), Switzerland)", "ETH (Zurich), Switzerland"),
        (" (now at MIT)", "now at MIT"),
        (" (then at MIT)", "then at MIT"),
        (", (MIT)", None),
        (" (x)", None),
        (" (MIT", None),
        (" (2019)", None),
        (" (ICML 2021)", None),
        (" (1)", None),
        (" (see below)", None),
        (" (joint with Ben Okafor)", None),
        (" (her advisor)", None),
        (" (now retired)", None),
        (" (https://example.org)", None),
        (" (who works on fog)", None),
    ],
)
def test_a_parenthesis_may_say_where_or_something_else(behind, aside):
    text = f"Ada Holm{behind}."
    bounds = aside_behind(text, 8, len(text))
    assert (bounds and text[slice(*bounds)]) == aside


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("now at MIT", {"MIT"}),
        ("MIT & Google", {"MIT", "Google"}),
        ("University of Oslo, Norway", {"University of Oslo"}),
        ("Ferrolite", {"Ferrolite"}),
        ("ICML", set()),
        ("NSF", set()),
        ("physics", set()),
        ("School of Fog", set()),
    ],
)
def test_what_stands_in_a_parenthesis_is_read_as_an_affiliation(text, found):
    assert set(names(text, in_aside(text, 0, len(text), LINKER))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The system developed at USC ranks second.", {"USC"}),
        ("It was built by researchers from MIT and Ben.", {"MIT"}),
        ("A degree from Purdue and a postdoc at Rice count.", {"Purdue", "Rice"}),
        ("A system developed at Ferrolite.", set()),  # in prose only what is known
        ("A survey of the University of Lagos.", set()),  # `find` sees it by its shape
        ("Results found at MIT.", set()),
        ("It was developed at scale.", set()),
    ],
)
def test_prose_says_where_something_was_done(text, found):
    assert set(names(text, in_prose(text, 0, len(text)))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at the University of Oslo and the Open Maps Foundation.",
         {"Open Maps Foundation"}),
        ("University of Oslo & Fog Trust", {"Fog Trust"}),
        ("We thank the University of Oslo and the Open Maps Foundation.", set()),
        ("Columbia and the Open Maps Foundation.", set()),  # perhaps a river
        ("University of Oslo and its foundation", set()),
        ("University of Oslo. The Open Maps Foundation", set()),
    ],
)  # fmt: skip
def test_a_foundation_beside_an_institution_is_one_too(text, found):
    candidates = find_candidates(text, 0, len(text))
    assert set(names(text, behind_institution(text, candidates))) == found


def test_a_name_of_a_person_is_no_organisation():
    text = "Ada Holm worked at Google with Ben Okafor, and joined Ben Okafor."
    first = text.index("Ben")
    second = text.rindex("Ben")
    people = SpanMask(
        0, len(text), [(0, 8), (first, first + 10), (second, second + 10)]
    )
    assert set(names(text, in_biography(text, 0, len(text), people))) == {"Google"}


PIECES = ["Ada Holm", "is a postdoc at", "MIT", "Ferrolite", "(", ")", ", and", "from",
          "joined", "the", "University of Oslo", "in 2012", "Georgia", ".", "PhD"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@given(TEXTS, st.integers(0, 40), st.integers(0, 60))
def test_what_is_found_lies_within_the_stretch(text, start, length):
    end = min(len(text), start + length)
    nobody = SpanMask(0, len(text))
    for found in in_biography(text, start, end, nobody):
        assert start <= found.start < found.end <= end
        assert text[found.start : found.end].strip() == text[found.start : found.end]
    for found in in_prose(text, start, end):
        assert start <= found.start < found.end <= end


@given(TEXTS)
def test_no_name_of_a_person_is_touched_but_by_a_degree(text):
    text = text.replace("PhD", "post")
    everywhere = SpanMask(0, len(text), [(0, len(text))] if text else [])
    assert list(in_biography(text, 0, len(text), everywhere)) == []
