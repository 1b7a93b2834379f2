"""The table of shapes: what each is called, how it is told, who reads it.

To read a shape, write a module with `parse` and give it a row in `kg.sources.readers.READERS`
under the name that stands here; until then a file of that shape is refused by its name,
with what its owner can do.
"""

from dataclasses import dataclass
from typing import Literal

Marks = Literal["members", "elements", "keys", "assignments", "tags", "columns"]

_BIBTEX = "export the same records as BibTeX"
_JSON_LINES = 'make JSON Lines of it, a record a line: {"title": …, "abstract": …, "authors": […]}'
_HEADINGS = f"{_BIBTEX}, or {_JSON_LINES}"
_TEXT = "save it as plain text"
_FETCH = f"ask for BibTeX where it came from, or {_JSON_LINES}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A form that files have.

    Attributes:
        what: its name, as its owner would call it ("a Scopus CSV export").
        kind: the sort of marks by which it is told; see `kg.sources.formats`.
        marks: all of them are there, in lower case but for tags at line starts.
        reader: the reader it is for, by its name in `kg.sources.readers.READERS`, where there
            may be none yet.
        advice: what to do while there is none.
        without: none of these is there.
        dialect: which of its dialects it is, where the reader has several.
    """

    what: str
    kind: Marks
    marks: tuple[str, ...]
    reader: str
    advice: str
    without: tuple[str, ...] = ()
    dialect: str = ""


# Asked from the top: what has a name of its own stands above what is like it.
SHAPES: tuple[Shape, ...] = (
    # ------------------------------------------------------------------ zip archives
    Shape("a Word document", "members", ("word/document.xml",), "docx", _TEXT),
    Shape("an Excel workbook", "members", ("xl/workbook.xml",), "workbook", _HEADINGS),
    Shape("a PowerPoint file", "members", ("ppt/presentation.xml",), "pptx", _TEXT),
    Shape(
        "an OpenDocument text",
        "members",
        ("application/vnd.oasis.opendocument.text",),
        "odt",
        _TEXT,
    ),
    Shape(
        "an OpenDocument spreadsheet",
        "members",
        ("application/vnd.oasis.opendocument.spreadsheet",),
        "workbook",
        _HEADINGS,
    ),
    Shape("an EPUB book", "members", ("application/epub+zip",), "epub", _TEXT),
    Shape("a zip archive", "members", ("pk",), "zip", "unpack it first"),
    Shape("a PDF document", "members", ("pdf",), "pdf", _TEXT),
    Shape("a tar archive", "members", ("tar",), "tar", "unpack it first"),
    # ----------------------------------------------------------------- XML, by its root
    Shape("a web page (HTML)", "elements", ("<html>",), "html", _TEXT),
    *(
        Shape(what, "elements", marks, "xml", _FETCH, dialect=dialect)
        for what, dialect, marks in (
            ("a DBLP XML file", "dblp", ("<dblp>",)),
            ("DBLP search results (XML)", "dblp", ("<result>", "hits")),
            ("a DBLP person page (XML)", "dblp", ("<dblpperson>",)),
            ("a PubMed XML file", "pubmed", ("<pubmedarticleset>",)),
            ("a PubMed XML file", "pubmed", ("<pubmedbookarticleset>",)),
            ("a PubMed article (XML)", "pubmed", ("<pubmedarticle>",)),
            ("a PubMed book (XML)", "pubmed", ("<pubmedbookarticle>",)),
            ("a MEDLINE XML file", "pubmed", ("<medlinecitationset>",)),
            ("a MEDLINE citation (XML)", "pubmed", ("<medlinecitation>",)),
            ("PubMed Central articles (JATS)", "jats", ("<pmc-articleset>",)),
            ("a JATS article", "jats", ("<article>", "front")),
            ("a JATS article", "jats", ("<article>", "front-stub")),
            ("a TEI document (GROBID)", "tei", ("<tei>",)),
            ("a TEI corpus", "tei", ("<teicorpus>",)),
            ("DataCite metadata (XML)", "datacite", ("<resource>", "creators")),
            ("an answer of Crossref (XML)", "crossref", ("<doi_records>",)),
            ("an answer of Crossref (XML)", "crossref", ("<crossref_result>",)),
            ("a deposit at Crossref (XML)", "crossref", ("<doi_batch>",)),
            (
                "an answer of Europe PMC (XML)",
                "europepmc",
                ("<responsewrapper>", "result"),
            ),
            ("an EndNote XML export", "endnote", ("<xml>", "records", "record")),
            ("an EndNote XML export", "endnote", ("<records>", "ref-type")),
            ("an EndNote XML record", "endnote", ("<record>", "ref-type")),
            ("an OAI-PMH answer", "oai", ("<oai-pmh>",)),
            ("records of OAI-PMH", "oai", ("<listrecords>", "header")),
            ("a record of OAI-PMH", "oai", ("<record>", "header", "metadata")),
            ("an arXiv or Atom feed", "atom", ("<feed>",)),
            ("an entry of Atom", "atom", ("<entry>", "title", "summary")),
            ("an RSS feed", "rss", ("<rss>",)),
            ("an RSS 1.0 feed", "rss", ("<rdf>", "channel", "item")),
            ("an RDF export (Zotero)", "zotero", ("<rdf>",)),
            ("a MODS file", "mods", ("<mods>",)),
            ("a MODS collection", "mods", ("<modscollection>",)),
            ("ACL Anthology XML", "acl", ("<collection>", "volume", "paper")),
            ("a volume of the ACL Anthology (XML)", "acl", ("<volume>", "paper")),
            ("a MARCXML file", "marc", ("<collection>", "datafield")),
            ("a MARCXML record", "marc", ("<record>", "datafield")),
            ("a Dublin Core record (XML)", "dc", ("<dc>", "title")),
            ("Dublin Core records (XML)", "dc", ("<records>", "dc")),
            # Below a root of one's own, or with the beginning lost.
            ("records of OAI-PMH", "oai", ("<?xml", "record", "header", "metadata")),
            ("PubMed articles (XML)", "pubmed", ("<?xml", "pubmedarticle")),
            ("MEDLINE citations (XML)", "pubmed", ("<?xml", "medlinecitation")),
            ("JATS articles", "jats", ("<?xml", "article", "article-meta")),
            ("TEI documents", "tei", ("<?xml", "tei", "teiheader")),
            ("EndNote records (XML)", "endnote", ("<?xml", "record", "ref-type")),
            ("entries of Atom", "atom", ("<?xml", "entry", "title", "summary")),
            ("entries of Scopus (XML)", "atom", ("<?xml", "entry", "title", "creator")),
            ("items of RSS", "rss", ("<?xml", "item", "title", "description")),
            ("MODS records", "mods", ("<?xml", "mods", "titleinfo")),
            ("MARCXML records", "marc", ("<?xml", "record", "datafield")),
            ("Dublin Core records", "dc", ("<?xml", "dc", "title", "creator")),
            ("nodes of Zotero RDF", "zotero", ("<?xml", "itemtype", "title")),
            (
                "papers of the ACL Anthology",
                "acl",
                ("<?xml", "paper", "title", "author"),
            ),
            ("DataCite metadata (XML)", "datacite", ("<?xml", "resource", "creators")),
            (
                "Crossref works (XML)",
                "crossref",
                ("<?xml", "journal_article", "titles"),
            ),
            ("DBLP records (XML)", "dblp", ("<?xml", "inproceedings", "booktitle")),
            ("DBLP records (XML)", "dblp", ("<?xml", "article", "journal", "author")),
            ("DBLP records (XML)", "dblp", ("<article>", "author")),
            ("DBLP records (XML)", "dblp", ("<inproceedings>", "author")),
            ("DBLP records (XML)", "dblp", ("<incollection>", "author")),
            ("DBLP records (XML)", "dblp", ("<phdthesis>", "author")),
            ("DBLP records (XML)", "dblp", ("<www>", "author")),
        )
    ),
    Shape("an XML file", "elements", ("<?xml",), "any_xml", _FETCH),
    # ------------------------------------------------------------- JSON but no records
    Shape("a Jupyter notebook", "keys", ("cells[", "nbformat"), "notebook", _TEXT),
    # ------------------------------------------------------------- keys and their values
    Shape("a citation file (CFF)", "assignments", ("cff-version",), "cff", _BIBTEX),
    Shape("a YAML file", "assignments", ("<yaml>",), "yaml", _JSON_LINES),
    Shape("a TOML file", "assignments", ("<toml>",), "toml", _JSON_LINES),
    # -------------------------------------------------------- fields tagged line by line
    Shape("a RIS export", "tags", ("TY -",), "ris", _BIBTEX),
    Shape("a RIS export", "tags", ("ER -", "TI -"), "ris", _BIBTEX),
    Shape("a RIS export", "tags", ("ER -", "T1 -"), "ris", _BIBTEX),
    Shape("a PubMed export (.nbib)", "tags", ("PMID -",), "nbib", _FETCH),
    Shape("a PubMed export (.nbib)", "tags", ("FAU -", "AU -"), "nbib", _FETCH),
    Shape("a MEDLINE export", "tags", ("UI -", "TI -", "AU -"), "nbib", _FETCH),
    *(
        Shape("a Web of Science plain text export", "tags", marks, "wos", _BIBTEX)
        for marks in (("PT ",), ("UT ", "ER "), ("AU ", "TI ", "SO ", "PY "))
    ),
    *(
        Shape("a RefWorks export", "tags", marks, "refworks", _BIBTEX)
        for marks in (("RT ", "T1 "), ("RT ", "A1 "), ("A1 ", "T1 ", "JF "))
    ),
    Shape("an EndNote export (.enw)", "tags", ("%0",), "refer", _BIBTEX),
    Shape("an EndNote export (.enw)", "tags", ("%A", "%T"), "refer", _BIBTEX),
    Shape("an EndNote export (.enw)", "tags", ("%A", "%D"), "refer", _BIBTEX),
    Shape(
        "a NoteExpress export", "tags", ("{Reference Type}",), "noteexpress", _BIBTEX
    ),
    *(
        Shape("a NoteExpress export", "tags", ("{Title}", mark), "noteexpress", _BIBTEX)
        for mark in ("{Author}", "{Year}", "{Journal}")
    ),
    Shape("a CNKI export", "tags", ("SrcDatabase-",), "cnki", _BIBTEX),
    Shape("a CNKI export", "tags", ("Title-", "Author-"), "cnki", _BIBTEX),
    Shape("RePEc templates (ReDIF)", "tags", ("Template-Type:",), "redif", _JSON_LINES),
    Shape("RePEc templates (ReDIF)", "tags", ("Author-Name:",), "redif", _JSON_LINES),
    Shape("a calendar (iCalendar)", "tags", ("BEGIN:VCALENDAR",), "ical", _TEXT),
    Shape("address cards (vCard)", "tags", ("BEGIN:VCARD",), "vcard", _TEXT),
    # ------------------------------------------------- tables, by the names of columns
    Shape("a Scopus CSV export", "columns", ("eid", "title"), "table", _BIBTEX),
    Shape(
        "a Scopus CSV export",
        "columns",
        ("authors with affiliations", "title"),
        "table",
        _BIBTEX,
    ),
    Shape("a Web of Science table", "columns", ("pt", "au", "ti"), "table", _BIBTEX),
    Shape(
        "a Web of Science table",
        "columns",
        ("ut unique wos id", "article title"),
        "table",
        _BIBTEX,
    ),
    Shape(
        "a Zotero CSV export",
        "columns",
        ("key", "item type", "title"),
        "table",
        _BIBTEX,
    ),
    Shape("an OpenAlex CSV export", "columns", ("id", "display name"), "table", _FETCH),
    Shape(
        "a Dimensions export",
        "columns",
        ("publication id", "title"),
        "table",
        _BIBTEX,
    ),
    Shape("a Lens export", "columns", ("lens id", "title"), "table", _BIBTEX),
    Shape(
        "an IEEE Xplore CSV export",
        "columns",
        ("document title", "authors"),
        "table",
        _BIBTEX,
    ),
    Shape(
        "a Publish or Perish table",
        "columns",
        ("gsrank", "title"),
        "table",
        _BIBTEX,
    ),
    Shape(
        "a Google Scholar CSV export",
        "columns",
        ("authors", "title", "publication"),
        "table",
        _BIBTEX,
    ),
    Shape(
        "a PubMed CSV export",
        "columns",
        ("pmid", "title", "citation"),
        "table",
        _FETCH,
    ),
    Shape("a JabRef CSV export", "columns", ("bibliographytype",), "table", _BIBTEX),
    Shape(
        "a table of records (CSV or TSV)", "columns", ("records",), "table", _HEADINGS
    ),
    Shape("a table (CSV or TSV)", "columns", ("a table",), "", _HEADINGS),
    Shape(
        "rows of a table without a heading",
        "columns",
        ("rows alone",),
        "",
        "put a line above them that names the columns: title, authors, year, abstract",
    ),
)
