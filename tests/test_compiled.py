"""Compiled data are used only where they fit, and written whole or not at all."""

import ast
import json
from pathlib import Path

import pytest

from waqai import compiled

DATA = {"كلمة": ["word", 1, None, 2.5]}


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A package's folder and a user's cache of this test alone."""
    packaged, cache = tmp_path / "_compiled", tmp_path / "cache"
    monkeypatch.setattr(compiled, "PACKAGED", packaged)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return packaged, cache / "waqai"


def test_what_was_written_is_read(places) -> None:
    packaged, cache = places
    assert compiled.read_compiled("lexicon", "a" * 64) is None
    assert compiled.write_compiled("lexicon", "a" * 64, DATA)
    assert compiled.read_compiled("lexicon", "a" * 64) == DATA
    assert not packaged.exists()
    assert len(list(cache.iterdir())) == 1


def test_the_packages_form_goes_before_the_caches(places) -> None:
    packaged, _ = places
    compiled.write_compiled("lexicon", "a", "cached")
    compiled.write_compiled("lexicon", "a", "packaged", folder=packaged)
    assert compiled.read_compiled("lexicon", "a") == "packaged"


def test_a_form_of_other_sources_is_never_used(places) -> None:
    packaged, _ = places
    compiled.write_compiled("lexicon", "a", DATA, folder=packaged)
    compiled.write_compiled("lexicon", "a", DATA)
    assert compiled.read_compiled("lexicon", "b") is None
    assert compiled.read_compiled("knowledge", "a") is None


def test_forms_of_several_sources_stand_beside_each_other() -> None:
    for digest in "ab":
        compiled.write_compiled("ontology", digest, digest)
    assert [compiled.read_compiled("ontology", digest) for digest in "ab"] == ["a", "b"]


def test_what_other_code_made_is_never_used(places, monkeypatch) -> None:
    packaged, _ = places
    for folder in (packaged, None):
        compiled.write_compiled("lexicon", "a", DATA, folder=folder)
    monkeypatch.setattr(compiled, "hash_code", lambda name: "other")
    assert compiled.read_compiled("lexicon", "a") is None


@pytest.mark.parametrize("name", ["lexicon", "knowledge", "ontology"])
def test_the_hash_of_the_code_covers_what_the_code_imports(name) -> None:
    """A module that such a package begins to import has to be named in `COMMON_CODE`."""
    harmless = {"compiled", "errors"}
    paths = [*(compiled.ROOT / name).glob("*.py")]
    paths += [compiled.ROOT / module for module in compiled.COMMON_CODE]
    imported = {
        (node.module or "").split(".")[1]
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("waqai.")
    }
    covered = {module.removesuffix(".py") for module in compiled.COMMON_CODE}
    assert imported <= {name, *covered, *harmless}
    deeper = {*(compiled.ROOT / name).rglob("*.py")} - {*(compiled.ROOT / name).glob("*.py")}
    assert deeper == set()


def test_the_hash_of_the_code_changes_with_it(tmp_path, monkeypatch) -> None:
    (tmp_path / "lexicon").mkdir()
    for module in (*compiled.COMMON_CODE, "lexicon/forms.py"):
        (tmp_path / module).write_text("old = True\n")
    monkeypatch.setattr(compiled, "ROOT", tmp_path)
    seen = {compiled.hash_code("lexicon")}
    for module in (*compiled.COMMON_CODE, "lexicon/forms.py"):
        (tmp_path / module).write_text("old = False\n")
        seen.add(compiled.hash_code("lexicon"))
    assert len(seen) == 1 + len(compiled.COMMON_CODE) + 1


@pytest.mark.parametrize("spoiled", [b"", b"{", b"\xff\xfe", b"[]", b'{"data": 1}', b"null"])
def test_a_spoiled_form_is_passed_over(places, spoiled) -> None:
    packaged, _ = places
    packaged.mkdir()
    (packaged / "lexicon.json").write_bytes(spoiled)
    assert compiled.read_compiled("lexicon", "a") is None
    compiled.write_compiled("lexicon", "a", DATA)
    assert compiled.read_compiled("lexicon", "a") == DATA


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(places) -> None:
    _, cache = places
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be")
    assert compiled.write_compiled("lexicon", "a", DATA) is False
    assert compiled.read_compiled("lexicon", "a") is None


def test_a_user_without_a_home_has_no_cache(monkeypatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    assert compiled.write_compiled("lexicon", "a", DATA) is False
    assert compiled.read_compiled("lexicon", "a") is None


def test_a_package_that_cannot_be_written_is_an_error(tmp_path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(OSError, match="file"):
        compiled.write_compiled("lexicon", "a", DATA, folder=blocked)


def test_nothing_half_written_stays(places) -> None:
    """The target cannot be replaced; what was written beside it goes."""
    packaged, _ = places
    (packaged / "lexicon.json").mkdir(parents=True)
    with pytest.raises(OSError, match="lexicon"):
        compiled.write_compiled("lexicon", "a", DATA, folder=packaged)
    assert [path.name for path in packaged.iterdir()] == ["lexicon.json"]


def test_bytes_are_the_same_and_readable(places) -> None:
    packaged, _ = places
    compiled.write_compiled("lexicon", "a", DATA, folder=packaged)
    body = (packaged / "lexicon.json").read_bytes()
    compiled.write_compiled("lexicon", "a", DATA, folder=packaged)
    assert (packaged / "lexicon.json").read_bytes() == body
    assert "كلمة" in body.decode()
    assert json.loads(body) == {"hash": "a", "code": compiled.hash_code("lexicon"), "data": DATA}


def test_the_hash_is_of_names_and_bytes_and_of_no_order(tmp_path) -> None:
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    digest = compiled.hash_files([one, two])
    assert compiled.hash_files([two, one]) == digest
    one.write_bytes(b"2")
    two.write_bytes(b"1")
    assert compiled.hash_files([one, two]) != digest
    assert compiled.hash_files([one]) != compiled.hash_files([two])
