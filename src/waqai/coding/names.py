"""Names the knowledge base holds, found in the tokens of a sentence.

The longest name wins, whatever its kind; a name keeps every use it may have ("تونس"
is a state and a city) and later hops decide. Conjunctions and one-letter prepositions
before a name are set apart ("لتركيا", "وأنقرة") unless the whole word is a name itself
("لبنان"). Spelling must agree where the text writes a hamza or a vowel.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from waqai.coding.place_words import KINDS, PLACING, UNITS
from waqai.folding import fold
from waqai.knowledge import SMALL_PLACE, WEAK_PLACE, Knowledge, NameUse
from waqai.text.tokens import Token
from waqai.text.view import agrees

_Opening = tuple[str, str, str]
"""Conjunction, preposition and the word that a name may start with."""
_NO_NAME = ("", "")
_CACHE_LIMIT = 200_000
"""Distinct folded words kept, as in `waqai.coding.words`."""
_MIN_PEELED_LETTERS = 3
"""A name of one word shorter than this is not taken from behind a clitic: "ليمن" may be, "بلي"
not; the first word of a longer name may be shorter ("بحي المنار")."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name over tokens [first, last) of a sentence."""

    first: int
    last: int
    uses: tuple[NameUse, ...]
    conj: str
    """و or ف written before it, or ""."""
    prep: str
    """ب, ل or ك written before it, or ""."""

    def use(self, *kinds: str) -> NameUse | None:
        """The first use of one of these kinds, in the order of the kinds."""
        for kind in kinds:
            for use in self.uses:
                if use.kind == kind:
                    return use
        return None


class NameIndex:
    """All names by their first word."""

    def __init__(self, knowledge: Knowledge, ordinary: Container[str]) -> None:
        """Split each folded name into its words, the longest names first.

        Args:
            knowledge: the base.
            ordinary: folded words of the language; a short name among them ("جمعة") counts
                only after its bearer was named in full.
        """
        self._ordinary = ordinary
        self._entities = knowledge.entities
        self._singles: set[str] = set()
        by_opening: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for key in knowledge.names:
            words = tuple(key.split())
            by_second = by_opening.setdefault(words[0], {})
            if len(words) == 1:
                self._singles.add(words[0])
            else:
                by_second.setdefault(words[1], []).append(words)
        for by_second in by_opening.values():
            for names in by_second.values():
                names.sort(key=lambda words: (-len(words), words))
        self._names = knowledge.names
        self._by_opening = by_opening
        """Names of several words by their first and second; those of one word too, as keys."""
        self._starts: dict[str, tuple[_Opening, ...]] = {}

    @property
    def first_words(self) -> frozenset[str]:
        """Every word a name starts with."""
        return frozenset(self._by_opening)

    def find(self, tokens: Sequence[Token], known: set[str]) -> dict[int, NameMatch]:
        """Matches by the index of their first token, in order, none overlapping.

        Args:
            tokens: the words of a sentence.
            known: ids that the document has named beyond doubt so far; what is found here is
                added. Short forms of bodies and names that are also ordinary words count
                only for these.
        """
        found: dict[int, NameMatch] = {}
        i = 0
        while i < len(tokens):
            match = self._match_at(tokens, i) if tokens[i].kind in ("word", "latin") else None
            match = self._sure(match, known, tokens) if match is not None else None
            if match is not None:
                known.update(u.id for u in match.uses if u.kind not in ("short", "office"))
                known.update(self._named_country(match))
                found[i] = match
                i = match.last
            else:
                i += 1
        return found

    def _sure(self, match: NameMatch, known: set[str], tokens: Sequence[Token]) -> NameMatch | None:
        """The uses of a name that its words alone, or earlier words, make sure.

        Words that many states' offices share ("وزير الدفاع") are no name: which seat is meant,
        the country beside them tells.
        """
        offices = [use for use in match.uses if use.kind == "office"]
        uses = [use for use in match.uses if use.kind != "office" or len(offices) == 1]
        sure = tuple(
            use
            for use in uses
            if self._is_sure(use, known)
            and (use.kind != "place" or self._is_placed(use, match, known, tokens))
        )
        if not sure:
            return None
        return NameMatch(match.first, match.last, sure, match.conj, match.prep)

    def _is_sure(self, use: NameUse, known: set[str]) -> bool:
        """Whether the words mean this by themselves.

        A name shared by a state, its capital and other places stays: later hops choose. One
        that is an ordinary word, or a medium's that is a place, needs an earlier mention. An
        office that names no state or body ("قائد الجيش") is left to the words beside it.
        """
        if use.id in known:
            return True
        if use.kind == "short":
            is_person = use.id.startswith("person/")
            return is_person and fold(use.form) not in self._ordinary
        if use.ambiguous is None:
            return True
        if use.kind == "office":
            return False
        if use.kind == "nisba" and use.id in _ORDINARY_NISBAS:
            return False
        return not use.id.startswith("medium/") and use.form not in _ORDINARY

    def _named_country(self, match: NameMatch) -> set[str]:
        """The country a name speaks of, be it by a state, a place or a body; none if several."""
        keys = set()
        for use in match.uses:
            kind = use.id.partition("/")[0]
            if kind in ("state", "place"):
                keys.add(_country_key(use.id))
            elif kind not in ("person", "office") and use.kind != "short":
                entity = self._entities[use.id]
                keys |= {f"in/{entity.country}"} if entity.country else set()
        return keys if len(keys) == 1 else set()

    def _is_placed(
        self, use: NameUse, match: NameMatch, known: set[str], tokens: Sequence[Token]
    ) -> bool:
        """Whether an ordinary word is meant as a place, as its reason asks.

        A unit before it says so ("مدينة صور"). So does a preposition or any kind of place,
        where the document has named its country ("في صور"). A small place is meant only where
        its country is named, and without a unit only where no other word is spelled like it.
        """
        if use.id in known:
            return True
        if (
            match.prep
            and match.last == match.first + 1
            and self._is_other_word(tokens[match.first])
        ):
            return _country_key(use.id) in known
        if use.ambiguous not in (WEAK_PLACE, SMALL_PLACE):
            return True
        before = tokens[match.first - 1].norm if match.first else ""
        kind = before if before in KINDS else before.lstrip("وبل")
        is_unit = not match.prep and not match.conj and kind in UNITS
        is_home = _country_key(use.id) in known
        if is_unit:
            return is_home or use.ambiguous == WEAK_PLACE
        is_after = match.prep == "ب" or (not match.prep and (before in PLACING or kind in KINDS))
        if not is_after or not is_home:
            return False
        if use.ambiguous == WEAK_PLACE:
            return True
        word = fold(use.form)
        return word not in self._ordinary and word.removeprefix("ال") not in self._ordinary

    def _is_other_word(self, token: Token) -> bool:
        """ "بلاد", "لبنها": a word of the language where a preposition and a town are read."""
        if token.norm in self._ordinary:
            return True
        if token.text.endswith("ة"):
            return False  # No pronoun ends so.
        return any(
            token.norm.endswith(pronoun) and token.norm[1 : -len(pronoun)] in self._ordinary
            for pronoun in ("ها", "هم", "ه")
        )

    def _match_at(self, tokens: Sequence[Token], i: int) -> NameMatch | None:
        norm = tokens[i].norm
        openings = self._starts.get(norm)
        if openings is None:
            openings = tuple(o for o in _openings(norm) if o[2] in self._by_opening)
            if len(self._starts) < _CACHE_LIMIT:
                self._starts[norm] = openings
        best: NameMatch | None = None
        for conj, prep, word in openings:
            match = self._longest(tokens, i, (conj, prep), word)
            if match is not None and (best is None or match.last > best.last):
                best = match
        return best

    def _longest(
        self, tokens: Sequence[Token], i: int, clitics: tuple[str, str], word: str
    ) -> NameMatch | None:
        second = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        for words in self._by_opening[word].get(second, ()):
            last = i + len(words)
            if words[2:] != tuple([token.norm for token in tokens[i + 2 : last]]):
                continue
            match = self._agreeing(tokens, i, clitics, words)
            if match is not None:
                return match
        is_short = bool(clitics[1]) and len(word) < _MIN_PEELED_LETTERS
        if is_short or word not in self._singles:
            return None
        return self._agreeing(tokens, i, clitics, (word,))

    def _agreeing(
        self, tokens: Sequence[Token], i: int, clitics: tuple[str, str], words: tuple[str, ...]
    ) -> NameMatch | None:
        """The name whose folded words stand at `i`, as far as the text spells it so."""
        last = i + len(words)
        n_clitics = len(tokens[i].norm) - len(words[0]) if clitics != _NO_NAME else 0
        written = " ".join([token.text for token in tokens[i:last]])[max(n_clitics, 0) :]
        uses = self._names[" ".join(words)]
        # "وزير الخارجية" has a use for each state and one form for them all.
        forms = {use.form for use in uses}
        agreeing = {form for form in forms if _agree(written, form, clitics[1])}
        fitting = tuple([use for use in uses if use.form in agreeing])
        return NameMatch(i, last, fitting, *clitics) if fitting else None


