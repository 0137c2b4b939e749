"""Where an act happened: the place phrase that belongs to it.

In go a parse and an act's word, out come the words of the most precise place its clause
names, in this order:

1. known names and kinds with a name ("بقرية كرانة") after a preposition of place, after a
   direction ("عبوة وسط بغداد"), on a border with somebody, or before "شهدت";
2. the same of the clause it continues or hangs under;
3. for deeds done on the spot: what was struck or held, then the rest of the sentence.

Of several places the more precise counts first, then the nearest. "المدينة" and "المحافظة"
lead back to the place named before (`waqai.coding.settings`). A name inside another
("اتفاق الرياض", "نادي اتحاد الجزائر") is no place. Which of several places of one name is
meant, `waqai.resolve.places` decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.draft import PlaceMention
from waqai.coding.growth import Chunk
from waqai.coding.names import NameMatch
from waqai.coding.parties import PartyReader
from waqai.coding.phrase_words import ATTACHING
from waqai.coding.place_words import (
    BACK,
    BUILDINGS,
    DIPLOMATS,
    DIRECTIONS,
    HOSTS,
    KINDS,
    MOTIONS,
    NAMESAKES,
    NO_NAMES,
    PREPOSITIONS,
    REGIONS,
    REPORTERS,
    SETTLED,
    TOPICS,
)
from waqai.coding.roles import Argument
from waqai.coding.scene import Scene
from waqai.coding.tagging import Tagged
from waqai.knowledge import Knowledge, NameUse

_TOWARDS = {"CONSULT": frozenset({"الي", "ل"}), "MOBILIZE": frozenset({"الي"}),
            "ASSAULT": frozenset({"علي"}), "COERCE": frozenset({"علي"}),
            "RETREAT": frozenset({"من"}), "PROTEST": frozenset({"علي"}),
            "AID": frozenset({"الي", "ل"})}  # fmt: skip
"""Prepositions that bring the place of some types: a visit to, an attack on."""
_BEFORE = 2
"""Words before an act count double: its place follows it more often than not."""
_REPORTER_WORDS = 4
"""Words between a reporter and where he is: "مراسل الجوهرة أف أم بالجهة"."""
_PEOPLE = frozenset({"سكان", "اهالي", "مواطني"})
_THITHER = frozenset({"الي"})
_LOOSE = frozenset({"من", "الي", "علي", "بين", "باتجاه", "ل"})
"""Prepositions before a town that is the place where nothing tells it better."""
_CAPITAL = "عاصمه"
_BORDERS = frozenset({"حدود", "حدودي", "حدوديه"})
PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
"""Types of deeds done on the spot: what they strike or hold is where they happen."""
_COUNTRY_LEVEL = 4
_KIND_LEVEL, _CAPITAL_LEVEL, _BUILDING_LEVEL = 1.0, 1.2, 1.5
"""A village or a street is as precise as a town; the capital's name tells more than
"العاصمة", and a building that nobody knows less than a town."""
_NAMED = ("place", "capital", "country")


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that may be the place."""

    prep: str
    first: int
    last: int
    level: float
    """0 within a town, 1 a town, 2 a district, 3 a province, 4 a country."""
    back: PlaceMention | None = None
    """What "المدينة" leads back to."""


