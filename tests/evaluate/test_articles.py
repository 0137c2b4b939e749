"""The numbers of an article: levels, fields, marks, attribution, faults."""

from __future__ import annotations

import pytest

from waqai.evaluate.articles import score_articles
from waqai.evaluate.fields import count_attribution, count_fields, count_marks
from waqai.evaluate.measures import add_up
from waqai.evaluate.reliability import measure_reliability
from waqai.evaluate.scored import Judged
from waqai.model import Attribution, DateInfo, Place, Span, When

UNKNOWN = When(DateInfo("day", "unresolved", "text"))


def test_found_false_missed_at_both_levels(article, gold, record, read_as, make_party) -> None:
    made = article(
        gold("CONSULT", "زار", actor=[make_party("وزير الزراعة")]),
        gold("ASSAULT", "وقصف", actor=[make_party("الجيش")]),
        gold("ACCUSE", "فندد"),
        gold("ASSAULT", "بالقصف", required=False),
    )
    read = read_as(
        record("CONSULT", "زار", actors=[("وزير الزراعة",)]),
        record("ASSAULT", "وقصف", actors=[("المجلس",)]),
        record("ASSAULT", "بالقصف"),
        record("CONSULT", "والتقى"),
    )
    scores = score_articles([made], read)
    sums = add_up(scores.documents)
    assert {key: sums[key] for key in ("type.found", "type.false", "type.missed")} == {
        "type.found": 2, "type.false": 1, "type.missed": 1,
    }  # fmt: skip
    assert {key: sums[key] for key in ("dyad.found", "dyad.false", "dyad.missed")} == {
        "dyad.found": 1, "dyad.false": 2, "dyad.missed": 2,
    }  # fmt: skip
    assert [(f.kind, f.event) for f in scores.faults] == [
        ("parties", "ASSAULT"), ("missed", "ACCUSE"), ("false", "CONSULT"),
    ]  # fmt: skip
    assert [j.is_true for j in scores.judged] == [True, True, False]


def test_optional_gold_changes_nothing(article, gold, record, read_as) -> None:
    optional = gold("ASSAULT", "وقصف", required=False)
    for records in ((), (record("ASSAULT", "وقصف"),)):
        sums = add_up(score_articles([article(optional)], read_as(*records)).documents)
        assert not any(sums.get(f"type.{part}") for part in ("found", "false", "missed"))


def test_a_type_accepted_counts_under_the_type_of_gold(article, gold, record, read_as) -> None:
    made = article(gold("ASSAULT", "وقصف", event_alt=["COERCE"]))
    sums = add_up(score_articles([made], read_as(record("COERCE", "وقصف"))).documents)
    assert (sums["ASSAULT.found"], sums.get("COERCE.false")) == (1, None)


@pytest.mark.parametrize(
    ("days", "is_right"),
    [
        (("2024-05-01", "2024-05-01"), True),
        (("2024-05-01", "2024-05-02"), True),
        (("2024-05-01", "2024-05-03"), False),
        (("2024-04-30", "2024-05-01"), False),
        ((None, None), False),
    ],
)
def test_all_days_of_a_record_must_be_accepted(article, gold, record, days, is_right) -> None:
    event = article(gold("CONSULT", "زار", date=["2024-05-01", "2024-05-02"])).events[0]
    counts = count_fields(record("CONSULT", "زار", days=days), event)
    assert (counts["date.asked"], counts["date.right"]) == (1, is_right)


def test_what_gold_does_not_decide_is_not_asked(article, gold, record) -> None:
    event = article(gold("CONSULT", "زار")).events[0]
    assert not count_fields(record("CONSULT", "زار"), event)


def test_mode_place_country_and_sector(article, gold, record, make_party) -> None:
    event = article(
        gold(
            "CONSULT", "زار", mode=["visit"], mode_alt=["multilateral"],
            actor=[make_party("وزير", code="TUN", sector="GOV")],
            loc={"country": ["TUN"], "name": ["الواحة", "The Oasis"]},
        )
    ).events[0]  # fmt: skip
    text = record("CONSULT", "زار").document.text
    start = text.index("الواحة")
    oasis = Place(Span.of(text, start, start + 6), None, "Tunisia", "TUN")
    right = record(
        "CONSULT", "زار", modes=("multilateral",), place=oasis, actors=[("وزير", "TUN", "GOV")]
    )
    counts = count_fields(right, event)
    assert {key: n for key, n in counts.items() if key.endswith(".right")} == {
        "mode.right": 1, "place.right": 1, "country of the place.right": 1,
        "country.right": 1, "sector.right": 1,
    }  # fmt: skip
    wrong = count_fields(record("CONSULT", "زار", modes=("phone",)), event)
    assert sum(n for key, n in wrong.items() if key.endswith(".right")) == 0
    assert sum(n for key, n in wrong.items() if key.endswith(".asked")) == 5


def test_a_mode_is_not_asked_of_an_accepted_other_type(article, gold, record) -> None:
    event = article(gold("ASSAULT", "وقصف", event_alt=["COERCE"], mode=["aerial"])).events[0]
    assert "mode.asked" not in count_fields(record("COERCE", "وقصف"), event)


def test_marks(article, gold, record) -> None:
    event = article(gold("ASSAULT", "وقصف", aux=["historical", "negation"])).events[0]
    counts = count_marks(record("ASSAULT", "وقصف", aux=("historical", "future")), event)
    assert counts == {"historical.found": 1, "future.false": 1, "negation.missed": 1}


@pytest.mark.parametrize("event", ["AGREE", "CONCEDE", "THREATEN"])
def test_future_is_neither_asked_nor_counted_beside_what_is_to_come(
    article, gold, record, event
) -> None:
    asked = article(gold(event, "زار", aux=["future"])).events[0]
    assert not count_marks(record(event, "زار", aux=()), asked)
    unasked = article(gold(event, "زار")).events[0]
    assert not count_marks(record(event, "زار", aux=("future",)), unasked)


def test_attribution(article, gold, record) -> None:
    def count(name: str | None, accepted: list[str] | None):
        event = article(gold("ASSAULT", "وقصف", attribution=accepted)).events[0]
        text = record("ASSAULT", "وقصف").document.text
        start = text.index(name) if name else 0
        spans = [Span.of(text, start, start + len(name))] if name else []
        said = tuple(Attribution(span, "speaker", None) for span in spans)
        return count_attribution(record("ASSAULT", "وقصف", attributions=said), event)

    assert count("المجلس", ["المجلس"]) == {"attribution.found": 1}
    assert count("الوزير", ["المجلس"])["attribution.false"] == 1
    assert count("الوزير", ["المجلس"])["attribution.missed"] == 1
    assert count(None, ["المجلس"])["attribution.false"] == 0
    assert not count("المجلس", None)


def test_reliability_bins_and_error() -> None:
    judged = [Judged(0.35 + 0.15 + 0.2, True), Judged(0.72, False), Judged(1.0, True)]
    table = measure_reliability(judged)
    assert [(b.low, b.n, b.true) for b in table.bins] == [(0.7, 2, 0.5), (0.9, 1, 1.0)]
    assert table.error == pytest.approx(2 / 3 * 0.21)
    assert measure_reliability([]).error is None
