"""Faults of the knowledge files, all at once: what no single entry can show.

1. What the closed models refuse (`waqai.knowledge.source`).
2. Ids that stand twice, and references to ids that are not there.
3. Names of two persons that fold to one key, short forms aside.
4. Tenures and sectors that end before they begin; one seat held by two at a time.
5. Short names of persons that are a state's adjective ("السوداني") and would hide it.
6. Letters that look right and match nothing: Farsi yeh and kaf, tatweel, presentation
   forms, direction signs, doubled spaces.

Run over all shipped files by the tests; a base with a fault is never loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from waqai.folding import fold
from waqai.knowledge import schema
from waqai.knowledge.build import build_payload, first_day, spellings
from waqai.knowledge.nisba import inflect
from waqai.knowledge.source import Fault, Row, Sources

LOOK_ALIKES = {
    "\u06cc": "Farsi yeh; write ي or ى",
    "\u06a9": "Farsi kaf; write ك",
    "\u06c1": "heh goal; write ه",
    "\u06be": "heh doachashmee; write ه",
    "\u06d2": "yeh barree; write ي",
    "\u0640": "tatweel; leave it out",
}
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00a0]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0621-\u064a]")


def lint(sources: Sources) -> list[Fault]:
    """All faults of the files, sorted by file and line; empty where there is none."""
    faults = list(sources.faults)
    faults += _repeated(sources)
    faults += _letters(sources)
    faults += _ambiguous(sources)
    if not faults:
        payload = build_payload(sources)
        offices = _all_offices(payload)
        faults += _references(sources, payload["entities"], offices)
        faults += _clashes(sources)
        faults += _hidden_nisbas(sources)
        faults += _intervals(sources)
        faults += _shared_seats(sources, offices)
        faults += _contested(sources)
    return sorted(faults, key=lambda f: (f.file, f.line, f.key))


def _repeated(sources: Sources) -> Iterator[Fault]:
    """Ids that stand twice; a place by hand may repeat the id of a table row."""
    seen: dict[str, str] = {}
    for row in sources.rows:
        key = getattr(row.model, "id", None) or getattr(row.model, "slug", None)
        if key is None:
            continue
        where = f"{row.file}:{row.line}"
        if key in seen:
            yield Fault(row.file, row.line, "id", key, f"stands already at {seen[key]}")
        seen.setdefault(key, where)
        for old in getattr(row.model, "redirects", ()):
            if old in seen:
                yield Fault(row.file, row.line, "redirects", old, f"is an id at {seen[old]}")
            seen.setdefault(old, where)
    places: set[str] = set()
    for line, place in enumerate(sources.places, start=2):
        if place["id"] in places:
            yield Fault("places.csv", line, "id", place["id"], "stands twice")
        places.add(place["id"])


def _arabic_values(row: Row) -> Iterator[tuple[str, str]]:
    """Key and value of every Arabic name of an entry."""
    for key in ("ar", "short", "nisba", "plural", "heads", "names", "capital"):
        value = getattr(row.model, key, ())
        for item in (value,) if isinstance(value, str) else value:
            if key != "capital" or _ARABIC.search(item):
                yield key, item


def _letters(sources: Sources) -> Iterator[Fault]:
    for row in sources.rows:
        for key, value in _arabic_values(row):
            for message in _letter_faults(value):
                yield Fault(row.file, row.line, key, value, message)
        for value in getattr(row.model, "nisba", ()):
            if not value.endswith("ي"):
                yield Fault(row.file, row.line, "nisba", value, "must end in ي")
    for line, place in enumerate(sources.places, start=2):
        for value in filter(None, (place["name_ar"], *place["names"].split("|"))):
            for message in _letter_faults(value):
                yield Fault("places.csv", line, "names", value, message)


def _letter_faults(value: str) -> Iterator[str]:
    for letter, message in LOOK_ALIKES.items():
        if letter in value:
            yield message
    if _HIDDEN.search(value):
        yield "holds a sign that is not seen"
    if "  " in value:
        yield "holds two spaces in a row"
    if _PRESENTATION.search(value):
        yield "holds a presentation form; write plain letters"
    elif not _ARABIC.search(value):
        yield "holds no Arabic letter"


def _ambiguous(sources: Sources) -> Iterator[Fault]:
    """Reasons given for names that the entry does not have."""
    for row in sources.rows:
        reasons = getattr(row.model, "ambiguous", {})
        known = {fold(v) for _, name in _arabic_values(row) for v in spellings(name)}
        if isinstance(row.model, schema.StateRow):
            model = row.model
            known |= {fold(f) for n in model.nisba for f in inflect(n, model.plural)}
            known |= {fold(n) + "*" for n in model.nisba}
        for name in reasons:
            if fold(name) not in known:
                yield Fault(row.file, row.line, "ambiguous", name, "is no name of this entry")


def _references(
    sources: Sources, entities: Mapping[str, object], offices: Mapping[str, object]
) -> Iterator[Fault]:
    """Ids that point nowhere, and kin who do not know of each other."""
    kin = {
        (row.model.id, k.other)
        for row in sources.rows
        if isinstance(row.model, schema.PersonRow)
        for k in row.model.kin
    }
    for row in sources.rows:
        for key, target, known in _targets(row.model, entities, offices):
            if target not in known:
                yield Fault(row.file, row.line, key, target, "is no id of this base")
        if isinstance(row.model, schema.PersonRow):
            for k in row.model.kin:
                if k.other in entities and (k.other, row.model.id) not in kin:
                    yield Fault(row.file, row.line, "kin", k.other, "does not name him back")


def _targets(
    model: schema.Closed, entities: Mapping[str, object], offices: Mapping[str, object]
) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    for key in ("parent", "body", "entity"):
        target = getattr(model, key, None)
        if target is not None:
            yield key, target, entities
    if isinstance(model, schema.PersonRow):
        for k in model.kin:
            yield "kin", k.other, entities
        for t in model.tenures:
            yield "tenures.office", t.office, offices


def _clashes(sources: Sources) -> Iterator[Fault]:
    """Full names of two persons with one key, and of two other entities of one country."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    for row in sources.rows:
        if not isinstance(row.model, schema.EntityRow):
            continue
        person = isinstance(row.model, schema.PersonRow)
        scope = "person" if person else row.model.country or row.header.country or ""
        for name in row.model.ar:
            where = seen.setdefault((scope, fold(name)), (row.model.id, f"{row.file}:{row.line}"))
            if where[0] != row.model.id:
                message = f"is also a name of {where[0]} at {where[1]}; put one under short"
                yield Fault(row.file, row.line, "ar", name, message)


