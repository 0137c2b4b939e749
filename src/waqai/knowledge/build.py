"""From checked rows to the plain payload that is compiled: one table per thing, one name index.

1. Policy rules decide code and sectors of contested actors.
2. Office templates are spread over the states, offices with names of their own are added.
3. Places of the table and of the hand-written files are joined; capitals take the names
   that the state files give them.
4. Every name becomes a use under its folded key: nisbas inflected, "عبد ال" also written
   together.

The payload holds JSON types only and is the same for the same files, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from waqai.folding import fold
from waqai.knowledge import schema
from waqai.knowledge.nisba import inflect
from waqai.knowledge.source import Row, Sources
from waqai.knowledge.types import NAME_KINDS, SMALL_PLACE, WEAK_PLACE

ID_KINDS = {"org": "organisation"}
_SMALL = 15_000
"""People below whom a town of the table is small: its one-word name may be any word's."""
SAME_AS_COUNTRY = "the adjective, or its accusative, is spelled as the country's name"
_Use = list[Any]


def build_payload(sources: Sources) -> dict[str, Any]:
    """The compiled form of the knowledge files.

    Args:
        sources: rows without faults, as `waqai.knowledge.source.read_sources` gives them.

    Returns:
        Tables `entities`, `offices`, `places` (id to row), `templates` (slug to row),
        `tenures`, `policy` (rows) and `names` (folded key to rows), every mapping sorted by
        key. A name of "@slug" stands for the offices of all states of that template.
    """
    policy = [row.model for row in sources.rows if isinstance(row.model, schema.PolicyRow)]
    states = {
        row.model.id: row.model for row in sources.rows if isinstance(row.model, schema.StateRow)
    }
    entities = {
        row.model.id: _entity(row, policy)
        for row in sources.rows
        if isinstance(row.model, schema.Named)
    }
    templates = _templates(sources.rows, states)
    places = join_places(sources, states)
    rules = [_policy(rule) for rule in policy]
    return {
        "entities": dict(sorted(entities.items())),
        "names": _names(sources.rows, templates, places),
        "offices": _offices(sources.rows),
        "places": {key: _place_row(place) for key, place in sorted(places.items())},
        "policy": rules,
        "policy_hash": hashlib.sha256(json.dumps(rules).encode()).hexdigest(),
        "states": {key.split("/")[1]: _state_names(state) for key, state in states.items()},
        "templates": templates,
        "tenures": sorted(_tenures(sources.rows), key=lambda t: (t[1], str(t[2]), t[0])),
    }


def first_day(text: str | None) -> str | None:
    """The first ISO day that a day, month or year may mean.

    Example:
        >>> first_day("2016-03")
        '2016-03-01'
    """
    if text is None or text == "unknown":
        return None
    return (text + "-01-01")[: len("2016-03-01")] if len(text) != len("2016-03") else text + "-01"


def precision(text: str | None) -> str:
    """year, month or day by length; open for nothing, unknown as written."""
    if text is None:
        return "open"
    return text if text == "unknown" else {4: "year", 7: "month", 10: "day"}[len(text)]


def _entity(row: Row, policy: list[schema.PolicyRow]) -> list[Any]:
    """The row of an entity: kind, names_en, names, short, country, sectors, parent, kin, …."""
    model = row.model
    assert isinstance(model, schema.Named)
    prefix = model.id.split("/")[0]
    names = list(dict.fromkeys(v for name in model.ar for v in spellings(name)))
    if isinstance(model, schema.StateRow):
        code = model.id.split("/")[1]
        return ["state", list(model.en), names, [], code, [["GOV", None, None]], None, [], []]
    assert isinstance(model, schema.EntityRow)
    rules = [rule for rule in policy if rule.entity == model.id]
    country = rules[-1].code if rules else model.country or row.header.country
    sectors = [_sector(item) for item in model.sectors] or [
        [code, first_day(rule.start), first_day(rule.end)]
        for rule in reversed(rules)
        for code in rule.sectors
    ]
    kin = [[k.relation, k.other] for k in model.kin] if isinstance(model, schema.PersonRow) else []
    return [
        ID_KINDS.get(prefix, prefix), list(model.en), names, list(model.short), country,
        sectors, model.parent, kin, list(model.redirects),
    ]  # fmt: skip


def _sector(item: str | schema.SectorRow) -> list[str | None]:
    if isinstance(item, schema.SectorRow):
        return [item.code, first_day(item.start), first_day(item.end)]
    return [item, None, None]


def _policy(rule: schema.PolicyRow) -> list[Any]:
    days = [first_day(rule.start), first_day(rule.end)]
    return [rule.entity, rule.code, list(rule.sectors), *days, rule.reason]


