"""The land: where everything stands on a map of a corpus, region by region.

`layout` places nodes, `term_land` and `people_land` make a whole land of a store,
`overlay` places people, institutions and works on the land of terms.
"""
