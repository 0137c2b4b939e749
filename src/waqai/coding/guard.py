"""The guard: in a document of ordinary matters an act needs somebody political.

"شن الفريق هجوما" in a match report attacks nobody. In go a draft and the domain of its document;
out comes the check that stops it, or none. An act stands

- where the domain does not make its type doubtful;
- where its word has no ordinary sense there (`sure`, `sure_modes`);
- where a political party does it, undergoes it or tells it: a state, a body, a force, a court,
  an armed group, an office; or where an office of state or a force is named in its sentence,
  for a subject left out is easily misread. Who is called by a word of the domain is none
  ("فريق", "جهاز المناعة"), but for offices of state ("وزير الرياضة"). Whether a bare state is
  one, the domain says: in sport it is a team. Where harm has no doer as a rule (`proof: doer`),
  only who does it counts.

What a film or a novel tells is no act whoever does it. A tale goes on to the end of its
paragraph in the imperfect, the tense that plots are told in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from waqai.coding.domains import Domain, fold_words
from waqai.coding.draft import Draft
from waqai.coding.focus import Party
from waqai.dates import Published
from waqai.inflection import without_article
from waqai.lexicon.load import Trigger
from waqai.model import Span

POLITICAL = frozenset(
    {"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "UAF", "PRM", "OPP", "PRE"}
)
"""Sectors of those who act in politics."""
FORCES = frozenset({"MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF"})
"""Those of them whom hardly anybody else is called by."""
BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG"})
"""Codes of international bodies and groups."""
_RECENT_YEARS = 1
"""Within which a dated act of a piece of history is news."""
_YEAR = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_TALE_WORDS = 3
"""How far a word of telling stands from its work: "تدور أحداث هذا الفيلم"."""


def ordinary_sense(
    domain: Domain,
    entry: Trigger,
    draft: Draft,
    published: Published | None,
    named: Iterable[Party],
) -> str | None:
    """Why an act is not one in a document of this domain; None where it stands.

    Args:
        domain: of the document.
        entry: what names the act.
        draft: the act as read.
        published: when the document was.
        named: everybody whom the sentence names; asked last, for it costs most.
    """
    rule = domain.rule
    if rule.events and entry.event not in rule.events:
        return None
    if rule.doubtful and entry.id not in rule.doubtful:
        return None
    if rule.proof == "recent":
        is_news = _is_recent(draft, published)
        return None if is_news else f"{rule.domain}: long ago, no news"
    if rule.proof == "none":
        return f"{rule.domain}: nothing in it is told as done"
    if entry.id in rule.sure or not rule.sure_modes.isdisjoint(draft.modes):
        return None
    if any(_is_political(party, domain) for party in _parties(domain, draft)):
        return None
    if rule.proof == "party" and any(_is_clearly_political(p, domain) for p in named):
        return None
    lacking = "no political doer" if rule.proof == "doer" else "nobody political stands by it"
    return f"{rule.domain}: {lacking} ({'، '.join(domain.words[:5])})"


def told_in_a_work(domain: Domain, text: str, sentence: Span, tenses: Sequence[str]) -> str | None:
    """The act stands in the plot of a film, a novel, a play.

    Args:
        domain: of the document.
        text: the document's.
        sentence: where the act stands.
        tenses: those that the verb's spelling may be; none for a noun.
    """
    rule = domain.rule
    if not rule.works:
        return None
    goes_on = bool(tenses) and "perfect" not in tenses
    start = text.rfind("\n", 0, sentence.start) + 1 if goes_on else sentence.start
    words = fold_words(text[start : sentence.end])
    works = [i for i, word in enumerate(words) if without_article(_bare(word)) in rule.works]
    told = [i for i, word in enumerate(words) if _bare(word) in rule.telling]
    if any(abs(i - j) <= _TALE_WORDS for i in works for j in told):
        return f"{rule.domain}: told in a work, not done"
    return None


def _bare(word: str) -> str:
    return word[1:] if word[0] in "وف" and len(word) > 4 else word


def _parties(domain: Domain, draft: Draft) -> Iterator[Party]:
    yield from draft.actors
    if domain.rule.proof == "party":
        yield from draft.recipients
        yield from (source.party for source in draft.sources)


def _is_political(party: Party, domain: Domain) -> bool:
    words = fold_words(party.phrase.text)
    is_of_state = without_article(words[0]) in domain.of_state
    if not is_of_state and not domain.own.isdisjoint(words):
        return False
    if party.kind == "state":
        return domain.rule.states
    sectors = {party.sector, *party.other_sectors}
    return not sectors.isdisjoint(POLITICAL) or party.code in BODIES


def _is_clearly_political(party: Party, domain: Domain) -> bool:
    """Somebody who only stands by: he must be called by an office of state, or bear arms."""
    words = fold_words(party.phrase.text)
    is_of_state = without_article(words[0]) in domain.of_state
    return is_of_state or (party.sector in FORCES and domain.own.isdisjoint(words))


def _is_recent(draft: Draft, published: Published | None) -> bool:
    """Dated by the text, and no year of old in its sentence ("في مثل هذا اليوم من عام 1453")."""
    when = draft.when
    if published is None or when.last is None or when.info.basis != "text":
        return False
    first = published.first.year - _RECENT_YEARS
    years = [int(year) for year in _YEAR.findall(draft.sentence.span.text)]
    return min([int(when.last[:4]), *years]) >= first
