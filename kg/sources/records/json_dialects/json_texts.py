"""Texts, dates and scores out of JSON values, by what these look like.

A title is a string in one dialect, a list of one string in another, an object with a
"value" in a third. No dialect means two things by one look, so that looks will do.
"""

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from kg.sources.records.fields import find_dated
from kg.sources.records.json_values import JSON
from kg.text.surrogates import replace_surrogates

_DEEPEST = 6  # values within values that are looked at
_LARGEST = 10**30
# What an object keeps its text under, the surest first, as `folded_key` has it.
_TEXT_KEYS = (
    *("value", "text", "content", "fulltext", "displayname", "name", "title", "label"),
    *("term", "raw", "$", "_", "keyword", "tag", "subject", "descriptorname"),
    *("rendered", "plain", "en", "eng", "enus", "english", "default", "html"),
)
_SCORE_KEYS = ("score", "weight", "w", "confidence", "probability", "similarity")
_DATE_KEYS = (
    *("year", "raw", "literal", "datetime", "date", "start", "startdate", "value"),
    *("published", "$", "timestamp"),
)
_NO_KEY_SIGN = re.compile(r"[\W_]+")
_LONGEST_KEY = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = 10**8  # more than that is no year, but a time in seconds since 1970
_MILLISECONDS = 10**11
_END_OF_TIME = 10**14
_COMPACT_DATE = re.compile(r"((?:1[5-9]|20)\d\d)(?:0\d|1[0-2])[0-3]\d")
_MOST_WORDS = 100_000  # of an abstract that is told by the places of its words


@lru_cache(maxsize=1 << 12)
def folded_key(key: str) -> str:
    """Return a key without case and signs: "pub_year", "pubYear", "Pub. year" are one.

    >>> folded_key("pub_year"), folded_key("$")
    ('pubyear', '$')
    """
    return _NO_KEY_SIGN.sub("", key[:_LONGEST_KEY].lower()) or key[:_LONGEST_KEY]


def folded(item: dict[str, JSON]) -> dict[str, JSON]:
    """Return an object by its folded keys; of equal ones the first with a value counts.

    >>> folded({"First-Name": "Ann", "first_name": ""})
    {'firstname': 'Ann'}
    """
    found: dict[str, JSON] = {}
    for key, value in item.items():
        name = folded_key(key)
        if name not in found or found[name] in (None, "", []):
            found[name] = value
    return found


def texts_of(value: JSON, depth: int = 0) -> list[str]:
    """Return the texts of a value: of a list those of all items, of an object its own.

    >>> texts_of(["On mills", {"value": "On wind"}, None, 7])
    ['On mills', 'On wind', '7']
    """
    if isinstance(value, str):
        return [replace_surrogates(value).strip()] if value.strip() else []
    # "true" is no text of anything that records say.
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item, depth + 1)]
    if isinstance(value, dict):
        return _texts_of_object(folded(value), depth)
    return (
        [_number_text(value)] if math.isfinite(value) and abs(value) < _LARGEST else []
    )


def _texts_of_object(item: dict[str, JSON], depth: int) -> list[str]:
    for key in _TEXT_KEYS:
        if key in item and (found := texts_of(item[key], depth + 1)):
            return found
    return []


def _number_text(value: float) -> str:
    """Return a number as tables mean it: 2019.0 is what gaps make of 2019."""
    return str(int(value)) if value == int(value) else str(value)


def text_of(value: JSON) -> str:
    """Return the first text of a value; "" of one without.

    >>> text_of({"title": ["", "On mills"]})
    'On mills'
    """
    if value is None:
        return ""
    if isinstance(value, str):  # by far the commonest
        return replace_surrogates(value).strip()
    return next(iter(texts_of(value)), "")


def abstract_of(value: JSON) -> str:
    """Return an abstract: a text, its parts, or its words by their places.

    Parts of one abstract have a label or a section; of abstracts in several languages,
    or from several sources, the first is taken.

    >>> abstract_of({"turn": [1, 3], "Mills": [0], "and": [2]})
    'Mills turn and turn'
    >>> abstract_of([{"label": "AIMS", "text": "To turn."}, {"text": "It did."}])
    'AIMS: To turn. It did.'
    """
    if isinstance(value, dict):
        return _uninverted(value) or text_of(value)
    if isinstance(value, list) and any(_label_of(item) is not None for item in value):
        return " ".join(filter(None, map(_part_of_abstract, value)))
    return text_of(value)


def _label_of(item: JSON) -> str | None:
    if not isinstance(item, dict):
        return None
    keys = folded(item)
    for key in ("label", "section", "heading", "citespans"):
        if key in keys:
            return text_of(keys[key])
    return None


def _part_of_abstract(item: JSON) -> str:
    text = text_of(item)
    label = _label_of(item)
    is_said = not label or label == text or label.casefold() == "abstract"
    return text if is_said else f"{label.rstrip(':') if label else ''}: {text}"


def _uninverted(value: dict[str, JSON]) -> str:
    """Return the text of an index of its words, {"word": [places]}; "" of no index."""
    inner = value.get("InvertedIndex", value)
    if not isinstance(inner, dict) or not inner:
        return ""
    # A word stands at as many places as it has in the text; some places may be missing.
    words: dict[int, str] = {}
    for word, places in inner.items():
        if not isinstance(places, list) or len(words) > _MOST_WORDS:
            return ""
        words |= {place: word for place in places if isinstance(place, int)}
    return replace_surrogates(" ".join(words[place] for place in sorted(words)))


def date_of(value: JSON) -> str:
    """Return a text with the year of a date in any form; "" of none.

    A date may be a text, a number of years, of seconds or milliseconds since 1970, the
    list of its parts, or an object of these.

    >>> date_of({"date-parts": [[2019, 5]]}), date_of(1577836800000), date_of("May 2019")
    ('2019', '2020', 'May 2019')
    """
    return find_dated(_dates(value, 0))


def _dates(value: JSON, depth: int) -> Iterator[str]:
    if isinstance(value, dict) and depth < _DEEPEST:
        keys = folded(value)
        for key in ("dateparts", *_DATE_KEYS):
            yield from _dates(keys.get(key), depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        for item in value[:1] if _are_parts(value) else value:
            yield from _dates(item, depth + 1)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _dates_of_number(value)
    elif isinstance(value, str):
        yield from map(_without_day, texts_of(value))


def _without_day(date: str) -> str:
    """Return the year of "20190501", in which no sign parts it from the rest."""
    found = _COMPACT_DATE.fullmatch(date)
    return found[1] if found else date


def _are_parts(value: list[JSON]) -> bool:
    return all(isinstance(item, (int, float)) for item in value)


def _dates_of_number(value: float) -> Iterator[str]:
    if not math.isfinite(value) or abs(value) >= _END_OF_TIME:
        return
    # 10^8 seconds are 1973: no year is as large, no time since then smaller.
    if value >= _SECONDS:
        seconds = value / 1000 if value >= _MILLISECONDS else value
        yield str((_EPOCH + timedelta(seconds=seconds)).year)
    else:
        yield _without_day(_number_text(value))


def score_of(value: JSON) -> float | None:
    """Return how sure an index is of a term, in [0, 1]; None where it does not say.

    >>> score_of({"display_name": "Mill", "score": 0.5}), score_of("Mill")
    (0.5, None)
    """
    keys = folded(value) if isinstance(value, dict) else {}
    for key in _SCORE_KEYS:
        score = keys.get(key)
        if isinstance(score, (int, float)) and not isinstance(score, bool):
            return float(score) if 0 <= score <= 1 else None
    return None
