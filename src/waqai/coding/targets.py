"""Against whom a protest is: what its sentence says after the act.

"احتجاجا على سياسة الحكومة", "للتنديد بالعدوان الإسرائيلي", "مطالبين برحيل الرئيس", "ضد الوزارة",
"أمام السفارة الفرنسية": whoever is named there, else the owner of the thing, receives the
protest.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.coding.clauses import Parse
from waqai.coding.growth import Chunk
from waqai.coding.parties import Party, PartyReader
from waqai.coding.roles import Argument

_CAUSES = frozenset(
    {"احتجاج", "احتجاجا", "تنديد", "تنديدا", "استنكار", "استنكارا", "رفض", "رفضا", "شجب", "مناهضه",
     "مطالبه", "مطالبين", "مطالبون", "مطالبا", "مطالب", "منددين", "منددون", "منددا", "رافضين",
     "رافضه", "محتجين", "غضبا", "معارضه", "مندده", "ضغط", "داعين", "داعيه"}
)  # fmt: skip
"""Words that bring what a protest is about, folded: احتجاجا على, مطالبين ب, للتنديد ب."""
_ABOUT = frozenset({"علي", "ب", "ل", "من", "ضد", "الي"})
_BEFORE = frozenset({"امام", "قباله"})
_AGAINST = "ضد"


def find_target(parse: Parse, word: int, reader: PartyReader) -> tuple[Party, ...]:
    """Who a protest told at `word` is against; nobody where the sentence names none.

    The cause comes before the place: "أمام الوزارة احتجاجا على قرار الحكومة" is against the
    government.
    """
    after = [c for c in parse.chunks if c.first > word and c.kind in ("phrase", "verb")]
    for arguments in (*_causes(parse, after), *_places(after)):
        found = reader.read((arguments,)) or reader.owners((arguments,))
        if found:
            return found[:1]
    return ()


def _causes(parse: Parse, after: list[Chunk]) -> Iterator[Argument]:
    for k, chunk in enumerate(after):
        if chunk.prep == _AGAINST:
            yield Argument(chunk.start, chunk.last)
        if parse.tags[chunk.start].reading.stem in _CAUSES:
            if chunk.last - chunk.start > 1:
                yield Argument(chunk.start + 1, chunk.last)
            if k + 1 < len(after) and (after[k + 1].prep in _ABOUT or not after[k + 1].prep):
                yield Argument(after[k + 1].start, after[k + 1].last)


def _places(after: list[Chunk]) -> Iterator[Argument]:
    """Whoever sits where the crowd stands."""
    for chunk in after:
        if chunk.prep in _BEFORE:
            yield Argument(chunk.start, chunk.last)
