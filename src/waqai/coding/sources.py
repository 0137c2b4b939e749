"""Who says the act at a word: the sayings of a sentence with their parties.

In go the sayings of a sentence and the document so far; out come `Source`s, nearest first,
and the stance they lend. What stands in a quotation that an earlier sentence opened is said
by whoever opened it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from waqai.coding.attribution import Saying
from waqai.coding.clauses import Parse
from waqai.coding.draft import Source
from waqai.coding.parties import PartyReader
from waqai.coding.quotes import closes_soon, find_quotes
from waqai.coding.state import DocumentState
from waqai.model import Span

OUTLET_WORDS = frozenset(
    {
        "موقع",
        "صحيفة",
        "جريدة",
        "وكالة",
        "قناة",
        "إذاعة",
        "تلفزيون",
        "شبكة",
        "مجلة",
        "بوابة",
        "راديو",
    }
)
"""Words that a paper, a channel or a site is called by, as they are spelled."""
QUOTED_RULE = "ar.speech.quoted.000"
"""The rule named where only the quotation marks say that somebody speaks."""


def pass_by(texts: Sequence[str], state: DocumentState) -> None:
    """Note where a sentence that tells nothing closes a quotation."""
    state.backlog.later(partial(_close_quotation, texts, state))


def _close_quotation(texts: Sequence[str], state: DocumentState) -> None:
    quotes = find_quotes(texts, is_open=state.quoted is not None)
    if quotes.opens_at is not None or quotes.closes_at < len(texts):
        state.quoted = None


class SourceReader:
    """The sources of one sentence."""

    def __init__(
        self,
        parse: Parse,
        find_sayings: Callable[[], tuple[Saying, ...]],
        reader: PartyReader,
        state: DocumentState,
    ) -> None:
        """Keep the sentence; its sayings get their parties when somebody asks.

        Args:
            parse: the sentence.
            find_sayings: finds its sayings; called once, if at all.
            reader: turns words into parties and spans.
            state: the document, whose last source moves on.
        """
        self._parse = parse
        self._find = find_sayings
        self._reader = reader
        self._state = state
        self._sources: list[Source | None] = []
        self._before: Source | None = None
        self._quoted_until = 0
        state.backlog.later(self._give_parties)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The sayings of the sentence, in the order of their words."""
        return self._find()

    def _give_parties(self) -> None:
        """Give each saying its party; the document's last source moves on."""
        parse, state = self._parse, self._state
        self._sources = [self._source(saying) for saying in self.sayings]
        self._before = state.quoted
        quotes = find_quotes([tag.token.text for tag in parse.tags], is_open=bool(state.quoted))
        self._quoted_until = quotes.closes_at if state.quoted is not None else 0
        if quotes.opens_at is not None:
            opening = self._reader.span(quotes.opens_at, quotes.opens_at + 1)
            is_closed = closes_soon(state.text, opening.start)
            state.quoted = self._opener(quotes.opens_at) if is_closed else None
        elif quotes.closes_at < len(parse.tags):
            state.quoted = None

    def _source(self, saying: Saying) -> Source | None:
        party = self._state.last_source if saying.is_same_source else None
        if saying.source is not None:
            read = self._reader.read((saying.source,), things=True)
            party = read[0] if read else None
        if party is None:
            return None
        if party.kind != "thing" or party.phrase.text.split()[0].lstrip("و") in OUTLET_WORDS:
            self._state.last_source = party  # A report is quoted; it does not go on to say.
        words = self._reader.span(saying.word, saying.word + saying.n_words).text
        return Source(party, words, saying.rule, saying.stance)

    def _opener(self, word: int) -> Source | None:
        """Who opens the quotation at `word`: the last saying before it, else the last source."""
        pairs = zip(self.sayings, self._sources, strict=True)
        said = [source for saying, source in pairs if source is not None and saying.word < word]
        if said:
            return said[-1]
        party = self._state.last_source
        return None if party is None else Source(party, None, QUOTED_RULE, "reported")

    def of(self, word: int) -> tuple[Source, ...]:
        """Who says the act at `word`, nearest first."""
        self._state.backlog.clear()
        pairs = zip(self.sayings, self._sources, strict=True)
        found = [(s, source) for s, source in pairs if source is not None and s.covers(word)]
        found = [(s, source) for s, source in found if s.word != word]
        found.sort(key=lambda item: (item[0].reach[1] - item[0].reach[0], abs(item[0].word - word)))
        kept: dict[Span, Source] = {}
        for _, source in found:
            kept.setdefault(source.party.span, source)
        if self._before is not None and word < self._quoted_until:
            kept.setdefault(self._before.party.span, self._before)
        return tuple(kept.values())

    def stance(self, word: int) -> str:
        """The stance of the nearest saying; a denial holds for all that it covers.

        A saying without anybody ("أفيد بأن") reports all the same.
        """
        sources = self.of(word)
        said = [source.stance for source in sources] or [
            saying.stance for saying in self.sayings if saying.covers(word) and saying.word != word
        ]
        if "denied" in said:
            return "denied"
        return said[0] if said else "asserted"
