"""The words that names of institutions are made of, by the part they play."""

from kg.datafiles import labelled_words


def grammar(part: str) -> frozenset[str]:
    """Return the words of `institution_grammar.txt` that play a part.

    Example:
        >>> "Hospital" in grammar("closed"), "Hospital" in grammar("university")
        (True, False)

    Raises:
        KeyError: there is no such part.
    """
    return labelled_words("institutions/institution_grammar")[part]
