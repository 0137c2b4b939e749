"""Words of a sentence with what each may be: the first hop of coding.

In go the tokens of a sentence; out come `Word`s. Each holds every analysis that the
lexicon knows for it, after its clitics are peeled, and none that the written hamza,
shadda or vowel contradicts. Which of them the sentence means is decided later, in
`waqai.coding.tagging`. A word nobody knows keeps an analysis by its shape alone
("والتحديات" opens with و and ال, whatever the rest is).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.folding import fold
from waqai.lexicon.load import Form, Lexicon
from waqai.text.clitics import Reading, readings
from waqai.text.tokens import Token
from waqai.text.view import agrees

_ARTICLE = "ال"
_SHAPES = (
    ("و", "", "وال"),
    ("ف", "", "فال"),
    ("", "ب", "بال"),
    ("", "ك", "كال"),
    ("و", "ب", "وبال"),
    ("و", "ل", "ولل"),
    ("", "ل", "لل"),
    ("", "", "ال"),
)
"""Openings that show an article even on an unknown word: conjunction, preposition, letters."""
_MIN_SHAPE_LETTERS = 2
"""Letters an unknown word keeps after its opening; fewer is rather part of the word."""
_CACHE_LIMIT = 200_000
"""Distinct written words kept; news needs some 60,000 per 10 million characters."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: its clitics and the lexicon form they leave."""

    reading: Reading
    form: Form | None
    """None for a word that no lexicon file knows."""


@dataclass(frozen=True, slots=True)
class Option:
    """What a word is where it is taken for one part of speech.

    The preferred analysis's clitics and all forms that share them.
    """

    reading: Reading
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a written word shows whatever its sentence takes it for."""

    may_report: bool
    """Whether it may name an act or a saying."""
    entries: tuple[str, ...]
    """Triggers it may be."""
    faces: frozenset[str]
    """Folded spellings, besides its own, under which a word may be asked for."""
    particle: Option | None = None
    """All its particle forms; `type` of the first is what it is."""
    verb: Option | None = None
    """As a verb, neither a participle nor a jussive; None where it is none."""
    jussive: Option | None = None
    """As a verb that may be a jussive."""
    participle: Option | None = None
    noun: Option | None = None
    """As a noun or a word nobody knows."""
    has_verb: bool = False


_NO_FACES: frozenset[str] = frozenset()
_NO_TRAITS = Traits(may_report=False, entries=(), faces=_NO_FACES)


@dataclass(frozen=True, slots=True)
class Word:
    """A token and its analyses, the preferred first."""

    token: Token
    analyses: tuple[Analysis, ...]
    traits: Traits = _NO_TRAITS


class WordReader:
    """Reads tokens with a lexicon; remembers words, which changes no answer."""

    def __init__(self, lexicon: Lexicon, vocabulary: frozenset[str]) -> None:
        """Keep the forms to look up.

        Args:
            lexicon: the loaded lexicon.
            vocabulary: folded words that are known without being in it, such as names;
                clitics may be peeled before them.
        """
        self._forms = lexicon.forms
        self._vocabulary = vocabulary
        self._cache: dict[str, tuple[tuple[Analysis, ...], Traits]] = {}

    def read(self, tokens: Sequence[Token]) -> tuple[Word, ...]:
        """The words of a sentence, one for each token."""
        return tuple([Word(token, *self._known(token)) for token in tokens])

    def _is_known(self, stem: str) -> bool:
        return stem in self._forms or stem in self._vocabulary

    def _known(self, token: Token) -> tuple[tuple[Analysis, ...], Traits]:
        if token.kind != "word":
            return (), _NO_TRAITS
        found = self._cache.get(token.text)
        if found is None:
            analyses = self._analyse(token)
            found = analyses, _traits(analyses, token.norm)
            if len(self._cache) < _CACHE_LIMIT:
                self._cache[token.text] = found
        return found

    def _analyse(self, token: Token) -> tuple[Analysis, ...]:
        known: list[Analysis] = []
        named: list[Analysis] = []
        for reading in readings(token.norm, self._is_known, written=token.text):
            written = _written_stem(token, reading)
            for form in self._forms.get(reading.stem, ()):
                if _fits(reading, form) and agrees(written, form.spelled):
                    known.append(Analysis(reading, form))
            if reading.stem in self._vocabulary:
                is_whole = reading.stem.startswith(_ARTICLE)
                # Where "الأحد" opens no name here, its article is one.
                named.append(Analysis(_shape(token.norm) if is_whole else reading, None))
        if any(analysis.reading.pronoun for analysis in known):
            known = [a for a in known if not _is_sloppy(token, a)]
        return tuple(known or named) or (Analysis(_shape(token.norm), None),)


def _traits(analyses: Sequence[Analysis], norm: str) -> Traits:
    preferred = analyses[0].reading
    if len(analyses) == 1 and analyses[0].form is None:  # half of all written words
        is_bare = preferred.stem == norm and not preferred.prep
        faces = _NO_FACES if is_bare else frozenset((preferred.stem, preferred.prep))
        return Traits(False, (), faces, noun=Option(preferred, ()))
    forms = [analysis.form for analysis in analyses if analysis.form is not None]
    spellings = {analysis.reading.stem for analysis in analyses}
    spellings |= {analysis.reading.prep for analysis in analyses}  # the stem of "بهن" is ب
    spellings |= {fold(form.lemma) for form in forms if form.pos == "verb"}
    by_kind: dict[str, list[Analysis]] = {"finite": [], "participle": [], "particle": [], "": []}
    for analysis in analyses:
        by_kind[_kind(analysis.form)].append(analysis)
    finite = by_kind["finite"]
    return Traits(
        any(form.kind in ("trigger", "speech") for form in forms),
        tuple(dict.fromkeys(form.entry for form in forms if form.kind == "trigger")),
        frozenset(spellings),
        particle=_particle_option(by_kind["particle"]),
        verb=_option([a for a in finite if a.form is not None and a.form.tense != "jussive"]),
        jussive=_option(finite),
        participle=_option(by_kind["participle"]),
        noun=_option(by_kind[""]),
        has_verb=bool(finite or by_kind["participle"]),
    )


def _kind(form: Form | None) -> str:
    if form is None or form.pos not in ("verb", "particle"):
        return ""
    if form.pos == "particle":
        return "particle"
    return "participle" if form.tense == "participle" else "finite"


def _option(analyses: Sequence[Analysis]) -> Option | None:
    """The forms that share the preferred analysis's clitics; None where there are none."""
    if not analyses:
        return None
    first = analyses[0].reading
    clitics = _clitics(first)
    same = [a for a in analyses if a.reading is first or _clitics(a.reading) == clitics]
    return Option(first, tuple(a.form for a in same if a.form is not None))


