"""Made-up works in JSON and XML."""

import json
from xml.sax.saxutils import escape

from pipelines.readers.made_up_works import MadeUpWork, Works


def openalex(works: Works) -> str:
    """Return a page of OpenAlex: abstracts as places of words."""
    results = [_openalex_work(work) for work in works]
    page = {"meta": {"count": len(works), "page": 1}, "results": results}
    return json.dumps(page, ensure_ascii=False)


def _openalex_work(work: MadeUpWork) -> dict[str, object]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(work.abstract.split()):
        places.setdefault(word, []).append(place)
    return {
        "id": f"https://openalex.org/W{4_000_000_000 + work.number}",
        "doi": f"https://doi.org/{work.doi}",
        "title": work.title,
        "display_name": work.title,
        "publication_year": work.year,
        "primary_location": {"source": {"display_name": work.venue}},
        "authorships": [
            {
                "author": {"display_name": person.plain},
                "raw_affiliation_strings": [person.place],
            }
            for person in work.authors
        ],
        "keywords": [{"display_name": word, "score": 0.6} for word in work.keywords],
        "abstract_inverted_index": places,
    }


def crossref(works: Works) -> str:
    """Return an answer of Crossref: lists for titles, JATS in abstracts."""
    items = [
        {
            "DOI": work.doi,
            "title": [work.title],
            "author": [
                {
                    "given": person.given,
                    "family": person.family,
                    "affiliation": [{"name": person.place}],
                }
                for person in work.authors
            ],
            "container-title": [work.venue],
            "issued": {"date-parts": [[work.year, 5]]},
            "abstract": f"<jats:p>{escape(work.abstract)}</jats:p>",
            "type": "journal-article",
        }
        for work in works
    ]
    answer = {"status": "ok", "message-type": "work-list", "message": {"items": items}}
    return json.dumps(answer, indent=1)


def pubmed_xml(works: Works) -> str:
    """Return PubMed's XML."""
    articles = "\n".join(map(_pubmed_article, works))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<PubmedArticleSet>\n{articles}\n</PubmedArticleSet>\n"
    )


def _pubmed_article(work: MadeUpWork) -> str:
    authors = "".join(
        f"<Author><LastName>{escape(p.family)}</LastName>"
        f"<ForeName>{escape(p.given)}</ForeName><Initials>{p.initials}</Initials>"
        f"<AffiliationInfo><Affiliation>{escape(p.place)}.</Affiliation>"
        "</AffiliationInfo></Author>"
        for p in work.authors
    )
    return (
        "<PubmedArticle><MedlineCitation>"
        f"<PMID>{90_000_000 + work.number}</PMID><Article>"
        f"<Journal><JournalIssue><PubDate><Year>{work.year}</Year></PubDate>"
        f"</JournalIssue><Title>{escape(work.venue)}</Title></Journal>"
        f"<ArticleTitle>{escape(work.title)}.</ArticleTitle>"
        f"<Abstract><AbstractText>{escape(work.abstract)}</AbstractText></Abstract>"
        f"<AuthorList>{authors}</AuthorList></Article></MedlineCitation>"
        f'<PubmedData><ArticleIdList><ArticleId IdType="doi">{work.doi}</ArticleId>'
        "</ArticleIdList></PubmedData></PubmedArticle>"
    )


def atom(works: Works) -> str:
    """Return a feed as arXiv answers with one."""
    entries = "\n".join(map(_atom_entry, works))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom">\n'
        f"<title>Query</title>\n{entries}\n</feed>\n"
    )


def _atom_entry(work: MadeUpWork) -> str:
    authors = "".join(
        f"<author><name>{escape(person.plain)}</name></author>"
        for person in work.authors
    )
    return (
        f"<entry><id>http://arxiv.org/abs/9901.{work.number:05d}v1</id>"
        f"<published>{work.year}-05-01T00:00:00Z</published>"
        f"<title>{escape(work.title)}</title>"
        f"<summary>{escape(work.abstract)}</summary>{authors}"
        f"<arxiv:doi>{work.doi}</arxiv:doi></entry>"
    )
