"""What a sentence claims of an act: its day, its marks, how it is asserted.

In go a candidate and the marks and time expressions of its sentence; out come `Claims`. A
mark of background ("كان قد") holds from its act on: what the sentence tells after it lies
before the news as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.coding import checks
from waqai.coding.background import is_background
from waqai.coding.clauses import Parse
from waqai.coding.dating import (
    choose_time,
    date_act,
    is_coming,
    is_historical,
    is_nearer_ahead,
)
from waqai.coding.marks import Marking
from waqai.coding.parties import PartyReader
from waqai.coding.state import DocumentState
from waqai.coding.time_expression import TimeExpression
from waqai.coding.triggers import Candidate
from waqai.folding import fold
from waqai.lexicon.load import Trigger
from waqai.model import Evidence, When

_THIRD = 3
"""The person that news speaks in: "اتهم" is "he accused" before "I accuse"."""
_NOT_DONE = "ar.mark.did_not_take_place.001"
_LATE = ("مساء", "الليلة", "ليلة", "عصر")
"""Words of a time that lies ahead when the news of the day is read."""
_GOING_ON = frozenset({"واصل", "تواصل", "استمر", "استأنف", "شهد", "عاد", "ظل", "بقي"})
"""Verbs whose imperfect tells what goes on, not what is announced."""
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
        state: DocumentState,
        reader: PartyReader,
        *,
        occasions: frozenset[str],
    ) -> None:
        """Keep the sentence.

        Args:
            parse: the sentence.
            times: its time expressions.
            markings: its marks.
            state: the document, for its publication.
            reader: turns words into spans.
            occasions: nouns of what an act may happen at (the class `occasions`).
        """
        self._parse = parse
        self._times = times
        self._markings = markings
        self._published = state.published
        self._occasions = occasions
        self._reader = reader
        self._is_background = False

    def read(self, entry: Trigger, candidate: Candidate) -> Claims:
        """Day, marks and stance of an act, with their evidence."""
        covering = self._covering(candidate)
        marks = {m.mark for m in covering if m.mark != "none"}
        is_past = self._is_past(candidate)
        if is_past and "future" in marks:
            # "يفترض أن الأمن احتجز الطبيب" presumes; "تعهد … في أقرب وقت" dates what is promised.
            is_presumed = any(m.mark == "future" and m.stance == "expected" for m in covering)
            marks = (marks - {"future"}) | ({"hypothetical"} if is_presumed else set())
        self._is_background = self._is_background or "historical" in marks
        is_coming = self._is_told_ahead(candidate, marks)
        when, about = self._days(entry, candidate, is_future="future" in marks, is_coming=is_coming)
        if is_coming and self._is_from_tonight(when):
            marks.add("future")
        return Claims(
            when,
            about,
            self._aux(marks, when),
            _stance(covering, is_past=is_past),
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
        words |= self._coming_verb(candidate)
        telling = [m for m in self._markings if not (m.intention and m.mark == "none")]
        found = [m for m in telling if any(map(m.covers, words))]
        return [m for m in found if self._holds(m, candidate)]

    def _holds(self, marking: Marking, candidate: Candidate) -> bool:
        """Whether a mark that reaches an act also says something of it.

        A perfect in a relative clause ("طالبي اللجوء الذين رفضت طلباتهم") tells a fact,
        whatever is planned or feared around it. "لم يتم تحديد منفذي الهجوم" denies what the
        next phrase names, not what stands within that.
        """
        parse, word = self._parse, self._carrier(candidate)
        clause = parse.clause_of[parse.chunk_of[word]]
        opens_at = parse.chunks[parse.members(clause)[0]].first
        is_outside = opens_at > marking.last  # "في حال أضرب": the clause of the mark itself
        is_told = parse.clauses[clause].kind == "relative" and self._is_past(candidate)
        is_doubt = marking.mark in ("future", "hypothetical") or marking.stance == "believed"
        if is_outside and is_told and is_doubt:
            return False
        if marking.rule != _NOT_DONE or candidate.slots.light_word is not None:
            return True
        chunk = parse.chunks[parse.chunk_of[candidate.word]]
        is_head = candidate.word == chunk.start or parse.tags[candidate.word - 1].tag == "particle"
        return is_head and chunk.prep in ("", "ب", "ل") and not chunk.is_coordinated

    def _coming_verb(self, candidate: Candidate) -> set[int]:
        """ "سيرفعون دعوى": the verb with سـ whose indefinite object the act is."""
        k = self._parse.chunk_of[candidate.word]
        tag = self._parse.tags[candidate.word]
        if candidate.pos != "noun" or tag.is_definite or self._parse.chunks[k].prep:
            return set()
        verbs = [
            self._parse.chunks[j].first
            for j in self._parse.members(self._parse.clause_of[k])
            if j < k and self._parse.chunks[j].kind == "verb"
        ]
        return {v for v in verbs[-1:] if self._parse.tags[v].reading.future}

    def _carrier(self, candidate: Candidate) -> int:
        """The verb that tells the act: itself, or the light verb that carries its noun."""
        light = candidate.slots.light_word
        return candidate.word if light is None else light

    def _is_past(self, candidate: Candidate) -> bool:
        return self._has_tense(self._carrier(candidate), "perfect")

    def _has_tense(self, word: int, tense: str) -> bool:
        tag = self._parse.tags[word]
        verbs = [form for form in tag.forms if form.pos == "verb"]
        forms = [form for form in verbs if form.person == _THIRD] or verbs
        return tag.tag == "verb" and bool(forms) and all(form.tense == tense for form in forms)

    def _is_told_ahead(self, candidate: Candidate, marks: set[str]) -> bool:
        """ "تنظم الأحزاب مساء اليوم مظاهرة": a bare imperfect announces, with a day."""
        word = self._carrier(candidate)
        if not self._has_tense(word, "imperfect") or marks & {"negation", "historical"}:
            return False
        lemmas = {form.lemma for form in self._parse.tags[word].forms}
        if lemmas & _GOING_ON:
            return False
        clause = self._parse.clauses[self._parse.clause_of[self._parse.chunk_of[word]]]
        if clause.kind not in ("main", "coordinate") or clause.parent is not None:
            return False
        members = self._parse.members(clause.index)
        before = [self._parse.chunks[k] for k in members if self._parse.chunks[k].first < word]
        return all(chunk.kind in ("phrase", "time", "conjunction", "punct") for chunk in before)

    def _is_from_tonight(self, when: When) -> bool:
        """Whether the text names a day after publication, or the evening of that day.

        "يصل الوفد اليوم" has happened as often as not when it is read.
        """
        if when.first is None or self._published is None or when.info.basis != "text":
            return False
        if when.info.granularity != "day" or when.info.type == "range":
            return False
        today = self._published.last.isoformat()
        span = when.info.span
        is_late = span is not None and any(word in span.text for word in _LATE)
        return when.first > today or (when.first == today and is_late)

    def _days(
        self, entry: Trigger, candidate: Candidate, *, is_future: bool, is_coming: bool
    ) -> tuple[When, When | None]:
        """The days of the act and, of a speech act, those of the act spoken of.

        A bare imperfect ("تنظم الأحزاب الأحد مظاهرة") announces with a day of its own clause.
        """
        act = (candidate.word, self._carrier(candidate))
        is_past = self._is_background or is_background(self._parse, *act)
        time = choose_time(
            self._parse, act, self._times, self._published, self._occasions, is_ahead=is_future
        )
        is_ahead = is_future or (is_coming and self._is_beside(time, candidate.word))
        if time is not None and is_nearer_ahead(time, self._published):
            is_announced = time.first > 0 and self._has_tense(time.first - 1, "imperfect")
            is_ahead = is_ahead or is_announced or not self._has_tense(act[1], "perfect")
        if time is not None and _is_spoken_of(entry, candidate, time):
            when = self._date(None, is_past=is_past, is_ahead=is_ahead)
            return when, self._date(time, is_past=False, is_ahead=True)
        return self._date(time, is_past=is_past, is_ahead=is_ahead), None

    def _is_beside(self, time: TimeExpression | None, word: int) -> bool:
        """Whether a time stands in the clause of a word."""
        clauses, chunks = self._parse.clause_of, self._parse.chunk_of
        return time is not None and clauses[chunks[time.first]] == clauses[chunks[word]]

    def _date(self, time: TimeExpression | None, *, is_past: bool, is_ahead: bool) -> When:
        span = self._reader.span(time.first, time.last) if time is not None else None
        return date_act(time, span, self._published, is_background=is_past, is_ahead=is_ahead)

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


def _stance(covering: Sequence[Marking], *, is_past: bool) -> str:
    """The stance of the nearest mark; a denial goes before all, for it denies the rest too.

    What is expected of the past ("رجح أن يكون قد نفذ") is believed.
    """
    stances = [m.stance for m in covering if m.stance is not None]
    if "denied" in stances:
        return "denied"
    stance = stances[-1] if stances else "asserted"
    return "believed" if stance == "expected" and is_past else stance
