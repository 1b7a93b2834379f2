"""Salience, where nodes of all kinds go by it: an order, names, labels."""

from collections.abc import Mapping
from typing import Any

# Of data sets, which have none: works use them, and are hardly about them.
OF_DATA_SETS = 0.25


def counted_salience(attributes: Mapping[str, Any]) -> float:
    """Return how much a node says of what works are about, in [0, 1].

    That is the salience of a term; data sets have `OF_DATA_SETS`, and all that is no term
    has 1.

    Args:
        attributes: of a node, as `kg.graph` has them.

    Example:
        >>> counted_salience({"salience": 0.4}), counted_salience({"is_data_set": True})
        (0.4, 0.25)
    """
    if attributes.get("is_data_set"):
        return OF_DATA_SETS
    known = attributes.get("salience")
    return 1.0 if known is None else float(known)