def _country_key(key: str) -> str:
    """How `known` notes the country that the id of a state or a place opens with."""
    return f"in/{key.partition('/')[2][:3].upper()}"


_ORDINARY_NISBAS = frozenset({"state/MLI"})
"""States whose adjective is an ordinary word more often: "المالية" is finance."""
_ORDINARY = frozenset(
    {"البنين", "بنين", "بوتان", "سول", "سيول", "صوفيا", "كابل", "الجبل الأسود", "الشرق الأوسط",
     "الأراضي المنخفضة", "القوات المالية", "مالي", "مالية"}
)  # fmt: skip
"""Names that are ordinary words more often than names."""


def _agree(written: str, form: str, prep: str) -> bool:
    if prep == "ل" and form.startswith("ال"):
        return True
    parts, wanted = written.split(" "), form.split()
    return len(parts) != len(wanted) or all(map(agrees, parts, wanted))


def _openings(norm: str) -> list[_Opening]:
    """The word itself, then with clitics peeled: (conjunction, preposition, name's word)."""
    options = [("", "", norm)]
    rests = [("", norm)]
    if norm[0] in "وف" and len(norm) > _MIN_PEELED_LETTERS:
        rests.append((norm[0], norm[1:]))
        options.append((norm[0], "", norm[1:]))
    for conj, rest in rests:
        if rest.startswith("لل") and len(rest) > _MIN_PEELED_LETTERS:
            options.append((conj, "ل", "ال" + rest[2:]))
        if rest[0] in "بلك" and len(rest) >= _MIN_PEELED_LETTERS:
            options.append((conj, rest[0], rest[1:]))
    return options
