"""Loading: compiled equals parsed, own files over ours, what is never imported."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from waqai.compiled import hash_files
from waqai.errors import LexiconError
from waqai.folding import fold
from waqai.lexicon import entries, load_lexicon, schema
from waqai.lexicon.compile import build_payload, compile_all, source_files
from waqai.lexicon.load import Lexicon, from_payload
from waqai.lexicon.source import read_entries

OWN = """\
kind: triggers
language: ar
entries:
  - id: ar.consult.visit.001
    {override}gloss_en: pay a visit
    verb: {{lemma: زار, root: ز و ر, form: 1, imperfect: يزور}}
    event: CONSULT
    examples: ["زار الوزير المدينة"]
    counterexamples: ["لم يزر الوزير المدينة"]
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def as_data(lexicon: Lexicon) -> dict[str, Any]:
    data = {
        field.name: getattr(lexicon, field.name)
        for field in dataclasses.fields(lexicon)
        if field.name != "forms" and not field.name.startswith("_")
    }
    data["forms"] = {key: lexicon.forms[key] for key in lexicon.forms}
    return data


def test_compiled_equals_parsed() -> None:
    """What went through JSON is what the files say."""
    _, digest, payload = compile_all()
    parsed = from_payload(digest, build_payload(read_entries(source_files())))
    compiled = from_payload(digest, json.loads(json.dumps(payload, ensure_ascii=False)))
    assert as_data(compiled) == as_data(parsed)
    assert as_data(load_lexicon()) == as_data(parsed)


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert json.dumps(compile_all()) == json.dumps(compile_all())


def test_every_form_folds_to_its_key_and_has_an_entry() -> None:
    lexicon = load_lexicon()
    ids = {*lexicon.triggers, *lexicon.lights, *lexicon.speeches, *lexicon.agents, *lexicon.titles}
    for key, forms in lexicon.forms.items():
        for form in forms:
            assert fold(form.spelled) == key
            assert ":" in form.entry or form.entry in ids


@pytest.mark.parametrize(
    ("frozen", "model", "left_out"),
    [
        (entries.Trigger, schema.Trigger, {"participles", "note"}),
        (entries.LightVerb, schema.LightVerb, {"gloss_en", "examples"}),
        (entries.Speech, schema.Speech, {"gloss_en", "examples", "verb", "participles"}),
        (entries.Mark, schema.Mark, {"gloss_en", "examples", "counterexamples"}),
        (entries.Agent, schema.Agent, {"gloss_en", "examples", "words", "plurals"}),
        (entries.Title, schema.Title, {"gloss_en", "examples", "words", "plurals"}),
        (entries.ContextRule, schema.ContextRule, {"gloss_en"}),
        (entries.Verb, schema.Verb, set()),
        (entries.Noun, schema.Noun, set()),
        (entries.ModeRule, schema.ModeRule, set()),
        (entries.Example, schema.Example, set()),
    ],
)
def test_frozen_entries_mirror_the_schema(
    frozen: Any, model: type[schema.Closed], left_out: set[str]
) -> None:
    assert {f.name for f in dataclasses.fields(frozen)} == set(model.model_fields) - left_out


def test_words_of_a_class_with_their_inflections() -> None:
    lexicon = load_lexicon()
    words = lexicon.words_of("@agreement")
    assert {"اتفاق", "اتفاقا", "اتفاقيه", "اتفاقيات", "اتفاقيتين"} <= words
    assert lexicon.words_of("نار") == lexicon.words_of("نار")
    assert lexicon.words_of("@no_such_class") == frozenset()


def test_given_names_by_kind() -> None:
    lexicon = load_lexicon()
    plain, ordinary = lexicon.given_names, lexicon.ordinary_given_names
    for name in ("محمد", "فلاديمير", "سيرغي", "سيرجي", "دافيد", "ايمانويل", "تيريزا", "ميشال"):
        assert fold(name) in plain, name
    for name in ("سعيد", "عادل", "خليفة", "أمل", "وفاء", "إيمان", "سلام"):
        assert fold(name) in ordinary, name
    for surname in ("لافروف", "أردوغان", "ترامب", "السراج"):
        assert fold(surname) not in plain | ordinary, surname
    assert {"عبد", "ابو", "بن"} <= lexicon.compound_heads
    assert not plain & ordinary
    assert len(plain) >= 1500


def test_own_file_must_say_that_it_overrides(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN.format(override=""), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml:4: id: .*consult\.yaml"):
        load_lexicon([own])


def test_own_entry_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN.format(override="override: true\n    "), encoding="utf-8")
    ours, theirs = load_lexicon(), load_lexicon([own])
    assert theirs.triggers["ar.consult.visit.001"].gloss_en == "pay a visit"
    assert theirs.triggers["ar.consult.visit.001"].nouns == ()
    assert list(theirs.triggers) == list(ours.triggers)
    assert theirs.hash == hash_files([*source_files(), own]) != ours.hash
    # the noun it left out names the visit no more
    assert not any(f.entry == "ar.consult.visit.001" for f in theirs.forms.get("زيارتان", ()))


def test_overriding_nothing_is_a_fault(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    body = OWN.format(override="override: true\n    ").replace("visit.001", "visit.999")
    own.write_text(body, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml:5: override: got ar\.consult\.visit\.999"):
        load_lexicon([own])


def test_a_missing_file_is_a_fault_of_the_lexicon(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.yaml"):
        load_lexicon([tmp_path / "none.yaml"])


def test_compiled_lexicon_needs_neither_pydantic_nor_yaml() -> None:
    """The first call may compile; the second reads what it kept."""
    code = (
        "import sys; from waqai.lexicon import load_lexicon; load_lexicon();"
        "print(sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    )
    load_lexicon()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
