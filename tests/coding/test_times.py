"""Time expressions against a publication day: what they mean, and what must not resolve."""

from __future__ import annotations

import pytest

from waqai.coding.time_expression import TimeExpression
from waqai.coding.times import find_times
from waqai.dates import Published
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

FRIDAY = "2025-04-04"
DATED = [
    ("اليوم الجمعة", "2025-04-04", "2025-04-04"),
    ("أمس", "2025-04-03", "2025-04-03"),
    ("أول أمس", "2025-04-02", "2025-04-02"),
    ("أمس الأول", "2025-04-02", "2025-04-02"),
    ("مساء أمس الخميس", "2025-04-03", "2025-04-03"),
    ("الأربعاء", "2025-04-02", "2025-04-02"),
    ("يوم الأحد", "2025-03-30", "2025-03-30"),
    ("الجمعة الماضي", "2025-03-28", "2025-03-28"),
    ("الأحد المقبل", "2025-04-06", "2025-04-06"),
    ("4 أكتوبر 2024", "2024-10-04", "2024-10-04"),
    ("الثلاثاء 1 أبريل 2025", "2025-04-01", "2025-04-01"),
    ("27 نوفمبر/تشرين الثاني 2019", "2019-11-27", "2019-11-27"),
    ("12 سبتمبر الماضي", "2024-09-12", "2024-09-12"),
    ("أكتوبر/تشرين الأول الماضي", "2024-10-01", "2024-10-31"),
    ("شهر مارس الماضي", "2025-03-01", "2025-03-31"),
    ("14 جانفي 2011", "2011-01-14", "2011-01-14"),
    ("العام الماضي", "2024-01-01", "2024-12-31"),
    ("الشهر الماضي", "2025-03-01", "2025-03-31"),
    ("الأسبوع الماضي", "2025-03-24", "2025-03-30"),
    ("عام 2020", "2020-01-01", "2020-12-31"),
    ("في 2011", "2011-01-01", "2011-12-31"),
    ("قبل ثلاثة أيام", "2025-04-01", "2025-04-01"),
    ("قبل شهرين", "2025-02-04", "2025-02-04"),
    ("٤ أبريل ٢٠١٩", "2019-04-04", "2019-04-04"),
    ("23/10/2020", "2020-10-23", "2020-10-23"),
    ("غدا", "2025-04-05", "2025-04-05"),
]
UNRESOLVED = [
    "قبل 100 ألف سنة",
    "منذ 3000 عام",
    "خلال الفترة الماضية",
    "قبل سنوات",
    "السنوات الأخيرة",
]
NO_TIME = ["مارس ضغوطا", "ثلاثة جنود", "صحيفة الأهرام", "القرن", "جوان محمد", "3.5 مليون"]


def read(text: str, published: str | None = FRIDAY) -> tuple[TimeExpression, ...]:
    view = make_view(text)
    day = Published.parse(published) if published else None
    return find_times(tokenize(view, 0, len(text)), day)


@pytest.mark.parametrize(("text", "first", "last"), DATED)
def test_dated(text: str, first: str, last: str) -> None:
    found = [time for time in read(text) if time.days]
    assert found, text
    days = found[0].days
    assert days is not None
    assert (days[0].isoformat(), days[1].isoformat()) == (first, last)


@pytest.mark.parametrize("text", UNRESOLVED)
def test_vague_times_stay_unresolved(text: str) -> None:
    found = read(text)
    assert found
    assert all(time.days is None and time.type == "unresolved" for time in found)


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ["أمس", "الجمعة", "العام الماضي", "أكتوبر الماضي", "اليوم"])
def test_without_a_publication_day_nothing_is_worked_out(text: str) -> None:
    assert [time.days for time in read(text, published=None)] == [None]


def test_a_coming_weekday_is_the_next_one() -> None:
    ahead = read("الاثنين")[0].ahead
    assert ahead is not None
    assert ahead[0].isoformat() == "2025-04-07"


def test_a_month_of_publication_gives_no_day() -> None:
    assert read("أمس", published="2025-04")[0].days is None
