"""Sentences with votes: whether a record of the class is made where annotators saw an event.

"yes" stands against "easy no" and "difficult no"; what is ambiguous is left out. Scored
twice: over every record of the class, and over those alone that the annotators would have
called an event (`wanted`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from waqai.evaluate.faults import Fault, show_record, why_sentence_missed
from waqai.evaluate.gold import Voted
from waqai.evaluate.measures import Table, found_row
from waqai.evaluate.parts import by_document
from waqai.evaluate.reading import Read, Reading, gold_document
from waqai.evaluate.scored import Scores
from waqai.model import Record

TABLES = (
    Table(
        "sentences",
        "a sentence is found where it has a record of the class; ambiguous ones are left out",
        (
            found_row("every record", "every"),
            found_row("records a verb tells, without marks", "wanted"),
        ),
    ),
)


def score_detection(sentences: Sequence[Voted], read: Read) -> Scores:
    """Compare the records of sentences with the annotators' votes."""
    scores = Scores(TABLES)
    for group in by_document(sentences).values():
        counts: Counter[str] = Counter()
        for sentence in group:
            is_yes = sentence.is_yes
            if is_yes is None:
                continue
            reading = read(gold_document(sentence.id, sentence.text, sentence.published))
            records = [r for r in reading.records if r.event == sentence.event]
            wanted = list(wanted_records(records, reading))
            counts[f"every.{_outcome(is_yes, bool(records))}"] += 1
            counts[f"wanted.{_outcome(is_yes, bool(wanted))}"] += 1
            if is_yes != bool(records):
                scores.faults.append(_fault(sentence, reading, records))
        scores.documents.append(counts)
    return scores


def wanted_records(records: Iterable[Record], reading: Reading) -> Iterator[Record]:
    """Those without a mark that a finite verb tells."""
    return (r for r in records if not r.aux and r.id in reading.told_by_verb)


def _outcome(is_yes: bool, is_found: bool) -> str:
    if is_yes:
        return "found" if is_found else "missed"
    return "false" if is_found else "rightly none"


def _fault(sentence: Voted, reading: Reading, records: Sequence[Record]) -> Fault:
    event, gold = sentence.event, f"{sentence.event}: {sentence.label}"
    if not records:
        check = why_sentence_missed(reading, event)
        return Fault("missed", event, sentence.id, 0, 0, reading.whole, gold, check=check)
    first = records[0]
    word = first.trigger[0]
    told = "told by a verb" if first.id in reading.told_by_verb else "told by no verb"
    found = f"{show_record(first)}, {told}"
    return Fault("false", event, sentence.id, word.start, word.end, reading.whole, gold, found)
