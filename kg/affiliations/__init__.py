"""Raw affiliations → the organisations that they name, of a registry or of our table.

`registry_file` reads the registry, `registry_index` finds its names by their words,
`reading` and `layout` lay them over an affiliation, `evidence` says what speaks for
each, `matching` decides, and `answers` gives what a user sees.
"""
