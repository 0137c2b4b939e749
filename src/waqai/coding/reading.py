"""One parsed sentence on its way to drafts: candidates, checks, roles, claims.

`waqai.coding.sentence` hands it a parse; out comes the reading with its drafts and with
what was passed over. The order: marks and sayings, candidates, then for each candidate that
fires the checks, its parties and place, its date, marks and stance, its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from waqai.coding import checks, guard
from waqai.coding.behind import PartiesBehind
from waqai.coding.claims import ClaimReader
from waqai.coding.clauses import Parse
from waqai.coding.contexts import Spots, Zone
from waqai.coding.counts import CountReader
from waqai.coding.details import read_modes
from waqai.coding.draft import Draft, Passed, PlaceMention, SentenceReading
from waqai.coding.entities import Describer
from waqai.coding.focus import Party
from waqai.coding.interests import InterestFinder
from waqai.coding.left_out import doer_before, left_out, own_words, talker
from waqai.coding.marks import Marking
from waqai.coding.parties import PartyReader, distinct, match_counterparts, split_sides
from waqai.coding.placing import PHYSICAL, PlaceFinder
from waqai.coding.roles import Argument
from waqai.coding.sharing import share_parties
from waqai.coding.sources import SourceReader
from waqai.coding.state import DocumentState, Indexes
from waqai.coding.targets import TargetFinder
from waqai.coding.time_expression import TimeExpression
from waqai.coding.triggers import Candidate, TriggerFinder, entry_frame
from waqai.lexicon.load import Trigger
from waqai.model import Evidence, Sentence, Span
from waqai.ontology.rulings import settle

_WITHHELD = frozenset({"RETREAT", "CONCEDE", "AGREE"})
"""Types whose coming act, denied, is refused: "لن نفرج عن الأسرى"."""
_THINGS_TOO = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types whose recipient may be a thing: a building shelled, a road closed."""


