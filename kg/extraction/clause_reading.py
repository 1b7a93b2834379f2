"""A sentence read word by word: which role its verbs and prepositions give to terms.

A finite-state reading, no parse: abstracts say what they do in few forms, and where
they do not, a term is mentioned in passing, which is never wrong.
"""

from dataclasses import dataclass, field

from kg.extraction.role_words import verb_classes, words_of
from kg.records import Mention, Role

_NEAR = 4  # words between "our" and its noun
_PATIENCE = 3  # words between a subject and its verb, adverbs and auxiliaries aside
_CLAIMED = 7  # words behind "we show that" in which its subject stands
_OWN = frozenset(("our", "this", "these"))
_WORKS_WITH_THE = frozenset(
    ("paper", "article", "talk", "thesis", "manuscript", "authors", "author", "speaker")
)
_PAST = frozenset(("was", "were"))
_BE = _PAST | {"is", "are", "be", "been", "being"}
_JOINS = frozenset(("and", "or", "then", ",", "to", "by", "for", "of", "in", "("))
_FINITE_JOINS = frozenset(("and", "then", "to", "or"))
# "in" and the like lead from what is used to what is none of it.
_ELSEWHERE = frozenset(("in", "at", "from", "on", "into", "within", "among"))
_AIMED = frozenset(("for", "to", "towards", "toward"))
# Behind these, "training X" and "using X" name a topic, no act of the work.
_TOPIC_OF = frozenset(("for", "of", "in"))
_GAINS = ("improv", "gain", "advantage", "superior", "reduc")


