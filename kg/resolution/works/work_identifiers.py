"""DOIs, arXiv numbers and addresses in one form each, so that equal ones look equal."""

import re

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv(?:\.org)?[:/\s.]{1,3}(?:abs/|pdf/|html/)?)"
    r"(\d{4}\.\d{4,5}|[a-z\-]{2,9}(?:\.[a-z]{2})?/\d{7})",
    re.IGNORECASE,
)
_BARE_ARXIV = re.compile(r"(\d{4}\.\d{5}|\d{4}\.\d{4})(?:v\d{1,2})?")
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def identifier(text: str | None) -> str | None:
    """Give a DOI as "doi:…", an arXiv number as "arxiv:…" or an address without scheme.

    A version of an arXiv paper is that paper. What is none of these is nobody's
    identifier, for a record's own number may mean anything elsewhere.
    """
    if not text:
        return None
    text = text.strip()
    arxiv = _ARXIV.search(_ARXIV_DOI.sub("arxiv:", text))
    bare = _BARE_ARXIV.fullmatch(text)
    if arxiv or bare:
        return f"arxiv:{(arxiv or bare)[1].lower()}"  # type: ignore[index]
    doi = _DOI.search(text)
    if doi:
        return f"doi:{doi[0].rstrip('.,;)').lower()}"
    if _SCHEME.match(text):
        return "url:" + _SCHEME.sub("", text, count=1).split("#")[0].rstrip("/.")
    return None
