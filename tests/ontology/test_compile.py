"""Files to payload: every fault told with its line, and the compiled form equal to the source."""

import json
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from waqai import compile_data, compiled
from waqai.errors import OntologyError
from waqai.ontology import compile as ontology_compile
from waqai.ontology import load_ontology
from waqai.ontology.load import from_payload

TIMED = """
import time
import waqai.ontology
start = time.process_time()
waqai.ontology.load_ontology()
print(1000 * (time.process_time() - start))
"""

UNREAD = """
import sys
from waqai.ontology import load_ontology
load_ontology()
print({"yaml", "pydantic"} & set(sys.modules))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the ontology's files, to be spoiled."""
    return Path(shutil.copytree(ontology_compile.DATA, tmp_path / "data"))


def spoil(folder: Path, name: str, old: str, new: str) -> int:
    """Replace a text that stands once, and say on which line it stood."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(folder: Path) -> str:
    with pytest.raises(OntologyError) as caught:
        ontology_compile.build_payload(folder)
    return str(caught.value)


def test_the_shipped_files_have_no_fault(folder: Path) -> None:
    assert ontology_compile.build_payload(folder) == ontology_compile.build_payload()


def test_payload_is_plain_json_and_gives_the_same_ontology() -> None:
    payload = ontology_compile.build_payload()
    through_json = json.loads(json.dumps(payload, ensure_ascii=False))
    assert through_json == payload
    assert from_payload(load_ontology().hash, through_json) == load_ontology()


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("plover.yaml", "{code: phone, score: 1.5,", "{code: phone, skore: 1.5,", "score"),
        ("plover.yaml", "{code: phone, score: 1.5,", "{code: phone, score: 15,", "score"),
        ("plover.yaml", 'name_ar: "هاتفي",', 'name_ar: "telephone",', "name_ar"),
        ("rulings.yaml", "by: marks\n    statement_en: \"A RETREAT", "by: x\n    statement_en: \"A RETREAT", "by"),  # noqa: E501
        ("cameo.csv", "042,Make a visit,1.9", "042,Make a visit,much", "goldstein"),
        ("aliases.yaml", "{old: lbgt, context: lgbt}", "{old: lbgt, context: 7}", "context"),
    ],
)  # fmt: skip
def test_a_fault_of_form_is_told_with_its_line(folder: Path, name, old, new, key) -> None:
    line = spoil(folder, name, old, new)
    message = faults(folder)
    assert f"{name}:{line}: " in message
    assert key in message


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("plover.yaml", "{code: riot,", "{code: demo,", "modes of PROTEST: demo stands 2 times"),
        ("plover.yaml", "- code: AID", "- code: AGREE", "types: AGREE stands 2 times"),
        ("plover.yaml", 'cameo: "042"', 'cameo: "049"', "CONSULT visit: CAMEO 049"),
        ("plover.yaml", 'cameo: "042"', 'cameo: "051"', "CAMEO 051, which is SUPPORT"),
        ("plover.yaml", "asylum: \"075\"", "asylums: \"075\"", "AID AID: context asylums"),
        ("cameo.csv", "CONSULT,visit,,,\n043", "CONSULT,demo,,,\n043", "mode demo"),
        ("cameo.csv", "information,7.0,COOPERATE", "information,7.0,COOPER", "type COOPER"),
        ("aliases.yaml", "{old: lbgt, context: lgbt}", "{old: lbgt, context: lg}", "context lg"),
        ("aliases.yaml", "{old: lbgt,", "{old: cyber,", "alias cyber"),
        ("aliases.yaml", "old: ease,", "old: access,", "alias access"),
        ("rulings.yaml", "- id: debt-forgiven-is-aid", "- id: invitation-is-agree", "rulings: inv"),
    ],
)  # fmt: skip
def test_a_name_that_refers_to_nothing_is_told(folder: Path, name, old, new, told) -> None:
    spoil(folder, name, old, new)
    assert told in faults(folder)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    spoil(folder, "plover.yaml", 'cameo: "042"', 'cameo: "049"')
    spoil(folder, "aliases.yaml", "{old: lbgt, context: lgbt}", "{old: lbgt, context: lg}")
    message = faults(folder)
    assert "2 faults" in message
    assert "CAMEO 049" in message
    assert "context lg" in message


def test_broken_yaml_is_told_by_file(folder: Path) -> None:
    spoil(folder, "aliases.yaml", "contexts:\n", "contexts: [\n")
    assert "aliases.yaml" in faults(folder)


def test_compile_data_writes_what_the_sources_hold(tmp_path, monkeypatch) -> None:
    """Also: the same bytes at every call, and nothing half-written left behind."""
    monkeypatch.setattr(compiled, "PACKAGED", tmp_path)
    compile_data.main()
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    compile_data.main()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert set(first) == {"ontology.json", "lexicon.json", "knowledge.json"}
    name, digest, payload = ontology_compile.compile_all()
    assert compiled.read_compiled(name, digest) == payload


def test_loading_parses_no_yaml_and_is_quick(tmp_path, monkeypatch) -> None:
    """4 to 8 ms on two cores with nothing else to do; 30 leave room for a busy machine."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_ontology.__wrapped__()
    runs = [run(TIMED) for _ in range(5)]
    assert statistics.median(map(float, runs)) < 30
    assert run(UNREAD) == "set()"


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return done.stdout.decode().strip()


def test_one_ontology_for_all_callers() -> None:
    assert load_ontology() is load_ontology()
