"""Ids that a build gave go on meaning the same, where a build elsewhere gives others.

Of two people called Wei Wang the first is wei-wang, the other wei-wang-2. A document that
comes before theirs could swap the two, or leave wei-wang to somebody new, and whoever
wrote down an id would be led to somebody else. So in a folder that has a build, an id
stays with whoever has most of the places that it had; who is new gets a free number.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count

from kg.files.earlier_ids import EarlierBuild
from kg.files.output_names import STORE_FILE
from kg.records import Extraction, Remark, Resolution
from kg.resolution.doubtful_ids import doubtful_ids, plain_before
from kg.resolution.entity_ids import plain_id
from kg.resolution.former_ids import commonest, count_places
from kg.resolution.renamed_ids import rename_ids

_SHOWN = 3  # examples in a remark
_NUMBER = re.compile(r"-\d+$")


def keep_ids(
    before: EarlierBuild, extractions: Sequence[Extraction], resolution: Resolution
) -> Resolution:
    """Return the resolution with ids that mean whom they meant in the build before.

    Its `kept_ids` have those that another build would not give.

    Args:
        before: the build before this one, in the same folder.
        extractions: of this build.
        resolution: of the same extractions, in the same order.
    """
    if not (before.entities or before.former):
        return resolution
    plain = {e.id: plain_id(e.kind, e.name) for e in resolution.entities}
    then = plain_before(before)
    former = _former_ids(before, plain)
    asked = {*doubtful_ids(before, then, extractions, resolution), *former.values()}
    votes = count_places(before, asked, extractions, resolution)
    owners = {old: commonest(counts) for old, counts in votes.items()}
    kept = _kept(then, owners, plain)
    kept |= _returned(former, votes, plain, kept)
    # What nobody has back goes on meaning what it has become.
    owners |= {o: owners[now] for o, now in former.items() if now in owners}
    ids = kept | _numbered(before, owners, plain, kept)
    changed = {now: made for now, made in sorted(ids.items()) if now != made}
    return rename_ids(resolution, changed) if changed else resolution


def remarks_on_kept_ids(resolution: Resolution) -> tuple[Remark, ...]:
    """Return a remark on ids that a build elsewhere would not give, if there are any."""
    pairs = resolution.kept_ids
    if not pairs:
        return ()
    shown = [f"{kept} (elsewhere {other})" for kept, other in pairs[:_SHOWN]]
    more = ["…"] if len(pairs) > _SHOWN else []
    reason = (
        "ids that go on meaning whom they meant in the build before, as homonyms are "
        f"numbered otherwise by now: {', '.join(shown + more)}"
    )
    return (Remark(STORE_FILE, None, reason, lost=False),)


def _former_ids(before: EarlierBuild, plain: Mapping[str, str]) -> dict[str, str]:
    """Return former ids that somebody could get by name, and what they had become."""
    names = {*plain.values()}
    return {
        old: now
        for old, now in before.former.items()
        if old not in before.entities and _plain_forms(old) & names
    }


def _plain_forms(name: str) -> AbstractSet[str]:
    """Return what an id may be without a number: "gpt-2" is one, or the second "gpt"."""
    return {name, _NUMBER.sub("", name)}


def _kept(
    then: Mapping[str, str], owners: Mapping[str, str], plain: Mapping[str, str]
) -> dict[str, str]:
    """Return ids of the build before by whose they are, where the name is the same."""
    claims: dict[str, list[str]] = defaultdict(list)
    for old, now in owners.items():
        if then.get(old) == plain.get(now):
            claims[now].append(old)
    # Of two that are one by now, the lower number.
    return {now: min(old, key=_by_number) for now, old in claims.items()}


def _returned(
    former: Mapping[str, str],
    votes: Mapping[str, Mapping[str, int]],
    plain: Mapping[str, str],
    kept: Mapping[str, str],
) -> dict[str, str]:
    """Return former ids by who has them back.

    That is who was taken for another in the build before, as by a decision; of several
    homonyms each in turn, as they were numbered.
    """
    formers: dict[str, list[str]] = defaultdict(list)
    for old in sorted(former, key=_by_number):
        formers[former[old]].append(old)
    found: dict[str, str] = {}
    for target, free in sorted(formers.items()):
        # First who would be called so anyway.
        own = {now for now in votes.get(target, ()) if now in free}
        for now in sorted(
            votes.get(target, ()), key=lambda n: (n not in own, _by_number(n))
        ):
            fitting = [old for old in free if plain.get(now) in _plain_forms(old)]
            if fitting and now not in kept and now not in found:
                found[now] = now if now in fitting else fitting[0]
                free.remove(found[now])
    return found


def _by_number(name: str) -> tuple[int, str]:
    return len(name), name


def _numbered(
    before: EarlierBuild,
    owners: Mapping[str, str],
    plain: Mapping[str, str],
    kept: Mapping[str, str],
) -> dict[str, str]:
    """Return the ids of all others: their own, or where it is another's, a free one."""
    others = [now for now in plain if now not in kept]
    given = {*kept.values()}
    own = (now for now in others if owners.get(now, now) == now and now not in given)
    made = {now: now for now in own}
    taken = {*made, *given, *before.entities, *before.former}
    for now in others:
        if now not in made:
            numbers = (f"{plain[now]}-{number}" for number in count(2))
            made[now] = next(name for name in numbers if name not in taken)
            taken.add(made[now])
    return made
