"""A raw affiliation → organisations of the Research Organization Registry (ROR)."""