def _particle_option(analyses: Sequence[Analysis]) -> Option | None:
    """The same with all forms: what clitics a particle bears decides nothing."""
    if not analyses:
        return None
    return Option(analyses[0].reading, tuple(a.form for a in analyses if a.form is not None))


def _clitics(reading: Reading) -> tuple[str, str, bool, bool, str]:
    return (reading.conj, reading.prep, reading.article, reading.future, reading.pronoun)


def _is_sloppy(token: Token, analysis: Analysis) -> bool:
    """ "نظيره" as a careless نظيرة: not where it can be نظير and a pronoun."""
    form, reading = analysis.form, analysis.reading
    return (
        form is not None
        and not reading.pronoun
        and token.text.endswith("ه")
        and form.spelled.endswith("ة")
    )


def _fits(reading: Reading, form: Form) -> bool:
    """Whether the clitics may stand on such a form: no article on a verb, no سـ on a noun."""
    if form.pos == "verb":
        if reading.article or reading.prep in ("ب", "ك"):
            return False
        if form.tense == "participle" and (reading.prep or reading.pronoun or reading.future):
            return False
        if reading.prep == "ل" and form.tense == "perfect":
            return False
        return not (reading.future and form.tense != "imperfect")
    if reading.future or reading.pronoun == "ني":
        return False
    if form.pos == "particle":
        return not reading.article and (not reading.pronoun or form.type == "preposition")
    return not (form.construct and reading.article)


_BEFORE_PRONOUN = frozenset({"الي", "علي", "لدي"})
"""Prepositions in ى, folded, that are written with ي before a pronoun: "إليه"."""


def _written_stem(token: Token, reading: Reading) -> str:
    """The part of the written word that the stem stands for, marks kept."""
    before = len(reading.conj) + len(reading.prep) + (1 if reading.future else 0)
    if reading.article:
        before += 1 if reading.prep == "ل" else 2
    after = len(reading.pronoun)
    if len(token.text) == len(token.norm):
        stem = token.text[before : len(token.text) - after]
    else:
        stem = _slice_letters(token.text, before, after)
    if reading.pronoun and stem:
        # "زيارته" stands for زيارة: before a pronoun the last letter is written otherwise.
        last = "ى" if reading.stem in _BEFORE_PRONOUN else reading.stem[-1]
        return stem[:-1] + last if len(stem) == len(reading.stem) else reading.stem
    return stem


def _slice_letters(text: str, before: int, after: int) -> str:
    """Drop letters at both ends, counting no combining marks or tatweel."""
    letters = [i for i, char in enumerate(text) if char.isalpha() and char != "ـ"]
    if len(letters) <= before + after:
        return text
    first = letters[before]
    last = letters[len(letters) - after] if after else len(text)
    return text[first:last]


def _shape(norm: str) -> Reading:
    for conj, prep, opening in _SHAPES:
        rest = norm[len(opening) :]
        if norm.startswith(opening) and len(rest) >= _MIN_SHAPE_LETTERS:
            return Reading(conj, prep, article=True, future=False, stem=rest, pronoun="")
    return Reading("", "", article=False, future=False, stem=norm, pronoun="")
