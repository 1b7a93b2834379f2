"""Records that any format of the cleaned corpus has to carry through."""

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.files.opening import open_text
from kg.plugins import load
from kg.records import Document
from kg.sources.readers import READERS, recognise

ORCID = "0000-0002-1825-0097"
PLACES = ("Oslo U, Oslo, Norway", "Kyoto U, Kyoto, Japan")
MILLS = CorpusRecord(
    id="work:mills",
    title="50 % of mills & {winds}: cost_benefit #1",
    abstract="They turn at $5 a day,\n~ 3^2 times;\nTY  - and so on.",
    authors=(
        RowAuthor("Ana Ruiz García", "person:a", ORCID, PLACES, "Ruiz García"),
        RowAuthor("Piet de Graaf", "person:b", "", PLACES[:1], "de Graaf"),
    ),
    venue="Research & Development",
    year=2001,
    doi="10.1234/m_1",
    ids=(("arxiv", "2101.00001"), ("pmid", "1234567")),
    keywords=("wind power", "corn"),
    subjects=("Energy",),
    references=("Lee, On wind, 1999",),
    type="Article",
    language="en",
    documents=(("a", "a.bib", 3),),
    origins={"title": ("a",)},
)
WIND = CorpusRecord(
    *("work:wind", "=Wind", "", (RowAuthor("Cy Roe", "person:c"),), "", None, ""),
    *((), (), (), (), "", "", (("b", "b.txt", None),), {}),
)


def read_back(text: str) -> list[Document]:
    """Return the documents that kg's own readers find in a text."""
    file = open_text(text, name="x")
    reader = load(READERS, recognise(file.head()), what="source")
    return [item for item in reader.parse(file) if isinstance(item, Document)]
