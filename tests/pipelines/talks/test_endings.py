"""The grammar of the lines that the cohesion model is trained with."""

import random
import re

import pytest

from pipelines.talks.endings import RULES, Metadata, expand, make_short_talk, make_tail

FACTS = Metadata(
    names=("Ana Lima", "Rui Costa"),
    places=("Porto",),
    titles=("reefs in warm seas",),
    venues=("Marine Letters",),
)
SLOTS = {
    *("NAME", "GIVEN", "FAMILY", "PLACE", "TITLE", "VENUE", "YEAR"),
    *("AUTHORS", "LINK", "NUMBER"),
}


def test_all_symbols_are_known():
    templates = [template for said in RULES.values() for template in said]
    used = {s for t in templates for s in re.findall(r"\{(\w+)[!~]?\}", t)}
    assert used <= RULES.keys() | SLOTS
    assert RULES.keys() - used <= {"closer", "bio", "joint", "reference"}


@pytest.mark.parametrize("make", [make_tail, make_short_talk])
def test_equal_seeds_make_equal_lines(make):
    made = [
        [make(FACTS, chance=chance) for _ in range(200)]
        for chance in (random.Random(5), random.Random(5))
    ]
    assert made[0] == made[1]
    assert len(set(made[0])) > 100
    assert not any(set("{}~") & set(line) for line in made[0] if "~user" not in line)


def test_letters_change_at_the_beginning():
    chance = random.Random(1)
    assert expand("{TITLE!}.", FACTS, chance=chance) == "Reefs in warm seas."
    assert expand("{PLACE~}", FACTS, chance=chance) == "porto"
