"""Country codes of other data sets and what they are in ISO 3166 alpha-3.

`data/countries.csv` holds alpha-3, alpha-2, FIPS 10-4 and Correlates of War numbers with an
English name: ISO and FIPS codes and the names of dependencies from GeoNames (CC BY 4.0),
numbers of the state system of the Correlates of War project. Codes are facts.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

INTERNATIONAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
"""PLOVER's codes of actors that are of no country."""
OTHER_NAMES = {
    "bosnia": "BIH",
    "burma": "MMR",
    "cabo verde": "CPV",
    "cape verde": "CPV",
    "congo": "COG",
    "cote d'ivoire": "CIV",
    "côte d'ivoire": "CIV",
    "czech republic": "CZE",
    "czechia": "CZE",
    "democratic republic of congo": "COD",
    "east timor": "TLS",
    "hong kong": "HKG",
    "holy see": "VAT",
    "ivory coast": "CIV",
    "korea, republic of": "KOR",
    "macedonia": "MKD",
    "occupied palestinian territory": "PSE",
    "palestine": "PSE",
    "palestinian territory": "PSE",
    "russian federation": "RUS",
    "swaziland": "SWZ",
    "syrian arab republic": "SYR",
    "turkey": "TUR",
    "türkiye": "TUR",
    "united states of america": "USA",
    "viet nam": "VNM",
}
"""English names that other data sets write, beside those of the table."""
OLD_CODES = {"ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "JAP": "JPN", "WSB": "PSE", "GZS": "PSE"}
"""Alpha-3 codes that were replaced, and those of CAMEO and older sets that ISO has not."""
OLD_FIPS = {"GZ": "PSE", "RB": "SRB", "YI": "SRB"}
"""FIPS codes of parts or forerunners of a country."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country under its codes."""

    alpha3: str
    alpha2: str
    fips: str
    """FIPS 10-4, empty where there is none."""
    cow: str
    """Number in the Correlates of War state system, empty where there is none."""
    name: str
    """English."""


@functools.cache
def load_countries() -> Mapping[str, Country]:
    """Countries by alpha-3, KOS among them.

    Example:
        >>> load_countries()["LBY"]
        Country(alpha3='LBY', alpha2='LY', fips='LY', cow='620', name='Libya')
    """
    path = resources.files("waqai.exchange") / "data" / "countries.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {row["alpha3"]: Country(**row) for row in rows}


def code_of(text: str) -> str | None:
    """The PLOVER code of a country given by alpha-3 or English name, or of an international actor.

    Returns:
        None where the text is neither; nothing near is taken.

    Example:
        >>> code_of("Russian Federation"), code_of("JAP"), code_of("UNO"), code_of("the West")
        ('RUS', 'JPN', 'UNO', None)
    """
    word = text.strip()
    if word in load_countries() or word in INTERNATIONAL:
        return word
    if word in OLD_CODES:
        return OLD_CODES[word]
    return _by_name().get(word.casefold())


def code_of_fips(code: str) -> str | None:
    """The alpha-3 code of a FIPS 10-4 code.

    Example:
        >>> code_of_fips("IZ"), code_of_fips("GZ"), code_of_fips("")
        ('IRQ', 'PSE', None)
    """
    return OLD_FIPS.get(code) or _by_fips().get(code)


@functools.cache
def _by_name() -> Mapping[str, str]:
    names = {c.name.casefold(): c.alpha3 for c in load_countries().values()}
    return names | OTHER_NAMES


@functools.cache
def _by_fips() -> Mapping[str, str]:
    return {c.fips: c.alpha3 for c in load_countries().values() if c.fips}
