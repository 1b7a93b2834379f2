"""The normal name of an institution: its full English name, as far as that is certain.

The table knows what no rule can; rules rewrite the rest: abbreviated words, campuses,
universities under their city's own name, institutes named by series (IIT, MPI).
"""

import re
from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.institutions.abbreviation_expansion import has_cut_words, written_in_full
from kg.institutions.gazetteer import country_of
from kg.institutions.short_words import language_of
from kg.institutions.table import Known, country_of_row, known
from kg.text.latex import decode_latex
from kg.text.places import is_place

# Legal forms, up to three of them: "Fog Pvt. Co., Ltd."
_COMPANY_FORM = re.compile(
    r"(?:,?\s{1,9}(?:(?:&|and)\s)?"  # "GmbH & Co KG"
    r"(?:Inc|Ltd|LTD|LLC|LLP|Lda|Co|PLC|Pty|PTY|Pvt|PVT|S\.?A|S\.?A\.?S|GmbH|AG|KG"
    r"|SRL|Srl|SpA|Gmbh|GMBH|eV|e\.V|CO|Doo|Sp Zoo|Sp\. z o\.o|Kft|ASA|Oyj|Sdn|Bhd"
    r"|S\.p\.A|S\.r\.l|BV|B\.V|NV|N\.V|SL|S\.L|Oy"
    r"|Private|Limited|Incorporated|Corp|& Co)\b\.?){1,3}$"
)
# Small words that a name cannot begin or end with.
_HANGING = re.compile(r"^(?:the|The|THE) |(?:,? (?:of|and|&|for|in|the)){1,9}$")
# Marks of notes, what joins names in a list, and rests of LaTeX.
_EDGES = " \t\n,.;:&*∗⋆†‡§¶#^~$()[]{}\"'“”"
_OWN_COUNTRY = ("US", "UK", "USA")
_SCHOOL = re.compile(r"\b(?:Uni|College|School|Inst|Acad|Hospital|ETH|TU|[ÉE]cole)")
# "Salesforce.com", "NTT Corporation"
_FIRM = re.compile(r"(?<=\w)(?:\.(?:com|ai|org|net|io)| (?:Corporation|Company))$")
_AND = {"es": " y ", "pt": " e ", "fr": " et ", "it": " e ", "de": " und "}
# A place, not a sentence in another language ("… do Estado de Santa Catarina").
_NAME = r"(?!Estado|Sciences)[A-ZÀ-Þ][^\s]*(?: [A-ZÀ-Þ][^\s]*){0,2}"
# "Universität zu Köln"
_GERMAN_TAIL = r"(?: zu| in| der| des)?"
_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:UC|U\.C\.|Univ(?:ersity|\.)? of California)(?:, ?| at |[ -])(.+)$",
         r"University of California, \1"),
        (r"^(?:SUNY|State University of New York)(?: at|,)? (.+)$",
         r"State University of New York at \1"),
        (r"^IIT(?:[ ,-]++)(.+)$", r"Indian Institute of Technology \1"),
        (r"^NIT(?:[ ,-]++)(.+)$", r"National Institute of Technology \1"),
        (r"^IIIT(?:[ ,-]++)(.+)$",
         r"International Institute of Information Technology \1"),
        (r"^IISER(?:[ ,-]++)(.+)$",
         r"Indian Institute of Science Education and Research \1"),
        (r"^(?:MPI|Max[- ]Planck[- ]Inst(?:itute?|\.)?) (for|of|für) (.+)$",
         r"Max Planck Institute \1 \2"),
        (r"^(?:TU|Technische Universit(?:ät|aet)|Technical University|Tech\. Univ\."
         r"|Technical Univ\.) (?:of )?(.+)$", r"Technical University of \1"),
        (r"^(?:U|U\.|Uni|Univ\.?) (?:of )?(?=[A-ZÀ-Þ])(.+)$", r"University of \1"),
        (rf"^Universit(?:ät|aet){_GERMAN_TAIL} (.+)$", r"University of \1"),
        (r"^(.+)-Universit(?:ät|aet)(?: zu)? (?!Institut|Klinik|Fach)(.+)$", r"University of \2"),
        (rf"^Universit(?:à|a|á|a')(?: degli [Ss]tudi)? (?:di|del|della) ({_NAME})$",
         r"University of \1"),
        (r"^Politecnico di (.+)$", r"Polytechnic University of \1"),
        (rf"^Universit(?:é|e) (?:de la |de |du |d')({_NAME})$", r"University of \1"),
        (rf"^Universit(?:é|e) ({_NAME})$", r"\1 University"),
        (rf"^Univer[sz]i[dt]ade? Federal (?:d[eoa]s? )?({_NAME}(?: d[eo] {_NAME})?)$",
         r"Federal University of \1"),
        (r"^Universidad Nacional de (.+)$", r"National University of \1"),
        (r"^Universi(?:dad|tat) (?:Polit[eéè]cnica) de (.+)$",
         r"Polytechnic University of \1"),
        (r"^Universi(?:dad|tat) Aut[oóò]noma de (.+)$", r"Autonomous University of \1"),
        (rf"^Univers(?:idad|idade|itat) (?:de|do|da) ({_NAME})$", r"University of \1"),
        (r"^Universi(?:dad|dade) (?:Tecnol[oó]gica|Tecnol[oó]gica Nacional) de (.+)$",
         r"Technological University of \1"),
        (r"^Pontif[ií]cia Universi(?:dad|dade) Cat[oó]lica (?:de|del|do|da) (.+)$",
         r"Pontifical Catholic University of \1"),
        (r"^Universi(?:dad|dade|tat|tà) Cat[oòó]l+ica (?:de|del|do|da|di) (.+)$",
         r"Catholic University of \1"),
        (rf"^Universidade Estadual (?:de|do|da) ({_NAME})$", r"State University of \1"),
        (rf"^Universit(?:à|a')(?: degli [Ss]tudi)? dell['’]({_NAME})$",
         r"University of \1"),
        (r"^(?:Fachhochschule|Hochschule) ([A-ZÀ-Þ][\w-]+)$",
         r"\1 University of Applied Sciences"),
        (r"^Medizinische (?:Universität|Hochschule) (.+)$",
         r"Medical University of \1"),
        (r"^Rijksuniversiteit (?:te )?(.+)$", r"University of \1"),
        (r"^Universitetet i (.+)$", r"University of \1"),
        (r"^(\w+?)s [Uu]niversitet$", r"\1 University"),
        (r"^(\w+) Teknik Üniversitesi$", r"\1 Technical University"),
        (r"^(.+)(?<! Teknik) Üniversitesi$", r"\1 University"),
        (r"^University of Malaysia (?=[A-Z])(.+)$", r"Universiti Malaysia \1"),
        (r"^Institut Teknologi (.+)$", r"\1 Institute of Technology"),
        (r"^Universitatea (?:din )?([A-ZÀ-ÞȚȘ]\w+)$", r"University of \1"),
        (r"^Uniwersytet (?:w|we) (.+)$", r"University of \1"),
        (r"^Universiteit (?:van )?(.+)$", r"\1 University"),
        (r"^Uniwersytet w (.+)$", r"University of \1"),
    )
)  # fmt: skip
_ANY_REWRITE = re.compile("|".join(pattern.pattern for pattern, _ in _REWRITES))


