"""Draw sentences of a corpus at random, to be read by somebody who has not seen its records.

In go corpus files (JSON Lines with `id` and `text`, plain or gzipped); out come sentences of 6
to 60 words in an order that the seed decides, each with its document and its offsets. The order
does not hang on how many are asked for: who has read 600 and needs more goes on with the 601st.

    python tools/draw_sentences.py ../shared/corpus/*.jsonl* --seed 20261124 --number 600
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from waqai.text.sentences import split_sentences
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

N_WORDS = range(6, 61)
"""Words of a sentence worth reading: shorter ones are headings, longer ones lists."""


class Drawn(NamedTuple):
    """A sentence: its document, its offsets there, its words."""

    document: str
    start: int
    end: int
    text: str


def read_documents(path: Path) -> Iterator[dict[str, str]]:
    """The documents of a corpus file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def sentences(document: dict[str, str]) -> Iterator[Drawn]:
    """The sentences of a document that are neither too short nor too long."""
    text = document["text"]
    view = make_view(text)
    for found in split_sentences(view):
        tokens = tokenize(view, found.start, found.end)
        if sum(token.kind == "word" for token in tokens) in N_WORDS:
            yield Drawn(document["id"], found.start, found.end, text[found.start : found.end])


def draw(pool: Sequence[Drawn], seed: int) -> list[Drawn]:
    """All sentences of the pool in the order of the seed."""
    return random.Random(seed).sample(pool, len(pool))


def main(arguments: Sequence[str]) -> None:
    """Print the sentences as JSON Lines, numbered from 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--number", type=int, default=600)
    asked = parser.parse_args(arguments)
    paths = sorted(asked.corpus)
    pool = [found for path in paths for doc in read_documents(path) for found in sentences(doc)]
    for number, found in enumerate(draw(pool, asked.seed)[: asked.number], 1):
        line = {"number": number, **found._asdict()}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
