"""Which networks are neural ones, by the words of their keys.

A ReLU network is one, wherever the word stands; a shallow one is where the word stands
right before "network"; a deep social network, a power transformer net or a Petri net is
none.
"""

from collections.abc import Sequence

from kg.datafiles import word_list

# Two words that say it together: a strongly connected network is a graph.
_PAIRS = frozenset([("fully", "connected"), ("feed", "forward")])
_COUNTED = frozenset(
    ["hidden", "one", "single", "two", "three", "four", "five", "1", "2", "3", "4", "5"]
)


def is_neural(words: Sequence[str]) -> bool:
    """Tell whether a term, by the words of its key, names a neural network."""
    return words[-1] == "network" and says_neural(words[:-1])


def says_neural(words: Sequence[str]) -> bool:
    """Tell whether these words make the network that follows a neural one."""
    if "neural" in words:
        return True
    if not words or not word_list("terms/other_network_words").isdisjoint(words):
        return False
    if not word_list("terms/neural_network_words").isdisjoint(words):
        return True
    if words[-1] in word_list("terms/neural_words_before_network"):
        return True
    last = tuple(words[-2:])
    if last in _PAIRS:
        return True
    # "Two-layer network"; a "layer 2 network" is one of computers.
    return len(last) > 1 and last[1] in ("layer", "layered") and last[0] in _COUNTED
