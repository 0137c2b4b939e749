"""The grammar coder: one document in, its records out.

    Document -> sentences -> readings (waqai.coding) -> parties and places resolved
             -> records in the order of the text

`GrammarCoder` loads its resources once and keeps nothing of a document, so that the order
of documents changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.coding.assemble import Resolved, Stamp, build_record
from waqai.coding.backlog import Backlog
from waqai.coding.domains import Domain, DomainIndex, fold_words
from waqai.coding.draft import Draft, SentenceReading, Source
from waqai.coding.explain import Explanation
from waqai.coding.focus import Focus
from waqai.coding.names import NameMatch
from waqai.coding.scene import Scene
from waqai.coding.sentence import SentenceCoder
from waqai.coding.sources import OUTLET_WORDS
from waqai.coding.state import DocumentState, Resources
from waqai.folding import fold
from waqai.knowledge import Knowledge, load_knowledge
from waqai.lexicon import load_lexicon
from waqai.model import Attribution, Document, Entity, Record, Sentence, Span
from waqai.ontology import load_ontology
from waqai.resolve.context import CountryContext, fill_country, struck_country
from waqai.resolve.hosting import order_by_host
from waqai.resolve.identities import FullMention, IdentityResolver, office_heads
from waqai.resolve.places import fill_place, resolve_place
from waqai.text.sentences import split_sentences
from waqai.text.tokens import Token, tokenize
from waqai.text.view import make_view
from waqai.version import __version__

NAME = "grammar-ar 0.1"


@dataclass(frozen=True, slots=True)
class _Read:
    """A document read, before anybody is identified."""

    readings: tuple[SentenceReading, ...]
    mentions: tuple[FullMention, ...]
    countries: tuple[str, ...]
    """All that the document names, in the order of the text."""
    context: CountryContext
    tokens: tuple[tuple[Token, ...], ...]
    domain: Domain | None


class GrammarCoder:
    """Codes Arabic documents from grammar and vocabulary."""

    name = NAME

    def __init__(self, resources: Resources) -> None:
        """Index the resources."""
        self.resources = resources
        self._sentences = SentenceCoder(resources)
        self._domains = DomainIndex(resources.lexicon)
        self._heads = office_heads(resources.knowledge)
        self._homes = _homes(resources.knowledge)
        self._stamp = Stamp(
            NAME,
            __version__,
            self.hashes,
        )

    @property
    def hashes(self) -> dict[str, str]:
        """The hashes of lexicon, knowledge and ontology, which every record bears."""
        return {
            "lexicon": self.resources.lexicon.hash,
            "knowledge": self.resources.knowledge.hash,
            "ontology": self.resources.ontology.hash,
        }

    def code(self, document: Document) -> tuple[Record, ...]:
        """The records of a document, in the order of the text."""
        return self._records(document, self._read(document, whole=False))

    def explain(self, document: Document) -> Explanation:
        """Every hop of a document; `Explanation.render` prints it."""
        read = self._read(document, whole=True)
        records = self._records(document, read)
        return Explanation(document, read.readings, read.tokens, records, read.domain)

    def _read(self, document: Document, *, whole: bool) -> _Read:
        """Read a document; whole, with the sentences that tell no act, for its explanation."""
        view = make_view(document.text)
        backlog = Backlog()
        known: set[str] = set()
        titled = self._title_names(document, known)
        scene = Scene(document.text, self.resources.knowledge, titled)
        words = fold_words(document.text)
        state = DocumentState(
            document.text,
            document.published,
            backlog,
            Focus(backlog),
            scene,
            words,
            self._domains.find(document.title, words),
            reads_whole=whole,
        )
        readings: list[SentenceReading] = []
        mentions: list[FullMention] = []
        all_tokens: list[tuple[Token, ...]] = []
        countries: dict[str, None] = dict.fromkeys(self._countries(titled))
        by_sentence: list[tuple[str, ...]] = []
        paragraph = counted = 0
        for piece in split_sentences(view):
            tokens = tokenize(view, piece.start, piece.end)
            paragraph += document.text.count("\n", counted, piece.start)
            counted = piece.start
            sentence = Sentence(piece.index, Span.of(document.text, piece.start, piece.end))
            names = self._sentences.names_in(tokens, known)
            mentions += _full_mentions(names.values(), tokens, paragraph)
            countries.update(dict.fromkeys(self._countries(names.values())))
            by_sentence.append(tuple(self._local_countries(names.values())))
            if piece.index == 0:
                scene.open(tokens, names)
            readings.append(self._sentences.read(sentence, paragraph, tokens, names, state))
            scene.take(tokens, names)
            all_tokens.append(tokens)
        backlog.drop()
        return _Read(
            tuple(readings),
            tuple(mentions),
            tuple(countries),
            CountryContext(by_sentence, self._homes.get(_outlet_key(document.outlet))),
            tuple(all_tokens),
            state.domain,
        )

    def _title_names(self, document: Document, known: set[str]) -> tuple[NameMatch, ...]:
        """A title is not coded, but what it names helps to tell places apart."""
        if not document.title:
            return ()
        view = make_view(document.title)
        tokens = tokenize(view, 0, len(document.title))
        return tuple(self._sentences.names_in(tokens, known).values())

    def _countries(self, names: Iterable[NameMatch]) -> Iterator[str]:
        for match in names:
            use = match.use("country", "nisba", "name")
            entry = self.resources.knowledge.entities.get(use.id) if use else None
            # Where an agency has its seat says nothing of where its news happened.
            is_outlet = entry is not None and entry.kind == "medium"
            if entry is not None and entry.country is not None and not is_outlet:
                yield entry.country

    def _local_countries(self, names: Iterable[NameMatch]) -> Iterator[str]:
        """Countries that names stand for, places of one country included."""
        for match in names:
            found = set(self._countries((match,)))
            if not found:
                places = (self.resources.knowledge.places.get(use.id) for use in match.uses)
                found = {place.country for place in places if place is not None and place.country}
            if len(found) == 1:
                yield found.pop()

    def _records(self, document: Document, read: _Read) -> tuple[Record, ...]:
        resolver = IdentityResolver(self.resources.knowledge, self._heads, read.mentions)
        found: dict[str, Record] = {}
        for reading in read.readings:
            for draft in reading.drafts:
                record = self._record(document, draft, resolver, read)
                found.setdefault(record.id, record)
        return tuple(sorted(found.values(), key=lambda r: (r.trigger[0].start, r.event, r.id)))

    def _record(
        self,
        document: Document,
        draft: Draft,
        resolver: IdentityResolver,
        read: _Read,
    ) -> Record:
        day = _day(draft, document)
        actors = tuple(resolver.resolve(party, day) for party in draft.actors)
        recipients = tuple(resolver.resolve(party, day) for party in draft.recipients)
        near = {e.code for e in (*actors, *recipients) if e.code}
        rings = (near, *read.context.rings(draft.sentence.index), read.countries)
        place = resolve_place(draft.place, self.resources.knowledge, rings)
        draft, actors, recipients = order_by_host(draft, actors, recipients, place)
        country = read.context.country_at(draft.sentence.index, place)
        place = fill_place(place, draft.place, country, self.resources.knowledge)
        actors = fill_country(draft.event, actors, recipients, country)
        recipients = fill_country(draft.event, recipients, actors, country)
        if draft.event == "ASSAULT" and not recipients:
            recipients = struck_country(actors, place)
        resolved = Resolved(
            actors, recipients, place, tuple(self._attributions(draft, resolver, day))
        )
        return build_record(draft, resolved, document, self.resources.ontology, self._stamp)

    def _attributions(
        self, draft: Draft, resolver: IdentityResolver, day: date | None
    ) -> Iterator[Attribution]:
        for source in draft.sources:
            entity = resolver.resolve(source.party, day)
            role = "outlet" if self._is_outlet(source, entity) else "speaker"
            party = source.party
            words = party.mention if party.mention and party.is_described else party.span
            yield Attribution(words, role, source.verb, entity.code, entity.sector, entity.identity)

    def _is_outlet(self, source: Source, entity: Entity) -> bool:
        if entity.identity is not None and entity.identity.startswith("medium/"):
            return True
        return source.party.phrase.text.split()[0].lstrip("و") in OUTLET_WORDS


def _homes(knowledge: Knowledge) -> dict[str, str]:
    """The country of each outlet by its names in both languages."""
    return {
        _outlet_key(name): entity.country
        for key, entity in knowledge.entities.items()
        if key.startswith("medium/") and entity.country is not None
        for name in (*entity.names_en, *entity.names)
    }


def _outlet_key(name: str | None) -> str:
    return fold(name or "").casefold().strip()


def load_coder() -> GrammarCoder:
    """A coder with the shipped lexicon, knowledge and ontology."""
    return GrammarCoder(Resources(load_lexicon(), load_knowledge(), load_ontology()))


def _full_mentions(
    names: Iterable[NameMatch], tokens: Sequence[Token], paragraph: int
) -> Iterator[FullMention]:
    for match in names:
        people = {u.id for u in match.uses if u.kind == "name" and u.id.startswith("person/")}
        if len(people) == 1:
            yield FullMention(people.pop(), tokens[match.first].start, paragraph)


def _day(draft: Draft, document: Document) -> date | None:
    """The day on which offices are asked for: the act's, else the publication's."""
    if draft.when.first is not None and draft.when.first == draft.when.last:
        return date.fromisoformat(draft.when.first)
    if draft.when.first is not None or document.published is None:
        return None
    return document.published.day