class SentenceReader:
    """One sentence on its way to drafts."""

    def __init__(
        self,
        indexes: Indexes,
        sentence: Sentence,
        paragraph: int,
        parse: Parse,
        times: Sequence[TimeExpression],
        state: DocumentState,
    ) -> None:
        self._indexes = indexes
        self._lexicon = indexes.resources.lexicon
        self._sentence = sentence
        self._parse = parse
        self._times = tuple(times)
        self._state = state
        describer = Describer(parse.tags, self._lexicon, indexes.resources.knowledge)
        place = (sentence.index, paragraph)
        self._reader = PartyReader(state.text, parse.tags, describer, place, state.focus)
        prospects = None if state.reads_whole else indexes.prospects
        self._finder = TriggerFinder(parse, self._lexicon, prospects)
        find_sayings = partial(indexes.sayings.find, parse, self._finder.roles)
        self._sources = SourceReader(parse, find_sayings, self._reader, state)
        self._n_remembered = 0
        self._acts: dict[int, str] = {}
        self._candidates: tuple[Candidate, ...] = ()
        self._drafts: list[tuple[int, Draft]] = []
        self._passed: list[Passed] = []

    def read(self) -> SentenceReading:
        """Everything read of the sentence; the document's state moves on."""
        candidates = self._finder.find()
        self._candidates = candidates
        firing = [c for c in candidates if c.stopped_by is None]
        self._acts = {c.word: self._lexicon.triggers[c.entry].event for c in firing}
        self._passed = [Passed(c, c.stopped_by) for c in candidates if c.stopped_by]
        for candidate in firing:
            self._remember(self._parse.chunk_of[candidate.word])
            draft = self._draft(candidate, firing)
            if draft is not None:
                self._drafts.append((candidate.word, draft))
        self._remember(len(self._parse.chunks))
        drafts = share_parties(self._with_wishes(firing)) if self._drafts else []
        is_whole = self._state.reads_whole
        return SentenceReading(
            self._sentence,
            self._parse,
            self._times,
            self._markings if is_whole else (),
            self._sources.sayings if is_whole else (),
            tuple(drafts),
            tuple(self._passed),
        )

    def pass_by(self) -> None:
        """Tell the document's state what a sentence without an act tells it."""
        self._remember(len(self._parse.chunks))

    @cached_property
    def _spots(self) -> Spots:
        return self._indexes.contexts.spots(self._parse)

    @cached_property
    def _markings(self) -> tuple[Marking, ...]:
        return self._indexes.marks.find(self._parse)

    @cached_property
    def _placer(self) -> PlaceFinder:
        knowledge = self._indexes.resources.knowledge
        return PlaceFinder(self._parse, self._reader, knowledge, self._state.scene)

    @cached_property
    def _behind(self) -> PartiesBehind:
        return PartiesBehind(
            self._parse, self._lexicon, self._finder.roles, self._reader, self._markings
        )

    @cached_property
    def _claims(self) -> ClaimReader:
        return ClaimReader(
            self._parse,
            self._times,
            self._markings,
            self._state,
            self._reader,
            occasions=self._lexicon.words_of_any(("@occasions",)),
        )

    def _with_wishes(self, firing: Sequence[Candidate]) -> list[Draft]:
        """The drafts with what their doers want."""
        drafts = dict(self._drafts)
        acts = {c.word: (c, drafts[c.word]) for c in firing if c.word in drafts}
        finder = InterestFinder(
            self._parse, self._lexicon, self._finder.roles, self._markings, self._reader
        )
        wishes = finder.find(acts)
        return [replace(draft, wishes=wishes.get(word, ())) for word, draft in self._drafts]

    # Drafts ----------------------------------------------------------------------------

    def _draft(self, candidate: Candidate, firing: Sequence[Candidate]) -> Draft | None:
        entry = self._lexicon.triggers[candidate.entry]
        word = candidate.word
        check = (
            checks.wanted(self._markings, word)
            or checks.purpose(self._parse, self._lexicon, candidate, self._markings)
            or checks.asked_for(self._parse, self._lexicon, firing, candidate, self._markings)
            or checks.same_protest(self._parse, candidate, entry.event, self._acts)
            or checks.demanded_in_protest(self._parse, self._lexicon, firing, candidate)
        )
        if check is not None:
            self._passed.append(Passed(candidate, check))
            return None
        frame = entry_frame(entry, candidate)
        if candidate.slots.light is not None:
            light = self._lexicon.lights[candidate.slots.light]
            frame["light"] = light.subject or "theme"
        elif candidate.slots.get("light"):
            frame["light"] = "actor"
        actors, recipients, arguments = self._roles(entry, candidate, frame)
        place = self._placer.find(word, entry.event)
        n_parties = len(actors) + len(recipients)
        if entry.event in checks.ACTORLESS:
            n_parties += checks.n_pronouns(candidate, frame)
        check = (
            checks.bare_mention(
                self._parse, self._lexicon, candidate, entry.event, n_parties, place is not None
            )
            or checks.one_sided(entry.event, actors, recipients)
            or checks.nobody_speaks(self._parse, candidate, actors)
        )
        if check is not None:
            self._passed.append(Passed(candidate, check))
            return None
        if entry.event == "PROTEST":
            recipients = self._against(candidate, recipients)
            if not actors and frame.get("of") == "actor":
                actors = (self._reader.crowd(word),)
        if place is None and (entry.event in PHYSICAL or "visit" in entry.modes):
            place = self._placer.find_around(word, entry.event, arguments)
        draft = self._assemble(entry, candidate, (actors, recipients), arguments, place)
        check = checks.only_recalled(candidate, draft.aux, n_parties) or self._ordinary(
            entry, candidate, draft
        )
        if check is not None:
            self._passed.append(Passed(candidate, check))
            return None
        return self._carry_place(draft)

    def _against(self, candidate: Candidate, recipients: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom a protest is against: named with ضد or by its cause, else where it stands.

        "أمام الوزارة احتجاجا على قرار الحكومة" is against the government.
        """
        finder = TargetFinder(self._parse, self._lexicon, self._reader)
        if recipients and candidate.slots.get("ضد"):
            return recipients
        cause = finder.cause(candidate.word)
        return cause or recipients or finder.place(candidate.word)

    def _ordinary(self, entry: Trigger, candidate: Candidate, draft: Draft) -> str | None:
        """Why the word names no act in a document of its domain."""
        domain = self._state.domain
        if domain is None:
            return None
        forms = self._parse.tags[candidate.word].forms
        tenses = [f.tense for f in forms if (f.entry, f.pos) == (candidate.entry, "verb")]
        work = guard.told_in_a_work(domain, self._state.text, self._sentence.span, tenses)
        return work or guard.ordinary_sense(
            domain, entry, draft, self._state.published, self._named()
        )

    def _named(self) -> Iterator[Party]:
        """Everybody whom the sentence names, in its order."""
        for chunk in self._parse.chunks:
            if chunk.kind == "phrase":
                yield from self._reader.read((Argument(chunk.start, chunk.last),))

    def _carry_place(self, draft: Draft) -> Draft:
        """Without a place a deed is where the one before was, or the report is from."""
        if draft.event not in PHYSICAL or "historical" in draft.aux:
            return draft
        if draft.place is None:
            return replace(draft, place=self._state.scene.deed or self._state.scene.home)
        self._state.scene.deed = draft.place
        return draft

    def _roles(
        self, entry: Trigger, candidate: Candidate, frame: Mapping[str, str]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Argument, ...]]:
        parties: dict[str, list[Party]] = {"actor": [], "recipient": []}
        arguments: list[Argument] = []
        subject_role = frame.get("subject", "")
        if subject_role in parties and not candidate.slots.get("subject"):
            parties[subject_role] += left_out(
                self._parse, self._state, self._sources, entry, candidate
            )
        for slot, role in frame.items():
            if role not in parties:
                continue
            filled = candidate.slots.get(slot)
            things = role == "recipient" and (entry.event in _THINGS_TOO or "visit" in entry.modes)
            if slot in ("of", "light") and parties[role] and not filled:
                continue
            things = things or (role == "actor" and _must_act(entry, slot))
            besides = parties["actor"] if slot == "object" else ()
            read = self._reader.read(filled, things=things, besides=besides)
            if things and role == "actor":
                read = tuple(p for p in read if p.kind != "place")
            if "visit" not in entry.modes:
                read = tuple(p for p in read if not (slot in _BY_THE_WAY and p.kind == "place"))
            parties[role] += read
            if role == "recipient":
                arguments += filled
        match_counterparts(parties)
        actors = distinct(parties["actor"])
        recipients = tuple(
            p for p in distinct(parties["recipient"]) if p.span not in {a.span for a in actors}
        )
        if not actors:
            actors = self._behind.actors(candidate)
        if not actors and candidate.pos == "noun" and candidate.slots.get("مع"):
            actors = doer_before(self._parse, self._drafts, candidate.word)
            if not actors and entry.symmetric:
                actors = talker(self._parse, self._finder.roles, self._reader, candidate.word)
        if not recipients:
            recipients = self._behind.recipients(entry, candidate, frame, actors)
        if entry.symmetric:
            actors, recipients = split_sides(actors, recipients)
        return actors, recipients, tuple(arguments)

    def _assemble(
        self,
        entry: Trigger,
        candidate: Candidate,
        sides: tuple[tuple[Party, ...], tuple[Party, ...]],
        arguments: tuple[Argument, ...],
        place: PlaceMention | None,
    ) -> Draft:
        word = candidate.word
        modes, mode_evidence = read_modes(entry, candidate, self._finder, self._reader)
        contexts, context_evidence = self._indexes.contexts.read(
            entry, self._spots, Zone(word, self._acts, self._themes()), self._reader
        )
        evidence: dict[str, tuple[Evidence, ...]] = {}
        if mode_evidence:
            evidence["mode"] = mode_evidence
        if context_evidence:
            evidence["context"] = context_evidence
        claims = self._claims.read(entry, candidate)
        if claims.evidence:
            evidence["aux"] = claims.evidence
        event, aux, stance = entry.event, claims.aux, claims.stance
        refused = entry.negated_event
        if event in _WITHHELD and "future" in aux and "hypothetical" not in aux:
            refused = refused or "REJECT"
        if "negation" in aux and refused is not None:
            event, aux = refused, tuple(a for a in aux if a not in ("negation", "future"))
            modes = ()
        is_coming = "future" in aux and "negation" not in aux
        settled = settle(event, modes=modes, contexts=contexts, future=is_coming)
        if settled.event != event:
            aux = tuple(a for a in aux if a != "future")
        sources = self._sources.of(word)
        said = self._sources.stance(word)
        if stance == "asserted" or said == "denied":
            stance = said
        return Draft(
            entry=entry.id,
            event=settled.event,
            modes=settled.modes,
            contexts=settled.contexts,
            cameo=settled.cameo or (entry.cameo if settled.event == entry.event else None),
            sentence=self._sentence,
            trigger=self._trigger(candidate),
            actors=sides[0],
            recipients=sides[1],
            symmetric=entry.symmetric and bool(sides[0]) and bool(sides[1]),
            when=claims.when,
            about=claims.about,
            place=place,
            aux=aux,
            stance=stance,
            sources=sources or own_words(self._parse, candidate, self._state),
            wishes=(),
            sizes={} if _UNTOLD & set(aux) else self._counts.read(entry, candidate),
            evidence=evidence,
            features=self._features(candidate, sides, claims.when.info.basis),
        )

    @cached_property
    def _counts(self) -> CountReader:
        return CountReader(self._parse, self._lexicon, self._reader, self._candidates)

    def _themes(self) -> dict[str, int]:
        if self._state.themes is None:
            self._state.themes = self._indexes.contexts.themes(self._state.words)
        return self._state.themes

    def _trigger(self, candidate: Candidate) -> tuple[Span, ...]:
        words = {candidate.word, *candidate.extra}
        if candidate.slots.light_word is not None:
            words.add(candidate.slots.light_word)
        ordered = sorted(words, key=lambda i: (i != candidate.word, i))
        return tuple(self._reader.span(i, i + 1) for i in ordered)

    def _features(
        self, candidate: Candidate, sides: tuple[tuple[Party, ...], ...], basis: str
    ) -> tuple[str, ...]:
        found = [candidate.pos]
        if candidate.slots.light is not None:
            found.append("light")
        found += ["actor"] if sides[0] else []
        found += ["recipient"] if sides[1] else []
        found += ["dated"] if basis == "text" else []
        if candidate.extra:
            found.append("set_phrase")
        return tuple(found)

    def _remember(self, until: int) -> None:
        """Note who the chunks before `until` mention, once a pronoun that follows asks."""
        if until > self._n_remembered:
            self._state.backlog.later(partial(self._mention, self._n_remembered, until))
            self._n_remembered = until

    def _mention(self, first: int, last: int) -> None:
        parse = self._parse
        for k in range(first, last):
            chunk = parse.chunks[k]
            if chunk.kind != "phrase":
                continue
            for party in self._reader.read((Argument(chunk.start, chunk.last),)):
                if party.mention is None or party.is_described:
                    self._state.focus.mention(
                        replace(party, mention=None, is_described=False),
                        is_subject=chunk.start in self._subjects,
                        is_topic=chunk.start in self._topics,
                    )

    @cached_property
    def _topics(self) -> frozenset[int]:
        """First words of the subjects of main clauses."""
        parse, roles = self._parse, self._finder.roles
        verbs = [
            k
            for k, chunk in enumerate(parse.chunks)
            if chunk.kind == "verb" and parse.clauses[parse.clause_of[k]].parent is None
        ]
        return frozenset(a.first for k in verbs for a in roles.subject_of(k) if not a.is_pronoun)

    @cached_property
    def _subjects(self) -> frozenset[int]:
        """First words of the subjects of all verbs."""
        roles, chunks = self._finder.roles, self._parse.chunks
        verbs = [k for k, chunk in enumerate(chunks) if chunk.kind == "verb"]
        return frozenset(a.first for k in verbs for a in roles.subject_of(k) if not a.is_pronoun)


_UNTOLD = frozenset({"negation", "hypothetical"})
"""Marks of what did not happen: it hit nobody."""
_BY_THE_WAY = frozenset({"ب", "في"})


def _must_act(entry: Trigger, slot: str) -> bool:
    """Whether a slot holds a doer whatever its word is.

    "من طرف خافرة سواحل", "نفذ الإطار الطبي وقفة".
    """
    return slot == "by" or (entry.event == "PROTEST" and slot == "light")
