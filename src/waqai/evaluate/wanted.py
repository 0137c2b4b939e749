"""Which records the annotators of the newspaper sentences would have called an event.

They wanted a new, concrete event whose verb stands in the sentence; the coder rightly codes
more (a nominal "after the attack", background, what was denied), so this filter belongs to
the evaluation and not to it. A record passes where it bears no mark and a finite verb tells
it: a word of its trigger is one ("قصف", the light verb of "شن هجوما"), or the clause in which
its noun stands has one, as subject, object or adjunct ("استهدف الهجوم", "قتل في هجوم"). A noun
in a verbless clause passes where that clause only continues, or goes on as a participle
from, a clause that has one; under أن or a relative it does not.
"""

from __future__ import annotations

from waqai.coding.clauses import Parse
from waqai.model import Record

_GOES_ON = frozenset({"coordinate", "participial"})
"""Kinds of clause that share the verb of the clause they go on from."""


def is_told_by_verb(parse: Parse, record: Record) -> bool:
    """Whether a finite verb tells the record.

    Args:
        parse: of the sentence the record stands in.
        record: any of its records.
    """
    words = [
        i
        for i, tag in enumerate(parse.tags)
        if any(tag.token.start <= span.start < tag.token.end for span in record.trigger)
    ]
    if any(parse.tags[i].tag == "verb" for i in words):
        return True
    return any(_has_verb(parse, parse.clause_of[parse.chunk_of[i]]) for i in words)


def _has_verb(parse: Parse, index: int) -> bool:
    if any(parse.chunks[k].kind == "verb" for k in parse.members(index)):
        return True
    clause = parse.clauses[index]
    before = clause.continues if clause.continues is not None else clause.parent
    return clause.kind in _GOES_ON and before is not None and _has_verb(parse, before)
