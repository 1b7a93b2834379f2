"""JATS: articles of journals as publishers and PubMed Central have them.

What is read stands in "front"; of "back" the references are read, of the body nothing.
Element names are those of ANSI/NISO Z39.96.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import SubjectHeading
from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.dialects.jats_authors import read_authors
from kg.sources.records.xml.dialects.jats_references import read_references
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths

# Abstracts that are no abstract of the work.
_OTHER_ABSTRACTS = frozenset(
    [
        *("graphical", "teaser", "toc", "key-points", "highlights", "video", "editor"),
        *("short", "web-summary", "executive-summary", "plain-language-summary"),
        *("author-highlights", "editors-choice", "synopsis", "significance"),
    ]
)
# Dates on which no work came out.
_OTHER_DATES = frozenset(["pmc-release", "nihms-submitted", "retracted", "corrected"])
# Articles within an article that are works of their own.
_OWN_WORKS = re.compile(
    r"abstract|research|proceeding|brief|case-report|review-article", re.I
)
_NOT_IN_TITLE = ("xref", "fn", "label")
_SCHEMES = {"pmid": "pmid", "pmc": "pmcid", "pmcid": "pmcid", "arxiv": "arxiv"}


def _read(article: Element) -> Iterator[RecordValues | str]:
    """Yield the work of an article, and those within it, as abstracts of a meeting."""
    yield read_jats(article)
    for other in article.findall("sub-article"):
        kind = other.get("article-type", "")
        if _OWN_WORKS.search(kind):
            yield read_jats(other, whole=article)
        else:
            yield f"a {kind or 'sub-article'} within an article"


def read_jats(article: Element, *, whole: Element | None = None) -> RecordValues:
    """Return what an article states; of one within another, what both state."""
    front = _front(article)
    outer = None if whole is None else _front(whole)
    meta = (
        front
        if front is None or front.tag == "front-stub"
        else front.find("article-meta")
    )
    values = RecordValues(
        title=_title(meta),
        abstract=_abstract(article, meta),
        year=_year(meta)
        or _year(None if outer is None else outer.find("article-meta")),
        venue=_venue(front) or _venue(outer),
        keywords=_keywords(meta),
        subjects=list(_subjects(meta)),
        references=list(read_references(article)),
        type=article.get("article-type", ""),
        language=article.get("lang", ""),
    )
    # An article without one is told of as a record without title.
    if meta is not None:
        read_authors(meta, values)
        _read_ids(meta, values)
    return values


def _front(article: Element) -> Element | None:
    front = article.find("front")
    return article.find("front-stub") if front is None else front


def _venue(front: Element | None) -> str:
    meta = None if front is None else front.find("journal-meta")
    return child_text(
        meta,
        "journal-title-group/journal-title",
        "journal-title",
        "journal-title-group/abbrev-journal-title",
        "abbrev-journal-title",
    )


def _title(meta: Element | None) -> str:
    group = None if meta is None else meta.find("title-group")
    if group is None:
        return ""
    title = text_of(group.find("article-title"), _NOT_IN_TITLE)
    subtitle = text_of(group.find("subtitle"), _NOT_IN_TITLE)
    return f"{title.rstrip(':')}: {subtitle}" if title and subtitle else title


def _abstract(article: Element, meta: Element | None) -> str:
    """Return the abstract; of a work in another language the English one, if it has one."""
    if meta is None:
        return ""
    own = [a for a in meta.findall("abstract") if _is_of_work(a)]
    others = [a for a in meta.findall("trans-abstract") if _is_of_work(a)]
    language = article.get("lang", "")
    # Terms are read in English.
    found = [
        a for a in own + others if a.get("lang", language).lower().startswith("en")
    ]
    texts = map(_abstract_text, [*found, *own, *others])
    return next(filter(None, texts), "")


def _is_of_work(abstract: Element) -> bool:
    return abstract.get("abstract-type", "").lower() not in _OTHER_ABSTRACTS


def _abstract_text(abstract: Element) -> str:
    """Return the words of an abstract, the title of each part in front of it."""
    # A formula may stand there twice, as MathML and as TeX.
    twice = ["tex-math"] if abstract.find(".//math") is not None else []
    parts = []
    for child in abstract:
        if child.tag == "sec":
            label = child_text(child, "title").rstrip(":. ")
            words = text_of(child, ["title", "label", *twice])
            parts.append(f"{label}: {words}" if label and words else words)
        elif child.tag not in ("title", "label", "object-id"):
            parts.append(text_of(child, twice))
    return " ".join(filter(None, parts)) or text_of(abstract, ["title", "label"])


def _year(meta: Element | None) -> str:
    """Return the first year in which the article came out, in print or not."""
    if meta is None:
        return ""
    dates = [
        date
        for date in meta.findall("pub-date")
        if not _OTHER_DATES & {date.get("pub-type"), date.get("date-type")}
    ]
    years = [child_text(date, "year", "string-date") for date in dates]
    return min(filter(None, years), default="") or child_text(
        meta, "history/date/year", "permissions/copyright-year"
    )


def _keywords(meta: Element | None) -> list[str]:
    """Return the authors' keywords, in English if they are there in several languages."""
    groups = (
        [] if meta is None else [*filter(_is_of_authors, meta.findall("kwd-group"))]
    )
    languages = {group.get("lang", "")[:2].lower() for group in groups}
    if "en" in languages and len(languages) > 1:
        groups = [
            group for group in groups if group.get("lang", "en")[:2].lower() == "en"
        ]
    return [word for group in groups for word in _words_of(group)]


