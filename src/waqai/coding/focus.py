"""Who was mentioned: the parties of a document, and whom a pronoun leads back to.

First the subject of the sentence, then the latest party that agrees in gender and number.
What does not agree with anybody leads to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from waqai.coding.backlog import Backlog
from waqai.folding import fold
from waqai.knowledge import NameUse
from waqai.model import Span

_PERSONS = frozenset({"person", "office", "kin"})
_MAX_FOCUS = 40
"""Parties kept in mind; reports rarely lead back over more."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in a role, by the words of the document."""

    span: Span
    """The words cited: a person's name, else the phrase."""
    phrase: Span
    """The whole phrase."""
    kind: str
    name: NameUse | None
    uses: tuple[NameUse, ...]
    """Everybody that a person's name may mean."""
    code: str | None
    code_basis: str
    sector: str | None
    other_sectors: tuple[str, ...]
    office: Span | None
    relative: NameUse | None
    gender: str
    number: str
    sentence: int
    paragraph: int
    mention: Span | None = None
    is_vague: bool = False
    """ "عدة دول": some of a kind, nobody in particular."""
    said_sector: str | None = None
    """The sector that a title says by itself, whoever bears it."""
    is_named: bool = False
    """A personal name stands in the phrase, known or not."""
    is_described: bool = False
    """The mention is a description of its own ("المحكمة"), no pronoun."""


class Focus:
    """Who was mentioned, the latest last; one for each document."""

    def __init__(self, backlog: Backlog) -> None:
        """Start with nobody.

        Args:
            backlog: who was mentioned but not noted yet; done before any question is answered.
        """
        self._backlog = backlog
        self._parties: dict[str, Party] = {}
        self._subject: Party | None = None
        self._topic: Party | None = None

    def mention(self, party: Party, *, is_subject: bool = False, is_topic: bool = False) -> None:
        """Note a party; a subject is the first a pronoun leads to.

        Args:
            party: who is mentioned.
            is_subject: it is the subject of a verb.
            is_topic: it is the subject of a main clause: a verb without one goes on with it.
        """
        self._parties.pop(party.phrase.text, None)
        self._parties[party.phrase.text] = party
        if len(self._parties) > _MAX_FOCUS:
            del self._parties[next(iter(self._parties))]
        if is_subject:
            self._subject = party
        if is_topic:
            self._topic = party

    def topic(self, gender: str, number: str) -> Party | None:
        """Who a verb without a subject goes on with, where it agrees: "ودعا إلى الحوار"."""
        self._backlog.clear()
        party = self._topic
        if party is None or not _agrees(party, gender, number):
            return None
        if gender == "f" and party.gender != "f":
            return None
        return party

    def bearer(self, name: str) -> Party | None:
        """The one person mentioned before whose full name ends in `name` and who has a sector."""
        self._backlog.clear()
        found = {
            party.span.text: party
            for party in self._parties.values()
            if party.span.text.endswith(name) and party.sector and party.kind in _PERSONS
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def namesake(self, name: str) -> Party | None:
        """The one whom the text has called by just this personal name."""
        self._backlog.clear()
        named = [p for p in self._parties.values() if p.is_named and p.span.text == name]
        return named[-1] if named else None

    def described(self, words: Sequence[str], before: int) -> Party | None:
        """The one party whose longer phrase opens with these words.

        "محكمة العدل الدولية … المحكمة", "رئيس الوزراء اليوناني … رئيس الوزراء".

        Args:
            words: of a definite phrase that says no more, as `bare_words` gives them.
            before: start of that phrase; only who was mentioned before it is meant.
        """
        self._backlog.clear()
        found: dict[object, Party] = {}
        for party in self._parties.values():
            longer = bare_words(party.phrase.text)
            is_fuller = len(longer) > len(words) and longer[: len(words)] == tuple(words)
            if is_fuller and party.phrase.start < before and _is_told(party):
                found[party.name.id if party.name else longer] = party
        return next(iter(found.values())) if len(found) == 1 else None

    def antecedent(self, gender: str, number: str, besides: Set[str] = frozenset()) -> Party | None:
        """The subject where it agrees, else the latest party that does.

        Args:
            gender: of the pronoun.
            number: of the pronoun.
            besides: head words of parties that it does not mean.
        """
        self._backlog.clear()
        latest_first = [*reversed(self._parties.values())]
        subject = [] if self._subject is None else [self._subject]
        fitting = (p for p in [*subject, *latest_first] if _agrees(p, gender, number))
        return next((p for p in fitting if head_word(p) not in besides), None)

    def last_two(self) -> tuple[Party, ...]:
        """The last two single persons, in the order of the text; nobody if there is one only."""
        self._backlog.clear()
        people = [p for p in self._parties.values() if p.kind in ("person", "office", "named")]
        people = [p for p in people if p.number in ("", "s")]
        return tuple(people[-2:]) if len(people) > 1 else ()


def head_word(party: Party) -> str:
    """The first word of a phrase without its article: "العميد" may be "عميد الكلية"."""
    return party.phrase.text.split()[0].removeprefix("ال")


def bare_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, the first without its article.

    Example:
        >>> bare_words("المحكمة الدولية")
        ('محكمه', 'الدوليه')
    """
    first, *rest = fold(phrase).split()
    return (first.removeprefix("ال"), *rest)


def _is_told(party: Party) -> bool:
    """Whether a mention says whose it is, and means one."""
    return party.number != "p" and not party.is_vague and party.code is not None


def _agrees(party: Party, gender: str, number: str) -> bool:
    if number == "d":
        return False
    if number == "s" and party.number in ("d", "p"):
        return False
    if number == "p" and party.number not in ("p", ""):
        return False
    if number == "p" and gender == "f" and party.number != "p":
        return False  # "هن" are women: no state or body, which takes ها.
    is_group = party.kind == "agent" and party.number == "p"
    if gender == "f" and not number:
        return party.gender == "f" or is_group
    return not (gender and party.gender and party.gender != gender)
