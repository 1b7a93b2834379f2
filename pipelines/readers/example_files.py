"""The example files of `examples/`, written by us after each format's description.

What is in each stands beside it: `python -m pipelines.readers.formats` and the tests
compare that with what is read.
"""

from pathlib import Path
from typing import NamedTuple

from pipelines.readers.json_examples import JSON_EXAMPLES

FOLDER = Path(__file__).parent / "examples"


class Example(NamedTuple):
    """A file, its format, and how much of everything is in it.

    Attributes:
        name: of the file, below `FOLDER`.
        format: as its users call it.
        records: of which each has a title or an abstract.
        authors: named in them, over all records.
        affiliations: of these authors, one each time that a person has one, and those
            that nobody in particular has.
        years: records that have one.
    """

    name: str
    format: str
    records: int
    authors: int
    affiliations: int
    years: int


EXAMPLES: tuple[Example, ...] = (
    Example("crossref-deposit.xml", "Crossref XML", 2, 3, 0, 2),
    Example("crossref-journal.xml", "Crossref XML", 2, 3, 1, 2),
    Example("crossref-preprint.xml", "Crossref XML", 1, 1, 1, 1),
    Example("datacite-batch.xml", "DataCite XML", 2, 2, 1, 2),
    Example("datacite-dataset.xml", "DataCite XML", 1, 2, 1, 1),
    Example("datacite-oai.xml", "DataCite XML", 1, 2, 1, 1),
    Example("acl.bib", "BibTeX", 2, 3, 0, 2),
    Example("better-biblatex.bib", "BibTeX", 2, 3, 1, 2),
    Example("dblp.bib", "BibTeX", 2, 2, 0, 2),
    Example("latex-journal.bib", "BibTeX", 2, 3, 0, 2),
    Example("scopus.bib", "BibTeX", 2, 4, 3, 2),
    Example("wos.bib", "BibTeX", 2, 4, 3, 2),
    Example("europepmc-core.xml", "Europe PMC XML", 2, 3, 1, 2),
    Example("europepmc-lite.xml", "Europe PMC XML", 1, 3, 0, 1),
    Example("europepmc-old.xml", "Europe PMC XML", 1, 2, 1, 1),
    Example("medline-baseline.xml", "PubMed XML", 2, 3, 1, 2),
    Example("pubmed-books.xml", "PubMed XML", 2, 2, 1, 2),
    Example("pubmed-search.xml", "PubMed XML", 2, 4, 3, 2),
    Example("jats-publisher.xml", "JATS", 1, 3, 3, 1),
    Example("jats-scielo.xml", "JATS", 1, 2, 2, 1),
    Example("pmc-set.xml", "JATS", 2, 3, 2, 2),
    Example("grobid.tei.xml", "TEI", 1, 2, 2, 1),
    Example("hal.tei.xml", "TEI", 2, 3, 4, 2),
    Example("journal.tei.xml", "TEI", 2, 2, 1, 2),
    Example("dblp-dump.xml", "DBLP XML", 4, 4, 0, 4),
    Example("dblp-person.xml", "DBLP XML", 2, 3, 0, 2),
    Example("dblp-search.xml", "DBLP XML", 2, 3, 0, 2),
    Example("acl-1999.xml", "ACL Anthology XML", 2, 2, 0, 2),
    Example("acl-2020.xml", "ACL Anthology XML", 3, 4, 1, 3),
    Example("acl-journal.xml", "ACL Anthology XML", 2, 2, 0, 2),
    Example("database-endnote.xml", "EndNote XML", 1, 2, 0, 1),
    Example("endnote-x9.xml", "EndNote XML", 3, 3, 2, 3),
    Example("mendeley-endnote.xml", "EndNote XML", 2, 3, 0, 2),
    Example("zotero-books.rdf", "Zotero RDF", 2, 2, 0, 2),
    Example("zotero-meeting.rdf", "Zotero RDF", 2, 2, 0, 2),
    Example("zotero.rdf", "Zotero RDF", 2, 3, 0, 2),
    Example("arxiv-query.xml", "Atom", 2, 3, 1, 2),
    Example("journal-atom.xml", "Atom", 1, 2, 0, 1),
    Example("preprints-atom.xml", "Atom", 2, 3, 0, 2),
    Example("arxiv-rss.xml", "RSS", 1, 2, 0, 1),
    Example("journal-rss.rdf", "RSS", 2, 3, 0, 2),
    Example("podium-rss.xml", "RSS", 1, 1, 0, 1),
    Example("dspace-qdc.xml", "OAI-PMH", 1, 1, 0, 1),
    Example("oai-arxiv.xml", "OAI-PMH", 2, 5, 1, 2),
    Example("oai-journal.xml", "OAI-PMH", 2, 3, 2, 2),
    Example("oai-mixed.xml", "OAI-PMH", 3, 3, 1, 3),
    Example("dc-records.xml", "Dublin Core XML", 2, 3, 0, 2),
    Example("dc-single.xml", "Dublin Core XML", 1, 1, 0, 1),
    Example("dc-thesis.xml", "Dublin Core XML", 1, 1, 0, 1),
    Example("mods-bibutils.xml", "MODS", 1, 1, 0, 1),
    Example("mods-collection.xml", "MODS", 2, 2, 1, 2),
    Example("mods-thesis.xml", "MODS", 1, 1, 0, 1),
    Example("marc-library.xml", "MARCXML", 2, 2, 0, 2),
    Example("marc-repository.xml", "MARCXML", 1, 2, 2, 1),
    Example("marc-single.xml", "MARCXML", 1, 1, 0, 1),
    Example("scopus-2015.csv", "Scopus CSV", 4, 7, 7, 4),
    Example("scopus-2020.csv", "Scopus CSV", 4, 7, 7, 4),
    Example("scopus-2023.csv", "Scopus CSV", 4, 7, 7, 4),
    Example("wos-excel.csv", "Web of Science tables", 4, 7, 8, 4),
    Example("wos-full.tsv", "Web of Science tables", 4, 7, 8, 4),
    Example("wos-tab.tsv", "Web of Science tables", 4, 7, 8, 4),
    Example("openalex-dotted.csv", "OpenAlex CSV", 4, 7, 8, 4),
    Example("openalex-r.tsv", "OpenAlex CSV", 4, 7, 0, 4),
    Example("openalex-underscored.csv", "OpenAlex CSV", 4, 7, 8, 4),
    Example("dimensions-2019.csv", "Dimensions CSV", 4, 7, 8, 4),
    Example("dimensions-mapping.csv", "Dimensions CSV", 4, 7, 7, 4),
    Example("dimensions.csv", "Dimensions CSV", 4, 7, 8, 4),
    Example("lens-2019.csv", "Lens CSV", 4, 7, 0, 4),
    Example("lens-saved.csv", "Lens CSV", 4, 7, 0, 4),
    Example("lens.csv", "Lens CSV", 4, 7, 0, 4),
    Example("ieee-2014.csv", "IEEE Xplore CSV", 4, 7, 7, 4),
    Example("ieee-saved.tsv", "IEEE Xplore CSV", 4, 7, 7, 4),
    Example("ieee.csv", "IEEE Xplore CSV", 4, 7, 7, 4),
    Example("pubmed-abstracts.csv", "PubMed CSV", 4, 7, 0, 4),
    Example("pubmed-quoted.csv", "PubMed CSV", 4, 7, 0, 4),
    Example("pubmed.csv", "PubMed CSV", 4, 7, 0, 4),
    Example("zotero-2014.csv", "Zotero CSV", 4, 7, 0, 4),
    Example("zotero-saved.csv", "Zotero CSV", 4, 7, 0, 4),
    Example("zotero.csv", "Zotero CSV", 4, 7, 0, 4),
    Example("google-scholar.csv", "Google Scholar, Publish or Perish", 4, 7, 0, 4),
    Example(
        "publish-or-perish-2010.csv", "Google Scholar, Publish or Perish", 4, 7, 0, 4
    ),
    Example("publish-or-perish.csv", "Google Scholar, Publish or Perish", 4, 7, 0, 4),
    Example("endnote.tsv", "JabRef, EndNote, Rayyan tables", 4, 7, 0, 4),
    Example("jabref.csv", "JabRef, EndNote, Rayyan tables", 4, 7, 0, 4),
    Example("rayyan.csv", "JabRef, EndNote, Rayyan tables", 4, 7, 0, 4),
    Example("ebsco.csv", "publishers' CSV", 4, 7, 0, 4),
    Example("proquest.csv", "publishers' CSV", 4, 7, 0, 4),
    Example("springerlink.csv", "publishers' CSV", 4, 7, 0, 4),
    Example("arxiv-snapshot.csv", "conferences, arXiv CSV", 4, 7, 0, 4),
    Example("openreview.csv", "conferences, arXiv CSV", 4, 7, 0, 4),
    Example("programme.csv", "conferences, arXiv CSV", 4, 4, 4, 4),
    Example("hand-columns.csv", "tables by hand", 4, 7, 7, 4),
    Example("hand-german.csv", "tables by hand", 4, 7, 2, 4),
    Example("hand-pipes.txt", "tables by hand", 4, 7, 7, 4),
    Example("hand-semicolons.csv", "tables by hand", 4, 7, 0, 4),
    Example("hand-spanish.tsv", "tables by hand", 4, 7, 7, 4),
    Example("endnote.ris", "RIS", 2, 3, 2, 2),
    Example("ieee.ris", "RIS", 2, 3, 0, 2),
    Example("jstor.ris", "RIS", 1, 1, 0, 1),
    Example("ovid.ris", "RIS", 2, 4, 3, 2),
    Example("zotero.ris", "RIS", 3, 5, 0, 3),
    Example("old-medline.txt", "MEDLINE", 2, 3, 1, 2),
    Example("ovid-medline.txt", "MEDLINE", 2, 3, 2, 2),
    Example("pubmed.nbib", "MEDLINE", 2, 5, 4, 2),
    Example("savedrecs.ciw", "Web of Science tagged", 1, 2, 2, 1),
    Example("savedrecs.txt", "Web of Science tagged", 2, 5, 4, 2),
    Example("wos-old.txt", "Web of Science tagged", 2, 3, 1, 2),
    Example("endnote.enw", "EndNote, Refer", 2, 4, 3, 2),
    Example("refer.txt", "EndNote, Refer", 2, 3, 0, 2),
    Example("scholar.enw", "EndNote, Refer", 1, 2, 0, 1),
    Example("cnki-refworks.txt", "RefWorks", 1, 3, 2, 1),
    Example("highwire.refworks.txt", "RefWorks", 1, 2, 0, 1),
    Example("refworks.txt", "RefWorks", 2, 3, 2, 2),
    Example("ne-english.txt", "NoteExpress", 1, 2, 2, 1),
    Example("noteexpress.txt", "NoteExpress", 2, 3, 2, 2),
    Example("wanfang.txt", "NoteExpress", 1, 2, 0, 1),
    Example("cnki-english.txt", "CNKI", 1, 2, 2, 1),
    Example("cnki-links.txt", "CNKI", 1, 1, 0, 1),
    Example("cnki.txt", "CNKI", 2, 3, 3, 2),
    Example("repec-chapter.rdf", "ReDIF", 1, 1, 0, 1),
    Example("repec-old.rdf", "ReDIF", 1, 1, 0, 1),
    Example("repec.rdf", "ReDIF", 2, 3, 3, 2),
    *(Example(*row) for row in JSON_EXAMPLES),
)
