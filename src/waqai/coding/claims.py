"""What a sentence claims of an act: its day, its marks, how it is asserted.

In go a candidate and the marks and time expressions of its sentence; out come `Claims`. A
mark of background ("كان قد") holds from its act on: what the sentence tells after it lies
before the news as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.coding import checks
from waqai.coding.clauses import Parse
from waqai.coding.dating import choose_time, date_act, is_coming, is_historical
from waqai.coding.marks import Marking
from waqai.coding.parties import PartyReader
from waqai.coding.times import TimeExpression
from waqai.coding.triggers import Candidate
from waqai.dates import Published
from waqai.folding import fold
from waqai.lexicon.load import Trigger
from waqai.model import Evidence, When

_ORDER = ("historical", "future", "hypothetical", "negation")


@dataclass(frozen=True, slots=True)
class Claims:
    """What is claimed of one act."""

    when: When
    about: When | None
    """For a speech act, the days of the act spoken of."""
    aux: tuple[str, ...]
    stance: str
    evidence: tuple[Evidence, ...]
    """The words of the marks."""


class ClaimReader:
    """Reads the claims of one sentence, act by act in the order of the words."""

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        markings: Sequence[Marking],
        published: Published | None,
        reader: PartyReader,
    ) -> None:
        """Keep the sentence; `reader` turns its words into spans."""
        self._parse = parse
        self._times = times
        self._markings = markings
        self._published = published
        self._reader = reader
        self._is_background = False

    def read(self, entry: Trigger, candidate: Candidate) -> Claims:
        """Day, marks and stance of an act, with their evidence."""
        covering = self._covering(candidate)
        marks = {m.mark for m in covering if m.mark != "none"}
        self._is_background = self._is_background or "historical" in marks
        when, about = self._days(entry, candidate, is_ahead="future" in marks)
        stances = [m.stance for m in covering if m.stance is not None]
        return Claims(
            when,
            about,
            self._aux(marks, when),
            stances[-1] if stances else "asserted",
            tuple(
                Evidence(self._reader.span(m.first, m.last), m.rule)
                for m in covering
                if m.mark != "none" or m.stance is not None
            ),
        )

    def _covering(self, candidate: Candidate) -> list[Marking]:
        """The marks that reach the act's word or the light verb that carries it."""
        light = candidate.slots.light_word
        words = {candidate.word} if light is None else {candidate.word, light}
        return [m for m in self._markings if not m.intention and any(map(m.covers, words))]

    def _days(
        self, entry: Trigger, candidate: Candidate, *, is_ahead: bool
    ) -> tuple[When, When | None]:
        """The days of the act and, of a speech act, those of the act spoken of."""
        time = choose_time(self._parse, candidate.word, self._times)
        if time is not None and _is_spoken_of(entry, candidate, time):
            return self._date(None, is_ahead=is_ahead), self._date(time, is_ahead=True)
        return self._date(time, is_ahead=is_ahead), None

    def _date(self, time: TimeExpression | None, *, is_ahead: bool) -> When:
        span = self._reader.span(time.first, time.last) if time is not None else None
        return date_act(
            time, span, self._published, is_background=self._is_background, is_ahead=is_ahead
        )

    def _aux(self, marks: set[str], when: When) -> tuple[str, ...]:
        """The marks by words and by days; an act is historical by its day where it has one."""
        aux = marks - {"historical"}
        if is_historical(when, self._published) or (when.first is None and self._is_background):
            aux.add("historical")
        if is_coming(when, self._published):
            aux.add("future")
        return tuple(mark for mark in _ORDER if mark in aux)


def _is_spoken_of(entry: Trigger, candidate: Candidate, time: TimeExpression) -> bool:
    """A time inside what is asked or promised dates that, not the asking."""
    if entry.event not in checks.ASKING:
        return False
    starts = [
        argument.first
        for place, role in entry.frame.items()
        if role == "content"
        for argument in candidate.slots.get(fold(place))
    ]
    return bool(starts) and time.first > min(starts)