def spellings(name: str) -> tuple[str, ...]:
    """A name as given and with "عبد" and its article written together.

    Example:
        >>> spellings("عبد الحميد الدبيبة")
        ('عبد الحميد الدبيبة', 'عبدالحميد الدبيبة')
    """
    joined = (" " + name).replace(" عبد ال", " عبدال")[1:]
    return (name,) if joined == name else (name, joined)


def _templates(rows: tuple[Row, ...], states: dict[str, schema.StateRow]) -> dict[str, list[Any]]:
    """Rows of the templates: en, heads, agrees, sector, others, seat, alpha-3 of the states."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        if isinstance(row.model, schema.OfficeTemplate):
            m = row.model
            codes = sorted(key.split("/")[1] for key, state in states.items() if _fits(m, state))
            found[m.slug] = [
                m.en, list(m.heads), m.agrees, m.sector, list(m.other_sectors), m.seat, codes,
            ]  # fmt: skip
    return dict(sorted(found.items()))


def _fits(template: schema.OfficeTemplate, state: schema.StateRow) -> bool:
    """Whether a state has the seat."""
    code = state.id.split("/")[1]
    return code not in template.without and template.style in {
        "all", state.head, state.government,
    }  # fmt: skip


def _state_names(state: schema.StateRow) -> list[str]:
    """What a seat's name ends in: English name, adjective for m and f, Arabic name."""
    definite = inflect(state.nisba[0])
    return [state.en[0], definite[1], definite[3], state.ar[0]]


def _offices(rows: tuple[Row, ...]) -> dict[str, list[Any]]:
    """Rows of the offices with names of their own."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        if isinstance(row.model, schema.OfficeRow):
            m = row.model
            found[m.id] = [
                m.en, m.ar, list(m.heads), m.country, m.body, m.sector, list(m.other_sectors),
                m.seat,
            ]  # fmt: skip
    return dict(sorted(found.items()))


def _tenures(rows: tuple[Row, ...]) -> list[list[Any]]:
    found = []
    for row in rows:
        if isinstance(row.model, schema.PersonRow):
            for t in row.model.tenures:
                found.append(
                    [
                        row.model.id, t.office, first_day(t.start), first_day(t.end),
                        precision(t.start), precision(t.end), first_day(t.attested), t.status,
                        t.source or row.model.source,
                        first_day(row.model.looked_up or row.header.looked_up),
                    ]
                )  # fmt: skip
    return found


def join_places(sources: Sources, states: dict[str, schema.StateRow]) -> dict[str, dict[str, Any]]:
    """Places by id: the table's rows with what the hand-written files and the states add."""
    found: dict[str, dict[str, Any]] = {}
    for raw in sources.places:
        found[raw["id"]] = _from_table(raw)
    for row in sources.rows:
        if isinstance(row.model, schema.PlaceRow):
            _add_by_hand(found, row.model)
    for place in found.values():
        state = states.get(f"state/{place['capital_of']}")
        if state is not None:
            place["names"] = list(dict.fromkeys((*state.capital[1:], *place["names"])))
    for state in states.values():
        place = found.setdefault(state.id, _empty(state.id, state.id.split("/")[1], 1))
        place["name_en"], place["names"] = state.en[0], list(state.ar)
    for place in found.values():
        owner = states.get(f"state/{place['country']}")
        place["country_name"] = owner.en[0] if owner else place["country"]
    return found


def _empty(key: str, country: str, resolution: int) -> dict[str, Any]:
    return {
        "id": key, "name_en": "", "names": [], "country": country, "province": None,
        "city": None, "lat": None, "lon": None, "geonameid": None, "resolution": resolution,
        "population": 0, "capital_of": None, "ambiguous": {},
    }  # fmt: skip


def _from_table(raw: dict[str, str]) -> dict[str, Any]:
    names = [n for n in (raw["name_ar"], *raw["names"].split("|")) if n]
    population = int(raw["population"] or 0)
    is_small = population < _SMALL and not raw["capital_of"]
    small = [name for name in names if is_small and " " not in name]
    return _empty(raw["id"], raw["country"], int(raw["resolution"])) | {
        "name_en": raw["name_en"],
        "names": list(dict.fromkeys(names)),
        "ambiguous": dict.fromkeys(small, SMALL_PLACE),
        "province": raw["province"] or None,
        "city": raw["city"] or None,
        "lat": float(raw["lat"]) if raw["lat"] else None,
        "lon": float(raw["lon"]) if raw["lon"] else None,
        "geonameid": int(raw["geonameid"]) if raw["geonameid"] else None,
        "population": population,
        "capital_of": raw["capital_of"] or None,
    }


