"""The grammar coder: one document in, its records out.

    Document -> sentences -> readings (waqai.coding) -> parties and places resolved
             -> people nobody knows named -> records in the order of the text

`GrammarCoder` loads its resources once and keeps nothing of a document, so that the order
of documents changes no answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from waqai.coding.assemble import Resolved, Stamp, build_record
from waqai.coding.backlog import Backlog
from waqai.coding.domains import Domain, DomainIndex, fold_words
from waqai.coding.draft import Draft, SentenceReading, Source
from waqai.coding.focus import Focus
from waqai.coding.names import NameMatch
from waqai.coding.scene import Scene
from waqai.coding.sentence import SentenceCoder
from waqai.coding.sources import OUTLET_WORDS
from waqai.coding.state import DocumentState, Resources
from waqai.folding import fold
from waqai.knowledge import Knowledge, load_knowledge
from waqai.lexicon import load_lexicon
from waqai.model import Attribution, Document, Entity, Place, Record, Sentence, Span
from waqai.ontology import load_ontology
from waqai.resolve.candidates import Resolution
from waqai.resolve.context import CountryContext, fill_country, struck_country
from waqai.resolve.explain import Explanation
from waqai.resolve.hosting import order_by_host
from waqai.resolve.identities import Identified, IdentityResolver
from waqai.resolve.latin import Romanizer
from waqai.resolve.offices import OfficeFinder
from waqai.resolve.persons import FullMention
from waqai.resolve.places import fill_place, resolve_place
from waqai.resolve.provisional import Newcomers
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


@dataclass(frozen=True, slots=True)
class _Resolved:
    """A draft with who and where, before people nobody knows have a name."""

    draft: Draft
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Place | None
    who: tuple[Identified, ...]
    """How each party of both sides was decided."""
    sources: tuple[tuple[Source, Identified], ...]

    def pairs(self) -> Iterator[tuple[Identified, Entity]]:
        """Who was identified, with his entity in the end."""
        by_span = {who.entity.span: who for who in self.who}
        for entity in (*self.actors, *self.recipients):
            if entity.span in by_span:
                yield by_span[entity.span], entity
        yield from ((who, who.entity) for _, who in self.sources)

    def decisions(self) -> dict[Span, Resolution]:
        """How it was decided who each party is, by the words cited."""
        sides = {who.entity.span: who.resolution for who in self.who}
        return sides | {who.entity.span: who.resolution for _, who in self.sources}

    def named(self, newcomers: Newcomers, romanizer: Romanizer) -> Resolved:
        """The same for the record, with ids for people whom nobody knows."""
        by_span = {who.entity.span: who for who in self.who}

        def name(entity: Entity) -> Entity:
            who = by_span.get(entity.span)
            return newcomers.named(who, entity, romanizer) if who is not None else entity

        said = (
            _attribution(source, newcomers.named(who, who.entity, romanizer))
            for source, who in self.sources
        )
        return Resolved(
            tuple(map(name, self.actors)),
            tuple(map(name, self.recipients)),
            self.place,
            tuple(said),
        )


class GrammarCoder:
    """Codes Arabic documents from grammar and vocabulary."""

    name = NAME

    def __init__(self, resources: Resources) -> None:
        """Index the resources."""
        self.resources = resources
        self._sentences = SentenceCoder(resources)
        self._domains = DomainIndex(resources.lexicon)
        self._offices = OfficeFinder(resources.knowledge)
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
        return tuple(record for record, _ in self._records(document, self._read(document)))

    def explain(self, document: Document) -> Explanation:
        """Every hop of a document; `Explanation.render` prints it."""
        read = self._read(document, whole=True)
        found = self._records(document, read)
        return Explanation(
            document,
            read.readings,
            read.tokens,
            tuple(record for record, _ in found),
            {record.id: resolved.decisions() for record, resolved in found},
            read.domain,
        )

    def _read(self, document: Document, *, whole: bool = False) -> _Read:
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

    def _records(self, document: Document, read: _Read) -> list[tuple[Record, _Resolved]]:
        """The records in the order of the text, each with what it was made from."""
        drafts = self._resolve(document, read)
        newcomers = Newcomers(document.id, (pair for draft in drafts for pair in draft.pairs()))
        found: dict[str, tuple[Record, _Resolved]] = {}
        for resolved in drafts:
            sides = resolved.named(newcomers, self._romanizer)
            record = build_record(
                resolved.draft, sides, document, self.resources.ontology, self._stamp
            )
            found.setdefault(record.id, (record, resolved))
        return sorted(found.values(), key=lambda made: _order(made[0]))

    @cached_property
    def _romanizer(self) -> Romanizer:
        return Romanizer(self.resources.knowledge)

    def _resolve(self, document: Document, read: _Read) -> list[_Resolved]:
        """The drafts of a document with who and where, in the order of the text."""
        knowledge = self.resources.knowledge
        resolver = IdentityResolver(knowledge, self._offices, read.mentions, read.context)
        return [
            self._resolve_draft(document, draft, resolver, read)
            for reading in read.readings
            for draft in reading.drafts
        ]

    def _resolve_draft(
        self, document: Document, draft: Draft, resolver: IdentityResolver, read: _Read
    ) -> _Resolved:
        day = _day(draft, document)
        who = [resolver.resolve(party, day) for party in (*draft.actors, *draft.recipients)]
        actors = tuple(one.entity for one in who[: len(draft.actors)])
        recipients = tuple(one.entity for one in who[len(draft.actors) :])
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
        seated = _seat(who, (*actors, *recipients), resolver, day)
        sources = tuple((s, _speaker(s, resolver, read.context, day)) for s in draft.sources)
        return _Resolved(
            draft,
            tuple(seated[e.span].entity if e.span in seated else e for e in actors),
            tuple(seated[e.span].entity if e.span in seated else e for e in recipients),
            place,
            tuple(seated.get(one.entity.span, one) for one in who),
            sources,
        )


def _seat(
    who: Iterable[Identified],
    entities: Iterable[Entity],
    resolver: IdentityResolver,
    day: date | None,
) -> dict[Span, Identified]:
    """Offices without a country of their own, in the country filled in for them."""
    codes = {e.span: e.code for e in entities if e.code_basis == "context" and e.code}
    found = {}
    for one in who:
        code = codes.get(one.entity.span)
        if code is not None and one.party.code is None and one.party.office is not None:
            found[one.entity.span] = resolver.resolve_seat(one, code, day)
    return found


def _speaker(
    source: Source, resolver: IdentityResolver, context: CountryContext, day: date | None
) -> Identified:
    """Who says so; a seat without a country is that of the country the report is about."""
    who = resolver.resolve(source.party, day)
    main = context.main
    if who.entity.code is not None or main is None or not context.is_about(main):
        return who
    return resolver.resolve_seat(who, main, day)


def _order(record: Record) -> tuple[int, str, str]:
    """The order of the text."""
    return record.trigger[0].start, record.event, record.id


def _attribution(source: Source, entity: Entity) -> Attribution:
    """Who says so, by the words at the saying."""
    party = source.party
    words = party.mention if party.mention and party.is_described else party.span
    role = "outlet" if _is_outlet(source, entity) else "speaker"
    return Attribution(words, role, source.verb, entity.code, entity.sector, entity.identity)


def _is_outlet(source: Source, entity: Entity) -> bool:
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
