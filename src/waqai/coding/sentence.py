"""One sentence read from tokens to drafts.

The order: words, names, tags, times, chunks, clauses; marks and sayings; candidates,
checks, drafts. A sentence in which no word can name an act or a saying, and no name stands,
is left after the second step; one in which no act can be told is parsed only once a later
sentence asks whom it names (`waqai.coding.backlog`). Both cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.attribution import SayingIndex
from waqai.coding.clauses import parse_clauses
from waqai.coding.contexts import ContextIndex
from waqai.coding.draft import SentenceReading
from waqai.coding.marks import MarkIndex
from waqai.coding.names import NameIndex, NameMatch
from waqai.coding.phrases import Chunker
from waqai.coding.prospects import Prospects
from waqai.coding.reading import SentenceReader
from waqai.coding.retagging import retag
from waqai.coding.sources import pass_by
from waqai.coding.state import DocumentState, Indexes, Resources
from waqai.coding.tagging import mark_given_names, mark_phrases, tag_words
from waqai.coding.times import find_times
from waqai.coding.words import Word, WordReader
from waqai.model import Sentence
from waqai.text.tokens import Token


class SentenceCoder:
    """Reads sentences with loaded resources; holds no document's state."""

    def __init__(self, resources: Resources) -> None:
        """Index the resources once."""
        self.resources = resources
        lexicon = resources.lexicon
        self._first_names = lexicon.given_names | lexicon.ordinary_given_names
        self._names = NameIndex(resources.knowledge, resources.lexicon.forms)
        self._words = WordReader(resources.lexicon, self._names.first_words)
        self._indexes = Indexes(
            resources,
            MarkIndex(resources.lexicon),
            SayingIndex(resources.lexicon),
            ContextIndex(resources.lexicon),
            Prospects(resources.lexicon),
        )

    def names_in(self, tokens: Sequence[Token], known: set[str]) -> Mapping[int, NameMatch]:
        """Known names of a sentence by their first token; see `NameIndex.find`."""
        return self._names.find(tokens, known)

    def read(
        self,
        sentence: Sentence,
        paragraph: int,
        tokens: Sequence[Token],
        names: Mapping[int, NameMatch],
        state: DocumentState,
    ) -> SentenceReading:
        """Read one sentence; `state` moves on to the next."""
        words = self._words.read(tokens)
        if not _may_report(words) and not names:
            pass_by([token.text for token in tokens], state)
            return SentenceReading(sentence, None)
        place = (sentence, paragraph)
        if not state.reads_whole and not self._indexes.prospects.may_fire(words, names):
            state.backlog.later(lambda: self._reader(place, words, names, state).pass_by())
            return SentenceReading(sentence, None)
        return self._reader(place, words, names, state).read()

    def _reader(
        self,
        place: tuple[Sentence, int],
        words: Sequence[Word],
        names: Mapping[int, NameMatch],
        state: DocumentState,
    ) -> SentenceReader:
        """The parsed sentence; `place` is the sentence and its paragraph."""
        lexicon = self.resources.lexicon
        tags = mark_phrases(tag_words(words, names, self._first_names), lexicon.phrases)
        tags = retag(mark_given_names(tags, lexicon))
        times = find_times([word.token for word in words], state.published)
        chunks = Chunker(tags, {time.first: time.last for time in times}).read()
        parse = parse_clauses(tags, chunks)
        return SentenceReader(self._indexes, *place, parse, times, state)


def _may_report(words: Sequence[Word]) -> bool:
    return any(word.traits.may_report for word in words)