def _hidden_nisbas(sources: Sources) -> Iterator[Fault]:
    """Short names of persons that are an adjective with one sense; the person would win."""
    nisbas = {
        fold(form): row.model.id
        for row in sources.rows
        if isinstance(row.model, schema.StateRow)
        for n in row.model.nisba
        if not {fold(n), fold(n) + "*"} & {fold(key) for key in row.model.ambiguous}
        for form in inflect(n, row.model.plural)
    }
    for row in sources.rows:
        if isinstance(row.model, schema.PersonRow):
            for name in row.model.short:
                if fold(name) in nisbas:
                    message = f"is the adjective of {nisbas[fold(name)]} and would hide it"
                    yield Fault(row.file, row.line, "short", name, message)


def _intervals(sources: Sources) -> Iterator[Fault]:
    """Stretches that end before they begin; tenures without a source or a day of looking up."""
    for row in sources.rows:
        model = row.model
        spans = [s for s in getattr(model, "sectors", ()) if isinstance(s, schema.SectorRow)]
        stretches: list[tuple[str, str | None, str | None]] = [
            ("sectors", s.start, s.end) for s in spans
        ]
        if isinstance(model, schema.PolicyRow):
            stretches.append(("from", model.start, model.end))
        if isinstance(model, schema.PersonRow):
            stretches += [("tenures", t.start, t.end) for t in model.tenures]
            yield from _unsourced(row, model)
        for key, start, end in stretches:
            first, last = first_day(start), first_day(end)
            if first and last and _longest(str(end)) < first:
                yield Fault(row.file, row.line, key, f"{start}..{end}", "ends before it begins")


def _longest(end: str) -> str:
    """The last ISO day that a written end may mean, for comparing as text."""
    return (end + "-12-31")[:10] if len(end) == len("2016") else (end + "-31")[:10]


def _unsourced(row: Row, model: schema.PersonRow) -> Iterator[Fault]:
    for t in model.tenures:
        if not (t.source or model.source):
            yield Fault(row.file, row.line, "tenures", t.office, "needs a source")
        if t.end is None and t.attested is None:
            yield Fault(row.file, row.line, "tenures", t.office, "open, so it needs attested")
        if t.end is not None and t.attested is not None:
            yield Fault(row.file, row.line, "tenures", t.office, "ended, so attested says nothing")
    if model.tenures and not (model.looked_up or row.header.looked_up):
        yield Fault(row.file, row.line, "looked_up", model.id, "is missing")


@dataclass(frozen=True, slots=True)
class _Held:
    """A stretch that is surely held: from the last day it may begin to the first it may end."""

    first: str
    last: str
    person: str
    row: Row


def _all_offices(payload: dict[str, Any]) -> dict[str, str]:
    """Office id to "single" or "many"."""
    found = {
        f"office/{code.lower()}-{slug}": template[5]
        for slug, template in payload["templates"].items()
        for code in template[6]
    }
    return found | {key: row[7] for key, row in payload["offices"].items()}


def _shared_seats(sources: Sources, offices: Mapping[str, str]) -> Iterator[Fault]:
    """Single seats surely held by two persons on one day; claimed tenures are let be."""
    held: dict[str, list[_Held]] = {}
    for row in sources.rows:
        if not isinstance(row.model, schema.PersonRow):
            continue
        for t in row.model.tenures:
            if t.status != "claimed" and offices.get(t.office) == "single" and t.start != "unknown":
                first = _longest(t.start)
                last = first_day(t.end or t.attested) or first
                held.setdefault(t.office, []).append(_Held(first, last, row.model.id, row))
    for office_id, stretches in sorted(held.items()):
        stretches.sort(key=lambda h: (h.first, h.last))
        for one, other in pairwise(stretches):
            if one.person != other.person and other.first < one.last:
                message = f"already held by {one.person} until {one.last}"
                yield Fault(other.row.file, other.row.line, "tenures", office_id, message)


def _contested(sources: Sources) -> Iterator[Fault]:
    """Entities that the policy decides must not decide for themselves; others must."""
    decided = {r.model.entity for r in sources.rows if isinstance(r.model, schema.PolicyRow)}
    for row in sources.rows:
        model = row.model
        if not isinstance(model, schema.EntityRow):
            continue
        if model.id in decided and (model.sectors or model.country):
            message = "policy.yaml decides code and sectors; leave them out here"
            yield Fault(row.file, row.line, "sectors", model.id, message)
        if model.id not in decided and not model.sectors:
            yield Fault(row.file, row.line, "sectors", model.id, "needs one, or a policy rule")