def _is_of_authors(group: Element) -> bool:
    return (
        group.get("kwd-group-type", "author").lower().startswith(("author", "keyword"))
    )


def _words_of(group: Element) -> list[str]:
    compound = [text_of(part) for part in group.iter("compound-kwd-part")]
    return child_texts(group, "kwd") + [part for part in compound if part]


def _subjects(meta: Element | None) -> Iterator[SubjectHeading]:
    """Yield the terms of indices; headings of a journal's contents are none."""
    if meta is None:
        return
    for group in meta.findall("kwd-group"):
        kind = group.get("kwd-group-type", "")
        if not _is_of_authors(group) and not kind.lower().startswith("abbr"):
            for term in _words_of(group):
                yield SubjectHeading(kind, term)
    for group in meta.findall("article-categories/subj-group"):
        kind = group.get("subj-group-type", "heading")
        if kind != "heading":
            for term in child_texts(group, "subject"):
                yield SubjectHeading(kind, term)


def _read_ids(meta: Element, values: RecordValues) -> None:
    for item in meta.findall("article-id"):
        kind, value = item.get("pub-id-type", "").lower(), text_of(item)
        if kind == "doi":
            values.doi = value
        elif scheme := _SCHEMES.get(kind):
            # PubMed Central leaves its own letters out.
            is_bare = scheme == "pmcid" and value.isdigit()
            values.ids.append((scheme, f"PMC{value}" if is_bare else value))
    named = dict(values.ids)
    values.id = named.get("pmcid") or values.doi or named.get("pmid", "")


_META = (
    *(
        "article-id",
        "title-group/article-title",
        "title-group/subtitle",
        "contrib-group",
    ),
    *(
        "aff",
        "aff-alternatives",
        "author-notes",
        "pub-date",
        "abstract",
        "trans-abstract",
    ),
    *("kwd-group", "article-categories", "history/date", "permissions/copyright-year"),
)
DIALECT = Dialect(
    records=("article",),
    reader=lambda _file: _read,
    paths=read_paths(
        *("front/journal-meta/journal-title-group", "front/journal-meta/journal-title"),
        *("front/journal-meta/abbrev-journal-title", "back/ref-list", "sub-article"),
        *(f"front/article-meta/{path}" for path in _META),
        *(f"front-stub/{path}" for path in _META),
    ),
    header="front",
)
"""Articles, one a file or many in a set of PubMed Central."""
