"""The knowledge base, ready to ask: who a name may mean, who held a seat on a day.

`load_knowledge` reads the compiled form where it matches the files beside it, and reads and
checks the files themselves otherwise. Only the second way imports pydantic and YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from waqai.errors import KnowledgeError
from waqai.folding import fold
from waqai.knowledge.compile import DATA, payload_of
from waqai.knowledge.types import (
    EntityEntry,
    Kin,
    LazyRows,
    NameUse,
    Office,
    Place,
    PolicyRule,
    SectorSpan,
    Tenure,
)


@dataclass(frozen=True)
class Knowledge:
    """Actors, offices, tenures, places, outlets and policy, with one index of names.

    Example:
        >>> k = load_knowledge()
        >>> [use.id for use in k.uses("صدام حفتر")]
        ['person/saddam-haftar']
    """

    hash: str
    """sha256 over the files that it was made from."""
    entities: Mapping[str, EntityEntry]
    offices: Mapping[str, Office]
    tenures: tuple[Tenure, ...]
    """By office, then by day."""
    names: Mapping[str, tuple[NameUse, ...]]
    """Folded whole name to what it may mean; see `waqai.folding.fold`."""
    places: Mapping[str, Place]
    policy: tuple[PolicyRule, ...]
    policy_hash: str
    """sha256 over the rules, for releases to name the policy they were counted under."""

    def uses(self, name: str) -> tuple[NameUse, ...]:
        """What a name may mean, as spelled in any way; empty where it is not known."""
        return self.names.get(fold(name), ())

    @cached_property
    def outlets(self) -> Mapping[str, EntityEntry]:
        """The entities of kind medium, by id."""
        keys = [key for key in self.entities if key.startswith("medium/")]
        return {key: self.entities[key] for key in keys}

    @cached_property
    def _by_office(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.office, []).append(tenure)
        return {office: tuple(held) for office, held in found.items()}

    @cached_property
    def _by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.person, []).append(tenure)
        return {person: tuple(held) for person, held in found.items()}

    def holders(self, office_id: str, day: date) -> tuple[tuple[str, str], ...]:
        """Who held an office on a day.

        Args:
            office_id: "office/tur-minister-of-defence".
            day: the local day.

        Returns:
            Pairs of person id and "holds" or "may hold" (dates too coarse to tell, the day
            of leaving, a claimed tenure, or a day past what the source speaks for), surest
            first; empty where nobody is known to have held it.

        Example:
            >>> k = load_knowledge()
            >>> k.holders("office/tur-minister-of-defence", date(2024, 10, 23))
            (('person/yasar-guler', 'holds'),)
        """
        found: dict[str, str] = {}
        tenures = self._by_office.get(office_id, ())
        for tenure in tenures:
            held = None if self._is_succeeded(tenure, tenures, day) else tenure.on(day)
            if held is not None and found.get(tenure.person) != "holds":
                found[tenure.person] = "may hold" if tenure.status == "claimed" else held
        return tuple(sorted(found.items(), key=lambda pair: (pair[1] != "holds", pair[0])))

    def _is_succeeded(self, tenure: Tenure, tenures: Sequence[Tenure], day: date) -> bool:
        """Whether a tenure of unknown end had ended, since the next of its seat had begun."""
        if tenure.end is not None or tenure.start is None:
            return False
        if self.offices[tenure.office].seat != "single":
            return False
        return any(
            other.start is not None and tenure.start < other.start <= day
            for other in tenures
            if other.person != tenure.person and other.status != "claimed"
        )

    def held_by(self, person_id: str) -> tuple[Tenure, ...]:
        """The tenures of a person, by office and day."""
        return self._by_person.get(person_id, ())


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The knowledge base of a folder.

    Args:
        folder: holds the files; the shipped ones where left out.

    Raises:
        KnowledgeError: with all faults of the files, where they have to be read.
    """
    digest, payload = payload_of(folder or DATA)
    return from_payload(digest, payload)


def from_payload(digest: str, payload: Mapping[str, Any]) -> Knowledge:
    """The knowledge base from its compiled form.

    Raises:
        KnowledgeError: the payload is of another version.
    """
    try:
        templates = payload["templates"]
        return Knowledge(
            hash=digest,
            entities=LazyRows(payload["entities"], _entity),
            offices=_offices(payload),
            tenures=tuple(_tenure(row) for row in payload["tenures"]),
            names=LazyRows(payload["names"], lambda _key, rows: _uses(rows, templates)),
            places=LazyRows(payload["places"], _place),
            policy=tuple(_policy(row) for row in payload["policy"]),
            policy_hash=payload["policy_hash"],
        )
    except (KeyError, ValueError) as err:
        message = f"the compiled form is of another version: {err!r}"
        raise KnowledgeError(message, hint="compile it again") from err


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _entity(key: str, row: Any) -> EntityEntry:
    kind, names_en, names, short, country, sectors, parent, kin, redirects = row
    return EntityEntry(
        id=key,
        kind=kind,
        name_en=names_en[0],
        name_ar=names[0],
        names=tuple(names),
        names_en=tuple(names_en),
        short=tuple(short),
        country=country,
        sectors=tuple(SectorSpan(code, _day(a), _day(b)) for code, a, b in sectors),
        parent=parent,
        kin=tuple(Kin(relation, other) for relation, other in kin),
        redirects=tuple(redirects),
    )


def _offices(payload: Mapping[str, Any]) -> LazyRows[Office]:
    """The offices of the templates and those with names of their own, by id."""
    templates, states = payload["templates"], payload["states"]
    rows: dict[str, Any] = {
        key: (slug, code)
        for slug, template in templates.items()
        for key, code in _made_from(slug, template)
    }
    rows.update(payload["offices"])

    def make(key: str, row: Any) -> Office:
        if isinstance(row, tuple):
            slug, code = row
            en, heads, agrees, sector, others, seat, _codes = templates[slug]
            state = states[code]
            follows = state[{"m": 1, "f": 2, "state": 3}[agrees]]
            names = (f"{en} of {state[0]}", f"{heads[0]} {follows}")
            row = (*names, heads, code, None, sector, others, seat)
        name_en, name_ar, heads, country, body, sector, others, seat = row
        return Office(
            key, name_en, name_ar, tuple(heads), country, body, sector, tuple(others), seat
        )  # fmt: skip

    return LazyRows(dict(sorted(rows.items())), make)


def _made_from(slug: str, template: Any) -> Iterator[tuple[str, str]]:
    """Ids and countries of the offices of a template."""
    return ((f"office/{code.lower()}-{slug}", code) for code in template[6])


def _tenure(row: Any) -> Tenure:
    person, office, start, end, start_as, end_as, attested, status, source, looked_up = row
    return Tenure(
        person, office, _day(start), _day(end), start_as, end_as, _day(attested), status,
        source, date.fromisoformat(looked_up),
    )  # fmt: skip


def _uses(rows: Any, templates: Mapping[str, Any]) -> tuple[NameUse, ...]:
    found: list[NameUse] = []
    for key, *rest in rows:
        slug = key[1:] if key.startswith("@") else ""
        made = [one for one, _ in _made_from(slug, templates[slug])] if slug else [key]
        found += [NameUse(one, *rest) for one in made]
    return tuple(found)


def _place(key: str, row: Any) -> Place:
    name_en, names, *rest = row
    return Place(key, name_en, names[0] if names else "", tuple(names), *rest)


def _policy(row: Any) -> PolicyRule:
    entity, code, sectors, start, end, reason = row
    return PolicyRule(entity, code, tuple(sectors), _day(start), _day(end), reason)
