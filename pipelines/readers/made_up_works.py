"""Sixty works of forty people that nobody wrote: what every format can be filled with."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

_PLACES = (
    "Department of Physics, University of Leeds, Leeds, United Kingdom",
    "School of Engineering, KTH Royal Institute of Technology, Stockholm, Sweden",
    "Institute of Botany, University of Vienna, Vienna, Austria",
    "Faculty of Medicine, University of Oslo, Oslo, Norway",
    "Department of Statistics, University of Auckland, Auckland, New Zealand",
)
# Family name, given names: no two share a family name, so that initials are enough.
_PEOPLE = (
    *(("Okonkwo", "Adaeze B."), ("Lindqvist", "Maja"), ("de la Vega", "Juan R.")),
    *(("Brandt", "Katrin"), ("Mkhize", "Thulani P."), ("Aasland", "Ingrid")),
    *(("dos Santos", "Carla M."), ("Haraldsen", "Bjørn"), ("Øverby", "Siri K.")),
    *(("Papadakis", "Eleni"), ("O'Rourke", "Conor J."), ("Müllner", "Jörg")),
    *(("van der Meulen", "Pieter"), ("Kowalczyk", "Zofia A."), ("Tanaka", "Haruto")),
    *(("Nguyen", "Minh Lan"), ("Ferreira", "Tiago"), ("Ivanova", "Darya S.")),
    *(("Achterberg", "Noor"), ("Baptiste", "Marcel"), ("Castellano", "Giulia")),
    *(("Dragomir", "Ioana L."), ("Eskelinen", "Veikko"), ("Fitzgerald", "Niamh")),
    *(("Gunnarsson", "Einar"), ("Hakimi", "Soraya"), ("Iturralde", "Begoña")),
    *(("Jankovic", "Milos"), ("Karlsen", "Tuva M."), ("Lombardi", "Matteo")),
    *(("Mbeki", "Lindiwe"), ("Novotna", "Petra"), ("Obermeyer", "Lukas F.")),
    *(("Pellegrini", "Sofia"), ("Quintero", "Andres"), ("Rasmussen", "Asta")),
    *(("Sundaram", "Kavitha"), ("Thorvald", "Runa"), ("Uchida", "Keiko")),
    ("Wojciechowski", "Stefan"),
)
_SUBJECTS = (
    *("nitrous oxide fluxes in a beech forest", "queues in emergency departments"),
    *("shoreline change on old maps", "defects in liquid crystals"),
    *("the spread of rumours on trains", "ripple marks below tidal bridges"),
    *("hearing in harbour porpoises", "mortar of Roman harbour walls"),
    *("sleep of night-shift bakers", "heat loss of glass facades"),
    *("spin waves in thin magnetic films", "pollen carried by hoverflies"),
    *("rents along new tram lines", "grammar of whistled languages"),
    *("frost damage to vineyard soils", "errors of tide gauges"),
    *("vibration of long footbridges", "trust in automated triage"),
    *("lichen growth on gravestones", "clock drift in sensor networks"),
)
_METHODS = (
    ("Bayesian hierarchical model", "Markov chain Monte Carlo"),
    ("random forest", "cross-validation"),
    ("convolutional neural network", "stochastic gradient descent"),
)
# Each work takes a sentence of each, at other steps, so that few works share two.
_OPENINGS = (
    "Little is known of {subject}, and less of what drives it.",
    "Ten years of notebooks describe {subject} in one valley.",
    "How far do old instruments agree about {subject}?",
    "We report on {subject}, measured at {count} places by volunteers.",
    "Two rival accounts of {subject} are put to the test here.",
)
_DOINGS = (
    "A {method} is fitted to weekly readings, with {other} as a check.",
    "Readings of {count} seasons enter a {method}; {other} guards against luck.",
    "We prefer a {method} to simple averages and tune it by {other}.",
    "Gaps in the series are filled by a {method}, and {other} gives the errors.",
    "The {method} sees only the first half of each series, and {other} the rest.",
    "Every site gets its own {method}, pooled afterwards through {other}.",
    "With {other} we choose among three versions of one {method}.",
)
_FINDINGS = (
    "Errors fall by {share} percent once the observer's name is known.",
    "Night readings turn out {share} percent too low at half of the stations.",
    "Nothing but altitude explains more than {share} percent of what we see.",
    "The rainy months carry {share} percent of the signal, against all custom.",
    "A single storm accounts for {share} percent of the yearly sum.",
    "Between neighbours the difference stays under {share} percent.",
    "Older devices exaggerate by {share} percent, newer ones hide the peaks.",
    "Only {share} percent of the variance is left when weekends are removed.",
    "The trend reverses in {share} percent of the plots after the first decade.",
    "Handwritten sheets and loggers disagree in {share} percent of the hours.",
    "Removing three plots changes the estimate by {share} percent.",
)
_ENDINGS = (
    "All sheets are kept in the town library.",
    "We close with advice to those who keep such records.",
    "A cheaper sampling plan follows from this.",
    "Similar checks would suit other archives.",
    "The code runs on a pocket computer.",
    "What remains open is the role of dust.",
    "Teachers have used the data in class.",
    "Insurers may want to look again at their tables.",
    "A second campaign is planned for the spring.",
    "Local guides confirmed most of the odd values.",
    "The maps are redrawn in an appendix.",
    "Our estimates are lower than any in print.",
    "Half of the costs went into batteries.",
)
_VENUES = ("Journal of Field Measurement", "Annals of Odd Questions", "Soil & Air")


@dataclass(frozen=True, slots=True)
class Person:
    """An author: "de la Vega", "Juan R.", and where all of them work."""

    family: str
    given: str
    place: str

    @property
    def inverted(self) -> str:
        """The name as "Family, Given"."""
        return f"{self.family}, {self.given}"

    @property
    def plain(self) -> str:
        """The name as "Given Family"."""
        return f"{self.given} {self.family}"

    @property
    def initials(self) -> str:
        """The initials without full stops: "JR"."""
        return "".join(word[0] for word in self.given.replace(".", "").split())


@dataclass(frozen=True, slots=True)
class MadeUpWork:
    """A work with all that formats ask for."""

    number: int
    title: str
    abstract: str
    authors: tuple[Person, ...]
    year: int
    venue: str
    doi: str
    keywords: tuple[str, ...]


Works = Sequence[MadeUpWork]


def make_people() -> tuple[Person, ...]:
    """Return the forty people."""
    pairs = zip(_PEOPLE, cycle(_PLACES), strict=False)
    return tuple(Person(family, given, place) for (family, given), place in pairs)


def make_works() -> tuple[MadeUpWork, ...]:
    """Return the sixty works; each of the people is an author of three or more."""
    people = make_people()
    return tuple(
        _make_work(number, people) for number in range(len(_SUBJECTS) * len(_METHODS))
    )


def _make_work(number: int, people: tuple[Person, ...]) -> MadeUpWork:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    method, other = _METHODS[number // len(_SUBJECTS)]
    start = 7 * number % len(people)
    authors = tuple(islice(cycle(people), start, start + 2 + number % 3))
    return MadeUpWork(
        number,
        title=f"A {method} for {subject}",
        abstract=" ".join(
            sentences[step * number % len(sentences)].format(
                subject=subject,
                method=method,
                other=other,
                count=4 + number,
                share=10 + number,
            )
            for step, sentences in zip(
                (1, 3, 7, 5), (_OPENINGS, _DOINGS, _FINDINGS, _ENDINGS), strict=True
            )
        ),
        authors=authors,
        year=1990 + number % 30,
        venue=_VENUES[number % len(_VENUES)],
        doi=f"10.5555/made.up.{number:03d}",
        keywords=(method, other),
    )
