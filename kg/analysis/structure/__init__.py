"""Questions about the structure of a network, a question a module.

Each module has `MEANING`, a line for people, `NETWORK`, which is studied by default, and
`analyse`, which returns small frozen values, a row of the table each, best first.
"""

ANALYSES = {
    "quality": "kg.analysis.structure.network_quality",
    "communities": "kg.analysis.structure.community_table",
    "centrality": "kg.analysis.structure.centrality",
    "brokers": "kg.analysis.structure.brokers",
    "trends": "kg.analysis.structure.years",
    "bursts": "kg.analysis.structure.bursts",
    "periods": "kg.analysis.structure.periods",
    "gaps": "kg.analysis.structure.gaps",
    "community-gaps": "kg.analysis.structure.community_gaps",
    "unmet-people": "kg.analysis.structure.unmet_people",
}
"""The questions, in the order in which people ask them."""
