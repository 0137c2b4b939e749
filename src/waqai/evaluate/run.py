"""The whole way of an evaluation: files in, everything a report shows out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from waqai.evaluate.articles import score_articles
from waqai.evaluate.bootstrap import intervals
from waqai.evaluate.detection import score_detection
from waqai.evaluate.faults import Fault
from waqai.evaluate.gold import Article, Item, Marked, Voted
from waqai.evaluate.measures import ScoredTable, add_up, fill, ratios_of
from waqai.evaluate.parts import by_document, select_part
from waqai.evaluate.readers import GoldFile, read_gold
from waqai.evaluate.reading import Read
from waqai.evaluate.reliability import Reliability, measure_reliability
from waqai.evaluate.scored import Scores
from waqai.evaluate.spans import score_spans

NOT_CODED = "not scored: language en cannot be coded yet"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one gold file."""

    name: str
    kind: str
    sha256: str
    """Of the whole file."""
    n_documents: int
    """In the part that was scored."""
    n_items: int
    """Articles or sentences in it."""
    tables: tuple[ScoredTable, ...] = ()
    reliability: Reliability | None = None
    faults: tuple[Fault, ...] = ()
    note: str = ""
    """Why there are no scores."""


@dataclass(frozen=True, slots=True)
class About:
    """What was measured, by name and hash."""

    version: str
    coder: str
    resources: dict[str, str]
    """Hashes of lexicon, knowledge and ontology."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All files, in the order given."""

    part: str
    about: About
    files: tuple[FileResult, ...]


def evaluate(paths: Iterable[Path], read: Read, about: About, *, part: str = "all") -> Evaluation:
    """Score a coder on gold files.

    Args:
        paths: the files; each is read, and its faults raised, before any is scored.
        read: codes a document (`waqai.evaluate.reading.read_with`).
        about: what is measured.
        part: development, held-out or all (`waqai.evaluate.parts`).

    Raises:
        EvaluationError: a file is no gold, or a document could not be coded.
    """
    files = [read_gold(path) for path in paths]
    return Evaluation(part, about, tuple(_score_file(gold, read, part) for gold in files))


def _score_file(gold: GoldFile, read: Read, part: str) -> FileResult:
    items = select_part(gold.items, part)
    n_documents = len(by_document(items))
    scores = _score(gold.kind, items, read)
    if scores is None:
        note = f"{len(items)} sentences {NOT_CODED}"
        return FileResult(gold.name, gold.kind, gold.sha256, n_documents, len(items), note=note)
    spread = intervals(scores.documents, ratios_of(scores.tables))
    return FileResult(
        gold.name,
        gold.kind,
        gold.sha256,
        n_documents,
        len(items),
        fill(scores.tables, add_up(scores.documents), spread),
        measure_reliability(scores.judged) if gold.kind == "articles" else None,
        tuple(scores.faults),
    )


def _score(kind: str, items: Iterable[Item], read: Read) -> Scores | None:
    """The scores of a file's items, which are all of one kind; None for English."""
    match kind:
        case "articles":
            return score_articles([i for i in items if isinstance(i, Article)], read)
        case "detection":
            return score_detection([i for i in items if isinstance(i, Voted)], read)
        case "spans":
            return score_spans([i for i in items if isinstance(i, Marked)], read)
    return None
