"""Rank the words of a corpus that stand both with the article and bare: nouns and adjectives.

In goes JSON Lines with a `text` (plain or gzipped), out come words with their two counts,
commonest first. The list `lexicon/data/ar/nouns.yaml` was chosen from this ranking; run it
on another corpus to see which common nouns are still unknown.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OPENINGS = ("وال", "بال", "فال", "كال", "لل", "ال")
MIN_LETTERS = 3
WORD = re.compile("[\u0621-\u064a]+")


def read_words(path: Path) -> Iterator[str]:
    """All Arabic words of a corpus file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield from WORD.findall(json.loads(line)["text"])


def rank(words: Counter[str]) -> list[tuple[str, int, int]]:
    """Word, count with the article, count without; commonest first."""
    with_article: Counter[str] = Counter()
    for word, n in words.items():
        for opening in OPENINGS:
            if word.startswith(opening) and len(word) - len(opening) >= MIN_LETTERS:
                with_article[word[len(opening) :]] += n
                break
    rows = [(word, n, words[word]) for word, n in with_article.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def main() -> None:
    """Print the ranking of the files named on the command line."""
    counts = Counter(word for name in sys.argv[1:] for word in read_words(Path(name)))
    for word, n_with, n_without in rank(counts):
        sys.stdout.write(f"{n_with}\t{n_without}\t{word}\n")


if __name__ == "__main__":
    main()
