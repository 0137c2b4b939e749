"""The pipeline: one outcome for each input, and no fault that costs more than its document."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import waqai
from waqai import pipeline
from waqai.dates import Published
from waqai.errors import IngestError, RecordError, WaqaiError
from waqai.model import Document, Record
from waqai.outcome import Coded, NotCoded, Outcome, Quarantined, Repeated
from waqai.pipeline import (
    Coder,
    Tally,
    code_document,
    code_documents,
    explain_document,
    store_outcomes,
)
from waqai.store import open_store
from waqai.store.rows import Change

VISIT = Document("a", "زار الوزير طرابلس أمس.", language="ar")
FAULTY = Document("b", "أصاب غغغ أمس.", language="ar")


def names(outcomes: list[Outcome]) -> list[str]:
    """The kinds of some outcomes."""
    return [type(outcome).__name__ for outcome in outcomes]


def test_each_input_has_one_outcome_in_its_order(word_coder: Coder) -> None:
    """What was quarantined in reading passes through; a fault costs its document alone."""
    unread = Quarantined("x.txt", "read", "is empty", "give a text")
    english = Document("en", "The minister arrived.", language="en")
    found = list(code_documents([FAULTY, unread, english, VISIT], word_coder))
    assert names(found) == ["Quarantined", "Quarantined", "NotCoded", "Coded"]
    assert found[1] is unread
    assert found[2] == NotCoded(english, "language en cannot be coded yet")
    last = found[3]
    assert isinstance(last, Coded)
    assert [record.trigger[0].text for record in last.records] == ["زار"]


def test_a_fault_of_the_coder_says_what_and_where(word_coder: Coder) -> None:
    """Document, stage, error, place in the code, what to do; the hash is of the text."""
    found = code_document(FAULTY, word_coder)
    assert isinstance(found, Quarantined)
    assert (found.source, found.stage, found.code) == ("b", "code", "W000")
    assert found.reason.startswith("the coder failed with KeyError: 'غغغ' (at conftest.py:")
    assert found.raw_sha256 == hashlib.sha256(FAULTY.text.encode()).hexdigest()
    assert "report" in found.message


class Raising:
    """A coder that raises what it is told to."""

    name = "raising 1"

    def __init__(self, error: BaseException) -> None:
        """Keep the error."""
        self.error = error

    def code(self, document: Document) -> tuple[Record, ...]:
        """Raise it."""
        raise self.error

    def explain(self, document: Document) -> Any:
        """Raise it."""
        raise self.error


def test_errors_raised_on_purpose_keep_their_words() -> None:
    """And their code."""
    error = RecordError("span [0, 9) reads 'x'", hint="report it")
    found = code_document(VISIT, Raising(error))
    assert isinstance(found, Quarantined)
    assert (found.reason, found.hint, found.code) == ("span [0, 9) reads 'x'", "report it", "W101")


@pytest.mark.parametrize("error", [RecursionError("deep"), MemoryError(), ZeroDivisionError()])
def test_faults_of_every_kind_stay_within_the_document(error: Exception) -> None:
    """Coding and explaining both end in a quarantine."""
    for found in (code_document(VISIT, Raising(error)), explain_document(VISIT, Raising(error))):
        assert isinstance(found, Quarantined)
        assert type(error).__name__ in found.reason


def test_an_interrupt_is_no_fault_of_a_document() -> None:
    """Ctrl-C ends the run."""
    with pytest.raises(KeyboardInterrupt):
        code_document(VISIT, Raising(KeyboardInterrupt()))


def test_a_detector_that_fails_costs_its_document(word_coder: Coder) -> None:
    """Detection stands within the boundary too."""

    def detect(text: str) -> tuple[str, float]:
        raise OSError("no model")

    found = code_document(replace(VISIT, language="auto"), word_coder, detect)
    assert isinstance(found, Quarantined)
    assert "OSError: no model" in found.reason


def test_two_records_with_one_id_are_refused(word_coder: Coder) -> None:
    """The store could keep only one of them."""

    class Twice(Raising):
        def code(self, document: Document) -> tuple[Record, ...]:
            return word_coder.code(document) * 2

    found = code_document(VISIT, Twice(KeyError()))
    assert isinstance(found, Quarantined)
    assert found.reason == "two of its records have one id"


def test_language_is_detected_where_it_is_not_given(word_coder: Coder) -> None:
    """And is kept in the document that comes out."""

    def detect(text: str) -> tuple[str, float]:
        return ("ar", 0.9) if "زار" in text else ("und", 0.0)

    given = [
        replace(VISIT, language="auto"),
        Document("n", "abc"),
        Document("f", "x", language="fa"),
    ]
    coded, untold, persian = code_documents(given, word_coder, detect)
    assert isinstance(coded, Coded)
    assert coded.document.language == "ar"
    assert isinstance(untold, NotCoded)
    assert untold.reason == "its language cannot be told"
    assert isinstance(persian, NotCoded)
    assert persian.reason == "language fa cannot be coded yet"


def test_a_repeated_document_is_told_from_a_new_version(word_coder: Coder) -> None:
    """Equal in all to the last one of its id: repeated; anything else is coded."""
    newer = replace(VISIT, text="زار الوزير درنة.")
    later = replace(VISIT, published=Published.parse("2025"))
    found = list(code_documents([VISIT, VISIT, newer, VISIT, later, FAULTY, FAULTY], word_coder))
    assert names(found) == [
        "Coded", "Repeated", "Coded", "Coded", "Coded", "Quarantined", "Repeated",
    ]  # fmt: skip


def test_the_tally_adds_up_and_says_so_when_it_does_not(word_coder: Coder) -> None:
    """In = out + quarantined, counted at both ends."""
    english = Document("en", "Hello there.", language="en")
    tally = Tally()
    for outcome in code_documents(tally.watch([VISIT, VISIT, FAULTY, english]), word_coder):
        tally.add(outcome)
    assert tally.summary == ("in 4 = out 3 + quarantined 1 (records 1, not coded 1, repeated 1)")
    assert tally.counts == {
        "n_in": 4, "n_coded": 1, "n_not_coded": 1, "n_repeated": 1, "n_quarantined": 1,
        "n_records": 1,
    }  # fmt: skip
    assert tally.resources == {"lexicon": "00000000"}
    tally.n_in += 1
    with pytest.raises(WaqaiError, match="counts do not add up"):
        _ = tally.summary


def test_outcomes_are_stored_in_batches(
    word_coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every outcome comes out in its order, the last batch too."""
    monkeypatch.setattr(pipeline, "BATCH_DOCUMENTS", 2)
    documents = [replace(VISIT, id=str(n)) for n in range(5)]
    with closing(open_store(f"sqlite:///{tmp_path}/a.db")) as store:
        found = list(store_outcomes(store, code_documents([*documents, FAULTY], word_coder)))
        assert [change for _, change in found] == [*[Change.NEW] * 5, None]
        assert [o.document.id for o, _ in found if isinstance(o, Coded)] == list("01234")
        assert (store.counts().n_records, store.counts().n_quarantined) == (5, 1)
        assert list(store_outcomes(store, [])) == []


