"""Words that say what kind an institution is, in the normal form of names.

They are few, and part of how evidence is weighed: trees are learned with them.
"""

# Words that say what sort of institution, not which.
SORTS = frozenset(
    (
        *("university", "institute", "college", "hospital", "laboratory", "school"),
        *("center", "academy", "polytechnic", "clinic", "museum", "observatory"),
    )
)
HOSPITALS = frozenset(("hospital", "clinic"))
GENERIC = SORTS | frozenset(
    (
        *("national", "state", "general", "central", "medical", "technology", "city"),
        *("technical", "science", "research", "federal", "regional", "international"),
    )
)
# The word at the head of an organisation's name → the kind of organisation.
HEADS = {
    "university": "university",
    "polytechnic": "university",
    "institute": "institute",
    "college": "college",
    "hospital": "hospital",
    "center": "center",
    "museum": "center",
    "observatory": "center",
    "laboratory": "laboratory",
    "academy": "academy",
    "school": "school",
    "foundation": "foundation",
    "ministry": "ministry",
    **dict.fromkeys(
        ("corporation", "company", "limited", "incorporated", "inc", "gmbh", "llc"),
        "company",
    ),
}
# A university with such a word inside of its name is another than the one without.
FIELDS = frozenset(
    (
        *("medical", "technical", "pedagogical", "agricultural", "education", "normal"),
        *("technology", "science"),
    )
)
