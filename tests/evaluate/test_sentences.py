"""Sentences with votes and with marked words."""

from __future__ import annotations

import pytest

from waqai.evaluate.detection import score_detection
from waqai.evaluate.gold import Marked, Voted, document_of
from waqai.evaluate.measures import add_up
from waqai.evaluate.reading import gold_document, read_with
from waqai.evaluate.spans import best_record, score_spans, side_f1
from waqai.resolve.coder import load_coder

TEXT = "وقصف الجيش قرية الرعاة، وندد المجلس بقصف الجسر."


def voted(label: str, name: str = "made-1") -> Voted:
    row = {"id": name, "event": "ASSAULT", "published": None, "text": TEXT, "label": label}
    return Voted.model_validate(row)


def marked(*annotations: dict, source: str = "الجيش", target: str = "قرية") -> Marked:
    rows = [
        {"source_actor": [], "verb": [], "target_actor": [], "source_role": {}, "target_role": {}}
        | annotation
        for annotation in annotations
    ]
    return Marked.model_validate(
        {
            "id": "made-1", "event": "ASSAULT", "published": "2024-05-02", "text": TEXT,
            "annotations": rows, "source_gold": source, "target_gold": target,
        }
    )  # fmt: skip


def test_yes_against_both_kinds_of_no(record, read_as) -> None:
    sentences = [voted(label) for label in ("yes", "easy no", "difficult no", "ambiguous")]
    found = add_up(
        score_detection(sentences, read_as(record("ASSAULT", "قصف", text=TEXT))).documents
    )
    assert (found["every.found"], found["every.false"], found.get("every.missed")) == (1, 2, None)
    none = add_up(score_detection(sentences, read_as()).documents)
    assert (none["every.missed"], none.get("every.false")) == (1, None)


def test_a_record_of_another_class_finds_nothing(record, read_as) -> None:
    scores = score_detection([voted("yes")], read_as(record("ACCUSE", "وندد", text=TEXT)))
    assert [fault.kind for fault in scores.faults] == ["missed"]


def test_marks_and_bare_nouns_count_only_where_every_record_does(record, read_as) -> None:
    past = record("ASSAULT", "قصف", text=TEXT, aux=("historical",))
    bare = record("ASSAULT", "بقصف", text=TEXT)
    for read in (read_as(past), read_as(bare, not_told=(bare,))):
        sums = add_up(score_detection([voted("easy no")], read).documents)
        assert (sums["every.false"], sums.get("wanted.false")) == (1, None)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("قصفت الطائرات قرية الرعاة.", True),
        ("شنت الطائرات هجوما على قرية الرعاة.", True),
        ("قتل ثلاثة رعاة في هجوم على القرية.", True),
        ("هجوم انتحاري في سوق المدينة.", False),
        ("قال الوزير إن هجوم الجيش على القرية جريمة.", False),
        ("الوزير غاضب من قصف الجيش للقرية.", False),
        ("زار الوزير القرية التي قصفتها الطائرات.", False),
        ("يقصف الجيش القرية كل يوم.", False),
    ],
)
def test_which_records_a_verb_tells(text: str, is_told: bool) -> None:
    reading = read_with(load_coder())(gold_document("made", text, "2024-05-02"))
    assaults = [r for r in reading.records if r.event == "ASSAULT"]
    assert assaults
    assert any(r.id in reading.told_by_verb for r in assaults) == is_told


def test_sentences_of_one_document_are_one_draw(read_as) -> None:
    sentences = [voted("yes", name) for name in ("a-1", "b-1", "a-2")]
    assert len(score_detection(sentences, read_as()).documents) == 2
    assert document_of("AAW_9.0001-12") == "AAW_9.0001"


def test_the_record_whose_trigger_shares_most_with_a_marked_verb(record, read_as) -> None:
    first, second = record("ASSAULT", "وقصف", text=TEXT), record("ASSAULT", "بقصف", text=TEXT)
    other = record("ACCUSE", "وندد", text=TEXT)
    reading = read_as(first, other, second)(gold_document("made-1", TEXT, None))
    assert best_record(marked({"verb": ["بقصف"]}), reading) == reading.records[2]
    assert best_record(marked({"verb": ["وندد"]}), reading) == reading.records[0]
    assert best_record(marked({"verb": []}), read_as(other)(reading.document)) is None


def test_word_f1_is_the_best_over_annotators(record) -> None:
    actors = record("ASSAULT", "وقصف", text=TEXT, actors=[("الجيش",)]).actors
    assert side_f1(actors, [["الجيش"], ["الجيش", "قرية"]], TEXT) == 1.0
    assert side_f1(actors, [["الجيش", "«", "قرية"]], TEXT) == pytest.approx(2 / 3)
    assert side_f1((), [["الجيش"]], TEXT) == 0.0
    assert side_f1(actors, [[]], TEXT) == 0.0


def test_part_of_a_word_stands_for_all_of_it(record) -> None:
    """Annotators marked whole words; our spans leave a preposition out."""
    recipients = record("ASSAULT", "وقصف", text=TEXT, recipients=[("قصف الجسر",)]).recipients
    assert side_f1(recipients, [["بقصف", "الجسر"]], TEXT) == 1.0


def test_spans_are_asked_where_most_annotators_marked_some(record, read_as) -> None:
    read = read_as(record("ASSAULT", "وقصف", text=TEXT, actors=[("الجيش", "TUN", "MIL")]))
    sentence = marked(
        {
            "source_actor": ["الجيش"], "verb": ["وقصف"], "target_actor": ["قرية"],
            "source_role": {"main": "TUN", "role": "MIL"},
            "target_role": {"main": "None", "role": "CVL"},
        }
    )  # fmt: skip
    sums = add_up(score_spans([sentence], read).documents)
    assert (sums["source.asked"], sums["source.sum"]) == (1, 1.0)
    assert (sums["target.asked"], sums["target.sum"]) == (1, 0.0)
    assert (sums["source country.right"], sums["source sector.right"]) == (1, 1)
    assert "target country.asked" not in sums
    assert (sums["target sector.asked"], sums["target sector.right"]) == (1, 0)
    empty = marked({"source_role": "UNKNOWN"}, source="", target="")
    assert not any(add_up(score_spans([empty], read).documents).values())
