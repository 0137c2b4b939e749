"""What holds for any text: noise changes no code, order no answer, spans quote the text."""

from __future__ import annotations

import json
import random
from importlib import resources
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.dates import Published
from waqai.model import Document, Record
from waqai.record_json import to_dict, to_json
from waqai.resolve.coder import GrammarCoder, load_coder

CODER = load_coder()
ARTICLES = [
    json.loads(line)
    for line in (resources.files("waqai") / "demo" / "articles.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
SENTENCES = [
    "زار وزير الخارجية الإيطالي القاهرة أمس.",
    "قتل خمسة مدنيين في قصف على السوق.",
    "أعلنت وزارة الداخلية أن الشرطة اعتقلت ثلاثة مهربين.",
    "لم يوقع الطرفان اتفاقية جديدة.",
    "شنت القوات الروسية هجوما على مواقع المسلحين.",
    "دعا مجلس الأمن الأطراف إلى وقف القتال.",
]
TATWEEL = "\u0640"
CASE_ENDINGS = "\u064f\u064e\u0650"


def document(article: dict[str, Any]) -> Document:
    return Document(
        article["id"],
        article["text"],
        Published.parse(article["published"]),
        article["outlet"],
        article["title"],
        language="ar",
    )


def lines(coder: GrammarCoder, item: Document) -> list[str]:
    return [to_json(record) for record in coder.code(item)]


def codes(text: str) -> list[tuple[Any, ...]]:
    item = Document("x", text, Published.parse("2025-04-04"), language="ar")
    return [_codes(record) for record in CODER.code(item)]


def _codes(record: Record) -> tuple[Any, ...]:
    sides = [[(e.code, e.sector) for e in side] for side in (record.actors, record.recipients)]
    return (record.event, record.modes, record.aux, record.stance, sides, record.when.first)


@given(st.sampled_from(SENTENCES), st.data())
@settings(max_examples=60, deadline=None)
def test_tatweel_and_case_endings_change_no_code(sentence: str, data: st.DataObject) -> None:
    words = sentence.rstrip(".").split(" ")
    noisy = []
    for word in words:
        stretched = word
        if len(word) > 2 and data.draw(st.booleans()):
            at = data.draw(st.integers(1, len(word) - 1))
            stretched = word[:at] + TATWEEL + word[at:]
        if data.draw(st.booleans()):
            stretched += data.draw(st.sampled_from(CASE_ENDINGS))
        noisy.append(stretched)
    assert codes(" ".join(noisy) + ".") == codes(sentence)


def test_order_of_documents_changes_no_record() -> None:
    """A coder that has read others before gives the same bytes as a fresh one."""
    items = [document(article) for article in ARTICLES]
    fresh = {item.id: lines(GrammarCoder(CODER.resources), item) for item in items}
    for seed in range(5):
        order = random.Random(seed).sample(items, len(items))
        used = GrammarCoder(CODER.resources)
        assert {item.id: lines(used, item) for item in order} == fresh


@given(
    st.text(
        alphabet=st.sampled_from("قتل الجيش و، .\n«»\u0651\u064f😀abc12٣هاجم زار"), max_size=120
    )
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    for record in CODER.code(Document("x", text, Published.parse("2025-04-04"), language="ar")):
        for span in record.spans():
            assert text[span.start : span.end] == span.text


def test_spans_of_the_contract_slice_back() -> None:
    """Wherever the JSON has text, start and end together, the text is the slice."""
    n_spans = 0
    for article in ARTICLES:
        for record in CODER.code(document(article)):
            for found in _spans(to_dict(record)):
                words = found.get("text", found.get("entity_text", found.get("extracted_place")))
                assert article["text"][found["start"] : found["end"]] == words
                n_spans += 1
    assert n_spans > 300


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.get("start") is not None and "document" not in value else []
    return own + [span for item in value.values() for span in _spans(item)]


def test_ids_are_unique_in_a_document() -> None:
    for article in ARTICLES:
        ids = [record.id for record in CODER.code(document(article))]
        assert len(ids) == len(set(ids))
