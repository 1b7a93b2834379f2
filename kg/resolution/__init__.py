"""Who is who: which mentions and documents name one person, place, term or work.

A room a kind, each from names to clusters; `resolve` calls them and makes entities.
"""
