"""Speed and memory of the coder over a corpus, stage by stage, one process.

    python bench/speed.py ../shared/corpus/jawhara.jsonl.gz

Each stage is timed over the whole corpus three times; the median counts. The stages are
work of the coder: view, sentences and tokens, the domains, the whole coding, and the records as
JSON. Start-up is measured in fresh processes. The table goes into
`docs/benchmarks.md` by hand, with the machine that gave it.
"""

from __future__ import annotations

import gzip
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from waqai.coding.domains import DomainIndex, fold_words
from waqai.dates import Published
from waqai.model import Document
from waqai.record_json import to_json
from waqai.resolve.coder import load_coder
from waqai.text.sentences import split_sentences
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

ROUNDS = 3
ARTICLE = (
    "زار وزير الخارجية الإيطالي القاهرة أمس. وقالت وكالة الأنباء إن الشرطة اعتقلت ثلاثة مهربين."
)


def read_corpus(path: Path) -> list[Document]:
    """The documents of a gzipped JSON Lines file that have a text."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [
        Document(row["id"], row["text"], Published.parse(row["published"]), language="ar")
        for row in rows
        if row["text"].strip()
    ]


def median_seconds(work: Callable[[], object]) -> float:
    """Median wall time of some rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def read_text(documents: list[Document]) -> int:
    """View, sentences and tokens of every document; the number of sentences."""
    n_sentences = 0
    for document in documents:
        view = make_view(document.text)
        for sentence in split_sentences(view):
            tokenize(view, sentence.start, sentence.end)
            n_sentences += 1
    return n_sentences


def find_domains(domains: DomainIndex, documents: list[Document]) -> int:
    """The number of documents that have a domain."""
    found = (domains.find(document.title, fold_words(document.text)) for document in documents)
    return sum(domain is not None for domain in found)


def start_up(arguments: list[str]) -> float:
    """Median seconds of a command in a fresh process."""
    command = [str(Path(sys.executable).with_name("waqai")), *arguments]
    return median_seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def main() -> None:
    """Print the table."""
    documents = read_corpus(Path(sys.argv[1]))
    n_chars = sum(len(document.text) for document in documents)
    n_sentences = read_text(documents)
    coder = load_coder()
    domains = DomainIndex(coder.resources.lexicon)
    coded = [record for document in documents for record in coder.code(document)]
    stages = {
        "text: view, sentences, tokens": lambda: read_text(documents),
        "domains: what each document is about": lambda: find_domains(domains, documents),
        "coding: raw text to records": lambda: [coder.code(d) for d in documents],
        "records as JSON Lines": lambda: [to_json(record) for record in coded],
    }
    print(f"machine: {platform.machine()}, {platform.platform()}, Python {sys.version.split()[0]}")
    print(f"corpus: {len(documents)} documents, {n_chars} characters, {n_sentences} sentences")
    print(f"records: {len(coded)}")
    for name, work in stages.items():
        seconds = median_seconds(work)
        print(
            f"{name}: {seconds:.2f} s, {n_chars / seconds:,.0f} characters/s, "
            f"{n_sentences / seconds:,.0f} sentences/s"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB (the whole corpus and its records are held)")
    print(f"start-up of waqai --help: {start_up(['--help']):.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(ARTICLE, encoding="utf-8")
        seconds = start_up(["code", str(path), "--published", "2025-04-04"])
        print(f"start-up of waqai code on one article: {seconds:.2f} s")


if __name__ == "__main__":
    main()
