"""All that is known of organisations: how they are named, found and linked.

`table` holds the institutions we know, `grammar`, `patterns` and `candidates` what a
name of one looks like, `institution_normal_form` the name it goes by, `gazetteer` and
`location` where it is. `find/` reads running text, `ror/` raw affiliation strings.
"""