@lru_cache(maxsize=20_000)
def institution_name(surface: str) -> str:
    """Return the normal name of an institution from what a text or record calls it.

    Example:
        >>> institution_name("Univ. of Wisconsin, Madison")
        'University of Wisconsin–Madison'
        >>> institution_name("NOWHERE INST. OF FOG & TIDES, LTD.")
        'Nowhere Institute of Fog and Tides'
    """
    plain = _plain(surface)
    found = known(plain)
    if found is not None:
        return found.name
    for rewrite in (_spelt_out, _without_form, _english):
        plain = rewrite(plain)
        found = known(plain)
        if found is not None:
            return found.name
    inside = _known_inside(plain)
    return inside.name if inside else plain


def _known_inside(plain: str) -> Known | None:
    """Return the table's name for one that is written twice, or with more around it.

    "UNESP Universidade Estadual Paulista" has its acronym in front, "Salesforce.com" its
    address in the net, "US Food and Drug Administration" its country.
    """
    first, _, rest = plain.partition(" ")
    front, behind = known(first), known(rest)
    if front and behind and front.name == behind.name:
        return front
    if behind and first in _OWN_COUNTRY and not behind.ambiguous:
        own = country_of(country_of_row(behind.name) or "")
        return behind if own == country_of(first) else None
    if _FIRM.search(plain):
        return known(_FIRM.sub("", plain))
    return _known_before_place(plain)


def _known_before_place(plain: str) -> Known | None:
    """Return whom a name with its own country, or a firm with a place behind it, means.

    "Cracow University of Technology Poland" and "Google Mountain View"; a university with
    another place behind it is another one, or a campus.
    """
    words = plain.split()
    for count in (1, 2):
        name, place = words[:-count], " ".join(words[-count:])
        row = known(" ".join(name)) if name and not name[-1].islower() else None
        if row is None or not is_place(place):
            continue
        country = country_of(country_of_row(row.name) or "")
        if country_of(place) == country or not _SCHOOL.search(row.name):
            return row
    return None


def _plain(surface: str) -> str:
    """Return a name without LaTeX, marks around it, shouting and an article."""
    plain = decode_latex(surface).strip(_EDGES)
    if plain.count("(") > plain.count(")"):
        plain += ")"
    if plain.isupper() and " " in plain and len(plain) > 12:
        plain = _capitalised(plain)
    return _HANGING.sub("", plain)


def _capitalised(plain: str) -> str:
    """Write a shouted name as usual: "UNIVERSITY OF OSLO" → "University of Oslo"."""
    small = {"Of", "And", "At", "For", "In", "The", "De", "Di"}
    words = plain.title().replace("'S", "'s").split()
    return " ".join(word.lower() if word in small else word for word in words)


def _spelt_out(plain: str) -> str:
    """Write a name in full, with "and" for "&"; "Texas A&M" is called so."""
    plain = written_in_full(plain)
    if "&" not in plain or "A&M" in plain or has_cut_words(plain):
        return plain
    joined = _AND.get(language_of(plain), " and ")
    return re.sub(r"(?:(?<!\s)\s++)?&\s*+", joined, plain)


def _without_form(plain: str) -> str:
    """Leave out a company's legal form: "Ferrolite GmbH" → "Ferrolite"."""
    return _COMPANY_FORM.sub("", plain)


def _english(plain: str) -> str:
    if not _ANY_REWRITE.search(plain):  # one search for all is ten times as fast
        return plain
    for pattern, replacement in _REWRITES:
        rewritten, count = pattern.subn(replacement, plain, count=1)
        if count:
            return _in_english_places(rewritten)
    return plain


def _in_english_places(name: str) -> str:
    words = name.split()
    places = _places()
    return " ".join(places.get(word, word) for word in words)


@cache
def _places() -> dict[str, str]:
    return mapping("institutions/place_names")
