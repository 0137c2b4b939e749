"""Examples of marks, sayings, people, titles and light verbs: the entry is found in each."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from waqai.coding.attribution import SayingIndex
from waqai.coding.clauses import parse_clauses
from waqai.coding.marks import MarkIndex
from waqai.coding.names import NameIndex
from waqai.coding.phrases import Chunker
from waqai.coding.roles import RoleFinder
from waqai.coding.tagging import mark_phrases, tag_words
from waqai.coding.times import find_times
from waqai.coding.words import WordReader
from waqai.lexicon.compile import source_files
from waqai.lexicon.source import Sourced, read_sources
from waqai.resolve.coder import load_coder
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

KINDS = ("marks", "speech", "agents", "titles", "light_verbs")
SOURCED, _ = read_sources(source_files())
ENTRIES = [item for item in SOURCED if item.kind in KINDS]


class Hops:
    """The coder's hops with their indexes, built once."""

    def __init__(self) -> None:
        resources = load_coder().resources
        self.lexicon = resources.lexicon
        self.names = NameIndex(resources.knowledge, self.lexicon.forms)
        self.words = WordReader(self.lexicon, self.names.first_words)
        self.marks = MarkIndex(self.lexicon)
        self.sayings = SayingIndex(self.lexicon)


@pytest.fixture(scope="module")
def hops() -> Hops:
    return Hops()


def found_in(hops: Hops, text: str) -> set[str]:
    """Ids of all entries that the words of a text, its marks and its sayings belong to.

    The hops are called one by one: the coder leaves a sentence that can name no act early.
    """
    lexicon = hops.lexicon
    tokens = tokenize(make_view(text), 0, len(text))
    words = hops.words.read(tokens)
    found = hops.names.find(tokens, set())
    tags = mark_phrases(tag_words(words, found), lexicon.phrases)
    times = {time.first: time.last for time in find_times(tokens, None)}
    parse = parse_clauses(tags, Chunker(tags, times).read())
    ids = {form.entry for tag in tags for form in tag.forms}
    ids |= {a.form.entry for word in words for a in word.analyses if a.form is not None}
    ids |= {marking.rule for marking in hops.marks.find(parse)}
    ids |= {saying.rule for saying in hops.sayings.find(parse, RoleFinder(parse, lexicon))}
    return ids


@pytest.mark.parametrize("item", ENTRIES, ids=lambda item: item.entry.id)
def test_entry_is_found_in_its_examples(hops: Hops, item: Sourced) -> None:
    examples: Sequence[str] = item.entry.examples
    missed = [text for text in examples if item.entry.id not in found_in(hops, text)]
    assert not missed


@pytest.mark.parametrize(
    "item",
    [item for item in ENTRIES if getattr(item.entry, "counterexamples", ())],
    ids=lambda item: item.entry.id,
)
def test_mark_is_not_found_in_its_counterexamples(hops: Hops, item: Sourced) -> None:
    for text in item.entry.counterexamples:
        assert item.entry.id not in found_in(hops, text), text
