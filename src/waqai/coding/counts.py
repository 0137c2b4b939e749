"""Casualties and sizes: how many an act killed, wounded, held or gathered.

In go the parse of a sentence and the candidates for its acts; out comes what each act's
record may say of numbers. The order:

1. the figures of the sentence (`waqai.coding.figures`);
2. background: what stands behind بعد, منذ, ردا على … is another event's;
3. for each act the figures of its own word; for an attack besides those of its results, told
   before it ("قتل 3 في هجوم") or after it ("هجوم أسفر عن مقتل 3"), the nearest attack first;
   for a protest those who took part.

The dead stay with the killing, the wounded with the wounding: "قتل 3 وأصيب 5" gives the
first record no wounded, unless the wounding makes no record of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.coding.clauses import Parse
from waqai.coding.figures import RESULTS, Figure, FigureFinder
from waqai.coding.groups import Group
from waqai.coding.parties import PartyReader
from waqai.coding.triggers import Candidate
from waqai.lexicon.load import Lexicon, Trigger
from waqai.model import Count

_EVENTS = {"dead": ("ASSAULT",), "injured": ("ASSAULT",), "arrested": ("COERCE",),
           "size": ("PROTEST",)}  # fmt: skip
_BACKGROUND = frozenset(
    {"بعد", "عقب", "قبل", "منذ", "ذكري", "غداه", "ردا", "احتجاجا", "خلفيه", "انتقاما", "تنديدا",
     "بعدما", "عقبت", "قبيل", "تزامنا", "غرار"}
)  # fmt: skip
"""Words after which another event is told than the one before them."""
_CAUSES = frozenset(
    {"في", "خلال", "اثر", "جراء", "نتيجه", "بسبب", "عقب", "بعد", "اثناء", "من", "ب", "لدي", "عند",
     "ضمن", "ل", "بفعل", "عبر"}
)  # fmt: skip
"""Prepositions between those hit and the act that hit them."""
_WHEN = frozenset({"عندما", "حين", "حينما", "لما", "بعدما", "اذ"})


class CountReader:
    """Reads the figures of one sentence, once, and gives each act its own."""

    def __init__(
        self,
        parse: Parse,
        lexicon: Lexicon,
        reader: PartyReader,
        candidates: Sequence[Candidate],
    ) -> None:
        """Find the figures.

        Args:
            parse: the sentence.
            lexicon: where the classes of acts stand.
            reader: turns words into spans.
            candidates: all candidates of the sentence, those passed over too.
        """
        self._parse = parse
        self._tags = parse.tags
        self._lexicon = lexicon
        self._reader = reader
        self._finder = FigureFinder(parse, lexicon, candidates)
        self._firing = self._finder.firing
        self._acts = {c.word: lexicon.triggers[c.entry].event for c in self._firing.values()}
        self._figures = self._finder.find()

    def read(self, entry: Trigger, candidate: Candidate) -> dict[str, Count]:
        """The numbers of an act's record by field; exact only where the text is."""
        words = {candidate.word, *candidate.extra}
        own = [f for f in self._figures if f.carrier in words]
        found: dict[str, Figure] = {}
        field = self._finder.field(entry)
        for figure in own:
            if figure.field == field and entry.event in _EVENTS[field]:
                found.setdefault(figure.field, figure)
        if entry.event == "ASSAULT" and field in RESULTS:
            for figure in self._unclaimed(candidate.word):
                found.setdefault(figure.field, figure)
        elif entry.event == "ASSAULT":
            for figure in self._results(candidate.word):
                found.setdefault(figure.field, figure)
        elif entry.event == "PROTEST" and not found:
            for figure in self._crowds(candidate.word):
                found.setdefault(figure.field, figure)
        return {name: self._count(figure.group) for name, figure in found.items()}

    def _count(self, group: Group) -> Count:
        span = self._reader.span(group.first, group.last)
        return Count(group.minimum, group.maximum, group.qualifier, span)

    def _results(self, word: int) -> list[Figure]:
        """The dead and the wounded of the attack at `word`, those told after it first."""
        hits = [f for f in self._figures if f.field in RESULTS]
        after = [f for f in hits if f.carrier > word and self._follows(word, f)]
        before = [f for f in hits if f.carrier < word and self._attack_after(f) == word]
        return sorted(after, key=lambda f: f.carrier) + before

    def _unclaimed(self, word: int) -> list[Figure]:
        """Those hit in the same breath by an act that makes no record of its own."""
        return [
            f
            for f in self._figures
            if f.field in RESULTS
            and f.carrier > word
            and f.carrier not in self._firing
            and not any(word < other for other in self._attacks())
            and self._follows(word, f)
        ]

    def _attacks(self) -> list[int]:
        """Words of attacks that are told as such, not by those they killed or wounded."""
        return [
            word
            for word, event in sorted(self._acts.items())
            if event == "ASSAULT"
            and self._finder.field(self._lexicon.triggers[self._firing[word].entry]) not in RESULTS
        ]

    def _attack_after(self, figure: Figure) -> int | None:
        """ "قتل 3 في هجوم": the attack behind a figure that is its cause."""
        for word in self._attacks():
            if word <= figure.carrier or word < figure.group.first:
                continue
            return word if self._is_cause(figure, word) else None
        return None

    def _is_cause(self, figure: Figure, word: int) -> bool:
        between = range(figure.group.next, word)
        if any(self._tags[j].token.text in ".؛:" for j in between):
            return False
        chunk = self._parse.chunks[self._parse.chunk_of[word]]
        verbs = [
            j for j in between if self._tags[j].tag == "verb" and self._finder.by_lemma(j) is None
        ]
        when = [j for j in between if self._tags[j].token.norm in _WHEN]
        if self._tags[word].tag == "verb":
            return bool(when) and not [j for j in verbs if j > when[-1]]
        nearest = next((self._tags[j] for j in reversed(between)), None)
        is_under = chunk.prep in _CAUSES or (
            nearest is not None and nearest.reading.stem in _CAUSES
        )
        return is_under and not verbs

    def _follows(self, word: int, figure: Figure) -> bool:
        """Whether a figure told after an attack is its result."""
        if any(word < other < figure.carrier for other in self._attacks()):
            return False
        other = self._attack_after(figure)
        if other is not None and not self._tags[other].is_definite:
            return False
        counted = {j for f in self._figures for j in range(f.group.first, f.group.next)}
        between = [j for j in range(word + 1, figure.carrier) if j not in counted]
        if self._region(word) != self._region(figure.carrier):
            return False
        return not any(self._tags[j].token.text in ".؛:" or self._is_saying(j) for j in between)

    def _is_saying(self, j: int) -> bool:
        tag = self._tags[j]
        if tag.tag == "complementizer":
            return True
        return tag.tag == "verb" and any(form.kind == "speech" for form in tag.forms)

    def _region(self, word: int) -> int:
        """Where the background that a word stands in begins; -1 for the news itself."""
        start = -1
        for j in range(word):
            tag = self._tags[j]
            if tag.reading.stem in _BACKGROUND or tag.token.norm in _BACKGROUND:
                start = j
            elif tag.tag == "punct" and tag.token.text in "،,؛.":
                start = -1
        return start

    def _crowds(self, word: int) -> list[Figure]:
        """Those who took part in the protest at `word`."""
        protests = [w for w, event in self._acts.items() if event == "PROTEST"]
        found = []
        for figure in self._figures:
            low, high = sorted((figure.carrier, word))
            if figure.field != "size" or self._region(word) != self._region(figure.carrier):
                continue
            if any(low < other < high for other in protests):
                continue
            if any(self._tags[j].token.text in ".؛:" for j in range(low, high)):
                continue
            found.append(figure)
        return found
