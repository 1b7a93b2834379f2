"""Countries by their ISO 3166-1 alpha-2 codes, as records and registries carry them."""

from functools import cache, lru_cache

from kg.datafiles import mapping
from kg.institutions.gazetteer import country_of
from kg.institutions.ror.normalization import name_key


def country_by_code(code: str) -> str | None:
    """Return the country with a code, in any case, by its one name.

    >>> country_by_code("nl")
    'The Netherlands'
    """
    names = mapping("institutions/country_codes").get(code.strip().upper())
    return None if names is None else country_of(names.split(";")[0])


@lru_cache(maxsize=20_000)
def code_of_country(name: str) -> str | None:
    """Return the code of a country, whichever of its names this is; None of no country.

    Case and accents make no difference.

    >>> code_of_country("Holland"), code_of_country("GERMANY")
    ('NL', 'DE')
    """
    return _codes().get(name_key(name)) or _codes().get(name_key(country_of(name)))


def stated_country_code(stated: str) -> str | None:
    """Return the code of a country that is stated by its code or one of its names.

    >>> stated_country_code("nl"), stated_country_code("Holland")
    ('NL', 'NL')
    """
    return stated.upper() if country_by_code(stated) else code_of_country(stated)


@cache
def _codes() -> dict[tuple[str, ...], str]:
    rows = mapping("institutions/country_codes").items()
    by_name = {name: code for code, names in rows for name in names.split(";")}
    # "Puerto Rico" is read as a part of the United States, whose code that is not.
    by_key = {name_key(country_of(name)): code for name, code in by_name.items()}
    return by_key | {name_key(name): code for name, code in by_name.items()}
