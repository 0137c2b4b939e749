"""When an act happened, by the time expressions around it and the publication day.

The expression in the act's own clause counts, the nearest to the trigger first; else that
of the clause it continues or hangs under. An act without any is dated by publication, as
approximate, unless a mark of background says that it lies before: then it has no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from waqai.coding.background import is_aside, is_ground
from waqai.coding.clauses import Parse
from waqai.coding.contexts import is_run_of_headings
from waqai.coding.other_times import clause_of_time, is_beside_noun, is_of_other
from waqai.coding.time_expression import TimeExpression
from waqai.dates import Published
from waqai.model import DateInfo, Span, When

BACKGROUND_DAYS = 31
"""An act that ended longer before publication is historical (codebook: over about a month)."""
_WINDOW_OF_HEADINGS = 8
"""Words around an act that may date it in a run of headings, whose next one is about something
else (as for contexts)."""
_LONG_PAST_DAYS, _SOON_DAYS = 270, 90
"""A date without a year that is further back than the first and less far off than the second
lies ahead, unless a perfect tells the act."""
_OWN_WORDS = 4
"""Words after the phrase of an act within which a time is its own, where the rest of the
clause tells something else: "ردا على هجوم على القاعدة يوم الأحد"."""
_WHEN = frozenset({"عندما", "حينما", "حين", "لما"})


def choose_time(
    parse: Parse,
    candidate: tuple[int, int],
    times: Sequence[TimeExpression],
    published: Published | None = None,
    occasions: frozenset[str] = frozenset(),
    *,
    is_ahead: bool = False,
) -> TimeExpression | None:
    """The expression that dates an act; None where the sentence names none.

    In a clause the nearest one counts, after it a beginning ("غياب منذ 2016"); never one of
    another thing ("دفعة عام 2023", "القرار الصادر أمس") nor a limit ("قبل نهاية الشهر"). A
    clause of its own may date the occasion of the act: "في صفقة تمت قبل عشر سنوات". What a
    relative clause tells aside takes no time from outside it.

    Args:
        parse: the sentence.
        candidate: the act's word, and the verb that carries it or the word again.
        times: the time expressions of the sentence.
        published: the document's publication.
        occasions: nouns of what an act may happen at.
        is_ahead: the act is still to come, so that a term ("بعد يومين") dates it.
    """
    word, carrier = candidate
    usable = [time for each in times if (time := _usable(each, is_ahead=is_ahead)) is not None]
    own = _of_own_relative(parse, word, usable)
    if own is not None:
        return own
    if is_run_of_headings(parse.tags):
        usable = [time for time in usable if _distance(time, word) <= _WINDOW_OF_HEADINGS]
    if word == carrier and is_ground(parse, word):
        end = parse.chunks[parse.chunk_of[word]].last
        return next((t for t in usable if end <= t.first <= end + _OWN_WORDS), None)
    clause: int | None = parse.clause_of[parse.chunk_of[word]]
    while clause is not None:
        here = [t for t in usable if _is_in(parse, t, clause) and not is_of_other(parse, t, word)]
        if here:
            best = min(here, key=lambda t: _order(parse, t, word))
            return _as_told(parse, best, carrier)
        if is_aside(parse, carrier) and parse.clause_of[parse.chunk_of[carrier]] == clause:
            return _after_comma(parse, clause, usable)
        at_that_time = _before_when(parse, clause, usable)
        if at_that_time is not None:
            return at_that_time
        occasion = _of_occasion(parse, clause, _ended(usable, published), occasions)
        if occasion is not None:
            return occasion
        current = parse.clauses[clause]
        clause = current.continues if current.continues is not None else current.parent
    return None


def _usable(time: TimeExpression, *, is_ahead: bool) -> TimeExpression | None:
    """The time as it dates an act; None for a limit, but for a term of what lies ahead."""
    if time.is_name:
        return None
    if not time.is_limit:
        return time
    is_term = is_ahead and time.days is None and time.ahead is not None
    return replace(time, days=time.ahead, is_limit=False) if is_term else None


def _of_own_relative(
    parse: Parse, word: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """ "الهجوم الذي شنه عام 1991": the time in what is told of the act itself."""
    k = parse.chunk_of[word]
    if parse.chunks[k].kind != "phrase":
        return None
    for time in times:
        clause = parse.clauses[clause_of_time(parse, time)]
        if clause.kind == "relative" and clause.antecedent == k and time.days is not None:
            return time
    return None


def _is_in(parse: Parse, time: TimeExpression, clause: int) -> bool:
    return clause_of_time(parse, time) == clause


def _after_comma(
    parse: Parse, clause: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """ "الهجمات التي ضربت باريس، في نوفمبر 2016، والتي …": a month or a year set off after it."""
    for time in times:
        at = time.first - 1
        at -= 1 if at > 0 and parse.tags[at].token.norm in ("في", "خلال") else 0
        is_set_off = at > 0 and parse.tags[at].token.text in "،,"
        is_set_off = is_set_off and parse.clause_of[parse.chunk_of[at - 1]] == clause
        if is_set_off and time.granularity != "day":
            return time
    return None


def _before_when(
    parse: Parse, clause: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """ "تدخلوا الأسبوع الماضي عندما طعن مهاجمون": the time right before "when" is that of both."""
    members = parse.members(clause)
    opens_at = parse.chunks[members[0]].first if members else 0
    if not members or parse.tags[opens_at].token.norm not in _WHEN:
        return None
    return next((time for time in times if time.last == opens_at), None)


def _order(parse: Parse, time: TimeExpression, word: int) -> tuple[bool, bool, int, int]:
    is_aside = time.is_since or is_beside_noun(parse, time, word)
    return (time.days is None, is_aside, _distance(time, word), time.first)


def _as_told(parse: Parse, time: TimeExpression, carrier: int) -> TimeExpression:
    """ "قام منذ 14 جويلية بإجراءات": what a perfect tells was done on the day itself."""
    tag = parse.tags[carrier]
    is_perfect = tag.tag == "verb" and all(form.tense == "perfect" for form in tag.forms)
    if not (time.is_since and time.granularity == "day" and is_perfect and time.days):
        return time
    day = (time.days[0], time.days[0])
    return replace(time, days=day, ahead=day, type="exact")


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
        under = parse.clauses[clause_of_time(parse, time)]
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


def is_nearer_ahead(time: TimeExpression, published: Published | None) -> bool:
    """Whether a day of some month without its year is surely of what comes.

    "قررت الهيئة اعتصامات يوم 20 فيفري" of 4 February: not those of a year ago.
    """
    if published is None or time.granularity != "day":
        return False
    if time.days is None or time.ahead is None or time.is_since or time.days == time.ahead:
        return False
    is_long_past = (published.first - time.days[1]).days > _LONG_PAST_DAYS
    return is_long_past and (time.ahead[0] - published.last).days < _SOON_DAYS


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
