"""How much of what a reader marked the coder finds: sentences, and acts of each sentence.

In go docs/readings/recall.jsonl, sentences that somebody read without seeing any record and
marked with the acts they hold (each act with the types that may be given to it), and the corpus
files that they were drawn from. A sentence is found where a record whose act lies in it has a
type of one of its acts; an act, where it has a type of that act. The documents are coded whole,
since a sentence may name its people in the one before.

    python tools/score_recall.py ../shared/corpus/*.jsonl* [--part odd|even|first|rest] [--missed]

The even lines were read for causes while the vocabulary was mended, the odd ones were not.
`--missed` prints what was not found; it is for the even lines alone. `--readings` names another
file of the same form: docs/readings/recall_second.jsonl, of which the first 150 lines were
worked on and the others not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from waqai.ingest.fields import parse_published
from waqai.model import Document
from waqai.pipeline import default_coder

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.draw_sentences import read_documents

READINGS = Path(__file__).parents[1] / "docs" / "readings" / "recall.jsonl"
N_FIRST = 150
"""Lines of the second file that were worked on."""
Yield = dict[str, list[tuple[int, str]]]
"""By document: where a record's act stands, and its type."""


@dataclass(frozen=True)
class Reading:
    """A sentence and its acts."""

    document: str
    start: int
    end: int
    acts: tuple[frozenset[str], ...]
    """For each act the types that may be given to it."""

    def types(self, found: Yield) -> set[str]:
        """The types of the records whose act lies in the sentence."""
        return {event for at, event in found[self.document] if self.start <= at < self.end}

    def missed(self, types: set[str]) -> list[frozenset[str]]:
        """Its acts of which none of the types is there."""
        return [act for act in self.acts if not act & types]


def read(path: Path, part: str = "all") -> list[Reading]:
    """The sentences of a part: the odd lines, the even ones, the first 150, the rest or all."""
    lines = path.read_text(encoding="utf-8").splitlines()
    chosen = {
        "all": lines,
        "odd": lines[::2],
        "even": lines[1::2],
        "first": lines[:N_FIRST],
        "rest": lines[N_FIRST:],
    }[part]
    return [
        Reading(row["document"], row["start"], row["end"], tuple(map(frozenset, row["acts"])))
        for row in map(json.loads, chosen)
    ]


def code(readings: Iterable[Reading], corpora: Iterable[Path]) -> tuple[Yield, dict[str, str]]:
    """The records of the documents that were read, and their texts."""
    wanted = {reading.document for reading in readings}
    found: Yield = {}
    texts: dict[str, str] = {}
    for document in (row for path in corpora for row in read_documents(path)):
        if document["id"] not in wanted:
            continue
        texts[document["id"]] = document["text"]
        records = default_coder().code(_document(document))
        found[document["id"]] = [(record.trigger[0].start, record.event) for record in records]
    return found, texts


def _document(row: dict[str, str]) -> Document:
    published = parse_published(row["published"]) if row.get("published") else None
    return Document(
        id=row["id"],
        text=row["text"],
        published=published,
        outlet=row.get("outlet"),
        title=row.get("title"),
        language="ar",
    )


def score(readings: Sequence[Reading], found: Yield) -> tuple[int, int, int, int]:
    """Sentences found, sentences, acts found, acts."""
    missed = [len(reading.missed(reading.types(found))) for reading in readings]
    acts = [len(reading.acts) for reading in readings]
    n_sentences = sum(n < of for n, of in zip(missed, acts, strict=True))
    return n_sentences, len(readings), sum(acts) - sum(missed), sum(acts)


def main(arguments: Sequence[str]) -> None:
    """Print the shares; with `--missed` each sentence with an act that was not found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--part", choices=("all", "odd", "even", "first", "rest"), default="all")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--readings", type=Path, default=READINGS)
    asked = parser.parse_args(arguments)
    readings = read(asked.readings, asked.part)
    found, texts = code(readings, asked.corpus)
    for reading in readings if asked.missed else ():
        types = reading.types(found)
        missed = [" or ".join(sorted(act)) for act in reading.missed(types)]
        if missed:
            text = texts[reading.document][reading.start : reading.end].replace("\n", " ")
            print(f"{'; '.join(missed)}\t{', '.join(sorted(types)) or '-'}\t{text}")
    n_found, n, n_acts_found, n_acts = score(readings, found)
    print(f"sentences {n_found}/{n} = {n_found / n:.3f}")
    print(f"acts {n_acts_found}/{n_acts} = {n_acts_found / n_acts:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
