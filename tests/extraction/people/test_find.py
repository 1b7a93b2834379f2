from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.extraction.people.find import find_people
from kg.records import Author, Document, Mention, Section


def talk(text):
    return Document("d", "s", text, (Section(0, len(text), "body"),))


def people(text, tagged=()):
    document = talk(text)
    return find_people(document, find_passages(document), tagged)


def named(text, *roles):
    return {m.name for m in people(text) if m.role in roles}


AUTHORS = [
    (
        "The lexicon was compiled with Petra Horáková and Tomáš Beran of Brno.",
        "Petra Horáková|Tomáš Beran",
    ),
    (
        "All of it is work of the speaker, Ingrid Solheim (Oslo), with Marc Vidal.",
        "Ingrid Solheim|Marc Vidal",
    ),
    ("The rate is sharp. Speaker: Ingrid Solheim, UC Davis.", "Ingrid Solheim"),
    (
        "We count trees. (with Petra Horáková, Marc Vidal, and many others)",
        "Petra Horáková|Marc Vidal",
    ),
    ("We count trees. (with Petra Horáková et al.)", "Petra Horáková"),
    ("The parser was written with great care. It is fast.", ""),
    (
        "Common Grammars is an open effort for annotating verbs by many researchers.",
        "",
    ),
    (
        "This is joint work with Nguyễn Thị Hoa and Trần Quốc Bảo (Hanoi).",
        "Nguyễn Thị Hoa|Trần Quốc Bảo",
    ),
    (
        "Joint work with Guðrún Jónsdóttir and Ólafur Ragnar Björnsson.",
        "Guðrún Jónsdóttir|Ólafur Ragnar Björnsson",
    ),
    (
        "Joint with María José García López (Sevilla) and Iker Etxeberria.",
        "María José García López|Iker Etxeberria",
    ),
    (
        "We prove a bound (joint with Xiaoming Wang and Jin-Woo Park).",
        "Xiaoming Wang|Jin-Woo Park",
    ),
    (
        "Based on joint work in progress with K. R. Subramaniam and A. Iyer.",
        "K. R. Subramaniam|A. Iyer",
    ),
    (
        "In joint work with Ahmed al-Rashid, Fatima El Amrani and others, we do.",
        "Ahmed al-Rashid|Fatima El Amrani",
    ),
    (
        "Co-authored with Ayşe Yılmaz, Çağlar Öztürk and İbrahim Şahin.",
        "Ayşe Yılmaz|Çağlar Öztürk|İbrahim Şahin",
    ),
    (
        "Collaborators: Jean-Luc d'Arcy, Pieter van den Berg",
        "Jean-Luc d'Arcy|Pieter van den Berg",
    ),
    (
        "Coauthors: J.-P. Morel, W. de Boer, Z. Kowalczyk",
        "J.-P. Morel|W. de Boer|Z. Kowalczyk",
    ),
    ("The talk covers ongoing work with my student Olga Petrova.", "Olga Petrova"),
    (
        "This is work with my PhD student Lars Holm and Prof. Ingrid Dahl (Uppsala"
        ").",
        "Lars Holm|Ingrid Dahl",
    ),
    (
        "Work done together with Kofi Mensah at the University of Ghana and Amara"
        " Okafor from MIT.",
        "Kofi Mensah|Amara Okafor",
    ),
    (
        "Joint work with Dr. Hana Kimura, Prof. Ravi Chandran, and Miguel de la Cr"
        "uz.",
        "Hana Kimura|Ravi Chandran|Miguel de la Cruz",
    ),
    ("Joint work with Tanaka and Suzuki.", "Tanaka|Suzuki"),
    (
        "Some parts are joint with Elif Kaya; others are joint with Bo Li and Yu D"
        "u.",
        "Elif Kaya|Bo Li|Yu Du",
    ),
    (
        "Done in collaboration with Chiara Rossi, Luca De Santis (SISSA, Trieste)"
        " and Mia O'Connor.",
        "Chiara Rossi|Luca De Santis|Mia O'Connor",
    ),
    (
        "Joint work with: Priya Nair (IISc Bangalore), Deepak Menon (TIFR)",
        "Priya Nair|Deepak Menon",
    ),
    (
        "Joint work with Emma Ward (Oxford),\nPeter Novák (Prague).",
        "Emma Ward|Peter Novák",
    ),
    (
        "Joint work with Art Owen, Will Perkins, and Grant Hale.",
        "Art Owen|Will Perkins|Grant Hale",
    ),
    (
        "Joint work with Ann Lee, Bo Chen [1] and Carl Dahl [2].",
        "Ann Lee|Bo Chen|Carl Dahl",
    ),
    (
        "Joint work with JaeSung Lim, Scott C. Stoness and Elaine R. Small.",
        "JaeSung Lim|Scott C. Stoness|Elaine R. Small",
    ),
    (
        "The talk is based on a joint paper with Tom Bakker and on a preprint with"
        " Eva Maes.",
        "Tom Bakker|Eva Maes",
    ),
    ("This was done in collaboration with Microsoft Research.", ""),
    ("We train the encoder jointly with Stochastic Gradient Descent.", ""),
    ("It is used together with Random Fourier Features.", ""),
    ("Bio: Zeynep Demir is an associate professor at Koç University.", "Zeynep Demir"),
    ("Short bio: Rahul received his PhD from IIT Bombay.", "Rahul"),
    ("We prove it.BioMin-Jun Lee is a postdoc at KAIST.", "Min-Jun Lee"),
    ("About the speaker: Dr. Sofia Pappas is a lecturer at Crete.", "Sofia Pappas"),
    ("We show it.\nEmeka Obi is a PhD student at Oxford University.", "Emeka Obi"),
    (
        "Biography\nJoão Pedro da Silva received his PhD from Porto in 2015.",
        "João Pedro da Silva",
    ),
    ("Bio: I am a researcher at INRIA.", ""),
    ("A joint effort w/ Ravi Menon & H. Lund.", "Ravi Menon|H. Lund"),
    ("Joint with Ravi Menon (https://arxiv.org/abs/2301.00001).", "Ravi Menon"),
    ("We show it.\n(with Hope Winter and B. An)", "Hope Winter|B. An"),
    ("It holds. With Ravi Menon and Joy Law.", "Ravi Menon|Joy Law"),
    ("Joint with Ravi Menon and, for trees, with Joy Law.", "Ravi Menon|Joy Law"),
    ("Coauthors on this work include Will Hope and Joy Law.", "Will Hope|Joy Law"),
    ("Based on a manuscript written with Ravi Menon.", "Ravi Menon"),
    ("Joint work with Ravi Menon, Purdue University, and Joy Law, Purdue.",
     "Ravi Menon|Joy Law"),
    ("Travail en commun avec Hélène Marchand (Rennes) et Paul de la Croix.",
     "Hélène Marchand|Paul de la Croix"),
    ("En collaboration avec H. Marchand de l'Université de Rennes et Bo Li.",
     "H. Marchand|Bo Li"),
    ("Gemeinsame Arbeit mit Jürgen Krauss und Eva Maes.", "Jürgen Krauss|Eva Maes"),
    ("Trabajo conjunto con Pilar Ibáñez y Juan Soto.", "Pilar Ibáñez|Juan Soto"),
    ("With Lasso and Ridge, we predict rain.", ""),
    ("We show it.\nSpeaker: Ravi Menon (University of Pune). Ravi likes trees.",
     "Ravi Menon"),
    ("We show it.Short bio: Ravi Menon graduated from Technion.", "Ravi Menon"),
    ("We show it.\nAbout Ravi Menon: Ravi is a scientist at Intel.", "Ravi Menon"),
    ("We show it.\nThe speaker, Joy Law, is a professor at Rice.", "Joy Law"),
    ("We show it.\nMy name is Joy Law and I am a student.", "Joy Law"),
    ("Bio: After two years in Lagos, Joy Law wrote a thesis on trees.", "Joy Law"),
    ("We show it. Joy Law is a PhD candidate at Rice, working with Bo Li.", "Joy Law"),
    ("We show it.\nJoy Law received the B.Sc. degree from Rice.", "Joy Law"),
    ("We show it.\nRavi Menon, PhD, is the head of research at Bosch.", "Ravi Menon"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AUTHORS)
def test_who_made_the_work_is_an_author(text, expected):
    assert named(text, "author") == set(filter(None, expected.split("|")))


CITED = [
    ("A theorem of Horák and Marlowe bounds the height.", "Horák|Marlowe"),
    (
        "We follow (Kowalski & Nowak, 2018; Park et al., 2019; van der Meer, 2020a"
        ").",
        "Kowalski|Nowak|Park|van der Meer",
    ),
    (
        "See [Silva et al. 2017, Costa and Pereira 2018, Lund 2019].",
        "Silva|Costa|Pereira|Lund",
    ),
    (
        "Our bound improves on Okafor (2015) and on Iyer and Menon (2016).",
        "Okafor|Iyer|Menon",
    ),
    ("Haugen and Lindqvist proposed a relaxation.", "Haugen|Lindqvist"),
    ("Kim, Sato, and Tan (STOC 2019) gave a bound.", "Kim|Sato|Tan"),
    ("such as the work of P. Moreau et al. (ICLR 2022), which holds", "P. Moreau"),
    ("(Müller, NeurIPS 2019) and (Le Roux & Ng, 2012)", "Müller|Le Roux|Ng"),
    ("It was conjectured by Tan, Sato and Ziegler.", "Tan|Sato|Ziegler"),
    (
        "As Ito et al.'s method shows, and van Dijk et al. and O'Brien et al. agre"
        "e.",
        "Ito|van Dijk|O'Brien",
    ),
    ("Erd\\H{o}s and R\\'enyi (1959) introduced random graphs.", "Erdős|Rényi"),
    ("an algorithm proposed by Petrenko, which is fast", "Petrenko"),
    ("The Haugen-Lindqvist factorization is fast.", ""),
    ("We revisit Newton's method, Nash equilibria and Dyson Brownian motion.", ""),
    ("We train with Adam in Wasserstein space with Gaussian noise (Langevin).", ""),
    ("SemEval 2018, April 2011, and the Workshop (2019) in Oslo", ""),
    ("trained on ImageNet (2012) and CIFAR-10 [2009]", ""),
    ("used by Google and Facebook, produced by Amazon", ""),
    ("in the framework of Life Cycle Thinking (LCT) for firms", ""),
    ("a case study of Bhutan and of Kenya", ""),
    (
        "References:\n[1] A. Kovács, B. Nowak. Rates for kernels. COLT 2021.",
        "A. Kovács|B. Nowak",
    ),
    (
        "References:\nKovács, A., & Nguyễn, T. H. (2020). Rates for kernels. JMLR.",
        "A. Kovács|T. H. Nguyễn",
    ),
    (
        "I talk about these papers:\n1. Rates for Kernels Ana Cruz, Bo Li",
        "Ana Cruz|Bo Li",
    ),
    ("As May et al. show [Price and Law, 2014; An et al., 2018].", "May|Price|Law|An"),
    ("Much extends it [Haugen and Lind, 19].", "Haugen|Lind"),
    ("inspired by Haugen, Lind, and Shi (STOC'16)", "Haugen|Lind|Shi"),
    (
        "It holds.\n[1] R. Menon, B. An. Rates for trees. JMLR, 2019.\nWe end.",
        "R. Menon|B. An",
    ),
    ("It holds.\n• Ana Cruz, Eva X. Yu. \"Rates.\" ICML (2019).", "Ana Cruz|Eva X. Yu"),
    ("The paper \"Rates for Trees\" (COLT 2019) by Ana Cruz and Bo Li.",
     "Ana Cruz|Bo Li"),
    ("Papers:\n- Deep Tree Encoders. Ana Cruz, Bo Li, 2017", "Ana Cruz|Bo Li"),
    ("Reference: Local Tree Discovery of Causes, Ana Cruz, Bo Li, ICML 2015.",
     "Ana Cruz|Bo Li"),
    ("Reference: Trees with Hidden Nodes, Ana Cruz, Bo Li, ICML 2015.",
     "Ana Cruz|Bo Li"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_whom_a_text_cites(text, expected):
    assert named(text, "cited", "mentioned") == set(filter(None, expected.split("|")))


MENTIONED = [
    ("Shaun Marlowe found nine of them by hand. We find all.", "Shaun Marlowe"),
    ("Random Forests found nine of them.", ""),
    ("like those due to Markov and Chebyshev, hold.", "Markov|Chebyshev"),
    ("the seminal work of Grace Hopper on compilers", "Grace Hopper"),
    ("in the style of Karlsson and Rossi.", "Karlsson|Rossi"),
    ("Bio: Ana Cruz is a postdoc advised by Prof. Hans Müller.", "Hans Müller"),
    ("Bio: I am a poet. I was a postdoc with Francis Martin at ENS.", "Francis Martin"),
    ("Bio: Ana Cruz did her PhD under the supervision of Sunita Rao.", "Sunita Rao"),
    ("Bio: Lina Haddad was a fellow in the group of Marc Dubois.", "Marc Dubois"),
    ("Bio: Ana Cruz is a visitor at Max Planck Institute.", ""),
    ("Bio: Ana Cruz did her studies at Rice with Hope Winter.", "Hope Winter"),
    ("Bio: Ana Cruz is a researcher with KU Leuven and with Chalmers.", ""),
    ("We do.\nI am a PhD student at Rice, where I am advised by Bo Li.", "Bo Li"),
    ("a volume in memory of T. J. O'Hara, who left us", "T. J. O'Hara"),
    ("Bio: Ana Cruz left. Dr. Ana is a Senior Member of a society.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MENTIONED)
def test_whom_a_text_mentions(text, expected):
    assert named(text, "mentioned") == set(filter(None, expected.split("|")))


def test_a_title_is_no_part_of_a_surface():
    found = people("Bio: Prof. Ana Cruz is a professor at Oslo University.")
    assert [m.surface for m in found] == ["Ana Cruz"]


def test_a_full_name_is_marked_wherever_it_stands():
    found = people("Bio: Ana Cruz is a poet. Ana was a postdoc. Ana Cruz left.")
    assert [(m.surface, m.role) for m in found] == [("Ana Cruz", "author")] * 2


def test_a_cited_surname_is_marked_again_but_not_in_a_term():
    found = people(
        "Okafor et al. (2015) do. We improve on Okafor, not the Okafor bound."
    )
    assert [m.start for m in found] == [0, 39]


def test_the_authors_line_is_read_without_the_person_cut_wrongly():
    text = "Trees\nCruz, Ana Sol, Li, Bo, Ana, Sol\nWe study trees."
    sections = (
        Section(0, 5, "title"),
        Section(6, 37, "authors"),
        Section(38, 53, "body"),
    )
    document = Document("d", "s", text, sections, title="Trees")
    found = find_people(document, find_passages(document))
    assert [(m.surface, m.name) for m in found] == [
        ("Cruz, Ana Sol", "Ana Sol Cruz"),
        ("Li, Bo", "Bo Li"),
    ]


def test_the_authors_of_a_record_are_mentions_of_its_fields():
    document = Document(
        "d", "s", "", (), authors=(Author("Cruz, Ana"), Author("Bo Li"), Author(""))
    )
    assert find_people(document, ()) == [
        Mention(
            0, 9, "person", "Cruz, Ana", "Ana Cruz", role="author", field="authors.0"
        ),
        Mention(0, 5, "person", "Bo Li", "Bo Li", role="author", field="authors.1"),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "kept"),
    [
        ("following Dowsett, we do", "Dowsett", True),
        ("the Dowsett kernel is slow", "Dowsett", False),
        ("we train a Transformer, which", "Transformer", False),
        ("we use ResNet, which", "ResNet", False),
        ("as Anna Dowsett does", "Anna Dowsett", True),
        ("as Fizz Dowsett does", "Fizz Dowsett", False),
        ("we propose Zorro, a tool", "Zorro", False),
        ("a survey done in Kampala", "Kampala", False),
        ("platforms like Zupple and Fizz Buzz", "Fizz Buzz", False),
        ("a degree from Scuola Normale", "Scuola Normale", False),
        ("Ana (TU Graz) did it", "TU Graz", False),
        ("the University of Tampere", "Tampere", False),
        ("Dowsett's theorem holds", "Dowsett", True),
    ],
)
def test_proposals_of_a_model_are_checked(text, surface, kept):
    start = text.index(surface)
    proposal = Mention(
        start, start + len(surface), "person", surface, surface, score=0.7
    )
    found = people(text, [proposal])
    assert [(m.surface, m.score) for m in found] == ([(surface, 0.7)] if kept else [])


@given(
    st.lists(
        st.sampled_from(
            ["Ana Cruz", "joint work with ", ", ", " and ", "Bio: ", "(Li, 2019)", ". ",
             "References:\n", "\n", "et al.", "é", "Prof. ", "\\'", "is a professor "]
        ),
        max_size=20,
    )
)  # fmt: skip
def test_offsets_lead_to_the_surface_and_do_not_overlap(pieces):
    text = "".join(pieces)
    last = 0
    for mention in people(text):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.start >= last
        last = mention.end


def test_a_line_of_a_megabyte_is_read():
    text = "joint work with Ana Cruz, " * 8000
    assert len(people(text)) == 8000


SHARED = Path(__file__).parents[4] / "shared"


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="no annotated documents")
def test_citations_in_papers_of_other_fields():
    import json

    hits = found = wanted = 0
    for line in (SHARED / "gold" / "train.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        spans = {
            (m["start"], m["end"]) for m in gold["mentions"] if m["kind"] == "person"
        }
        ours = {(m.start, m.end) for m in people(gold["text"])}
        hits, found, wanted = (
            hits + len(spans & ours),
            found + len(ours),
            wanted + len(spans),
        )
    assert hits / found > 0.93
    assert hits / wanted > 0.85


def test_no_proposal_is_taken_from_an_author_line():
    text = "Marin, Ana Sol, Kim, Jae, Ana, Sol"
    document = Document("d", "s", text, (Section(0, len(text), "authors"),))
    proposal = Mention(31, 34, "person", "Sol", "Sol", score=0.9)
    assert "Sol" not in {m.name for m in find_people(document, (), [proposal])}
