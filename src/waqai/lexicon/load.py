"""The lexicon, ready to ask: what a written form may be, what an entry says.

`load_lexicon` reads the compiled form where it matches the files beside it; else it reads
and checks the files themselves, which alone imports pydantic and YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waqai.compiled import hash_files, read_compiled, write_compiled
from waqai.errors import LexiconError
from waqai.folding import fold
from waqai.inflection import human_forms, plural_forms, without_article
from waqai.lexicon.entries import (
    Agent,
    ContextRule,
    DomainRule,
    Example,
    Form,
    LightVerb,
    Mark,
    ModeRule,
    Noun,
    Phrase,
    Speech,
    Title,
    Trigger,
    Verb,
)

__all__ = [
    "PARTY",
    "Agent",
    "ContextRule",
    "DomainRule",
    "Example",
    "Form",
    "Lexicon",
    "LightVerb",
    "Mark",
    "Phrase",
    "Speech",
    "Title",
    "Trigger",
    "load_lexicon",
]  # fmt: skip

PARTY = "@party"
"""In `needs` and `unless`: anybody who can act. No list of words: the coder asks the phrase."""


class FormIndex(Mapping[str, tuple[Form, ...]]):
    """Forms by folded spelling, made when first asked for: most occur in no document."""

    def __init__(self, payload: Mapping[str, Any]) -> None:
        """Keep the compiled tables."""
        # Tuples, for the garbage collector looks through lists of any content each time.
        self._rows = {key: tuple(map(tuple, rows)) for key, rows in payload["forms"].items()}
        self._features = payload["features"]
        self._entries = payload["entries"]
        self._made: dict[str, tuple[Form, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Form, ...]:
        """The forms that a folded word may be."""
        made = self._made.get(key)
        if made is None:
            made = tuple(self._form(key, row) for row in self._rows[key])
            self._made[key] = made
        return made

    def _form(self, key: str, row: Sequence[Any]) -> Form:
        entry, lemma = self._entries[row[0]]
        kind, pos, tense, voice, person, gender, number, construct, type_ = self._features[row[1]]
        spelled = row[2] if len(row) > 2 else key
        return Form(
            entry, kind, pos, spelled, tense, voice, person, gender, number, construct, lemma, type_
        )

    def __contains__(self, key: object) -> bool:
        """Whether any form folds to the key."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Folded spellings, sorted."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Number of folded spellings."""
        return len(self._rows)


@dataclass(frozen=True)
class Lexicon:
    """All entries and their forms.

    Example:
        >>> lexicon = load_lexicon()
        >>> sorted({form.entry for form in lexicon.forms["زار"] if form.kind == "trigger"})
        ['ar.consult.visit.001']
    """

    hash: str
    forms: Mapping[str, tuple[Form, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    """By first folded word, the longest first."""
    triggers: Mapping[str, Trigger]
    lights: Mapping[str, LightVerb]
    speeches: Mapping[str, Speech]
    marks: Mapping[str, Mark]
    agents: Mapping[str, Agent]
    titles: Mapping[str, Title]
    contexts: Mapping[str, ContextRule]
    domains: Mapping[str, DomainRule]
    classes: Mapping[str, tuple[str, ...]]
    given_names: frozenset[str]
    """Folded first names that are hardly anything else. Folding makes علي of على: a word that
    is a particle as spelled is none of them."""
    ordinary_given_names: frozenset[str]
    """Folded first names that are ordinary words as often: "سعيد", "أمل"."""
    compound_heads: frozenset[str]
    """Folded words that open a name of two: "عبد", "أبو"."""
    _words: dict[str | tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False)

    def words_of(self, ref: str) -> frozenset[str]:
        """Folded spellings of a word or of all words of a class.

        Args:
            ref: a word as spelled ("اتفاقية"), or "@" and the name of a class.

        Returns:
            The word with tanween, dual and sound plurals; empty for a class nobody defined.
        """
        if ref == PARTY:
            return frozenset({PARTY})
        known = self._words.get(ref)
        if known is None:
            words = self.classes.get(ref[1:], ()) if ref.startswith("@") else (ref,)
            known = frozenset(spelling for word in words for spelling in _spellings(word))
            self._words[ref] = known
        return known

    def words_of_any(self, refs: tuple[str, ...]) -> frozenset[str]:
        """Folded spellings of all words and classes of a list."""
        known = self._words.get(refs)
        if known is None:
            known = frozenset(word for ref in refs for word in self.words_of(ref))
            self._words[refs] = known
        return known

    def names_sufferer(self, forms: Sequence[Form]) -> bool:
        """Whether a noun of these forms names an act done to whoever its iḍāfa names.

        "اعتقال الصحفي", "مقتل الشاب": the lexicon says so of the noun (`of: recipient`).
        """
        acts = [form for form in forms if form.kind == "trigger"]
        return any(
            noun.of == "recipient" and noun.lemma == form.lemma
            for form in acts
            for noun in self.triggers[form.entry].nouns
        )


def _spellings(word: str) -> Iterator[str]:
    yield fold(word)
    bare = without_article(word)
    for form in human_forms(bare):
        yield fold(form.spelled)
    if bare.endswith("ة"):
        yield fold(bare[:-1] + "ات")
    for form in plural_forms(bare):
        yield fold(form.spelled)


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """The shipped lexicon, with files of the user's own.

    Args:
        extra: more files, read after ours. An entry of ours is replaced by one that says
            `override: true`; without it an id that is taken is a fault.

    Raises:
        LexiconError: with all faults of the files, where they have to be read.
    """
    from waqai.lexicon.compile import build_payload, source_files

    missing = [str(path) for path in extra if not path.is_file()]
    if missing:
        raise LexiconError("no such file: " + ", ".join(missing), hint="give files that exist")
    paths = [*source_files(), *extra]
    digest = hash_files(paths)
    payload = read_compiled("lexicon", digest)
    if payload is None:
        from waqai.lexicon.source import read_entries

        payload = build_payload(read_entries(paths))
        write_compiled("lexicon", digest, payload)
    return from_payload(digest, payload)


def from_payload(digest: str, payload: Mapping[str, Any]) -> Lexicon:
    """The lexicon from its compiled form."""
    phrases: dict[str, list[Phrase]] = {}
    for words, row in payload["phrases"]:
        phrases.setdefault(words[0], []).append(Phrase(tuple(words), Form(*row)))
    return Lexicon(
        hash=digest,
        forms=FormIndex(payload),
        phrases={first: tuple(items) for first, items in phrases.items()},
        triggers={row["id"]: _trigger(row) for row in payload["triggers"]},
        lights={
            row["id"]: LightVerb(
                row["id"], Verb(**row["verb"]), row["noun"], row["through"], row["subject"]
            )
            for row in payload["lights"]
        },
        speeches={
            row["id"]: Speech(row["id"], tuple(row["nouns"]), row["stance"])
            for row in payload["speeches"]
        },
        marks={
            row["id"]: Mark(**{**row, "words": tuple(row["words"])}) for row in payload["marks"]
        },
        agents={row["id"]: Agent(**row) for row in payload["agents"]},
        titles={row["id"]: _title(row) for row in payload["titles"]},
        contexts={
            row["id"]: ContextRule(
                row["id"],
                row["context"],
                tuple(row["words"]),
                tuple(row["weak"]),
                tuple(tuple(group) for group in row["both"]),
                tuple(row["unless"]),
                tuple(row["events"]),
            )
            for row in payload["contexts"]
        },
        domains={row["id"]: _domain(row, payload["triggers"]) for row in payload["domains"]},
        classes={name: tuple(words) for name, words in payload["classes"].items()},
        given_names=frozenset(payload["given_names"]["names"]),
        ordinary_given_names=frozenset(payload["given_names"]["ordinary"]),
        compound_heads=frozenset(payload["given_names"]["compound_heads"]),
    )


def _trigger(row: Mapping[str, Any]) -> Trigger:
    return Trigger(
        id=row["id"],
        gloss_en=row["gloss_en"],
        verb=Verb(**row["verb"]) if row["verb"] else None,
        nouns=tuple(Noun(n["lemma"], tuple(n["plurals"]), n["of"]) for n in row["nouns"]),
        event=row["event"],
        modes=tuple(row["modes"]),
        contexts=tuple(row["contexts"]),
        cameo=row["cameo"],
        frame=row["frame"],
        symmetric=row["symmetric"],
        needs={place: tuple(words) for place, words in row["needs"].items()},
        unless={place: tuple(words) for place, words in row["unless"].items()},
        modes_when=tuple(
            ModeRule(m["mode"], m["place"], tuple(m["words"])) for m in row["modes_when"]
        ),
        negated_event=row["negated_event"],
        examples=tuple(Example(**example) for example in row["examples"]),
        counterexamples=tuple(row["counterexamples"]),
    )


def _title(row: Mapping[str, Any]) -> Title:
    complements = tuple((tuple(words), sector) for words, sector in row["complements"])
    return Title(row["id"], row["type"], row["sector"], complements)


def _domain(row: Mapping[str, Any], triggers: Sequence[Mapping[str, Any]]) -> DomainRule:
    works = {without_article(spelled) for word in row["works"] for spelled in _spellings(word)}
    return DomainRule(
        id=row["id"],
        domain=row["domain"],
        words=tuple(row["words"]),
        weak=tuple(row["weak"]),
        against=tuple(row["against"]),
        events=tuple(row["events"]),
        doubtful=_named_by(row["doubtful"], triggers),
        sure=_named_by(row["sure"], triggers),
        sure_modes=frozenset(row["sure_modes"]),
        proof=row["proof"],
        own=tuple(row["own"]),
        states=row["states"],
        works=frozenset(works),
        telling=frozenset(map(fold, row["telling"])),
    )


def _named_by(words: Sequence[str], triggers: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Ids of the triggers that are named by any of some words."""
    folded = {fold(word) for word in words}
    return frozenset(t["id"] for t in triggers if not folded.isdisjoint(trigger_words(t)))


def trigger_words(row: Mapping[str, Any]) -> set[str]:
    """The folded verb and nouns that a trigger is named by."""
    words = {fold(noun["lemma"]) for noun in row["nouns"]}
    return words | {fold(row["verb"]["lemma"])} if row["verb"] else words
