"""Where talks begin among the lines of a dump.

An attachment never begins one. Labels or titles do, where the page has them; blank
lines do, where they separate some paragraphs only; cohesion decides the rest.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.sources.pages.boilerplate import line_template, recurring_templates
from kg.sources.pages.cohesion import (
    Profile,
    boundary_features,
    boundary_log_odds,
    profile_paragraphs,
)
from kg.sources.pages.cue_words import CohesionModel, load_model
from kg.sources.pages.labelled_talks import (
    is_labelled,
    labelled_starts,
    settle_forms,
)
from kg.sources.pages.talk_lines import Form, forms_of, label_length

HEADS: tuple[Form, ...] = ("title", "authors", "abstract", "affiliation", "short")
_LOOK_BACK = 10  # paragraphs of a talk that are looked at behind its first
_TRUST = 8.0  # log-odds that consistent blank lines are worth


def talk_forms(
    lines: Sequence[str], *, model: CohesionModel | None = None
) -> list[Form]:
    """Tell the lines' forms, with lone short lines settled for the page as a whole.

    Where at least half of the talks stand under short lines these are titles and names;
    else a short line is a paragraph, or the page's own if it comes back.
    """
    forms = forms_of(lines, model or load_model())
    if is_labelled(lines):
        return settle_forms(lines, forms)
    forms = ["aside" if form == "affiliation" else form for form in forms]
    again = recurring_templates(lines)
    headed = is_headed(forms)
    texts = [n for n, form in enumerate(forms) if form in ("prose", "attachment")]
    top, bottom = (texts[0], texts[-1]) if texts else (0, -1)
    if headed:
        top = _first_head(forms, top)
    for number, form in enumerate(forms):
        if form != "short":
            continue
        sentence = _is_sentence(lines[number])
        if line_template(lines[number]) in again or number > bottom:
            forms[number] = "prose" if sentence and number <= bottom else "aside"
        elif number < top:
            forms[number] = "prose" if sentence and not headed else "aside"
        elif not headed:
            forms[number] = "prose" if sentence else "aside"
        elif lines[number].rstrip().endswith(".") and sentence:
            forms[number] = "prose"
    return forms


def _first_head(forms: Sequence[Form], text: int) -> int:
    """Return the line where the first talk's title can stand, below the page's own lines.

    Other talks show how many short lines head one.
    """
    run, runs = 0, [1]
    for form in forms[text:]:
        if form == "short":
            run += 1
        elif form == "prose":
            runs.append(run)
            run = 0
    allowed = max(runs)
    first = text
    for number in range(text - 1, -1, -1):
        if forms[number] == "short" and allowed:
            allowed -= 1
            first = number
    return first


def is_headed(forms: Sequence[Form]) -> bool:
    """Tell whether talks of a page stand under labels, titles or names.

    Two labels say so; without any, lines that head at least half of the texts.

    >>> is_headed(["title", "prose", "title", "prose"])
    True
    """
    labelled = max(forms.count(kind) for kind in ("title", "authors", "abstract"))
    bodies = headed = 0
    above: Form = "blank"
    for form in forms:
        if form == "prose" and above != "prose":
            bodies += 1
            headed += above in ("short", "title", "authors", "abstract")
        if form not in ("blank", "aside"):
            above = form
    return labelled >= 2 or (headed >= 2 and headed * 2 >= max(bodies, 1))


def talk_starts(
    lines: Sequence[str], forms: Sequence[Form], *, model: CohesionModel | None = None
) -> list[int]:
    """Return the lines at which talks begin, in order.

    Args:
        lines: those of the page.
        forms: a form a line, as of `talk_forms`.
        model: by default the trained one.

    Returns:
        Numbers of lines, counted from 0; none on a page without prose.
    """
    if is_labelled(lines):
        return list(labelled_starts(lines, forms))
    if is_headed(forms):
        return list(_headed_starts(lines, forms))
    return _cohesion_starts(lines, forms, model or load_model())


def _headed_starts(lines: Sequence[str], forms: Sequence[Form]) -> Iterator[int]:
    """Begin a talk at the first label or title after some text."""
    has_talk = has_text = False
    for number, form in enumerate(forms):
        if form in HEADS:
            if not has_talk or has_text:
                yield number
                has_talk, has_text = True, False
            if form == "abstract":
                has_text = label_length(lines[number], form) < len(
                    lines[number].strip()
                )
        elif form == "prose":
            if not has_talk:
                yield number
                has_talk = True
            has_text = True


def _cohesion_starts(
    lines: Sequence[str], forms: Sequence[Form], model: CohesionModel
) -> list[int]:
    """Return where talks begin by words alone, then again with the page's gaps."""
    prose = [number for number, form in enumerate(forms) if form == "prose"]
    known = profile_paragraphs([lines[number] for number in prose], model)
    starts = _walk(prose, known, forms, model, gaps={})
    gaps = _gap_evidence(forms, starts)
    return _walk(prose, known, forms, model, gaps=gaps) if gaps else starts


