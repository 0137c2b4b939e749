"""Counted groups of people: "ثلاثة وعشرون جنديا", "قتيلان", "ضابط وجنديان", "6 من رجالها".

In go the words of a sentence and a position, out comes the `Group` that starts there: how
many people, with bounds, and the words that say so. What counts something else (days, money,
houses, drones) is no group. Parts that و joins are added up; parts of a whole ("بينهم ستة
أطفال") are not looked at.

Left out: plurals without a number ("مقتل جنود": at least three, but no report says so), and
numbers that stand for the dead and the wounded together ("80 بين قتيل وجريح").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from waqai.coding.agreement import is_human_plural
from waqai.coding.clauses import Parse
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Lexicon
from waqai.text.numbers import Number, read_bound_after, read_number

_MAX_TAIL = 5
"""Words of a noun phrase after its head that are looked through for "على الأقل" or و."""
_STOPS = frozenset(
    {"verb", "relative", "subordinator", "complementizer", "negation", "punct", "pronoun",
     "conjunction"}
)  # fmt: skip
_YEARS = range(1900, 2100)
"""Numbers that without a noun are rather years."""
_ELLIPSES = frozenset({"اخر", "اخرين", "اخرون", "اخري", "اخران", "اخريات", "غيرهم"})


@dataclass(frozen=True, slots=True)
class Group:
    """So many people, by the words of the sentence."""

    minimum: int | None
    maximum: int | None
    qualifier: str
    first: int
    last: int
    """The words of the count: [first, last)."""
    head: int
    """The noun counted; the last word of the number where it is left out."""
    next: int
    """The word after the whole phrase."""
    is_numbered: bool
    """A number says it, not the form of the noun."""


class GroupReader:
    """Reads counted groups of one sentence."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Keep the sentence."""
        self._tags = parse.tags
        self._parse = parse
        self._tokens = [tag.token for tag in parse.tags]
        self._things = lexicon.words_of_any(_THINGS)
        self._people = lexicon.words_of("@people_counted")
        self._dead = lexicon.words_of("@dead_people")
        self._wounded = lexicon.words_of("@wounded_people")
        self._bodies = lexicon.words_of("@bodies_of_people")
        self._broken = lexicon.words_of("@people_with_broken_plural")

    def victims(self, i: int) -> str | None:
        """The field that a noun at `i` counts by what it means: قتيل dead, جريح injured."""
        stem = self._tags[i].reading.stem if i < len(self._tags) else ""
        if stem in self._dead:
            return "dead"
        return "injured" if stem in self._wounded else None

    def numbered(self, i: int) -> Group | None:
        """The group that a number at `i` counts, with what و adds to it."""
        if i >= len(self._tags) or self._is_time(i):
            return None
        number = read_number(self._tokens, i)
        if number is None or (number.minimum is None and number.maximum is None):
            return None
        j = self._after_copy(i + number.n_tokens)
        head = self._head(j, number)
        if head is None or (head < j and number.value in _YEARS):
            return None
        end = self._end(max(head, j)) if head >= j or self._is_others(j) else j
        if self._is_mixed(end):
            return None
        number = self._bound(number, j, end)
        group = Group(
            number.minimum, number.maximum, number.qualifier,
            i, i + number.n_tokens, max(head, i), end, is_numbered=True,
        )  # fmt: skip
        return self._with_joined(group)

    def single(self, i: int, *, definite: bool = False) -> Group | None:
        """One or two people whose noun carries its count: "جندي", "قتيلان".

        Args:
            i: the noun.
            definite: whether "الجندي" or a person's name counts as one too.
        """
        n_people = self._n_by_form(i, definite=definite)
        if n_people is None:
            return None
        end = self._end(i)
        last = i + 1
        if end > i + 1 and self._tags[i + 1].token.norm in _ONES:
            last = i + 2
        group = Group(n_people, n_people, "exact", i, last, i, end, is_numbered=False)
        return self._with_joined(group)

    def is_described(self, i: int) -> bool:
        """ "فلسطيني جريح": the word at `i` is an adjective of the people before it."""
        before = self._tags[i - 1] if i else None
        return before is not None and self._is_person(before) and not self._tags[i].reading.conj

    def end_of_phrase(self, i: int) -> int:
        """The word after the noun phrase at `i`: its chunk ends it, or a number."""
        last = self._parse.chunks[self._parse.chunk_of[i]].last
        counted = (j for j in range(i + 1, last) if self.numbered(j) is not None)
        return next(counted, max(last, i + 1))

    # Numbers ---------------------------------------------------------------------------

    def _after_copy(self, j: int) -> int:
        """Past the same number in digits: "ثلاثة (03) إرهابيين"."""
        texts = [token.text for token in self._tokens[j : j + 3]]
        is_copy = len(texts) == 3 and texts[0] == "(" and texts[2] == ")"
        return j + 3 if is_copy and texts[1].isdecimal() else j

    def _is_time(self, i: int) -> bool:
        return self._parse.chunks[self._parse.chunk_of[i]].kind == "time"

    def _head(self, j: int, number: Number) -> int | None:
        """The noun counted, the word before `j` where it is left out, None for a thing."""
        if j >= len(self._tags):
            return j - 1
        tag = self._tags[j]
        if tag.token.norm == "من" and j + 1 < len(self._tags):
            whole = self._tags[j + 1]
            is_whole = whole.is_definite or whole.tag == "nisba" or self._is_person(whole)
            if self._is_thing(whole) or self._is_time(j + 1):
                return None
            return j + 1 if is_whole or number.value is None else None
        if self._is_elided(tag, j):
            return None if number.qualifier == "some" else j - 1
        if self._is_thing(tag) or self._is_time(j):
            return None
        known = {form.kind for form in tag.forms} - {"noun", "trigger", "verb", "light"}
        is_plain = bool(tag.forms) and not known and not self._is_person(tag)
        return None if is_plain else j

    def _is_mixed(self, end: int) -> bool:
        """ "80 بين قتيل وجريح": dead and wounded together."""
        between = [k for k in (end, end + 1) if k < len(self._tags)]
        return any(
            self._tokens[k].norm == "بين" and self.victims(k + 1) is not None for k in between
        )

    def _is_others(self, j: int) -> bool:
        return j < len(self._tags) and self._tokens[j].norm in _ELLIPSES

    def _is_elided(self, tag: Tagged, j: int) -> bool:
        if self._is_others(j) or tag.tag in ("preposition", "verb", "subordinator"):
            return True
        if tag.tag == "punct":
            return tag.token.text not in ("%", "/", "-", "(", ":")
        return bool(tag.reading.conj) or self._is_time(j)

    def _is_person(self, tag: Tagged) -> bool:
        return (
            tag.tag == "nisba"
            or tag.reading.stem in self._people
            or (tag.tag == "noun" and tag.reading.stem.endswith(("يين", "يون")))
            or is_human_plural(tag)
            or any(form.kind in ("agent", "title") for form in tag.forms)
        )

    def _is_thing(self, tag: Tagged) -> bool:
        return tag.reading.stem in self._things or tag.token.norm in self._things

    def _bound(self, number: Number, j: int, end: int) -> Number:
        """ "21 شخصا على الأقل": the bound behind the noun."""
        if number.qualifier != "exact" or number.value is None:
            return number
        for k in range(j, min(end + 1, len(self._tags))):
            name = read_bound_after(self._tokens, k)
            if name is not None:
                minimum = None if name == "up to" else number.value
                maximum = None if name == "at least" else number.value
                return replace(number, minimum=minimum, maximum=maximum, qualifier=name)
        return number

    # Nouns -----------------------------------------------------------------------------

    def _n_by_form(self, i: int, *, definite: bool) -> int | None:
        """How many the word at `i` is by itself, None where its form does not say."""
        if i >= len(self._tags):
            return None
        tag = self._tags[i]
        if self._is_one(i, definite=definite):
            return 1
        if tag.tag == "nisba" and not tag.is_definite:
            return self._n_of_nisba(i)
        is_closed = tag.is_definite and not definite
        if tag.tag != "noun" or is_closed or self._is_thing(tag):
            return None
        return None if tag.reading.stem in self._bodies else self._n_of_noun(i)

    def _is_one(self, i: int, *, definite: bool) -> bool:
        """ "آخر", "أحد الجنود", a person's name."""
        tag = self._tags[i]
        if tag.token.norm in ("اخر", "اخري") and not tag.is_definite:
            return True
        if definite and tag.name is not None and tag.name.use("name", "short") is not None:
            return True
        is_among = i + 1 < len(self._tags) and self._tags[i + 1].is_definite
        return tag.reading.stem in _ONE_OF and is_among

    def _n_of_noun(self, i: int) -> int | None:
        """ "جندي" one, "جنديان" two; "مدنيين" may be two or many."""
        stem = self._tags[i].reading.stem
        numbers = {f.number for f in self._tags[i].forms if f.kind in ("agent", "title")}
        if self.victims(i) is not None:
            numbers |= {"s", "d"} if stem not in _PLURAL_VICTIMS else {"p"}
        if "d" in numbers and stem.endswith(("ان", "تين")):
            return 2
        if "d" in numbers and stem.endswith("ين"):
            return 2 if stem in self._broken else None
        return 1 if "s" in numbers and "p" not in numbers else None

    def _n_of_nisba(self, i: int) -> int | None:
        """ "مقتل تونسي وإصابة تونسيين اثنين": a nisba that stands for a person."""
        stem = self._tags[i].reading.stem
        if stem.endswith("يان"):
            return 2
        if stem.endswith("يين"):
            after = self._tokens[i + 1].norm if i + 1 < len(self._tokens) else ""
            return 2 if after == "اثنين" else None
        return 1 if stem.endswith(("ي", "يا")) else None

    def _end(self, i: int) -> int:
        """The word after a noun phrase: adjectives and iḍāfa are passed."""
        j = i + 1
        while j < len(self._tags) and j - i <= _MAX_TAIL:
            tag = self._tags[j]
            if tag.tag in _STOPS or tag.tag == "preposition" or tag.reading.conj:
                break
            if tag.reading.prep or self._is_time(j) or tag.tag in ("number", "adverb"):
                break
            j += 1
        return j

    def _with_joined(self, group: Group) -> Group:
        """Add what و joins: "ضابط وجنديان", "3 جنود و5 مدنيين"; not victims of another kind."""
        j = group.next
        if j >= len(self._tags):
            return group
        if self._tokens[j].norm == "و":
            j += 1
        elif self._tags[j].reading.conj != "و" and not self._tokens[j].norm.startswith("و"):
            return group
        kinds = {form.kind for form in self._tags[j].forms}
        if kinds & {"trigger", "light"} and "agent" not in kinds:
            return group
        other = self.numbered(j) or self.single(j)
        if other is None or self.victims(other.head) != self.victims(group.head):
            return group
        if (
            self._tokens[other.head].norm in _ELLIPSES
            or other.head == other.last - 1 != other.first
        ):
            return group
        return replace(
            group,
            minimum=_sum(group.minimum, other.minimum),
            maximum=_sum(group.maximum, other.maximum),
            qualifier=group.qualifier if group.qualifier != "exact" else other.qualifier,
            last=other.last,
            next=other.next,
        )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


_ONE_OF = frozenset({"احد", "احدي"})
_ONES = frozenset({"واحد", "واحدا", "واحده", "وحيد", "وحيدا"})
_PLURAL_VICTIMS = frozenset(
    fold(word) for word in ("قتلى", "شهداء", "ضحايا", "جرحى", "مصابين", "مصابون")
)
_THINGS = (
    "@things_counted", "@money", "@vehicles", "@aircraft", "@drones", "@artillery", "@explosives",
    "@firearms", "@buildings", "@road", "@body_parts",
)  # fmt: skip
"""Classes whose nouns a number counts without counting people."""
