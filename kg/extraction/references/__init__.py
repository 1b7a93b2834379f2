"""Other works that a text names: reference lists, quoted titles, identifiers."""
