"""Sentences with marked words: source and target against our actor and recipient.

The prediction is the record of the sentence's class whose trigger shares most words with a
verb that an annotator marked; among equals, the first in the text. Its entities give two
bags of words, of the spans that say who they are and of their words at the act; the one
nearer to gold counts. F1 is taken against each annotator who marked words, the best counts,
and the mean goes over the sentences in which most annotators marked some. Without a record
or an entity F1 is 0. Country and sector are right where an entity has one that an annotator
gave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from waqai.evaluate.faults import Fault, show_record, why_sentence_missed
from waqai.evaluate.gold import Annotation, Marked, Role
from waqai.evaluate.measures import Table, mean_row, share_row
from waqai.evaluate.parts import by_document
from waqai.evaluate.reading import Read, Reading, gold_document
from waqai.evaluate.scored import Scores
from waqai.evaluate.words import word_f1, words_of
from waqai.model import Entity, Record, Span
from waqai.text.tokens import Token, tokenize
from waqai.text.view import make_view

LEAST_F1 = 0.5
"""What lies below is listed as a fault."""

TABLES = (
    Table(
        "words",
        "mean word F1 over sentences in which most annotators marked the side, best annotator",
        (mean_row("source", "source", "word F1"), mean_row("target", "target", "word F1")),
    ),
    Table(
        "codes",
        "over sides for which an annotator gave one",
        tuple(
            share_row(f"{code} of the {side}", f"{side} {code}")
            for side in ("source", "target")
            for code in ("country", "sector")
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Side:
    """A side in gold and in records."""

    name: str
    most: Callable[[Marked], str]
    words: Callable[[Annotation], list[str]]
    role: Callable[[Annotation], Role]
    entities: Callable[[Record], tuple[Entity, ...]]


_SIDES = (
    _Side(
        "source",
        lambda sentence: sentence.source_gold,
        lambda annotation: annotation.source_actor,
        lambda annotation: annotation.source_role,
        lambda record: record.actors,
    ),
    _Side(
        "target",
        lambda sentence: sentence.target_gold,
        lambda annotation: annotation.target_actor,
        lambda annotation: annotation.target_role,
        lambda record: record.recipients,
    ),
)


def score_spans(sentences: Sequence[Marked], read: Read) -> Scores:
    """Compare the sides of records with the words that annotators marked."""
    scores = Scores(TABLES)
    for group in by_document(sentences).values():
        counts: Counter[str] = Counter()
        for sentence in group:
            reading = read(gold_document(sentence.id, sentence.text, sentence.published))
            record = best_record(sentence, reading)
            for side in _SIDES:
                entities = () if record is None else side.entities(record)
                _count_codes(counts, side, sentence, entities)
                if not side.most(sentence).strip():
                    continue
                score = side_f1(entities, map(side.words, sentence.annotations), sentence.text)
                counts[f"{side.name}.asked"] += 1
                counts[f"{side.name}.sum"] += score  # type: ignore[assignment]  # a Counter adds floats as well
                if score < LEAST_F1:
                    scores.faults.append(_fault(side, sentence, reading, record))
        scores.documents.append(counts)
    return scores


def best_record(sentence: Marked, reading: Reading) -> Record | None:
    """The record of the class that stands for what annotators marked; None without one."""
    tokens = _tokens(sentence.text)
    verbs = [words_of(" ".join(a.verb)) for a in sentence.annotations if a.verb]

    def n_shared(record: Record) -> int:
        words = Counter(_words_in(record.trigger, tokens))
        return max(((words & Counter(verb)).total() for verb in verbs), default=0)

    records = [record for record in reading.records if record.event == sentence.event]
    return max(records, key=n_shared, default=None)


def side_f1(entities: Sequence[Entity], marked: Iterable[Sequence[str]], text: str) -> float:
    """The best word F1 of a record's side over annotators and over the two bags."""
    tokens = _tokens(text)
    spans = [entity.span for entity in entities]
    mentions = [entity.mention or entity.span for entity in entities]
    bags = [_words_in(spans, tokens), _words_in(mentions, tokens)]
    golds = [words for words in (words_of(" ".join(one)) for one in marked) if words]
    return max((word_f1(bag, gold) for bag in bags for gold in golds), default=0.0)


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(t for t in tokenize(make_view(text), 0, len(text)) if t.kind != "punct")


def _words_in(spans: Sequence[Span], tokens: Sequence[Token]) -> list[str]:
    """The whole words that spans touch, each once: annotators marked whole words."""
    return [t.norm for t in tokens if any(s.start < t.end and t.start < s.end for s in spans)]


def _count_codes(
    counts: Counter[str], side: _Side, sentence: Marked, entities: Sequence[Entity]
) -> None:
    roles = [side.role(annotation) for annotation in sentence.annotations]
    for name, gold, found in (
        ("country", {role.country for role in roles}, {e.code for e in entities}),
        ("sector", {role.sector for role in roles}, {e.sector for e in entities}),
    ):
        accepted = gold - {None}
        if accepted:
            counts[f"{side.name} {name}.asked"] += 1
            counts[f"{side.name} {name}.right"] += bool(accepted & found)


def _fault(side: _Side, sentence: Marked, reading: Reading, record: Record | None) -> Fault:
    gold = " | ".join(" ".join(side.words(a)) or "nobody" for a in sentence.annotations)
    if record is None:
        check = why_sentence_missed(reading, sentence.event)
        return Fault(
            side.name, sentence.event, sentence.id, 0, 0, reading.whole, gold, check=check
        )  # fmt: skip
    word, found = record.trigger[0], show_record(record)
    return Fault(
        side.name, sentence.event, sentence.id, word.start, word.end, reading.whole, gold, found
    )  # fmt: skip
