"""Written forms of every entry, as rows for the compiled lexicon.

In go checked entries of `waqai.lexicon.schema`, out come (folded form, row) pairs; a row
has the fields of `entries.Form`. Everything that depends on Arabic inflection stands in
`morphology` and `waqai.inflection`; here only which forms each kind of entry has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from waqai.folding import fold
from waqai.inflection import (
    NounForm,
    human_forms,
    noun_forms,
    plural_forms,
    without_article,
)
from waqai.lexicon import schema
from waqai.lexicon.morphology import conjugate, strip_marks
from waqai.lexicon.participles import participles_of
from waqai.lexicon.stems import imperfect_of

Row = list[Any]
_OPENED = ("لل", "بال", "وال", "فال", "كال")
"""Openings that show a clitic: such a word is no noun by itself."""
_LAST_TRIRADICAL = 10
_COMMON = frozenset({"مدينة", "حالا", "واقعا", "قائما", "قائمة", "عاما", "عامة", "خاصا", "خاصة"})
"""Spellings of participles that are other words nearly always."""
_MIN_LETTERS = 3
"""Letters of a perfect other than "he": "مت" (I died) and a pronoun would be seen in متهما."""
Pair = tuple[str, Row]


def entry_forms(kind: str, entry: Any) -> Iterator[Pair]:
    """All one-word forms of an entry."""
    makers: dict[str, Callable[[Any], Iterator[Pair]]] = {
        "triggers": _trigger,
        "light_verbs": _light,
        "speech": _speech,
        "verbs": _plain_verb,
        "nouns": _plain_noun,
        "agents": _agent,
        "titles": _title,
        "particles": _particle,
    }
    maker = makers.get(kind)
    if maker is not None:
        yield from maker(entry)


def _verb(entry_id: str, kind: str, verb: schema.Verb) -> Iterator[Pair]:
    forms = conjugate(
        verb.lemma,
        tuple(verb.root.split()),
        verb.form,
        verb.imperfect,
        transitive=verb.transitive,
    )
    for f in forms:
        is_citation = (f.person, f.gender, f.number) == (3, "m", "s")
        if f.tense == "perfect" and not is_citation and len(strip_marks(f.spelled)) < _MIN_LETTERS:
            continue
        row = [entry_id, kind, "verb", f.spelled, f.tense, f.voice, f.person, f.gender, f.number]
        yield fold(f.spelled), [*row, False, strip_marks(verb.lemma), ""]


def _noun_row(
    entry_id: str, kind: str, form: NounForm, lemma: str, pos: str = "noun", type_: str = ""
) -> Pair:
    row = [entry_id, kind, pos, form.spelled, "", "", 0, form.gender, form.number, form.construct]
    return fold(form.spelled), [*row, lemma, type_]


def _trigger(entry: schema.Trigger) -> Iterator[Pair]:
    if entry.verb is not None:
        yield from _verb(entry.id, "trigger", entry.verb)
        yield from _going_on(entry.id, entry.verb)
    for noun in entry.nouns:
        yield from _nouns(entry.id, "trigger", noun.lemma, noun.plurals)
    for participle in entry.participles:
        for form in human_forms(participle.lemma):
            yield _noun_row(entry.id, "trigger", form, participle.lemma, "participle")


def _going_on(entry_id: str, verb: schema.Verb) -> Iterator[Pair]:
    """Participles in place of a verb: "، مطالبا بالتحقيق"."""
    lemma, root = strip_marks(verb.lemma), tuple(verb.root.split())
    if len(root) != 3 or verb.form > _LAST_TRIRADICAL:
        return
    imperfect = strip_marks(verb.imperfect or imperfect_of(lemma, root, verb.form))
    for spelled, gender, number in participles_of(lemma, root, verb.form, imperfect):
        if spelled in _COMMON:
            continue
        row = [entry_id, "trigger", "verb", spelled, "participle", "active", 3, gender, number]
        yield fold(spelled), [*row, False, lemma, ""]


def _nouns(entry_id: str, kind: str, lemma: str, plurals: tuple[str, ...] = ()) -> Iterator[Pair]:
    for form in noun_forms(lemma):
        yield _noun_row(entry_id, kind, form, lemma)
    for plural in plurals:
        for form in plural_forms(plural):
            yield _noun_row(entry_id, kind, form, lemma)


def _light(entry: schema.LightVerb) -> Iterator[Pair]:
    yield from _verb(entry.id, "light", entry.verb)


def _speech(entry: schema.Speech) -> Iterator[Pair]:
    if entry.verb is not None:
        yield from _verb(entry.id, "speech", entry.verb)
    for participle in entry.participles:
        if " " not in participle:
            form = NounForm(participle, "", "", construct=False)
            yield _noun_row(entry.id, "speech", form, participle, "participle")


def _plain_verb(entry: schema.PlainVerb) -> Iterator[Pair]:
    yield from _verb(f"verb:{strip_marks(entry.verb.lemma)}", "verb", entry.verb)


def listed_forms(kind: str, entry: Any) -> Iterator[Pair]:
    """Words that entries ask for among their neighbours are known nouns too ("برصاص")."""
    words: list[str] = []
    if kind == "classes":
        words = list(entry.words)
    elif kind == "triggers":
        asked = [*entry.needs.items(), *entry.unless.items()]
        words = [word for place, items in asked if place != "verb" for word in items]
        words += [word for rule in entry.modes_when for word in rule.words]
    known = set(words)
    for word in words:
        is_bare = word.isalpha() and not word.startswith(("ال", *_OPENED))
        if is_bare and word[1:] not in known and not word.endswith(("هم", "ها")):
            yield _noun_row(f"noun:{word}", "noun", NounForm(word, "", "s", construct=False), word)


def _plain_noun(entry: schema.PlainNoun) -> Iterator[Pair]:
    for word in entry.words:
        plural = word[:-1] + "ات" if word.endswith("ة") else word + "ات"
        is_plural = word.endswith(("ات", "ين", "ون", "اء"))
        yield from _nouns(f"noun:{word}", "noun", word, () if is_plural else (plural,))


def _agent(entry: schema.Agent) -> Iterator[Pair]:
    yield from _people(entry.id, "agent", entry.words, entry.plurals, "")


def _title(entry: schema.Title) -> Iterator[Pair]:
    yield from _people(entry.id, "title", entry.words, entry.plurals, entry.type)


def _people(
    entry_id: str, kind: str, words: tuple[str, ...], plurals: tuple[str, ...], type_: str
) -> Iterator[Pair]:
    for word in words:
        if " " in word:
            yield from _parts(word)
        else:
            for form in human_forms(without_article(word)):
                yield _noun_row(entry_id, kind, form, word, type_=type_)
    for word in plurals:
        if " " in word:
            yield from _parts(word)
        else:
            for form in plural_forms(without_article(word)):
                yield _noun_row(entry_id, kind, form, word, type_=type_)


def _parts(phrase: str) -> Iterator[Pair]:
    """The words of a phrase are nouns by themselves, so that clitics come off them."""
    for part in phrase.split():
        bare = without_article(part)
        if len(bare) > 2 and not bare.startswith(_OPENED):
            yield _noun_row(f"noun:{bare}", "noun", NounForm(bare, "", "s", construct=False), bare)


def _particle(entry: schema.Particle) -> Iterator[Pair]:
    if " " not in entry.word:
        row = [f"particle:{entry.word}", "particle", "particle", entry.word, "", "", 0, "", ""]
        yield fold(entry.word), [*row, False, entry.word, entry.type]


def phrase_rows(kind: str, entry: Any) -> Iterator[tuple[tuple[str, ...], Row]]:
    """Phrases of several words: folded words without articles, and the first word's form."""
    if kind not in ("agents", "titles"):
        return
    name = {"agents": "agent", "titles": "title"}[kind]
    type_ = entry.type if kind == "titles" else ""
    for group, number in ((entry.words, "s"), (entry.plurals, "p")):
        for phrase in group:
            if " " in phrase:
                words = tuple(without_article(fold(part)) for part in phrase.split())
                row = [entry.id, name, "noun", phrase, "", "", 0, "", number, False, phrase, type_]
                yield words, row
