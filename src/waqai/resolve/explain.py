"""The explanation of a document: every hop printed, sentence by sentence.

For each sentence: its words with clitics and what each was taken for, its phrases and
clauses, times, marks and sayings, the triggers that fired and those passed over with the
check that stopped them, and the records they became; for each party everybody who may be
meant, with the points for and against him.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.coding.attribution import Saying
from waqai.coding.clauses import Parse
from waqai.coding.domains import Domain
from waqai.coding.draft import SentenceReading
from waqai.coding.marks import Marking
from waqai.coding.tagging import Tagged
from waqai.coding.triggers import Candidate
from waqai.model import Document, Entity, Record, Span
from waqai.resolve.candidates import Resolution
from waqai.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Explanation:
    """All hops of one document."""

    document: Document
    readings: tuple[SentenceReading, ...]
    tokens: tuple[tuple[Token, ...], ...]
    """Tokens of each sentence."""
    records: tuple[Record, ...]
    decisions: Mapping[str, Mapping[Span, Resolution]]
    """Record id to how it was decided who each party is, by the words cited."""
    domain: Domain | None = None

    def render(self) -> str:
        """Plain text, one block for each sentence, ending with a line end."""
        document = self.document
        published = document.published.text if document.published else "unknown"
        lines = [
            f"document {document.id}, published {published}, outlet {document.outlet or 'unknown'}",
            *(f"note: {note}" for note in document.notes),
            *([f"domain: {self.domain}"] if self.domain else []),
        ]
        for reading, tokens in zip(self.readings, self.tokens, strict=True):
            lines += ["", *_sentence(reading, tokens)]
            mine = [r for r in self.records if r.sentence.index == reading.sentence.index]
            lines += [f"  records: {len(mine)}"]
            for record in mine:
                decisions = self.decisions.get(record.id, {})
                lines += [f"    {line}" for line in _record(record, decisions)]
        return "\n".join(lines) + "\n"


def _sentence(reading: SentenceReading, tokens: Sequence[Token]) -> Iterator[str]:
    span = reading.sentence.span
    yield f"sentence {reading.sentence.index} [{span.start}, {span.end})"
    yield f"  {span.text}"
    parse = reading.parse
    if parse is None:
        yield f"  words: {len(tokens)}, none of which can name an act"
        return
    yield "  words:"
    for i, tag in enumerate(parse.tags):
        yield f"    {i:>3} {tag.token.text}  {_word(tag)}"
    yield "  phrases:"
    yield from _phrases(parse)
    for title, items in (
        ("times", [_time(parse, t.first, t.last, str(t.days or t.type)) for t in reading.times]),
        ("marks", [_mark(parse, m) for m in reading.markings]),
        ("sayings", [_saying(parse, s) for s in reading.sayings]),
        ("fired", [_candidate(parse, d.entry, d.trigger[0].text) for d in reading.drafts]),
        ("passed over", [_passed(parse, p.candidate, p.check) for p in reading.passed]),
    ):
        yield f"  {title}:" + ("" if items else " none")
        yield from (f"    {item}" for item in items)


def _words(parse: Parse, first: int, last: int) -> str:
    return " ".join(tag.token.text for tag in parse.tags[first:last])


def _word(tag: Tagged) -> str:
    reading = tag.reading
    parts = [reading.conj, reading.prep, "س" if reading.future else ""]
    parts += ["ال" if reading.article else "", reading.stem, reading.pronoun]
    clitics = "+".join(part for part in parts if part)
    entries = sorted({form.entry for form in tag.forms})
    names = [f"{use.kind} {use.id}" for use in tag.name.uses] if tag.name else []
    return f"{tag.tag}  {clitics}  {', '.join((*names, *entries))}".rstrip()


def _phrases(parse: Parse) -> Iterator[str]:
    for k, chunk in enumerate(parse.chunks):
        if chunk.kind == "punct":
            continue
        clause = parse.clauses[parse.clause_of[k]]
        prep = f" after {chunk.prep}" if chunk.prep else ""
        extra = " joined" if chunk.is_coordinated else ""
        extra += " apposition" if chunk.is_apposition else ""
        yield (
            f"    {chunk.kind}{prep}{extra} [{_words(parse, chunk.first, chunk.last)}] "
            f"clause {clause.index} {clause.kind}"
        )


def _time(parse: Parse, first: int, last: int, days: str) -> str:
    return f"[{_words(parse, first, last)}] {days}"


def _mark(parse: Parse, marking: Marking) -> str:
    what = "intention" if marking.intention else marking.mark
    stance = f", stance {marking.stance}" if marking.stance else ""
    words, reach = _words(parse, marking.first, marking.last), _words(parse, *marking.reach)
    return f"[{words}] {what}{stance} ({marking.rule}) over [{reach}]"


def _saying(parse: Parse, saying: Saying) -> str:
    source = (
        _words(parse, saying.source.first, saying.source.last)
        if saying.source
        else "the last source"
    )
    words = _words(parse, saying.word, saying.word + saying.n_words)
    return f"[{words}] by [{source}], stance {saying.stance} ({saying.rule})"


def _candidate(parse: Parse, entry: str, word: str) -> str:
    return f"[{word}] {entry}"


def _passed(parse: Parse, candidate: Candidate, check: str) -> str:
    return f"[{parse.tags[candidate.word].token.text}] {candidate.entry}: {check}"


def _record(record: Record, decisions: Mapping[Span, Resolution]) -> Iterator[str]:
    modes = f" {', '.join(record.modes)}" if record.modes else ""
    yield f"{record.event}{modes} by {record.rule}, confidence {record.confidence:.2f}"
    yield f"  words: {' … '.join(span.text for span in record.trigger)}"
    for role, entities in (("actor", record.actors), ("recipient", record.recipients)):
        for entity in entities:
            yield f"  {role}: {_entity(entity)}"
            yield from _decision(decisions.get(entity.span))
    when = record.when
    days = when.first if when.first == when.last else f"{when.first} to {when.last}"
    yield f"  date: {days if when.first else 'unknown'} ({when.info.type}, {when.info.basis})"
    if record.place is not None:
        place = record.place
        yield f"  place: {place.span.text} -> {place.resolved_place}, {place.country_code}"
    marks = ", ".join(record.aux) or "none"
    contexts = ", ".join(record.contexts) or "none"
    yield f"  stance: {record.stance}; marks: {marks}; contexts: {contexts}"
    for said in record.attributions:
        yield f"  says so: {said.span.text} ({said.role}, {said.verb}) -> {_who(said.identity)}"
        yield from _decision(decisions.get(said.span))
    yield from (f"  wants: {i.span.text} ({i.verb})" for i in record.interests)


def _entity(entity: Entity) -> str:
    mention = f" as [{entity.mention.text}]" if entity.mention else ""
    latin = f" ({entity.identifier_text})" if entity.identifier_text else ""
    office = f", {entity.office}" if entity.office else ""
    who = f"{_who(entity.identity)}{latin}{office}"
    return f"[{entity.span.text}]{mention} {entity.code} {entity.sector} -> {who}"


def _who(identity: str | None) -> str:
    return identity or "nobody known"


def _decision(resolution: Resolution | None) -> Iterator[str]:
    """The decision with its candidates, where there were any or somebody is new."""
    if resolution is None or (not resolution.candidates and resolution.decision != "new"):
        return
    shown = "; ".join(
        f"{c.identity} {c.points:+.1f} ({', '.join(map(str, c.features))})"
        for c in resolution.candidates
    )
    yield f"    {resolution.decision}: {shown or 'nobody of the name is known'}"
