"""The words that names of institutions are made of, by the part they play."""

from kg.datafiles import labelled_words


def grammar(part: str) -> frozenset[str]:
    """Return the words of `institution_grammar.txt` that play a part."""
    return labelled_words("institutions/institution_grammar")[part]
