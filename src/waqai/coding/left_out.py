"""Doers that a sentence leaves out, known from what was told before.

In go a candidate and the document so far; out come the parties that its ending or its clause
points back to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.coding.clauses import Parse
from waqai.coding.draft import Draft, Source
from waqai.coding.focus import Party
from waqai.coding.parties import PartyReader
from waqai.coding.roles import RoleFinder
from waqai.coding.sources import QUOTED_RULE, SourceReader
from waqai.coding.state import DocumentState
from waqai.coding.triggers import Candidate
from waqai.folding import fold
from waqai.lexicon.load import Trigger


def left_out(
    parse: Parse,
    state: DocumentState,
    sources: SourceReader,
    entry: Trigger,
    candidate: Candidate,
) -> tuple[Party, ...]:
    """The subject a verb leaves out: its ending shows who, the text before says whom.

    "نرفض", "لن نقبل": whoever speaks. "ودعا إلى الحوار": the subject of the main clause
    before, where it agrees; a verb that may be a passive has none.
    """
    if candidate.pos != "verb" or candidate.slots.is_passive:
        return ()
    tag = parse.tags[candidate.word]
    forms = [f for f in tag.forms if f.entry == candidate.entry and f.pos == "verb"]
    if forms and all(form.person == 1 for form in forms):
        return _speaker(state, sources, candidate.word)
    third = [form for form in forms if form.person == 3 and form.number == "s"]
    is_governing = any(candidate.slots.get(fold(place)) for place in entry.frame)
    if not third or (not is_governing and any(f.voice != "active" for f in third)):
        return ()
    clause = parse.clauses[parse.clause_of[parse.chunk_of[candidate.word]]]
    if clause.kind not in ("main", "coordinate") or clause.parent is not None:
        return ()
    party = state.focus.topic(third[0].gender, "s")
    return () if party is None else (replace(party, code_basis="context"),)


def _speaker(state: DocumentState, sources: SourceReader, word: int) -> tuple[Party, ...]:
    """Who says "we" or "I": the source of the sentence, else the last one before."""
    told = sources.of(word)
    state.backlog.clear()
    party = told[0].party if told else state.last_source
    return () if party is None else (replace(party, code_basis="context"),)


def own_words(parse: Parse, candidate: Candidate, state: DocumentState) -> tuple[Source, ...]:
    """ "ولن نفرج عن الأسرى": what is told in the first person, its speaker says."""
    forms = [form for form in parse.tags[candidate.word].forms if form.pos == "verb"]
    is_first = candidate.pos == "verb" and all(form.person == 1 for form in forms)
    party = state.last_source if is_first else None
    return () if party is None else (Source(party, None, QUOTED_RULE, "reported"),)


def doer_before(parse: Parse, drafts: Sequence[tuple[int, Draft]], word: int) -> tuple[Party, ...]:
    """ "أدى زيارة توجت بتوقيع اتفاقية مع …": who did what this clause goes on from."""
    clause = parse.clauses[parse.clause_of[parse.chunk_of[word]]]
    before = clause.continues if clause.continues is not None else clause.parent
    for other, draft in reversed(drafts):
        if parse.clause_of[parse.chunk_of[other]] == before and draft.actors:
            return tuple(replace(p, code_basis="context") for p in draft.actors)
    return ()


def talker(parse: Parse, roles: RoleFinder, reader: PartyReader, word: int) -> tuple[Party, ...]:
    """ "قال الوزير خلال لقاء مع السفير": of talks whoever the sentence is about."""
    verb = roles.governing_verb(parse.chunk_of[word])
    return () if verb is None else reader.read(roles.subject_of(verb))
