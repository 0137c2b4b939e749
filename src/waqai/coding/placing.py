"""Where an act happened: the place phrase that belongs to it.

In go a parse and a candidate, out come the words of the most precise place its clause names
after a preposition of place, nearest first, a town before a country, a known name before a
kind of place ("بقرية كرانة", "قرب مستشفى ناصر"); else the place of the clause it continues,
hangs under or came after in the same breath; else the place that was struck or held
("اقتحمت القوات مخيم جنين"), and any other that the sentence names. Which of several places
of one name is meant, `waqai.resolve.places` decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.draft import PlaceMention
from waqai.coding.parties import PartyReader
from waqai.coding.roles import Argument

_PLACE_PREPOSITIONS = frozenset(
    {"في", "ب", "قرب", "شرق", "غرب", "شمال", "جنوب", "وسط", "داخل", "خارج", "عند", "امام", "قباله",
     "عبر", "فوق", "شرقي", "غربي", "شمالي", "جنوبي", "حذو", "بجوار", "بمحاذاه"}
)  # fmt: skip
_TOWARDS = {"CONSULT": frozenset({"الي", "ل"}), "MOBILIZE": frozenset({"الي"}),
            "ASSAULT": frozenset({"علي"}), "COERCE": frozenset({"علي"})}  # fmt: skip
"""Prepositions that bring the place of some types: a visit to, an attack on."""
_KINDS = frozenset(
    {"مدينه", "قريه", "بلده", "منطقه", "حي", "ناحيه", "معتمديه", "ولايه", "محافظه", "مقاطعه",
     "اقليم", "قضاء", "مخيم", "مطار", "ميناء", "مستشفي", "جامع", "مسجد", "كنيسه", "جامعه", "مدرسه",
     "ساحه", "ميدان", "شارع", "معسكر", "قاعده", "معبر", "سوق", "جزيره", "وادي", "جبل", "ضاحيه",
     "ريف", "عاصمه", "ملعب", "فندق", "نزل", "محطه", "جسر", "طريق"}
)  # fmt: skip
"""Heads of places whose name nobody may know, folded."""
_CAPITAL = "عاصمه"
PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
"""Types of deeds done on the spot: what they strike or hold is where they happen."""


@dataclass(frozen=True, slots=True)
class _Found:
    prep: str
    first: int
    last: int
    rank: int
    """0 for a town, 1 for a kind of place with its name, 2 for a country."""


def find_place(parse: Parse, word: int, event: str, reader: PartyReader) -> PlaceMention | None:
    """The place of the act at `word`, None where its clause and those above name none."""
    preps = _PLACE_PREPOSITIONS | _TOWARDS.get(event, frozenset())
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        found = list(_places(parse, clause, preps))
        if found:
            return _mention(parse, _nearest(found, word), reader)
        current = parse.clauses[clause]
        clause = current.continues if current.continues is not None else current.parent
    return None


def find_place_around(
    parse: Parse, word: int, arguments: Sequence[Argument], reader: PartyReader
) -> PlaceMention | None:
    """For a deed whose clause names no place: what is struck or held, else the sentence's.

    Args:
        parse: the sentence.
        word: the act's word.
        arguments: what it is done to.
        reader: turns words into spans.
    """
    struck = [f for a in arguments if not a.is_pronoun for f in _inside(parse, a.first, a.last)]
    if struck:
        return _mention(parse, _nearest(struck, word), reader)
    elsewhere = [f for c in parse.clauses for f in _places(parse, c.index, _PLACE_PREPOSITIONS)]
    return _mention(parse, _nearest(elsewhere, word), reader) if elsewhere else None


def _nearest(found: Sequence[_Found], word: int) -> _Found:
    def order(item: _Found) -> tuple[int, bool, int, int]:
        distance = item.first - word if item.first > word else word - item.last + 1
        return (item.rank, item.prep not in ("في", "ب"), distance, item.first)

    return min(found, key=order)


def _mention(parse: Parse, found: _Found, reader: PartyReader) -> PlaceMention:
    tags = parse.tags[found.first : found.last]
    names = dict.fromkeys(tag.name for tag in tags if tag.name is not None)
    kinds = ("place", "capital", "country") if found.rank != 1 else ("nisba",)
    kept = tuple(use for match in names for use in match.uses if use.kind in kinds)
    is_capital = parse.tags[found.first].reading.stem == _CAPITAL
    return PlaceMention(reader.span(found.first, found.last), kept, is_capital=is_capital)


def _places(parse: Parse, clause: int, preps: frozenset[str]) -> Iterator[_Found]:
    for k in parse.members(clause):
        chunk = parse.chunks[k]
        if chunk.kind != "phrase" or chunk.prep not in preps or chunk.titles:
            continue
        yield from _inside(parse, chunk.start, chunk.last, chunk.prep)


def _inside(parse: Parse, first: int, last: int, prep: str = "في") -> Iterator[_Found]:
    """Known names in a phrase; without one the whole phrase, where its head is a place."""
    known = False
    for i in range(first, last):
        match = parse.tags[i].name
        if match is None or match.first != i:
            continue
        if match.use("place", "capital", "country") is not None:
            known = True
            rank = 0 if match.use("place", "capital") else 2
            yield _Found(prep, match.first, match.last, rank)
    head = parse.tags[first]
    if not known and head.reading.stem in _KINDS and _is_named(parse, first, last):
        yield _Found(prep, first, last, 1)


def _is_named(parse: Parse, first: int, last: int) -> bool:
    """ "قرية كرانة", "المسجد الأقصى", "العاصمة"; not "قاعدة عسكرية" nor "المدينة"."""
    if last - first == 1:
        return parse.tags[first].reading.stem == _CAPITAL and parse.tags[first].reading.article
    rest = parse.tags[first + 1 : last]
    return any(tag.is_definite or not tag.forms for tag in rest if tag.tag != "nisba")
