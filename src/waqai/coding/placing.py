"""Where an act happened: the place phrase that belongs to it.

In go a parse and a candidate, out comes the words of the most precise place its clause
names after a preposition of place, nearest first, a town before a country; else the place
of the clause it continues, hangs under or came after in the same breath. Which of several
places of one name is meant, `waqai.resolve.places` decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.coding.clauses import Parse
from waqai.coding.draft import PlaceMention
from waqai.coding.names import NameMatch
from waqai.coding.parties import PartyReader

_PLACE_PREPOSITIONS = frozenset(
    {"في", "ب", "قرب", "شرق", "غرب", "شمال", "جنوب", "وسط", "داخل", "خارج", "عند", "امام", "قباله",
     "عبر", "فوق", "شرقي", "غربي", "شمالي", "جنوبي"}
)  # fmt: skip
_TOWARDS = {"CONSULT": frozenset({"الي", "ل"}), "MOBILIZE": frozenset({"الي"}),
            "ASSAULT": frozenset({"علي"}), "COERCE": frozenset({"علي"})}  # fmt: skip
"""Prepositions that bring the place of some types: a visit to, an attack on."""


def find_place(parse: Parse, word: int, event: str, reader: PartyReader) -> PlaceMention | None:
    """The place of the act at `word`, None where its clause and those above name none."""
    preps = _PLACE_PREPOSITIONS | _TOWARDS.get(event, frozenset())
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        found = sorted(_places(parse, clause, preps), key=lambda item: _rank(item, word))
        if found:
            match = found[0][1]
            uses = tuple(u for u in match.uses if u.kind in ("place", "capital", "country"))
            return PlaceMention(reader.span(match.first, match.last), uses)
        current = parse.clauses[clause]
        clause = current.continues if current.continues is not None else current.parent
    return None


def _rank(item: tuple[str, NameMatch], word: int) -> tuple[bool, bool, int, int]:
    prep, match = item
    is_country = match.use("place", "capital") is None
    distance = match.first - word if match.first > word else word - match.last + 1
    return (prep not in ("في", "ب"), is_country, distance, match.first)


def _places(parse: Parse, clause: int, preps: frozenset[str]) -> Iterator[tuple[str, NameMatch]]:
    for k in parse.members(clause):
        chunk = parse.chunks[k]
        if chunk.kind != "phrase" or chunk.prep not in preps:
            continue
        if chunk.titles:
            continue
        for i in range(chunk.start, chunk.last):
            match = parse.tags[i].name
            if match is None or match.first != i:
                continue
            if match.use("place", "capital", "country") is not None:
                yield chunk.prep, match
