"""When an act happened, by the time expressions around it and the publication day.

The expression in the act's own clause counts, the nearest to the trigger first; else that
of the clause it continues or hangs under. An act without any is dated by publication, as
approximate, unless a mark of background says that it lies before: then it has no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from waqai.coding.clauses import Parse
from waqai.coding.times import TimeExpression
from waqai.dates import Published
from waqai.model import DateInfo, Span, When

BACKGROUND_DAYS = 31
"""An act that ended longer before publication is historical (codebook: over about a month)."""


def choose_time(parse: Parse, word: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that dates the act at `word`; None where the sentence names none."""
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        here = [t for t in times if parse.clause_of[parse.chunk_of[t.first]] == clause]
        if here:
            return min(here, key=lambda t: (t.days is None, _distance(t, word), t.first))
        current = parse.clauses[clause]
        clause = current.continues if current.continues is not None else current.parent
    return None


def _distance(time: TimeExpression, word: int) -> int:
    return time.first - word if time.first > word else word - time.last + 1


def date_act(
    time: TimeExpression | None,
    span: Span | None,
    published: Published | None,
    *,
    is_background: bool,
    is_ahead: bool,
) -> When:
    """The days of an act.

    Args:
        time: the expression that dates it.
        span: its words in the document.
        published: the document's publication.
        is_background: a mark says that it lies before the news.
        is_ahead: a mark says that it is still to come.
    """
    if time is not None:
        days = time.ahead if is_ahead and time.ahead else time.days
        if days is None:
            return When(DateInfo(time.granularity, "unresolved", "text", span))
        info = DateInfo(time.granularity, time.type, "text", span)
        return When(info, days[0].isoformat(), days[1].isoformat())
    if published is None or is_background:
        return When(DateInfo("day", "unresolved", "publication"))
    granularity = {"year": "year", "month": "month"}.get(published.precision, "day")
    info = DateInfo(granularity, "approximate", "publication")
    return When(info, published.first.isoformat(), published.last.isoformat())


def is_historical(when: When, published: Published | None) -> bool:
    """Whether a dated act lies clearly before the news of the day."""
    if when.last is None or published is None or when.info.basis != "text":
        return False
    return date.fromisoformat(when.last) < published.first - timedelta(days=BACKGROUND_DAYS)


def is_coming(when: When, published: Published | None) -> bool:
    """Whether a dated act lies after publication."""
    if when.first is None or published is None or when.info.basis != "text":
        return False
    return date.fromisoformat(when.first) > published.last
