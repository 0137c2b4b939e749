"""Sentences read beforehand against what is coded of them."""

import json
from pathlib import Path

import pytest
from tools.draw_sentences import draw, sentences
from tools.score_recall import READINGS, Reading, read, score

DOCUMENT = {
    "id": "one",
    "text": "زار وزير الدفاع طرابلس أمس الخميس. قصير جدا. ثم التقى رئيس الأركان الليبي هناك.",
}


def test_sentences_that_are_too_short_are_not_drawn() -> None:
    found = list(sentences(DOCUMENT))
    assert [drawn.text[:3] for drawn in found] == ["زار", "ثم "]
    assert all(DOCUMENT["text"][d.start : d.end] == d.text for d in found)


def test_the_order_hangs_on_the_seed_alone() -> None:
    pool = list(sentences(DOCUMENT)) * 10
    assert draw(pool, 1) == draw(pool, 1)
    assert draw(pool, 1) != draw(pool, 2)


def test_an_act_is_found_by_any_type_that_may_be_given_to_it() -> None:
    reading = Reading("one", 0, 40, (frozenset({"CONSULT"}), frozenset({"PROTEST", "THREATEN"})))
    assert score([reading], {"one": [(3, "THREATEN")]}) == (1, 1, 1, 2)
    assert score([reading], {"one": [(3, "THREATEN"), (9, "CONSULT")]}) == (1, 1, 2, 2)


def test_a_record_outside_the_sentence_finds_nothing() -> None:
    reading = Reading("one", 10, 40, (frozenset({"CONSULT"}),))
    assert score([reading], {"one": [(9, "CONSULT"), (40, "CONSULT")]}) == (0, 1, 0, 1)


def test_the_parts_are_every_other_line(tmp_path: Path) -> None:
    path = tmp_path / "recall.jsonl"
    rows = [{"document": str(i), "start": 0, "end": 9, "acts": [["AID"]]} for i in range(1, 5)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert [r.document for r in read(path, "odd")] == ["1", "3"]
    assert [r.document for r in read(path, "even")] == ["2", "4"]
    assert len(read(path)) == 4


@pytest.mark.parametrize("part", ["odd", "even"])
def test_what_was_read_is_half_in_each_part(part: str) -> None:
    assert len(read(READINGS, part)) == 150
