"""From lexicon files to the compiled form the coder reads.

1. Every file is read, checked against its kind and joined in the order of names.
2. Every entry's written forms are generated and indexed by their folded spelling.
3. Forms become rows of numbers into tables, which JSON reads fast.

The payload holds JSON types only and is the same for the same files, byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from waqai.compiled import hash_files
from waqai.folding import fold
from waqai.inflection import without_article

DATA = Path(str(resources.files("waqai.lexicon") / "data"))


def source_files(folder: Path = DATA) -> list[Path]:
    """The YAML files of a lexicon, sorted by name."""
    return sorted(folder.rglob("*.yaml"))


def compile_all() -> tuple[str, str, dict[str, Any]]:
    """Name, hash and payload of the shipped lexicon.

    Raises:
        LexiconError: with all faults of the files.
    """
    from waqai.lexicon.source import read_entries

    paths = source_files()
    return "lexicon", hash_files(paths), build_payload(read_entries(paths))


def build_payload(entries: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """The compiled form of checked entries by kind."""
    from waqai.lexicon.forms import entry_forms, listed_forms, phrase_rows

    table = _Table()
    phrases: list[Any] = []
    listed: list[tuple[str, list[Any]]] = []
    for kind, items in sorted(entries.items()):
        for entry in items:
            for key, row in entry_forms(kind, entry):
                table.add(key, row)
            listed += listed_forms(kind, entry)
            phrases += [[list(words), row] for words, row in phrase_rows(kind, entry)]
    table.add_listed(listed)
    table.drop_shadowed_duals()
    return {
        "features": table.features,
        "entries": table.entries,
        "forms": dict(sorted(table.forms.items())),
        "phrases": sorted(phrases, key=lambda p: (p[0][0], -len(p[0]), p[0], p[1][0])),
        "triggers": [_trigger(entry) for entry in entries.get("triggers", ())],
        "lights": [_plain(e, "examples", "gloss_en") for e in entries.get("light_verbs", ())],
        "speeches": [
            {"id": e.id, "nouns": list(e.nouns), "stance": e.stance}
            for e in entries.get("speech", ())
        ],
        "marks": [
            _plain(e, "examples", "counterexamples", "gloss_en") for e in entries.get("marks", ())
        ],
        "agents": [
            {"id": e.id, "sector": e.sector, "code": e.code, "victim": e.victim}
            for e in entries.get("agents", ())
        ],
        "titles": [_title(entry) for entry in entries.get("titles", ())],
        "contexts": [_plain(e, "gloss_en") for e in entries.get("contexts", ())],
        "domains": [
            _plain(e, "examples", "counterexamples", "gloss_en") for e in entries.get("domains", ())
        ],
        "classes": {e.name: list(e.words) for e in entries.get("classes", ())},
        "given_names": _given_names(entries.get("given_names", ())),
    }


_MIN_LISTED = 3
"""Letters of a first stem's verbal noun; a shorter word is hardly one."""


class _Table:
    """Forms as numbers into tables of entries and features."""

    def __init__(self) -> None:
        self.features: list[list[Any]] = []
        self.entries: list[list[str]] = []
        self.forms: dict[str, list[list[Any]]] = {}
        self._feature_at: dict[tuple[Any, ...], int] = {}
        self._entry_at: dict[tuple[str, str], int] = {}

    def add(self, key: str, row: Sequence[Any]) -> None:
        entry, kind, pos, spelled, tense, voice, person, gender, number, construct, lemma, type_ = (
            row
        )
        features = (kind, pos, tense, voice, person, gender, number, construct, type_)
        at = self._feature_at.setdefault(features, len(self.features))
        if at == len(self.features):
            self.features.append(list(features))
        named = (entry, lemma)
        place = self._entry_at.setdefault(named, len(self.entries))
        if place == len(self.entries):
            self.entries.append(list(named))
        compact = [place, at] if spelled == key else [place, at, spelled]
        rows = self.forms.setdefault(key, [])
        if compact not in rows:
            rows.append(compact)

    def add_listed(self, listed: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Add words that entries ask for as nouns, unless they are rather something else.

        A list of `near` that names "تم" must not take the light verb from every sentence, nor
        one that names "آلية" the preposition from "إليه".
        """
        particles = {
            key
            for key, rows in self.forms.items()
            if any(self.features[row[1]][1] == "particle" for row in rows)
        }
        for key, listed_row in listed:
            if key not in particles and not self._is_only_verb(key):
                self.add(key, listed_row)

    def _is_only_verb(self, key: str) -> bool:
        """ "أصيب", "تم": a verb that no verbal noun is spelled like.

        Those of فعل and of the stems in ت are ("قصف", "تدخل"), those of weak roots not: "دعا",
        "زار" have دعوة and زيارة.
        """
        parts = {self.features[row[1]][1] for row in self.forms.get(key, ())}
        is_weak = len(key) == _MIN_LISTED and "ا" in key[1:]
        looks_nominal = (len(key) <= _MIN_LISTED and not is_weak) or key.startswith("ت")
        is_light = any(self.features[row[1]][0] == "light" for row in self.forms.get(key, ()))
        if len(key) < _MIN_LISTED and is_light:
            return True
        return parts == {"verb"} and not looks_nominal

    def drop_shadowed_duals(self) -> None:
        """Leave out duals of plain verbs that are spelled like a noun with tanween ("هدفا").

        The noun is meant nearly always; the two of a verb that names an act are kept.
        """
        plain = {
            at
            for at, (kind, pos, tense, _, _, _, number, *_) in enumerate(self.features)
            if (kind, pos, tense, number) == ("verb", "verb", "perfect", "d")
        }
        for rows in self.forms.values():
            if any(self.features[row[1]][1] == "noun" for row in rows):
                rows[:] = [row for row in rows if row[1] not in plain]


def _given_names(entries: Sequence[Any]) -> dict[str, list[str]]:
    """Folded names: those that are hardly anything else, ordinary words, openings."""
    lists: dict[str, set[str]] = {"names": set(), "ordinary": set(), "compound_heads": set()}
    for entry in entries:
        key = "compound_heads" if entry.compound_head else "names"
        lists["ordinary" if entry.ordinary else key].update(map(fold, entry.words))
    return {key: sorted(words) for key, words in lists.items()}


def _plain(entry: Any, *without: str) -> dict[str, Any]:
    dumped: dict[str, Any] = entry.model_dump(mode="json", exclude=set(without))
    return dumped


def _trigger(entry: Any) -> dict[str, Any]:
    row = _plain(entry, "participles", "note")
    row["examples"] = [{"text": e} if isinstance(e, str) else e for e in row["examples"]]
    return row


def _title(entry: Any) -> dict[str, Any]:
    complements = [
        [[without_article(fold(part)) for part in words.split()], sector]
        for words, sector in entry.complements.items()
    ]
    complements.sort(key=lambda item: (-len(item[0]), item[0]))
    return {
        "id": entry.id,
        "type": entry.type,
        "sector": entry.sector,
        "complements": complements,
    }
