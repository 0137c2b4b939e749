"""Every trigger's own examples and counterexamples, read by the coder."""

from __future__ import annotations

import pytest

from waqai.dates import Published
from waqai.lexicon import load_lexicon
from waqai.lexicon.entries import Example, Trigger
from waqai.model import Document, Entity, Record
from waqai.resolve.coder import GrammarCoder, load_coder

PUBLISHED = Published.parse("2025-04-04")
TRIGGERS = load_lexicon().triggers
EXAMPLES = [(t, e) for t in TRIGGERS.values() for e in t.examples]
COUNTEREXAMPLES = [(t, text) for t in TRIGGERS.values() for text in t.counterexamples]


@pytest.fixture(scope="module")
def coder() -> GrammarCoder:
    return load_coder()


def records_of(coder: GrammarCoder, entry: Trigger, text: str) -> list[Record]:
    document = Document("example", text, PUBLISHED, "Example", language="ar")
    return [record for record in coder.code(document) if record.rule == entry.id]


def holds(entities: tuple[Entity, ...], words: str) -> bool:
    """Whether the words name one of the entities; "للنقابات" are "النقابات"."""
    texts = [e.span.text for e in entities]
    texts = ["ال" + text[2:] if text.startswith("لل") else text for text in texts]
    return any(words in text or text in words for text in texts)


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=lambda v: getattr(v, "id", "text"))
def test_example(coder: GrammarCoder, entry: Trigger, example: Example) -> None:
    found = records_of(coder, entry, example.text)
    assert found, example.text
    record = found[0]
    assert record.event == entry.event
    if example.actor:
        assert holds(record.actors, example.actor), [e.span.text for e in record.actors]
    if example.recipient:
        assert holds(record.recipients, example.recipient)
    if example.mode:
        assert example.mode in record.modes
    if example.date:
        assert record.when.first == example.date


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES, ids=lambda v: getattr(v, "id", "text"))
def test_counterexample_is_no_plain_fact(coder: GrammarCoder, entry: Trigger, text: str) -> None:
    for record in records_of(coder, entry, text):
        is_marked = {"negation", "hypothetical", "future"} & set(record.aux)
        assert is_marked or record.stance not in ("asserted", "reported"), text


def test_every_type_has_its_vocabulary() -> None:
    """At least eight lemmas for each of the 16 types, 400 in all."""
    lemmas: dict[str, set[str]] = {}
    for entry in TRIGGERS.values():
        words = lemmas.setdefault(entry.event, set())
        if entry.verb is not None:
            words.add(entry.verb.lemma)
        words.update(noun.lemma for noun in entry.nouns)
    assert len(lemmas) == 16
    assert min(map(len, lemmas.values())) >= 8, {k: len(v) for k, v in lemmas.items()}
    assert sum(map(len, lemmas.values())) >= 400
