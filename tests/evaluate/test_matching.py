"""Which records stand for which gold events, by the rules of the codebook."""

from __future__ import annotations

from waqai.evaluate.matching import match, match_article
from waqai.evaluate.parties import parties_agree


def test_overlap_of_triggers_or_inside_the_span(article, gold, record) -> None:
    made = article(gold("ASSAULT", "وقصف الجيش", "وقصف الجيش قرية"))
    assert match_article([record("ASSAULT", "قصف")], made).pairs == {0: 0}
    assert match_article([record("ASSAULT", "قرية")], made).pairs == {0: 0}
    outside = match_article([record("ASSAULT", "الجسر")], made)
    assert (outside.pairs, outside.false) == ({}, (0,))


def test_a_trigger_that_reaches_beyond_the_span_is_not_inside_it(article, gold, record) -> None:
    made = article(gold("ASSAULT", "قصف", "قصف الجيش قرية الرع"))
    assert match_article([record("ASSAULT", "الرعاة")], made).pairs == {}


def test_another_type_does_not_fit_unless_it_is_accepted(article, gold, record) -> None:
    records = [record("COERCE", "قصف")]
    assert match_article(records, article(gold("ASSAULT", "قصف"))).false == (0,)
    accepted = article(gold("ASSAULT", "قصف", event_alt=["COERCE"]))
    assert match_article(records, accepted).pairs == {0: 0}


def test_one_record_finds_one_event(article, gold, record) -> None:
    span = "قصف الجيش قرية الرعاة ثم قصف الجسر"
    made = article(gold("ASSAULT", "قصف", span), gold("ASSAULT", "الجسر", span))
    assert len(match_article([record("ASSAULT", "قصف")], made).pairs) == 1
    both = [record("ASSAULT", "قصف"), record("ASSAULT", "قصف", nth=1)]
    assert len(match_article(both, made).pairs) == 2


def test_as_many_events_as_can_be_found_are() -> None:
    """A greedy pairing of 0 with 0 would leave 1 and 2 without a record."""
    found = match([0, 1, 2], {0: [0, 1, 2], 1: [0], 2: [0, 1]})
    assert found == {0: 2, 1: 0, 2: 1}


def test_required_events_come_before_optional_ones(article, gold, record) -> None:
    span = "قصف الجيش قرية الرعاة ثم قصف الجسر"
    made = article(gold("ASSAULT", "قصف", span, required=False), gold("ASSAULT", "الجسر", span))
    assert match_article([record("ASSAULT", "قصف")], made).pairs == {1: 0}


def test_what_fits_optional_gold_or_repeats_a_find_is_not_false(article, gold, record) -> None:
    made = article(
        gold("ASSAULT", "وقصف", "وقصف الجيش قرية الرعاة ثم قصف الجسر"),
        gold("ACCUSE", "فندد", required=False),
    )
    records = [
        record("ASSAULT", "قصف"),
        record("ASSAULT", "قصف", nth=1),
        record("ACCUSE", "فندد"),
        record("CONSULT", "زار"),
    ]
    assert match_article(records, made).false == (3,)


def test_parties_share_words_or_else_a_code(article, gold, record, make_party) -> None:
    def agrees(record_actors: list[tuple[str, ...]], *accepted: dict) -> bool:
        made = article(gold("ASSAULT", "قصف", actor=list(accepted)))
        return parties_agree(record("ASSAULT", "قصف", actors=record_actors), made.events[0])

    army = make_party("الجيش", code="TUN")
    assert agrees([("الجيش",)], army)
    assert agrees([("الجيش قرية", "LBY")], army), "longer words that hold an accepted text"
    assert agrees([("المجلس", "TUN")], army), "no text is shared, a code is"
    assert not agrees([("المجلس", "LBY")], army)
    assert not agrees([], army)
    assert agrees(
        [],
    ), "an empty slot of gold asks nothing"


def test_order_is_free_only_where_gold_is_symmetric(article, gold, record, make_party) -> None:
    sides = {"actor": [make_party("الوزير")], "recipient": [make_party("نظيره")]}
    turned = record("CONSULT", "والتقى", actors=[("نظيره",)], recipients=[("الوزير",)])
    plain = article(gold("CONSULT", "والتقى", **sides)).events[0]
    either = article(gold("CONSULT", "والتقى", symmetric=True, **sides)).events[0]
    assert not parties_agree(turned, plain)
    assert parties_agree(turned, either)


def test_the_pairing_with_most_agreeing_parties_is_taken(article, gold, record, make_party) -> None:
    span = "قصف الجيش قرية الرعاة ثم قصف الجسر"
    village = gold("ASSAULT", "قرية", span, recipient=[make_party("قرية الرعاة")])
    bridge = gold("ASSAULT", "الجسر", span, recipient=[make_party("الجسر")])
    records = [
        record("ASSAULT", "قصف", recipients=[("الجسر",)]),
        record("ASSAULT", "قصف", nth=1, recipients=[("قرية الرعاة",)]),
    ]
    found = match_article(records, article(village, bridge))
    assert (found.pairs, found.with_parties) == ({0: 1, 1: 0}, frozenset({0, 1}))
