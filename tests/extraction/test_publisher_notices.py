"""Sentences of publishers, funders and registries are told from those of a work."""

import pytest

from kg.extraction.publisher_notices import find_copyright, is_notice, notice_end


@pytest.mark.parametrize(
    "text",
    [
        "© 2019 Mill Press B.V. All rights reserved.",
        "©2019 IEEE.",
        "(c) 2019 The Authors.",
        "Copyright (C) 2019 Elsevier Ltd.",
        "Copyright by the Society for Mills.",
        "Crown Copyright © 2019",
        "c 2019 Elsevier B.V. All rights reserved.",
        "Published by Oxford University Press.",
        "Published under licence by IOP Publishing Ltd.",
        "Licensee MDPI, Basel, Switzerland.",
        "This is an open-access article distributed under the terms of CC BY.",
        "This article is protected by copyright.",
        "Todos los derechos reservados.",
        "Tutti i diritti riservati.",
        "(PsycINFO Database Record (c) 2019 APA, all rights reserved)",
        "This work was supported by the Mill Research Council.",
        "(Funded by the National Institutes of Mills; ClinicalTrials.gov number, NCT1.)",
        "The authors declare no conflict of interest.",
        "This trial was registered at ISRCTN00000000.",
        "Supplementary data are available online.",
        "Mill Sci 2019;12:1-9. © 2019 Mill Society.",
    ],
)
def test_notices(text):
    assert is_notice(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "All rights to water are old.",
        "Copyright law is studied.",
        "(c) the third mill turns.",
        "This work was supported by measurements of wind.",
        "Published mills were counted.",
        "Our claim is supported by simulations.",
        "Funding of mills is studied.",
        "This is an open problem.",
        "Doctors received fees.",
        "As Mill Sci 2019;12:1-9 has it, mills turn.",
    ],
)
def test_what_is_about_the_work_is_none(text):
    assert not is_notice(text, 0, len(text))


def test_a_sign_is_found_behind_any_word_and_no_mark_of_a_list():
    assert find_copyright("We ask.(c) 2014 Elsevier", 0, 24) == 7
    assert find_copyright("(a) read (b) write (c) count", 0, 28) is None
    assert find_copyright("MeSH© thesauri", 0, 14) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("© 2019 Mills Ltd. We ask.", "We ask."),
        ("© 2019 Mill Co. KGaA, Bonn. We ask.", "We ask."),
        ("© 2019 J. A. Miller. We ask.", "We ask."),
        ("© 2019 Mills", ""),
    ],
)
def test_a_notice_ends_with_its_sentence(text, rest):
    assert text[notice_end(text, 0, len(text)) :] == rest
