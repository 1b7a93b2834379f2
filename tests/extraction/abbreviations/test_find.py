"""Abbreviation pairs: the two surfaces, as they stand and as they are trimmed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abbreviations.find import abbreviation_links, find_abbreviations
from kg.records import Mention

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


def pairs_in(text: str) -> list[tuple[str, str]]:
    """Give the surfaces of the pairs found."""
    return [(text[a:b], text[c:d]) for a, b, c, d in find_abbreviations(text)]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("We use optimal transport (OT).", [("OT", "optimal transport")]),
        (
            "Some kernel machines, hidden Markov models (HMMs), fail.",
            [("HMMs", "hidden Markov models")],
        ),
        ("linear programs (LPs) are easy", [("LPs", "linear programs")]),
        (
            "a first-order critical point (FOCP)",
            [("FOCP", "first-order critical point")],
        ),
        (
            r"an \delta -net covering number (\delta -NCN)",
            [(r"\delta -NCN", r"\delta -net covering number")],
        ),
        (
            r"the $\ell_2$-support vector regression ($\ell_2$-SVR)",
            [(r"$\ell_2$-SVR", r"$\ell_2$-support vector regression")],
        ),
        ("Adam with decay (Adam D) is fast", [("Adam D", "Adam with decay")]),
        ("The RE (Reading Effort) is low.", [("RE", "Reading Effort")]),
        ("ODT (optimal decision trees) are small", [("ODT", "optimal decision trees")]),
        ("tensor rank, or TRK for short,", [("TRK", "tensor rank")]),
        ("local flow nets, abbreviated as LFN,", [("LFN", "local flow nets")]),
        ("LFN stands for local flow nets.", [("LFN", "local flow nets")]),
        ("BART: Bad Advice on Rare Trees", [("BART", "Bad Advice on Rare Trees")]),
        ("Gaussian process (GP; Roe 1999)", [("GP", "Gaussian process")]),
        ("Gaussian process (Roe 1999; GP)", [("GP", "Gaussian process")]),
        ("(mean absolute error, MAE)", [("MAE", "mean absolute error")]),
        ("mean field limit (henceforth MFL)", [("MFL", "mean field limit")]),
        ("the odds ratio (OR) was", [("OR", "odds ratio")]),
        ("Asynchronous Adaptive Annealing Chains (A3C)", [
            ("A3C", "Asynchronous Adaptive Annealing Chains"),
        ]),
        ("prostaglandin E(2) (PGE(2))", [("PGE(2)", "prostaglandin E(2)")]),
        ("2,6-diaminopurine (DAP)", [("DAP", "2,6-diaminopurine")]),
        ("tumor necrosis factor alpha (TNF alpha)", [
            ("TNF alpha", "tumor necrosis factor alpha"),
        ]),
        ("multilayer perceptrons (MLPs)", [("MLPs", "multilayer perceptrons")]),
        ("smoothing spline analysis of variance (SS-ANOVA)", [
            ("SS-ANOVA", "smoothing spline analysis of variance"),
        ]),
        ("neural partial equations (neural PEs)", [
            ("neural PEs", "neural partial equations"),
        ]),
        # What is written in other words, or in another order.
        ("the ninth embryonic day (E9)", [("E9", "ninth embryonic day")]),
        ("on embryonic day 14 (E14)", [("E14", "embryonic day 14")]),
        ("the dissociation constant (Kd)", [("Kd", "dissociation constant")]),
        ("50% inhibitory dose (ID50)", [("ID50", "50% inhibitory dose")]),
        ("a second language (L2)", [("L2", "second language")]),
        ("the corrected QT (QTc)", [("QTc", "corrected QT")]),
        ("gamma-interferon (IFN-gamma)", [("IFN-gamma", "gamma-interferon")]),
        ("transepithelial resistance (Rt)", [("Rt", "transepithelial resistance")]),
        ("intracellular Ca2+ ([Ca2+]i) rose", [("[Ca2+]i", "intracellular Ca2+")]),
        ("intracellular free Ca2+ concentrations ([Ca2+]i)", [
            ("[Ca2+]i", "intracellular free Ca2+ concentrations"),
        ]),
        ("extracellular K+ concentration ([K+]o)", [
            ("[K+]o", "extracellular K+ concentration"),
        ]),
        ("the lactate dehydrogenase level ([LDH])", [
            ("[LDH]", "lactate dehydrogenase level"),
        ]),
        ("extracellular pH (pHo)", [("pHo", "extracellular pH")]),
        ("the Na+ current (INa)", [("INa", "Na+ current")]),
        ("a T-type Ca2+ current (ICa(T))", [("ICa(T)", "T-type Ca2+ current")]),
        ("the short-circuit current (Isc)", [("Isc", "short-circuit current")]),
        ("minute volume (V(M))", [("V(M)", "minute volume")]),
        ("at low body temperature (T(b))", [("T(b)", "body temperature")]),
        ("the 21-item Grief Rating Index (GRI-21)", [
            ("GRI-21", "21-item Grief Rating Index"),
        ]),
        ("an A2-type kinase (KinA2)", [("KinA2", "A2-type kinase")]),
        ("acts through guanosine 3',5'-cyclic monophosphate (cGMP)", [
            ("cGMP", "guanosine 3',5'-cyclic monophosphate"),
        ]),
        ("technetium-99m-dimethyl cysteine (99mTc-DC)", [
            ("99mTc-DC", "technetium-99m-dimethyl cysteine"),
        ]),
        ("factor VII (F7)", [("F7", "factor VII")]),
        ("a gram-positive (G+) rod", [("G+", "gram-positive")]),
        ("potassium (K+)", []),
        ("Listeria innocua (L. innocua)", [("L. innocua", "Listeria innocua")]),
        ("Listeria innocua (E. coli)", []),
        ("CrB negative [CrB(-)]", [("CrB(-)", "CrB negative")]),
        ("oestradiol (E2)", [("E2", "oestradiol")]),
        ("ovariectomized (OVX) rats", [("OVX", "ovariectomized")]),
        ("6-hydroxydopamine (6-OHDA)", [("6-OHDA", "6-hydroxydopamine")]),
        ("extreme gradient boosting (XGB)", [("XGB", "extreme gradient boosting")]),
        ("tumor factor-alpha (TF-α)", [("TF-α", "tumor factor-alpha")]),
        # Names of chemicals, whole.
        ("of (-)-[125I]-cyanopindolol (Cyp)", [("Cyp", "(-)-[125I]-cyanopindolol")]),
        ("1,2-bis(oxymethyl)-furan (BOF)", [("BOF", "1,2-bis(oxymethyl)-furan")]),
        ("4-(9-Acridinyl) sulfonamide (ASA)", [("ASA", "4-(9-Acridinyl) sulfonamide")]),
        ("of 17 beta-estradiol (E2)", [("E2", "17 beta-estradiol")]),
        ("O6-methylguanine (MG)", [("MG", "O6-methylguanine")]),
        ("1,25-dihydroxyvitamin D3 [1,25(OH)2D3]", [
            ("1,25(OH)2D3", "1,25-dihydroxyvitamin D3"),
        ]),
        # Words that give no letter.
        ("root-mean-square difference (RD)", [("RD", "root-mean-square difference")]),
        ("spike timing plasti- city (STP)", [("STP", "spike timing plasti- city")]),
        ("the (GABA)-induced chloride current (ICl)", [("ICl", "chloride current")]),
        # Without a space, with more than a bracket, the other way round.
        ("gradient descent(GD) is", [("GD", "gradient descent")]),
        ("variational inference (VI)", [("VI", "variational inference")]),
        ("of the fourth type (IV)", []),
        ("exact search (ES or fast ES)", [("ES", "exact search")]),
        ("EMLA cream (eutectic mixture of local acids)", [
            ("EMLA", "eutectic mixture of local acids"),
        ]),
        ("BTEX (benzene, toluene, ethylbenzene, and p-xylene)", [
            ("BTEX", "benzene, toluene, ethylbenzene, and p-xylene"),
        ]),
        ("PU (positive-unlabeled) learning", [("PU", "positive-unlabeled")]),
        ("at 2 M.O.I. (multiplicity of infection)", [
            ("M.O.I.", "multiplicity of infection"),
        ]),
        ("the mAP (mean average precision)", [("mAP", "mean average precision")]),
        ("Ang II (angiotensin II)", [("Ang II", "angiotensin II")]),
        ("the time (AUC = area under curve)", [("AUC", "area under curve")]),
        ("we call these binary trees or BTs.", [("BTs", "binary trees")]),
        ("the MT genes or metal theory genes (MT genes)", [
            ("MT genes", "metal theory genes"),
        ]),
        # No pairs.
        ("we saw AC, TC or ATC", []),
        ("in painters (P=0.002)", []),
        ("a clear response (r2 = 0.9)", []),
        # What is measured, listed or labelled there.
        ("a later occurrence (OR = 1.8)", []),
        ("the odds ratio (OR = 1.8)", [("OR", "odds ratio")]),
        ("a maximum effect at 50 nM (EC50=12.5 nM)", []),
        ("mean change: 6.6 +/- 0.8 (MC)", []),
        ("conditions with extracellular [Ca2+] rose", []),
        ("of another 16 elements (Al, B, Ba and Ca)", []),
        ("from three extracts (tea, oil and bark)", []),
        ("the thrombosis of an artery (A) or of a vein (B)", []),
        ("Scott and Sons [Ames, B., Boggs, S.S., 1985]", []),
        ("assay methods (FluA, Baltimore, Md. and others)", []),
        ("2,6(R), 10(S), 14(RS)-tetramethyl", []),
        ("modules: batch (tree) search", []),
        ("dynamically mod(cid:173) ulated", []),
        ("large (deep) belief networks (DBNs)", []),
        ("as shown before (Smith 2003)", []),
        ("as shown before (see Fig. 2)", []),
        ("three cases (i), (ii) and (iii)", []),
        ("methods (e.g. lasso) and others (etc.)", []),
        ("in the year (1999)", []),
        ("a set (A, B, C) of points", []),
        ("unbalanced (parentheses (here", []),
        ("nothing ()", []),
        ("", []),
    ],
)  # fmt: skip
def test_pairs_are_found_as_they_stand(text: str, pairs: list[tuple[str, str]]) -> None:
    assert pairs_in(text) == pairs


def test_a_long_form_does_not_cross_a_sentence() -> None:
    assert pairs_in("We like some vectors. Machines (SVM) are old.") == []


def test_links_lead_from_the_short_to_the_long_mention() -> None:
    text = "We use optimal transport (OT)."
    pairs = find_abbreviations(text)
    long = Mention(7, 24, "concept", "optimal transport", "optimal transport")
    short = Mention(26, 28, "concept", "OT", "OT")
    (link,) = abbreviation_links([short, long], pairs)
    assert (link.source, link.target, link.start, link.end) == (short, long, 7, 28)
    assert abbreviation_links([short], pairs) == []


@pytest.mark.parametrize(
    "text",
    [
        "(" * 300_000,
        "(a" * 150_000,
        "aB (" * 100_000,
        "x" * 1_000_000,
        "AB: c " * 50_000,
        "a(b" * 100_000,
        "A or " * 50_000,
        "x-" * 150_000 + " (YZ)",
        "[1A" * 100_000,
        "aB (1" + ",1" * 150_000 + ")",
        "word (A) " * 50_000,
        "(A, " * 100_000,
        "5 +/- 1 (E. coli) " * 20_000,
    ],
)
def test_long_texts_of_nothing_but_marks_hold_no_pair(text: str) -> None:
    assert find_abbreviations(text) == []


@given(st.text(alphabet="abcABCI (),;:-+=[].$\\_1\n", max_size=150))
def test_bounds_are_ordered_and_inside(text: str) -> None:
    for a, b, c, d in find_abbreviations(text):
        assert 0 <= a < b <= len(text)
        assert 0 <= c < d <= len(text)
        assert b <= c or d <= a


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not here")
@pytest.mark.parametrize(
    ("path", "floor"),
    [
        ("gold/dev.jsonl", 0.97),
        ("gold/train.jsonl", 0.935),
        ("data/abbreviations/med1250.jsonl", 0.925),
    ],
)
def test_f1_on_annotated_texts(path: str, floor: float) -> None:
    hits = found = there = 0
    for line in (SHARED / path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        gold = {(s.lower(), f.lower()) for s, f in record.get("abbreviations") or ()}
        ours = {(s.lower(), f.lower()) for s, f in pairs_in(record["text"])}
        hits, found, there = (
            hits + len(gold & ours),
            found + len(ours),
            there + len(gold),
        )
    assert 2 * hits / (found + there) >= floor
