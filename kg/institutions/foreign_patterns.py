"""The end of a name in another language: "Centre de recherches sur la cognition".

Spanish, French, Italian and others write the words inside a name small, so that
capitals do not tell where it ends. Small words count only behind "de" and its like,
and never those with which an English sentence goes on.
"""

from collections.abc import Callable, Sequence

from kg.institutions.grammar import grammar
from kg.text.words import Word

# Words behind the head; longer runs are sentences in that language.
_LONGEST = 14
# Small words of English that the grammar need not list one by one.
_ENGLISH_ENDINGS = ("ing", "ed", "ly", "tion.")


def foreign_end(words: Sequence[Word], joined: Callable[[int], bool], head: int) -> int:
    """Give the last word of a name whose head is `words[head]`.

    Args:
        words: the words of the stretch.
        joined: tells of a word's index whether the next one follows in the same phrase.
        head: the index of the word that makes it an institution.
    """
    at = head
    while at + 1 < len(words) and joined(at) and at - head < _LONGEST:
        step = _step(words, joined, head, at)
        if step == at:
            break
        at = step
    return at


def _step(
    words: Sequence[Word], joined: Callable[[int], bool], head: int, at: int
) -> int:
    """Return the word that the name goes on to from `at`, or `at` where it has ended.

    A capital goes on; a link does with what it leads to; a small word only behind others,
    or where a link follows it.
    """
    following = words[at + 1].text
    if words[at + 1].capitalised and not following.isdigit():
        return at + 1
    if _is_link(following) or following in ("et", "y", "e", "i", "und", "och", "og"):
        reached = _over_links(words, joined, at + 1)
        if reached is None or _begins_another(words[reached].text):
            return at
        return reached if _may_be_inside(words[reached]) else at
    runs_on = words[at].text[:1].islower() and at > head
    if (runs_on or at == head) and _may_be_inside(words[at + 1]):
        leads_on = at + 2 < len(words) and joined(at + 1)
        if runs_on or (leads_on and _is_link(words[at + 2].text)):
            return at + 1
    return at


def _over_links(
    words: Sequence[Word], joined: Callable[[int], bool], at: int
) -> int | None:
    """Give the first word behind "de la", "für die" and the like."""
    while at + 1 < len(words) and joined(at):
        at += 1
        if not _is_link(words[at].text):
            return at
    return None


def _is_link(word: str) -> bool:
    return word in grammar("foreign_link") or word[:2].lower() in ("d'", "d’")


def _may_be_inside(word: Word) -> bool:
    text = word.text
    if text.isdigit() or text in grammar("english"):
        return False
    return word.capitalised or (len(text) > 2 and not text.endswith(_ENGLISH_ENDINGS))


def _begins_another(word: str) -> bool:
    return word in grammar("university") or word in grammar("opening")
