"""Made-up works in formats of tagged lines, and in BibTeX."""

from collections.abc import Iterator, Sequence

from pipelines.readers.made_up_works import MadeUpWork, Works


def ris(works: Works) -> str:
    """Return RIS: full names, inverted."""
    return "".join(_lines(_ris_lines(work), "\r\n") for work in works)


def _ris_lines(work: MadeUpWork) -> Iterator[str]:
    yield "TY  - JOUR"
    yield f"TI  - {work.title}"
    yield from (f"AU  - {person.inverted}" for person in work.authors)
    yield f"PY  - {work.year}///"
    yield f"JO  - {work.venue}"
    yield f"AB  - {work.abstract}"
    yield from (f"KW  - {keyword}" for keyword in work.keywords)
    yield f"DO  - {work.doi}"
    yield "ER  - "
    yield ""


def nbib(works: Works) -> str:
    """Return PubMed's tagged form: long values go on in lines that are set in."""
    return "\n".join(_lines(_nbib_lines(work)) for work in works)


def _nbib_lines(work: MadeUpWork) -> Iterator[str]:
    yield f"PMID- {90_000_000 + work.number}"
    yield f"DP  - {work.year} May"
    yield from _wrapped(f"TI  - {work.title}.", "      ")
    yield f"LID - {work.doi} [doi]"
    yield from _wrapped(f"AB  - {work.abstract}", "      ")
    for person in work.authors:
        yield f"FAU - {person.inverted.replace('.', '')}"
        yield f"AU  - {person.family} {person.initials}"
        yield from _wrapped(f"AD  - {person.place}.", "      ")
    yield "LA  - eng"
    yield "PT  - Journal Article"
    yield f"JT  - {work.venue}"
    yield from (f"OT  - {keyword}" for keyword in work.keywords)


def web_of_science(works: Works) -> str:
    """Return Web of Science's tagged form, with addresses by author."""
    records = (_lines(_wos_lines(work)) for work in works)
    return "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "".join(records) + "EF"


def _wos_lines(work: MadeUpWork) -> Iterator[str]:
    people = work.authors
    yield "PT J"
    yield from _listed("AU", [f"{p.family}, {p.initials}" for p in people])
    yield from _listed("AF", [p.inverted for p in people])
    yield from _wrapped(f"TI {work.title}", "   ")
    yield f"SO {work.venue.upper()}"
    yield "LA English"
    yield "DT Article"
    yield f"DE {'; '.join(work.keywords)}"
    yield from _wrapped(f"AB {work.abstract}", "   ")
    yield from _listed("C1", [f"[{p.inverted}] {p.place}." for p in people])
    yield f"PY {work.year}"
    yield f"DI {work.doi}"
    yield f"UT WOS:{900_000_000 + work.number:015d}"
    yield "ER"
    yield ""


def endnote(works: Works) -> str:
    """Return EndNote's tagged form (.enw)."""
    return "\n".join(_lines(_endnote_lines(work)) for work in works)


def _endnote_lines(work: MadeUpWork) -> Iterator[str]:
    yield "%0 Journal Article"
    yield f"%T {work.title}"
    yield from (f"%A {person.inverted}" for person in work.authors)
    yield f"%J {work.venue}"
    yield f"%D {work.year}"
    yield f"%R {work.doi}"
    yield f"%K {'; '.join(work.keywords)}"
    yield f"%X {work.abstract}"


def bibtex(works: Works) -> str:
    """Return BibTeX, with accents as TeX has them."""
    return "\n".join(_bibtex_entry(work) for work in works)


def _bibtex_entry(work: MadeUpWork) -> str:
    authors = " and ".join(person.inverted for person in work.authors)
    fields = {
        "title": f"{{{work.title}}}",
        "author": authors.replace("ø", "{\\o}").replace("ü", '{\\"u}'),
        "journal": work.venue.replace("&", "\\&"),
        "year": str(work.year),
        "doi": work.doi,
        "keywords": ", ".join(work.keywords),
        "abstract": work.abstract,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@article{{made{work.number},\n{body}\n}}\n"


def _listed(tag: str, values: Sequence[str]) -> Iterator[str]:
    """Yield a value a line, the tag before the first."""
    for number, value in enumerate(values):
        yield f"{'  ' if number else tag} {value}"


def _wrapped(line: str, indent: str) -> Iterator[str]:
    """Yield a line cut at 80 characters, what goes on set in."""
    while len(line) > 80 and (place := line.rfind(" ", len(indent) + 1, 80)) > 0:
        yield line[:place]
        line = f"{indent}{line[place + 1 :]}"
    yield line


def _lines(lines: Iterator[str], end: str = "\n") -> str:
    return "".join(f"{line}{end}" for line in lines)
