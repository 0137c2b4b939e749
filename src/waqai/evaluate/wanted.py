"""Which records the annotators of the newspaper sentences would have called an event.

They wanted a new, concrete event whose verb stands in the sentence; the coder rightly codes
more (a nominal "after the attack", background, what was denied), so this filter belongs to
the evaluation and not to it. A record passes where it bears no mark and

1. a finite verb tells it: a word of its trigger is one ("قصف", the light verb of "شن هجوما");
   an attack or protest that is merely named is none;
2. that verb tells something done: it may be a perfect ("قصف", not only "يقصف");
3. its clause is no relative: "الهجوم الذي استهدف …" takes up what is known.
"""

from __future__ import annotations

from waqai.coding.clauses import Parse
from waqai.coding.tagging import Tagged
from waqai.model import Record


def is_told_by_verb(parse: Parse, record: Record) -> bool:
    """Whether a finite verb tells the record as something new and done.

    Args:
        parse: of the sentence the record stands in.
        record: any of its records.
    """
    return any(
        _tells(tag) and parse.clauses[parse.clause_of[parse.chunk_of[i]]].kind != "relative"
        for i, tag in enumerate(parse.tags)
        if any(tag.token.start <= span.start < tag.token.end for span in record.trigger)
    )


def _tells(tag: Tagged) -> bool:
    tenses = {form.tense for form in tag.forms if form.pos == "verb"}
    return tag.tag == "verb" and bool(tenses & {"perfect", "jussive"})
