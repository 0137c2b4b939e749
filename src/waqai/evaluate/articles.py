"""Articles: records against annotated events.

At the type level an event is found where a record stands for it (`matching`), at the dyad
level where its sides agree as well; both have the same denominators: required events, and
records that found one or are false. Fields are asked of the found. Titles are not scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from waqai.evaluate.faults import Fault, show_event, show_record, why_missed
from waqai.evaluate.fields import SHARES, count_attribution, count_fields, count_marks
from waqai.evaluate.gold import EVENTS, Article
from waqai.evaluate.matching import Match, match_article
from waqai.evaluate.measures import Table, found_row, share_row
from waqai.evaluate.reading import Read, Reading, gold_document
from waqai.evaluate.scored import Judged, Scores
from waqai.model import MARKS, Record

TABLES = (
    Table(
        "events",
        "required gold events; optional gold and repeats of gold neither reward nor cost",
        (
            found_row("type level", "type"),
            found_row("dyad level", "dyad"),
            *(found_row(event, event) for event in EVENTS),
        ),
    ),
    Table(
        "fields",
        "over required events found at the type level, where gold decides the field",
        tuple(share_row(name, name) for name in SHARES),
    ),
    Table(
        "marks",
        "over found events, optional ones too; future is not asked beside AGREE, CONCEDE, THREATEN",
        tuple(found_row(mark, mark) for mark in MARKS),
    ),
    Table(
        "attribution",
        "over found required events whose gold names who says so",
        (found_row("attribution", "attribution"),),
    ),
)


def score_articles(articles: Iterable[Article], read: Read) -> Scores:
    """Compare the records of articles with their gold.

    Args:
        articles: each a document of its own.
        read: codes them.
    """
    scores = Scores(TABLES)
    for article in articles:
        reading = read(
            gold_document(
                article.doc,
                article.text,
                article.published,
                outlet=article.outlet,
                title=article.title,
            )
        )
        match = match_article(reading.records, article)
        scores.documents.append(_count(reading.records, article, match))
        scores.faults += sorted(_faults(reading, article, match), key=lambda fault: fault.start)
        scores.judged += _judged(reading.records, article, match)
    return scores


def _count(records: Sequence[Record], article: Article, match: Match) -> Counter[str]:
    counts: Counter[str] = Counter()
    for i, event in enumerate(article.events):
        record = records[match.pairs[i]] if i in match.pairs else None
        if record is not None:
            counts += count_marks(record, event)
        if not event.required:
            continue
        if record is not None:
            counts += count_fields(record, event) + count_attribution(record, event)
        part = "missed" if record is None else "found"
        counts[f"type.{part}"] += 1
        counts[f"{event.event}.{part}"] += 1
        counts["dyad.found" if i in match.with_parties else "dyad.missed"] += 1
    for k in match.false:
        counts["type.false"] += 1
        counts[f"{records[k].event}.false"] += 1
    counts["dyad.false"] = counts["type.found"] + counts["type.false"] - counts["dyad.found"]
    return counts


def _judged(records: Sequence[Record], article: Article, match: Match) -> Iterator[Judged]:
    for i, k in match.pairs.items():
        if article.events[i].required:
            yield Judged(records[k].confidence, is_true=True)
    yield from (Judged(records[k].confidence, is_true=False) for k in match.false)


def _faults(reading: Reading, article: Article, match: Match) -> Iterator[Fault]:
    records = reading.records
    for i, event in enumerate(article.events):
        if not event.required or i in match.with_parties:
            continue
        start, end = article.trigger_span(event)
        kind, found, check = "parties", "", ""
        if i in match.pairs:
            found = show_record(records[match.pairs[i]])
        else:
            kind = "missed"
            check = why_missed(reading, event.types, (event.span[0], event.span[1]), start)
        sentence, gold = reading.sentence_at(start), show_event(event)
        yield Fault(
            kind, event.event, article.doc, start, end, sentence, gold, found, check
        )  # fmt: skip
    for k in match.false:
        record, word = records[k], records[k].trigger[0]
        sentence, found = reading.sentence_at(word.start), show_record(record)
        yield Fault(
            "false", record.event, article.doc, word.start, word.end, sentence, "", found
        )  # fmt: skip