def _add_by_hand(found: dict[str, dict[str, Any]], model: schema.PlaceRow) -> None:
    """A hand-written place, over the table's row of the same id where there is one."""
    place = found.setdefault(model.id, _empty(model.id, model.country, model.resolution))
    apart = {"id", "en", "ar", "weak", "source", "ambiguous"}
    place.update(model.model_dump(exclude_unset=True, exclude=apart))
    place["name_en"] = model.en
    place["names"] = list(dict.fromkeys((*model.ar, *model.weak, *place["names"])))
    by_hand = {fold(name) for name in model.ar}
    others = {n: why for n, why in place["ambiguous"].items() if fold(n) not in by_hand}
    place["ambiguous"] = others | dict(model.ambiguous) | dict.fromkeys(model.weak, WEAK_PLACE)
    if place["resolution"] == 4 and place["city"] is None:
        place["city"] = model.en


def _place_row(place: dict[str, Any]) -> list[Any]:
    return [
        place["name_en"], place["names"], place["country"], place["country_name"],
        place["province"], place["city"], place["lat"], place["lon"], place["geonameid"],
        place["resolution"], place["population"], place["capital_of"],
    ]  # fmt: skip


def _names(
    rows: tuple[Row, ...], templates: dict[str, list[Any]], places: dict[str, dict[str, Any]]
) -> dict[str, list[_Use]]:
    """Folded key to uses, each of id, form, kind and, where it is, why it is ambiguous."""
    uses: list[_Use] = []
    for row in rows:
        if isinstance(row.model, schema.StateRow):
            uses += _state_uses(row.model)
        elif isinstance(row.model, schema.EntityRow):
            uses += _entity_uses(row.model)
        elif isinstance(row.model, schema.OfficeRow):
            forms = dict.fromkeys((row.model.ar, *row.model.names, *row.model.heads))
            uses += [[row.model.id, form, "office", None] for form in forms]
    for slug, template in templates.items():
        uses += [["@" + slug, form, "office", None] for form in template[1]]
    for place in sorted(places.values(), key=lambda p: (-p["population"], p["id"])):
        if place["resolution"] > 1:
            reasons = {fold(form): why for form, why in place["ambiguous"].items()}
            uses += [[place["id"], n, "place", reasons.get(fold(n))] for n in place["names"]]
    _mark_bare_offices(uses, _full_office_names(rows))
    index: dict[str, list[_Use]] = {}
    for use in sorted(uses, key=lambda use: NAME_KINDS.index(use[2])):
        held = index.setdefault(fold(use[1]), [])
        if all((use[0], use[2]) != (other[0], other[2]) for other in held):
            held.append(use if use[3] else use[:3])
    return dict(sorted(index.items()))


def _full_office_names(rows: Sequence[Row]) -> set[str]:
    """Folded names that an offices file gives as whole ones."""
    offices = [row.model for row in rows if isinstance(row.model, schema.OfficeRow)]
    return {fold(name) for office in offices for name in (office.ar, *office.names)}


def _mark_bare_offices(uses: list[_Use], full: set[str]) -> None:
    """Note the office names that name neither state nor body nor place ("قائد الجيش").

    Alone they mean the seat of whichever state the text is about.
    """
    others = {fold(use[1]) for use in uses if use[2] not in ("office", "short") and not use[3]}
    for use in uses:
        key = fold(use[1])
        if use[2] == "office" and key not in full and not _names_other(key.split(), others):
            use[3] = "bare office"


def _names_other(words: list[str], names: set[str]) -> bool:
    """Whether a later part of an office name, its preposition aside, is a name itself."""
    for first in range(1, len(words)):
        rest = " ".join(words[first:])
        if rest.startswith("لل"):
            rest = "ال" + rest[2:]
        openings = [rest, rest[1:]] if rest[0] in "لب" else [rest]
        if any(_starts_with_name(opening, names) for opening in openings):
            return True
    return False


def _starts_with_name(text: str, names: set[str]) -> bool:
    words = text.split()
    return any(" ".join(words[:size]) in names for size in range(len(words), 0, -1))


def _state_uses(state: schema.StateRow) -> list[_Use]:
    reasons = {fold(form): why for form, why in state.ambiguous.items()}
    uses: list[_Use] = [
        [state.id, n, "country", reasons.get(fold(n)) or reasons.get(fold(n) + "*")]
        for n in state.ar
    ]
    if state.metonym:
        uses += [[state.id, n, "capital", reasons.get(fold(n))] for n in state.capital[1:]]
    countries = {fold(name) for name in state.ar}
    for n, nisba in enumerate(state.nisba):
        every_form = reasons.get(fold(nisba) + "*")
        for form in inflect(nisba, state.plural if n == 0 else ()):
            key = fold(form)
            why = every_form or reasons.get(key) or reasons.get(key.removeprefix("ال"))
            same = SAME_AS_COUNTRY if key in countries else None
            uses.append([state.id, form, "nisba", why or same])
    return uses


def _entity_uses(model: schema.EntityRow) -> list[_Use]:
    reasons = {fold(form): why for form, why in model.ambiguous.items()}
    kinds = (("name", model.ar), ("short", model.short))
    return [
        [model.id, form, kind, reasons.get(fold(form))]
        for kind, names in kinds
        for name in names
        for form in spellings(name)
    ]