@dataclass(slots=True)
class ClauseReader:
    """What has been read of a sentence, and the roles that it gave so far.

    `verb` is the class of the verb in force (see `kg.extraction.role_words.VERBS`), or
    what a preposition made of it. `pending` are the terms of the clause with the
    preposition before them, for a passive that may follow.
    """

    title: bool = False
    roles: dict[Mention, Role] = field(default_factory=dict)
    verb: str | None = None
    context: str = "head"
    pending: list[tuple[Mention, str]] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    waiting: int = 0
    own: int = 0
    is_named_own: bool = False
    claimed: int = 0
    has_subject: bool = False
    is_behind_verb: bool = False
    is_earlier: bool = False
    evaluates: bool = False

    def __post_init__(self) -> None:
        """Let a title be about what it names."""
        if self.title:
            self.verb = "about"

    def read_words(self, words: list[str]) -> None:
        """Read the words before a term, or behind the last one."""
        for word in words:
            low = word.lower()
            (self._read_title_word if self.title else self._read_word)(low, word)
            self.read.append(low)

    def meet_term(self, term: Mention) -> None:
        """Give a term the role that what was read says it has."""
        role = self._role_here(term)
        if role is not None:
            self.roles[term] = role
        if self.verb == "claims":
            self.verb = None
        self.pending.append((term, "off" if self.is_earlier else self.context))
        # "our X uses Y": what is the work's own may do something.
        self.waiting = _PATIENCE if self.own and not self.title else 0
        self.own = 0
        self.is_earlier = self.is_behind_verb = False
        self.read.append("")

    def _role_here(self, term: Mention) -> Role | None:
        if self.is_earlier:
            return None
        if self.own and term.kind == "method" and self.is_named_own:
            return "uses"
        if self.verb is None:
            return None
        return _role_by(self.verb, term)

    def _read_title_word(self, word: str, written: str) -> None:
        """Read a word of a title: behind "via" and the like stands what is used."""
        if word in ("based", "by") and not self.read:
            return
        last = self.read[-1] if self.read else ""
        if word in words_of("using") or (word == "by" and not last.endswith("ed")):
            self.verb = "uses"
        elif word == "with":
            self.verb = "make"  # a method; a concept is what the topic has
        elif word == "without":
            self.verb = None
        elif word in _ELSEWHERE or word in _AIMED or word in (":", "–", "—"):
            self.verb = "about"
        elif word in ("application", "applications", "applying"):
            self.verb = "uses"

    def _read_word(self, word: str, written: str) -> None:
        """Read a word of prose; the first of these that it can be is what it is."""
        verb = verb_classes().get(word)
        _ = (
            self._read_subject(word, written)
            or (self.waiting and self._read_awaited(word, verb))
            or (verb and self._read_passive(word, verb))
            or (verb and self._read_joined(word, verb))
            or self._read_preposition(word)
            or self._read_end(word)
        )
        self._forget(word)

    def _read_subject(self, word: str, written: str) -> bool:
        """Read what acts in the work's name: "we", "this paper", "our method"."""
        the = self.read[-1:] == ["the"]
        if word in _OWN or (the and word in ("proposed", "present")):
            self.own, self.is_named_own = _NEAR, word in ("our", "proposed")
            self.is_earlier = False
            return True
        the = the and word in _WORKS_WITH_THE
        noun = self.own and (word in words_of("work") or word in words_of("approach"))
        if word != "we" and written != "I" and not the and not noun:
            return False
        self.waiting, self.own, self.has_subject = _PATIENCE, 0, True
        self.verb, self.context = None, "head"
        if word == "we" and self.read and self.read[0] in words_of("using") | {"by"}:
            self._settle({"using": "uses"})
        self.pending.clear()
        return True

    def _read_awaited(self, word: str, verb: str | None) -> bool:
        """Read a word between a subject and its verb, or the verb."""
        if word in ("about", "on") and self.read[-1] in _BE:
            self._act("about")
        elif verb and not (word.endswith("ing") and self.read[-1] not in _BE):
            self._act(verb)
        elif word in ("not", "cannot", ";", "of"):
            self.waiting = 0
        elif word not in words_of("waiting") and not word.endswith("ly"):
            self.waiting -= 1
            return False
        return True

    def _act(self, verb: str) -> None:
        """Let a verb of the work give its objects their role."""
        self.verb, self.waiting, self.context = verb, 0, "head"
        self.claimed = _CLAIMED if verb == "claims" else 0
        self.is_behind_verb, self.is_earlier = True, False

    def _read_passive(self, word: str, verb: str) -> bool:
        """Read "is proposed", "was used", "will be discussed"; "is used" is general."""
        auxiliary = [each for each in self.read[-3:] if not each.endswith("ly")][-2:]
        be = auxiliary[-1] if auxiliary else ""
        if be not in _BE or word.endswith("ing") or self.context == "off":
            return False
        general = verb in ("uses", "claims") and be not in _PAST
        infinitive = be == "be" and auxiliary[0] != "will"
        if general or infinitive or be in ("been", "being"):
            return True
        self._settle({"head": verb, "for": "about", "using": "uses"})
        self.verb, self.context = verb, "head"
        return True

    def _settle(self, by_context: dict[str, str]) -> None:
        """Give the terms before a verb their roles, by the preposition before each."""
        for term, context in self.pending:
            if context in by_context and term not in self.roles:
                self.roles[term] = _role_by(by_context[context], term)

    def _read_joined(self, word: str, verb: str) -> bool:
        """Read a further verb: "and apply", "to predict", "by combining"."""
        last = self.read[-1] if self.read else ""
        opens = last == "to" and (len(self.read) == 1 or self.read[-2] == ":")
        continues = self.has_subject and (self.verb or last == "and")
        gerund = word.endswith("ing")
        joined = gerund and last in _JOINS
        finite = last in _FINITE_JOINS and not gerund
        if not opens and not (continues and (joined or finite)):
            return False
        self._act("about" if gerund and last in _TOPIC_OF else verb)
        self.has_subject = True
        return True

    def _read_preposition(self, word: str) -> bool:
        """Read what leads from the object of a verb to what it is used for, or with."""
        last = self.read[-1] if self.read else ""
        if self.is_behind_verb and word in words_of("for") | {"with", "that"}:
            # Results that "apply to" something do not use it.
            self.verb = "about" if self.verb == "uses" and word == "to" else self.verb
            return True
        participle = last.endswith("ed") and last not in verb_classes()
        # What something is determined by may be anything.
        agent = participle or last in words_of("agent")
        uses = word in words_of("using") or (word == "by" and not agent)
        if uses or (word == "on" and last in ("based", "relying", "building")):
            self._lead_to("using", "uses")
        elif word in _AIMED:
            self._lead_to("for", "about")
        elif word in ("of", "on", "over") and self._leads_to_a_measure(word, last):
            self._lead_to("off", None)
        elif word in _ELSEWHERE:
            self._lead_to("for", None if self.verb == "uses" else "about")
        elif word == "with" and self.verb not in ("uses", None):
            self._lead_to("off", None)
        else:
            return False
        return True

    def _leads_to_a_measure(self, word: str, last: str) -> bool:
        """Tell what results are told in, on and over: data, measures, rivals."""
        if word == "of":
            return last == "terms"
        if word == "on":
            return self.evaluates
        return any(each.startswith(_GAINS) for each in self.read[-_NEAR * 2 :])

    def _lead_to(self, context: str, verb: str | None) -> None:
        """Go on to what stands behind a preposition."""
        if self.context != "off":
            self.context = context
        if self.verb is not None:
            self.verb = verb
        self.is_earlier = False

    def _read_end(self, word: str) -> bool:
        """Read what ends the reach of a verb: clauses, comparisons, others' work."""
        if word in words_of("earlier"):
            self.is_earlier = True
        elif word in words_of("off") or word in words_of("contrast"):
            self.verb, self.context = None, "off"
        elif word == ";":
            self.verb, self.context = None, "head"
            self.pending.clear()
        elif word == ",":
            self.context = "head"
            self.is_earlier = False
        elif word.endswith("ing") and self.read[-1:] in ([","], ["and"]):
            self.verb = None
        return True

    def _forget(self, word: str) -> None:
        """Let what counts for the next words only run out."""
        self.evaluates = self.evaluates or word in words_of("evaluating")
        if word not in _OWN:
            self.own = 0 if word == "," else max(0, self.own - 1)
        if verb_classes().get(word) is None and not word.endswith("ly"):
            self.is_behind_verb = False
        if self.claimed:
            self.claimed -= 1
            if not self.claimed and self.verb == "claims":
                self.verb = None


def _role_by(verb: str, term: Mention) -> Role:
    """Return the role of a verb's object; what a work makes it uses, if a method."""
    if verb == "uses" or (verb == "make" and term.kind == "method"):
        return "uses"
    return "about"
