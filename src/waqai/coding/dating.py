"""When an act happened, by the time expressions around it and the publication day.

The expression in the act's own clause counts, the nearest to the trigger first; else that
of the clause it continues or hangs under. An act without any is dated by publication, as
approximate, unless a mark of background says that it lies before: then it has no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from waqai.coding.clauses import Parse
from waqai.coding.times import TimeExpression
from waqai.dates import Published
from waqai.model import DateInfo, Span, When

BACKGROUND_DAYS = 31
"""An act that ended longer before publication is historical (codebook: over about a month)."""


_PLANNED = frozenset({"مقرر", "مقرره", "مرتقب", "مرتقبه", "منتظر", "منتظره", "مزمع", "مزمعه"})


def choose_time(
    parse: Parse,
    word: int,
    times: Sequence[TimeExpression],
    published: Published | None = None,
    occasions: frozenset[str] = frozenset(),
) -> TimeExpression | None:
    """The expression that dates the act at `word`; None where the sentence names none.

    In a clause the nearest one counts, after it those of other things: the year of a noun
    ("دفعة عام 2023") and a beginning ("غياب منذ 2016"). A clause of its own may date the
    occasion of the act: "في صفقة تمت قبل عشر سنوات".
    """
    own = _of_own_relative(parse, word, times)
    if own is not None:
        return own
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        here = [t for t in times if _is_in(parse, t, clause) and not _is_of_plan(parse, t, word)]
        if here:
            best = min(here, key=lambda t: _order(parse, t, word))
            return _since(best, published) if _is_since(parse, best) else best
        occasion = _of_occasion(parse, clause, _ended(times, published), occasions)
        if occasion is not None:
            return occasion
        current = parse.clauses[clause]
        clause = current.continues if current.continues is not None else current.parent
    return None


def _of_own_relative(
    parse: Parse, word: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """ "الهجوم الذي شنه عام 1991": the time in what is told of the act itself."""
    k = parse.chunk_of[word]
    if parse.chunks[k].kind != "phrase":
        return None
    for time in times:
        clause = parse.clauses[parse.clause_of[parse.chunk_of[time.first]]]
        if clause.kind == "relative" and clause.antecedent == k and time.days is not None:
            return time
    return None


def _is_in(parse: Parse, time: TimeExpression, clause: int) -> bool:
    return parse.clause_of[parse.chunk_of[time.first]] == clause


def _is_of_plan(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "قبل تعديل وزاري مرتقب الأسبوع المقبل": the day of what is planned, not of the act."""
    if time.first == 0:
        return False
    before = parse.tags[time.first - 1]
    is_plan = before.reading.stem in _PLANNED and before.tag != "verb"
    return is_plan and parse.chunk_of[time.first - 1] != parse.chunk_of[word]


def _order(parse: Parse, time: TimeExpression, word: int) -> tuple[bool, bool, int, int]:
    is_aside = _is_of_noun(parse, time, word) or _is_since(parse, time)
    return (time.days is None, is_aside, _distance(time, word), time.first)


def _is_of_noun(parse: Parse, time: TimeExpression, word: int) -> bool:
    """ "دفعة عام 2023", "اتفاقية 1954": a year in the phrase of a noun other than the act's."""
    if time.granularity != "year" or time.first == 0:
        return False
    before = parse.tags[time.first - 1]
    if before.tag != "noun" or before.is_definite:
        return False
    return parse.chunk_of[time.first - 1] != parse.chunk_of[word]


def _is_since(parse: Parse, time: TimeExpression) -> bool:
    """ "منذ 2016": where a state began, whose act is dated by other words if there are any."""
    norms = [parse.tags[i].token.norm for i in (time.first - 1, time.first) if i >= 0]
    return any(norm in ("منذ", "ومنذ") for norm in norms)


def _since(time: TimeExpression, published: Published | None) -> TimeExpression:
    """From then up to publication."""
    if time.days is None or published is None or time.days[0] > published.last:
        return time
    if time.granularity not in ("year", "month"):
        return time  # "قام منذ 14 جويلية بإجراءات": a day is when it was done
    days = (time.days[0], published.last)
    return replace(time, days=days, ahead=days, type="range")


def _ended(
    times: Sequence[TimeExpression], published: Published | None
) -> tuple[TimeExpression, ...]:
    """The times that lie before publication."""
    if published is None:
        return ()
    return tuple(t for t in times if t.days is not None and t.days[1] < published.first)


def _of_occasion(
    parse: Parse, clause: int, times: Sequence[TimeExpression], occasions: frozenset[str]
) -> TimeExpression | None:
    """The time of a relative clause on the occasion of the act ("في مؤتمر استضافته قبل عام")."""
    for time in times:
        under = parse.clauses[parse.clause_of[parse.chunk_of[time.first]]]
        if under.kind != "relative" or under.parent != clause or under.antecedent is None:
            continue
        occasion = parse.chunks[under.antecedent]
        if time.days is None or occasion.prep not in ("في", "خلال", "ضمن", "اثناء"):
            continue
        if parse.tags[occasion.start].reading.stem in occasions:
            return time
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
