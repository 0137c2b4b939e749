"""Gold files: kinds, parts, faults, and the bootstrap over them."""

from __future__ import annotations

from typing import Any

import pytest

from waqai.errors import EvaluationError
from waqai.evaluate.bootstrap import intervals
from waqai.evaluate.measures import Ratio
from waqai.evaluate.parts import select_part
from waqai.evaluate.readers import read_gold

VOTED = {"id": "a-1", "event": "ASSAULT", "label": "yes", "published": None, "text": "قصف"}
MARKED: dict[str, Any] = {
    "id": "a-1", "event": "ASSAULT", "published": None, "text": "قصف", "annotations": [],
    "source_gold": "", "target_gold": "",
}  # fmt: skip
ENGLISH = {"id": "P-1", "language": "en", "eventText": "met", "text": "They met."}


def test_kinds_are_told_by_their_fields(write_lines, article_row, gold) -> None:
    rows = {
        "articles": article_row(gold("CONSULT", "زار")),
        "detection": VOTED,
        "spans": MARKED,
        "english sentences": ENGLISH,
    }
    for kind, row in rows.items():
        assert read_gold(write_lines(row)).kind == kind


def test_blank_lines_are_passed_over_and_unknown_keys_allowed(write_lines) -> None:
    assert len(read_gold(write_lines(VOTED | {"note": 1}, "", VOTED)).items) == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "gold.jsonl:2: is no JSON"),
        ("[]", "gold.jsonl:2: is a list, expected an object"),
        (VOTED | {"label": "maybe"}, "gold.jsonl:2: label is \"maybe\": Input should be 'yes'"),
        (VOTED | {"event": "FIGHT"}, 'gold.jsonl:2: event is "FIGHT": expected one of AGREE'),
        (VOTED | {"published": "May"}, 'gold.jsonl:2: published is "May"'),
        ({k: v for k, v in VOTED.items() if k != "text"}, "gold.jsonl:2: text is missing"),
        (MARKED, "gold.jsonl:2: label is missing"),
    ],
)
def test_a_bad_line_is_named_with_what_was_expected(write_lines, row, said) -> None:
    with pytest.raises(EvaluationError) as caught:
        read_gold(write_lines(VOTED, row))
    assert said in str(caught.value)
    assert caught.value.code == "W601"


def test_all_faults_of_a_file_are_named_at_once(write_lines) -> None:
    bad = VOTED | {"label": "maybe"}
    with pytest.raises(EvaluationError, match=r"12 faults(.|\n)*gold.jsonl:11:(.|\n)*and 2 more"):
        read_gold(write_lines(VOTED, *[bad] * 12))


def test_spans_and_triggers_of_articles_must_lie_in_the_text(
    write_lines, article_row, gold
) -> None:
    outside = gold("CONSULT", "زار", span="زار وزير") | {"span": [0, 9999]}
    elsewhere = gold("CONSULT", "زار") | {"trigger": "التقى"}
    for event, said in ((outside, "span is [0, 9999)"), (elsewhere, "expected words of its span")):
        with pytest.raises(EvaluationError) as caught:
            read_gold(write_lines(article_row(event)))
        assert said in str(caught.value)


def test_an_unknown_kind_an_empty_file_and_a_missing_one(write_lines, tmp_path) -> None:
    for path, said in (
        (write_lines({"some": 1}), "expected those of one kind"),
        (write_lines("", name="empty.jsonl"), "holds no line"),
        (tmp_path / "none.jsonl", "cannot be read"),
    ):
        with pytest.raises(EvaluationError, match=said):
            read_gold(path)


def test_every_third_document_is_held_out(write_lines) -> None:
    names = ["a-1", "b-1", "a-2", "c-1", "d_1", "d_2", "e-1", "f-1", "g-1"]
    items = read_gold(write_lines(*(VOTED | {"id": name} for name in names))).items
    held, rest = (select_part(items, part) for part in ("held-out", "development"))
    assert [items.index(item) for item in held] == [0, 2, 4, 5, 8]
    assert [items.index(item) for item in rest] == [1, 3, 6, 7]
    assert select_part(items, "all") == items
    assert not {item.document for item in held} & {item.document for item in rest}


def test_articles_fall_into_parts_by_their_row(write_lines, article_row) -> None:
    items = read_gold(write_lines(*(article_row(doc=f"doc-{n}") for n in range(7)))).items
    held = select_part(items, "held-out")
    assert [item.document for item in held] == ["doc-0", "doc-3", "doc-6"]


def test_the_same_scores_give_the_same_intervals() -> None:
    precision = Ratio("precision", {"found": 1}, {"found": 1, "false": 1})
    documents = [{"found": n % 3, "false": n % 2} for n in range(40)]
    assert intervals(documents, [precision]) == intervals(documents, [precision])
    [interval] = intervals(documents, [precision])
    value = precision.of({"found": 39, "false": 20})
    assert interval is not None
    assert value is not None
    assert interval[0] < value < interval[1]


def test_more_documents_give_narrower_intervals_and_no_documents_none() -> None:
    share = Ratio("share", {"right": 1}, {"asked": 1})

    def width(n_documents: int) -> float:
        [interval] = intervals([{"right": n % 2, "asked": 1} for n in range(n_documents)], [share])
        assert interval is not None
        return interval[1] - interval[0]

    assert width(10) > 2 * width(400)
    assert intervals([], [share]) == [None]
    assert intervals([{"asked": 0}], [share]) == [None]