class PlaceFinder:
    """Finds the places of the acts of one sentence."""

    def __init__(
        self, parse: Parse, reader: PartyReader, knowledge: Knowledge, scene: Scene
    ) -> None:
        """Keep the sentence.

        Args:
            parse: the sentence.
            reader: turns words into spans.
            knowledge: says how precise a known place is.
            scene: places that the document named before.
        """
        self._parse = parse
        self._reader = reader
        self._knowledge = knowledge
        self._scene = scene

    def find(self, word: int, event: str) -> PlaceMention | None:
        """The place of the act at `word`, None where its clause and those above name none."""
        preps = PREPOSITIONS | _TOWARDS.get(event, frozenset())
        clause: int | None = self._parse.clause_of[self._parse.chunk_of[word]]
        while clause is not None:
            found = [f for f in self._of_clause(clause, preps) if not self._is_seat(f, event)]
            if event in PHYSICAL:
                found += self._of_objects(clause)
            if found:
                return self._mention(_nearest(found, word))
            current = self._parse.clauses[clause]
            if current.kind == "content" and event in PHYSICAL and self._scene.deed is not None:
                return None  # Where the one who tells it sits is no nearer than the deed before.
            clause = current.continues if current.continues is not None else current.parent
        return None

    def find_around(
        self, word: int, event: str, arguments: Sequence[Argument]
    ) -> PlaceMention | None:
        """Where its clause names no place: what is struck, held or visited.

        Args:
            word: the act's word.
            event: its type; a deed done on the spot has any other place of its sentence too.
            arguments: what it is done to.
        """
        struck = [f for a in arguments if not a.is_pronoun for f in self._inside(a.first, a.last)]
        if struck:
            return self._mention(_nearest(struck, word))
        if event not in PHYSICAL:
            return None
        clauses = self._parse.clauses
        elsewhere = [f for c in clauses for f in self._of_clause(c.index, PREPOSITIONS)]
        if not elsewhere:
            elsewhere = list(self._loose())
        return self._mention(_nearest(elsewhere, word)) if elsewhere else None

    # Candidates ------------------------------------------------------------------------

    def _of_clause(self, clause: int, preps: frozenset[str]) -> Iterator[_Found]:
        members = self._parse.members(clause)
        is_host = any(self._is_verb(self._parse.chunks[k], HOSTS) for k in members)
        if any(self._is_verb(self._parse.chunks[k], MOTIONS) for k in members):
            preps = preps | _THITHER
        for k in members:
            chunk = self._parse.chunks[k]
            if chunk.kind != "phrase":
                continue
            if chunk.prep in preps:
                if not self._is_titled(chunk):
                    yield from self._inside(chunk.start, chunk.last, chunk.prep)
            elif k and not chunk.prep and self._is_apposed(chunk, self._parse.chunks[k - 1], preps):
                yield from self._inside(chunk.start, chunk.last, "في")
            elif is_host and not chunk.prep and not chunk.titles:
                yield from self._inside(chunk.start, chunk.last, "")
            elif chunk.prep == "مع" and k and self._ends_in_border(self._parse.chunks[k - 1]):
                yield from self._inside(chunk.start, chunk.last, chunk.prep)
            else:
                yield from self._after_direction(chunk)

    def _is_apposed(self, chunk: Chunk, before: Chunk, preps: frozenset[str]) -> bool:
        """ "في العاصمة الأوغندية | كمبالا", "سكان | ليبيا": it goes with what is before."""
        tags = self._parse.tags
        is_named = before.kind == "phrase" and tags[before.start].reading.stem in KINDS | _PEOPLE
        return is_named and before.prep in preps and tags[chunk.start].name is not None

    def _is_verb(self, chunk: Chunk, stems: frozenset[str]) -> bool:
        return chunk.kind == "verb" and self._parse.tags[chunk.first].reading.stem in stems

    def _is_titled(self, chunk: Chunk) -> bool:
        """Whether a title stands in it, which is no part of a name ("سيدي بوزيد")."""
        first = self._parse.tags[chunk.start]
        return bool(chunk.titles) and (first.name is None or first.name.last < chunk.last)

    def _ends_in_border(self, chunk: Chunk) -> bool:
        tags = self._parse.tags[chunk.first : chunk.last]
        return any(tag.reading.stem in _BORDERS for tag in tags)

    def _after_direction(self, chunk: Chunk) -> Iterator[_Found]:
        """ "عبوة ناسفة وسط | بغداد", "مهندسا جنوب" and then "كركوك" as a phrase of its own."""
        tags = self._parse.tags
        for i in range(chunk.start + 1, chunk.last):
            if tags[i].reading.stem in DIRECTIONS and tags[i].name is None:
                last = chunk.last
                if i + 1 == last and last < len(tags):
                    after = self._parse.chunks[self._parse.chunk_of[last]]
                    last = after.last if after.kind == "phrase" and not after.prep else last
                if i + 1 < last:
                    yield from self._inside(i + 1, last, tags[i].reading.stem)
                return

    def _of_objects(self, clause: int) -> Iterator[_Found]:
        """ "قصفت طائرة حي جوبر": a kind of place with its name, whatever stands before it."""
        tags = self._parse.tags
        for k in self._parse.members(clause):
            chunk = self._parse.chunks[k]
            if chunk.kind != "phrase" or chunk.prep or chunk.titles:
                continue
            for i in range(chunk.start, chunk.last):
                match = tags[i].name
                if match is None or match.first != i or not match.use("place", "capital"):
                    continue
                word = tags[i].token.norm if match.last - i > 1 else tags[i - 1].reading.stem
                is_hidden = any(t.reading.stem in NAMESAKES for t in tags[chunk.start : i])
                if word in KINDS and not is_hidden:
                    yield _Found("", match.first, match.last, self._level(match))

    def _loose(self) -> Iterator[_Found]:
        """Towns that head a phrase of their own, whatever preposition stands before them."""
        for chunk in self._parse.chunks:
            if chunk.kind != "phrase" or chunk.prep not in _LOOSE or self._is_titled(chunk):
                continue
            head = self._parse.tags[chunk.start]
            if head.name is not None or head.reading.stem in KINDS:
                for found in self._inside(chunk.start, chunk.last, chunk.prep):
                    if found.level < _COUNTRY_LEVEL:
                        yield found

    def _is_seat(self, found: _Found, event: str) -> bool:
        """ "السفير الإيطالي في تونس" condemned: where he has his seat, not where he did.

        No more is "الجهة" where a reporter sits, nor where lies what talks are about.
        """
        k = self._parse.chunk_of[found.first]
        before = self._parse.chunks[k - 1] if k else None
        if before is None or before.kind != "phrase":
            return False
        tags = self._parse.tags
        if found.back is not None:
            near = tags[max(before.start - _REPORTER_WORDS, 0) : found.first]
            return any(tag.reading.stem in REPORTERS for tag in near)
        stems = {tag.reading.stem for tag in tags[before.start : before.last]}
        return event not in PHYSICAL and bool(stems & (DIPLOMATS | TOPICS))

    def _inside(self, first: int, last: int, prep: str = "في") -> Iterator[_Found]:
        """Known names in a phrase; and its head with what names it, where it is a place."""
        tags = self._parse.tags
        end = next((i for i in range(first + 1, last) if self._attaches(i)), last)
        back = self._back(first, end, prep)
        if back is not None:
            yield back
            return
        known = False
        for i in range(first, last):
            match = tags[i].name
            if match is None or match.first != i or match.use(*_NAMED) is None:
                continue
            if any(tag.reading.stem in NAMESAKES for tag in tags[first : match.first]):
                continue
            known = known or match.first < end
            yield _Found(prep, match.first, match.last, self._level(match))
        if not known:
            yield from self._of_kind(first, end, prep)

    def _attaches(self, i: int) -> bool:
        """ "قرية بني مطر | التابعة لمدينة منبج": what a place belongs to is not its name."""
        tag = self._parse.tags[i]
        return tag.reading.article and tag.reading.stem in ATTACHING | SETTLED

    def _of_kind(self, first: int, last: int, prep: str) -> Iterator[_Found]:
        """A kind of place and its name that nobody knows, or the country it lies in."""
        head = self._parse.tags[first]
        if head.reading.stem == _CAPITAL and head.reading.article:
            yield _Found(prep, first, last, _CAPITAL_LEVEL)
        elif head.reading.stem in REGIONS and self._nisba(first, last) is not None:
            yield _Found(prep, first, last, _COUNTRY_LEVEL)
        elif head.reading.stem in KINDS and _is_named(self._parse, first, last):
            is_building = head.reading.stem in BUILDINGS
            yield _Found(prep, first, last, _BUILDING_LEVEL if is_building else _KIND_LEVEL)
        elif last - first > 1 and self._parse.tags[last - 1].reading.stem == _CAPITAL:
            yield _Found(prep, last - 1, last, _CAPITAL_LEVEL)  # "في محيط العاصمة"

    def _nisba(self, first: int, last: int) -> NameUse | None:
        for tag in self._parse.tags[first + 1 : last]:
            if tag.tag == "nisba" and tag.name is not None:
                return tag.name.use("nisba")
        return None

    def _back(self, first: int, last: int, prep: str) -> _Found | None:
        """ "المدينة", "هذه المنطقة": the place of that kind that was named last."""
        tags = self._parse.tags
        start = first
        while start < last - 1 and not tags[start].reading.article:
            start += 1  # "محيط المدينة", "هذه المنطقة"
        tag = tags[start]
        if last - start != 1 or not tag.reading.article or tag.reading.pronoun:
            return None
        span = BACK.get(tag.reading.stem)
        if span is None:
            return None
        before = self._named_before(start, span) or self._scene.last_of(span)
        if before is None:
            return None
        return _Found(prep, start, last, 5 - span[1] if span[1] == span[0] else 1, before)

    def _named_before(self, word: int, span: tuple[int, int]) -> PlaceMention | None:
        """The last place of a kind in this sentence before a word."""
        for i in range(word - 1, -1, -1):
            match = self._parse.tags[i].name
            if match is not None and match.first == i:
                uses = tuple(u for u in match.uses if u.kind == "place")
                if self._scene.fits(uses, span):
                    return PlaceMention(self._reader.span(match.first, match.last), uses)
        return None

    def _level(self, match: NameMatch) -> float:
        """How precise a name is; one of a state and its capital alike stays the state's."""
        if match.use("country") is not None:
            return _COUNTRY_LEVEL
        places = self._knowledge.places
        return 5 - max((places[u.id].resolution for u in match.uses if u.id in places), default=4)

    # The mention -----------------------------------------------------------------------

    def _mention(self, found: _Found) -> PlaceMention:
        span = self._reader.span(found.first, found.last)
        if found.back is not None:
            return PlaceMention(span, found.back.uses, beside=found.back.beside)
        tags = self._parse.tags[found.first : found.last]
        names = dict.fromkeys(tag.name for tag in tags if tag.name is not None)
        is_known = any(match.use(*_NAMED) for match in names)
        kinds = _NAMED if is_known else ("nisba",)
        kept = tuple(use for match in names for use in match.uses if use.kind in kinds)
        is_capital = tags[0].reading.stem == _CAPITAL and not is_known
        return PlaceMention(span, kept, is_capital=is_capital, beside=self._beside(found))

    def _beside(self, found: _Found) -> frozenset[str]:
        """Countries that the words right beside a place name: "رفح بمحافظة شمال سيناء"."""
        k = self._parse.chunk_of[found.first]
        chunks = self._parse.chunks[max(k - 1, 0) : k + 3]
        codes: set[str] = set()
        for chunk in chunks:
            is_beside = chunk.first <= found.first < chunk.last or chunk.prep in PREPOSITIONS
            if chunk.kind != "phrase" or not (is_beside or chunk.prep == "من"):
                continue
            for i in range(chunk.first, chunk.last):
                if not found.first <= i < found.last:
                    codes |= self._countries(self._parse.tags[i])
        return frozenset(codes)

    def _countries(self, tag: Tagged) -> set[str]:
        """The one country that a known name stands for."""
        if tag.name is None:
            return set()
        said = tag.name.use("country", "nisba")
        uses = (said,) if said is not None else tag.name.uses
        codes = set()
        for use in uses:
            place = self._knowledge.places.get(use.id)
            codes |= {place.country} if place is not None else set()
        return codes if len(codes) == 1 else set()


def _nearest(found: Sequence[_Found], word: int) -> _Found:
    def order(item: _Found) -> tuple[float, bool, int, int]:
        distance = item.first - word if item.first > word else _BEFORE * (word - item.last + 1)
        return (item.level, item.prep not in ("في", "ب", ""), distance, item.first)

    return min(found, key=order)


def _is_named(parse: Parse, first: int, last: int) -> bool:
    """ "قرية كرانة", "المسجد الأقصى"; not "قاعدة عسكرية" nor "المدينة"."""
    rest = parse.tags[first + 1 : last]
    if any(tag.reading.stem in NO_NAMES for tag in rest):
        return False
    return any(tag.is_definite or not tag.forms for tag in rest if tag.tag != "nisba")
