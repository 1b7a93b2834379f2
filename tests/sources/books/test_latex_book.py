import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.books import latex_book

TEXT = "We ask how the mills of the north turn, and find that the wind alone turns them, day and"
TEXT += " night, for as long as it blows over the hills."

# A paper, a book by headings, one by an environment, one by commands of its own class.
PAPER = r"""
\documentclass{article}
\title{On \emph{mills}} % a note
\author{Jos\'e Lee\thanks{Supported} \and Bo Li$^{1}$}
\affil{University of Oslo, Norway}
\date{May 2021}
\begin{document}\maketitle
\begin{abstract} %s \end{abstract}
\keywords{rye, soil}
\section{Introduction} %s
\end{document}
"""
HEADINGS = r"""
\chapter{Talks}
\section*{On mills}
\textbf{Jos\'e Lee and Bo Li} \\
\emph{University of Oslo, Norway}

%s

\section*{On rye}
\emph{Cara Mum (ETH Zurich)}

%s
"""
ENVIRONMENT = r"""
\begin{talk}{On mills}{Jos\'e Lee and Bo Li}{University of Oslo, Norway}
%s
\end{talk}
\begin{talk}[x]{On rye}{Cara Mum}{ETH Zurich, Switzerland}
%s
\end{talk}
"""
COMMANDS = r"""
\title{On mills}\speaker{Jos\'e Lee}\author{Bo Li}\institute{University of Oslo, Norway}
\abstract{%s}
\title{On rye}\speaker{Cara Mum}\begin{abstract}%s\end{abstract}
"""


def fill(template):
    return template.replace("%s", TEXT)


def parse(text):
    items = list(latex_book.parse(open_text(text, name="x.tex")))
    return [i for i in items if isinstance(i, Document)], [
        i for i in items if isinstance(i, Remark)
    ]


@pytest.mark.parametrize("template", [PAPER, HEADINGS, ENVIRONMENT, COMMANDS])
def test_dialects_say_the_same_talk(template):
    text = fill(template)
    assert latex_book.fits(Head("x", b"", text))
    document = parse(text)[0][0]
    assert document.text == f"On mills\n{TEXT}"
    assert [author.name for author in document.authors] == ["José Lee", "Bo Li"]
    assert document.authors[1].affiliations[0].raw == "University of Oslo, Norway"


@pytest.mark.parametrize("template", [HEADINGS, ENVIRONMENT, COMMANDS])
def test_a_book_has_its_talks(template):
    second = parse(fill(template))[0][1]
    assert (second.title, second.authors[0].name) == ("On rye", "Cara Mum")
    assert second.text.endswith(TEXT)


def test_a_paper_is_one_document_and_its_sections_are_counted():
    (document,), (remark,) = parse(fill(PAPER))
    assert (document.year, document.keywords) == (2021, ("rye", "soil"))
    assert document.record_line == 3
    assert (remark.line, remark.lost) == (10, False)


def test_formulas_of_a_title_stay():
    assert parse(r"\title{On $L^2$}\author{Bo Li}")[0][0].title == "On $L^2$"


@pytest.mark.parametrize("text", ["On mills", r"We use \LaTeX{} and \emph{more}."])
def test_other_texts_are_no_books(text):
    assert not latex_book.fits(Head("x", b"", text))
    assert parse(text)[0] == []


@pytest.mark.parametrize("cut", range(0, 400, 40))
def test_a_file_that_is_cut_is_read_as_far_as_it_goes(cut):
    documents, _ = parse(fill(ENVIRONMENT)[:cut] or " ")
    assert len(documents) <= 2