def _walk(
    prose: Sequence[int],
    known: Sequence[Profile],
    forms: Sequence[Form],
    model: CohesionModel,
    *,
    gaps: Mapping[int, float],
) -> list[int]:
    """Decide at each paragraph, the talk so far being settled."""
    starts: list[int] = []
    talk: list[int] = []
    for place, number in enumerate(prose):
        opens = not talk
        if talk:
            attached = "attachment" in forms[prose[place - 1] : number]
            described = boundary_features(known, talk, place, attached=attached)
            logit = boundary_log_odds(described, model) + gaps.get(number, 0.0)
            again = any(known[other].text == known[place].text for other in talk)
            opens = logit > 0 or again
            if is_broken_off(known[place - 1].text, known[place].text):
                opens = attached
        if opens:
            starts.append(number)
            talk = []
        # A text that never ends is judged by its first paragraph and its latest ones.
        talk = [*talk[:1], *talk[1:][-_LOOK_BACK:], place]
    return starts


def is_broken_off(above: str, below: str) -> bool:
    """Tell whether a sentence runs on from one line to the next: a wrapped paragraph.

    >>> is_broken_off("We show that", "mills turn."), is_broken_off("So.", "Mills turn.")
    (True, False)
    """
    end = above.rstrip()[-4:].rstrip("\"'”’)]$")
    return not end.endswith((".", "!", "?", ":", "…")) and below.lstrip()[:1].islower()


def _gap_evidence(forms: Sequence[Form], starts: Sequence[int]) -> dict[int, float]:
    """Weigh blank lines, rules and dates before prose, as log-odds for each line.

    Only where gaps differ do they say anything: blank lines between all paragraphs are
    how the page was saved. Most talks that cohesion finds must begin behind a wider
    gap, and attachments must not, or the page's gaps mean something else.
    """
    before = _gaps(forms)
    prose = [number for number in before if forms[number] == "prose"]
    ties = [before[number] for number in before if forms[number] == "attachment"]
    least = min([*(before[number] for number in prose), *ties], default=0)
    wide = {number for number in prose if before[number] > least}
    found = [number for number in starts if number in before]
    agreed = sum(number in wide for number in found)
    if not wide or agreed * 5 < len(found) * 3:
        return {}
    if sum(tie > least for tie in ties) * 4 > len(ties):
        return {}
    return {number: _TRUST if number in wide else -_TRUST for number in prose}


def _gaps(forms: Sequence[Form]) -> dict[int, int]:
    """Count the lines without text before each line with some, but for the first."""
    before: dict[int, int] = {}
    gap = 0
    for number, form in enumerate(forms):
        if form in ("blank", "aside"):
            gap += 1
        else:
            before[number], gap = gap, 0
    before.pop(next(iter(before), -1), None)
    return before


def _is_sentence(line: str) -> bool:
    """Tell whether a short line reads as a sentence, not as a title."""
    look = line.rstrip()
    return len(look.split()) >= 4 and look.endswith((".", "?", "!", ":", ";", "$", ")"))
