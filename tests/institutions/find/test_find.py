"""Institutions: found where the text says so, under normal names, by kinds of page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.institutions.affiliation_names import names_in_affiliation
from kg.institutions.find.find import find_institutions
from kg.institutions.institution_normal_form import institution_name
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Affiliation, Author, Document, Mention, Section

LINKER = AffiliationLinker()

PEOPLE = ("Ada Holm", "Ben Okafor", "Chiara Rossi", "Deepa Rao")


def names_in(text: str, *, kind: str = "body") -> dict[str, str]:
    """Give the surfaces found in one body (or author section) with their names."""
    section = Section(0, len(text), kind)  # type: ignore[arg-type]
    document = Document("d", "s", text, (section,))
    people = [
        Mention(at, at + len(name), "person", name, name, "author")
        for name in PEOPLE
        if (at := text.find(name)) >= 0
    ]
    found = find_institutions(document, find_passages(document), people, linker=LINKER)
    assert all(text[m.start : m.end] == m.surface for m in found)
    return {m.surface: m.name for m in found}


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("UW–Madison", "University of Wisconsin–Madison"),
        ("University of Wisconsin, Madison", "University of Wisconsin–Madison"),
        ("U Bonn", "University of Bonn"),
        ("TU Darmstadt", "Technical University of Darmstadt"),
        ("TU Berlin", "Technical University of Berlin"),
        ("TU Dresden", "TUD Dresden University of Technology"),
        ("Technische Universität Wien", "TU Wien"),
        ("Universidad de los Andes", "University of Los Andes"),
        ("U. of Michigan", "University of Michigan"),
        ("Uni Rostock", "University of Rostock"),
        ("WWU Münster", "University of Münster"),
        ("Univ. of Muenster", "University of Münster"),
        ("INRIA", "Inria"),
        ("Inria Paris", "Inria"),
        ("Caltech", "California Institute of Technology"),
        ("EPFL", "École Polytechnique Fédérale de Lausanne"),
        ("ETH Zürich", "ETH Zurich"),
        (
            "University of California at Santa Barbara",
            "University of California, Santa Barbara",
        ),
        ("UC Berkeley", "University of California, Berkeley"),
        ("UC-San Diego", "University of California, San Diego"),
        ("UC Merced", "University of California, Merced"),
        (
            "Univ. of Illinois at Urbana–Champaign",
            "University of Illinois Urbana-Champaign",
        ),
        ("UIUC", "University of Illinois Urbana-Champaign"),
        ("The University of Texas at Austin", "University of Texas at Austin"),
        ("SUNY Albany", "University at Albany"),
        ("SUNY Geneseo", "State University of New York at Geneseo"),
        ("IIT Patna", "Indian Institute of Technology Patna"),
        ("IIT-Kanpur", "Indian Institute of Technology Kanpur"),
        ("TU Graz", "Graz University of Technology"),
        ("TU Ilmenau", "Ilmenau University of Technology"),
        ("Technische Universität München", "Technical University of Munich"),
        ("Universität Wien", "University of Vienna"),
        ("Universität Erfurt", "University of Erfurt"),
        ("Università di Parma", "University of Parma"),
        ("Università degli Studi di Torino", "University of Turin"),
        ("Politecnico di Bari", "Polytechnic University of Bari"),
        ("Universidad de Málaga", "University of Málaga"),
        ("Universidad Nacional de Rosario", "National University of Rosario"),
        ("Universidade do Porto", "University of Porto"),
        ("Universidade Federal de Viçosa", "Federal University of Viçosa"),
        ("Université de Genève", "University of Geneva"),
        ("Universiteit Utrecht", "Utrecht University"),
        (
            "MPI for Gravitational Physics",
            "Max Planck Institute for Gravitational Physics",
        ),
        ("Harvard Robotics Lab", "Harvard Robotics Laboratory"),
        (
            "Center for Signal & Image Processing",
            "Center for Signal and Image Processing",
        ),
        ("Texas A & M University", "Texas A&M University"),
        ("UNIVERSITY OF OSLO", "University of Oslo"),
        ("Massachusetts Inst. of Technology", "Massachusetts Institute of Technology"),
        ("Adobe, Inc.", "Adobe"),
        ("{\\'E}cole Polytechnique", "École Polytechnique"),
        ("Nowhere Institute of Slow Science", "Nowhere Institute of Slow Science"),
        ("Stockholms universitet", "Stockholm University"),
        ("Universitetet i Stavanger", "University of Stavanger"),
        ("Ege Üniversitesi", "Ege University"),
        ("Università dell'Insubria", "University of Insubria"),
        ("Universidad Católica de Temuco", "Catholic University of Temuco"),
        ("Medizinische Universität Graz", "Medical University of Graz"),
        ("Universidade Estadual do Ceará", "State University of Ceará"),
        ("Institut Teknologi Sumatera", "Sumatera Institute of Technology"),
        ("NIT Trichy", "National Institute of Technology Tiruchirappalli"),
        ("UFABC", "Federal University of ABC"),
    ],
)
def test_a_name_is_made_normal(surface: str, name: str) -> None:
    assert institution_name(surface) == name


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
def test_a_parenthesis_behind_a_person_names_institutions(
    inside: str, found: dict[str, str]
) -> None:
    text = f"We bound a rate. This is joint work with Ada Holm ({inside})."
    assert names_in(text) == found


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
def test_a_biography_names_where_its_person_was(sentence: str, found: set[str]) -> None:
    text = f"We bound a rate.\nBio: Ada Holm {sentence}"
    assert set(names_in(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We train on Caltech-101 and the Stanford parser's output.", set()),
        ("Google Translate and the IBM Model 1 are compared.", set()),
        ("Data from the Apple stock are used in Washington.", set()),
        ("A model of Cambridge traffic.", set()),
        ("A survey of the University of Lagos is analysed.", {"University of Lagos"}),
        ("The system developed at USC ranks second.", {"USC"}),
        ("A measure introduced by Anthropic is studied.", {"Anthropic"}),
        ("Joint work with Ben Okafor at UMass Amherst.", {"UMass Amherst"}),
        (
            "We thank the University of Lagos and the Open Maps Foundation.",
            {"University of Lagos"},
        ),
        (
            "The team sits at the University of Lagos and the Open Maps Foundation.",
            {"University of Lagos", "Open Maps Foundation"},
        ),
        ("Joint work with Ben Okafor from Oslo University.", {"Oslo University"}),
        (
            "I am a postdoc at Mila. I received my PhD from Cornell.",
            {"Mila", "Cornell"},
        ),
        ("The Department of Mathematics is large.", set()),
        ("We describe the College of Engineering.", set()),
        ("We prove a law of large numbers at the center of mass.", set()),
        ("Research Centers differ from a Hospital Domain.", set()),
        ("Faith in the Face of doubt is modelled.", set()),
        ("The Marine Research Agency (MRA) has funded the survey.", set()),
        ("The degree from Purdue and the postdoc at Rice count.", {"Purdue", "Rice"}),
    ],
)
def test_prose_names_an_institution_only_where_words_say_so(
    text: str, found: set[str]
) -> None:
    assert set(names_in(text)) == found


def test_an_institution_is_listed_under_its_first_surface_everywhere() -> None:
    text = (
        "We bound a rate.\nBio: Ada Holm is a postdoc at Georgia Tech. Before, she was"
        " a student at Georgia Tech. The Georgia Institute of Technology is in Atlanta."
    )
    assert names_in(text) == {"Georgia Tech": "Georgia Institute of Technology"}


def test_references_name_no_institution() -> None:
    text = (
        "We bound a rate.\nReferences:\n[1] A. Holm. Notes. University of Oslo, 2003."
    )
    assert names_in(text) == {}


def test_nothing_is_found_inside_a_persons_name() -> None:
    text = "Joint work with Chiara Rossi."
    person = Mention(16, 28, "person", "Chiara Rossi", "Chiara Rossi", "author")
    tagged = Mention(16, 22, "institution", "Chiara", "Chiara", score=0.9)
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    passages = find_passages(document)
    assert (
        find_institutions(document, passages, [person], [tagged], linker=LINKER) == []
    )


@pytest.mark.parametrize(
    ("text", "wrong", "found"),
    [
        ("Bio: Ada Holm is a postdoc at University of Kano.", "Kano",
         {"University of Kano"}),
        ("Bio: Ada Holm has a PhD from Purdue.", "Purdue", {"Purdue"}),
        ("Bio: Ada Holm has a PhD from Ferrolite.", "Ferrolite", {"Ferrolite"}),
        ("Joint work with Ada Holm (McGill).", "McGill", {"McGill"}),
        ("Joint work with Ada Holm, Caltech, and Ben Okafor.", "Caltech", {"Caltech"}),
        ("Joint work with Ada Holm (now at Duke).", "Duke", {"Duke"}),
        ("Joint work with Ada Holm (University of Otago).", "Otago",
         {"University of Otago"}),
        ("Bio: Ada Holm worked with Brown on soil.", "Brown", set()),
        ("This extends a bound (Brown, 2019) to graphs.", "Brown", set()),
    ],
)  # fmt: skip
def test_an_institution_wins_over_a_person_read_in_its_place(
    text: str, wrong: str, found: set[str]
) -> None:
    start = text.index(wrong)
    end = start + len(wrong)
    people = [
        Mention(at, at + len(name), "person", name, name, "author")
        for name in PEOPLE
        if (at := text.find(name)) >= 0
    ]
    people.append(Mention(start, end, "person", wrong, wrong, "mentioned"))
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    places = find_institutions(document, find_passages(document), people, linker=LINKER)
    assert {place.surface for place in places} == found


def test_a_likely_proposal_of_the_tagger_is_taken_with_its_score() -> None:
    text = "The corpus was handed over by Northern Archive Trust."
    start = text.index("Northern")
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    tagged = [
        Mention(start, len(text) - 1, "institution", text[start:-1], "", score=0.8),
        Mention(4, 10, "institution", "corpus", "", score=0.9),
    ]
    (found,) = find_institutions(
        document, find_passages(document), [], tagged, linker=LINKER
    )
    assert (found.surface, found.score) == ("Northern Archive Trust", 0.8)


def test_an_author_line_names_institutions_beside_its_people() -> None:
    text = "Ada Holm, University of Oslo, Ben Okafor, Nokia Bell Labs"
    assert names_in(text, kind="authors") == {
        "University of Oslo": "University of Oslo",
        "Nokia Bell Labs": "Bell Labs",
    }


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Department of Music, UCLA", ["University of California, Los Angeles"]),
        (
            "CS Dept., Univ. of Illinois at Urbana–Champaign, USA & Google Brain; MIT",
            [
                "University of Illinois Urbana-Champaign",
                "Google Brain",
                "Massachusetts Institute of Technology",
            ],
        ),
        ("University of Tokyo, Kashiwa, Chiba, 277-8561, JAPAN", [
            "University of Tokyo"
        ]),
        ("Stanford University + Adobe Research", [
            "Stanford University",
            "Adobe Research",
        ]),
        ("Department of Electrical and Systems Engineering", []),
        ("Sanofi, Bridgewater, NJ, USA.", ["Sanofi"]),
        ("Lunit Inc. Seoul, South Korea", ["Lunit"]),
        ("Institute of Stochastics, University of Ulm, Germany", ["Ulm University"]),
        ("Univ. Lille, CNRS, Inria", [
            "University of Lille",
            "French National Centre for Scientific Research",
            "Inria",
        ]),
        ("University of California, Davis, CA, USA", [
            "University of California, Davis"
        ]),
        ("Microsoft Research and Tel-Aviv University, Israel", [
            "Microsoft Research",
            "Tel Aviv University",
        ]),
        ("Bosch Center for AI, CMU", [
            "Bosch Center for Artificial Intelligence",
            "Carnegie Mellon University",
        ]),
        ("Dept of Physics, PSU", ["Pennsylvania State University"]),
        ("Technion - Israel Institute of Technology", [
            "Technion – Israel Institute of Technology"
        ]),
        ("Univ. of British Columbia, Vancouver, BC V6T 1Z4, Canada", [
            "University of British Columbia"
        ]),
        ("a.holm@example.org", []),
        ("12 Long Street, Perth, Australia", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_raw_affiliation_is_cut_into_institutions(raw: str, names: list[str]) -> None:
    assert [c.name for c in names_in_affiliation(raw)] == names


def test_a_records_affiliations_are_mentions_of_their_field() -> None:
    author = Author(
        "Ada Holm", (Affiliation("Lab of Optics, NTNU"), Affiliation("SINTEF, Norway"))
    )
    document = Document("d", "s", "Title\nText", (), authors=(author,))
    found = find_institutions(document, (), (), linker=LINKER)
    assert [(m.field, m.surface, m.name) for m in found] == [
        (
            "affiliations.0.0",
            "NTNU",
            "Norwegian University of Science and Technology",
        ),
        ("affiliations.0.1", "SINTEF", "SINTEF"),
    ]


@pytest.mark.parametrize(
    "piece", ["University of Xa ", "Institute for ", "at MIT and ", "Lab ", "de la "]
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    lead = f"Bio: Ada Holm is {piece * (20_000 // len(piece))}"
    found = names_in(f"{lead}\nBio: Ben Okafor is a postdoc at Purdue.")
    assert found["Purdue"] == "Purdue University"


@given(st.text(alphabet="AUofniversty MITBon,()-.&;\n", max_size=120))
def test_offsets_hold_and_mentions_never_overlap(text: str) -> None:
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    found = find_institutions(document, find_passages(document), (), linker=LINKER)
    assert all(text[m.start : m.end] == m.surface for m in found)
    ends = [0, *(m.end for m in found)]
    assert all(end <= m.start for end, m in zip(ends, found, strict=False))