def test_explaining_a_document(word_coder: Coder) -> None:
    """Its text, or why there is none."""
    assert explain_document(VISIT, word_coder) == "found: زار"
    english = Document("en", "Hello there.", language="en")
    assert explain_document(english, word_coder) == NotCoded(
        english, "language en cannot be coded yet"
    )


@pytest.fixture
def as_default(word_coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The coder of one word in the place of the one that is shipped."""
    monkeypatch.setattr(pipeline, "default_coder", lambda: word_coder)


@pytest.mark.usefixtures("as_default")
def test_the_library_call() -> None:
    """A list of records, whose document bears what was given."""
    text = "زار الوزير طرابلس، ثم زار بنغازي."
    found = waqai.code(
        text, published="2025-04-04", outlet="صحيفة المثال", title="زيارة", language="ar"
    )
    assert isinstance(found, list)
    assert [record.trigger[0].start for record in found] == [0, 22]
    document = found[0].document
    assert (document.text, document.outlet, document.title) == (text, "صحيفة المثال", "زيارة")
    assert found[0].when.first == "2025-04-04"
    assert found == waqai.code(
        text,
        published=Published.parse("2025-04-04"),
        outlet="صحيفة المثال",
        title="زيارة",
        language="ar",
    )


@pytest.mark.usefixtures("as_default")
@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        (" ", {}, "is empty"),
        ("زار", {"published": "2025-02-30"}, "published is '2025-02-30', which is no date"),
        ("زار", {"language": "العربية"}, "language is 'العربية', expected auto or a code"),
        ("He came.", {"language": "en"}, "language en cannot be coded yet; give a text in one of"),
    ],
)
def test_the_library_call_refuses_with_a_reason(
    text: str, options: dict[str, str], message: str
) -> None:
    """One text is asked for, so that it raises where a run would quarantine."""
    with pytest.raises(IngestError, match=message):
        waqai.code(text, **options)


def test_repeated_is_an_outcome_of_its_own() -> None:
    """It carries the document."""
    assert Repeated(VISIT).document is VISIT


def test_unknown_names_of_the_package() -> None:
    """The lazy package raises as any module does."""
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        _ = waqai.decode
