"""Who is who: which mentions and documents name one person, place, term or work.

A module a kind, each a function from names to clusters; `kg.resolution` calls them.
"""
