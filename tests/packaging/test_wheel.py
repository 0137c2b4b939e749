"""The wheel, built from the clone, installed and run outside it.

1. `uv build` makes the source archive and, from it, the wheel, offline.
2. A fresh environment gets the wheel and what it declares to need, not what the developers'
   environment happens to hold: a dependency used but not declared fails here.
3. The command runs in a folder of its own; the clone is nowhere on its path.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import urllib.request
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
UV = str(Path(sys.executable).with_name("uv"))
ARTICLE = "التقى وزير الخارجية التركي هاكان فيدان نظيره المصري في القاهرة."

pytestmark = [pytest.mark.packaging, pytest.mark.slow]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the source archive and the wheel."""
    folder = tmp_path_factory.mktemp("built")
    # The environment of the tests holds what the build needs, so that nothing is fetched.
    command = [UV, "build", "--offline", "--no-build-isolation", "--python", sys.executable]
    subprocess.run([*command, "-o", str(folder), str(ROOT)], check=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a fresh environment that holds the wheel and what it declares to need."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    python = folder / "bin" / "python"
    uv = [UV, "--offline", "--quiet"]
    subprocess.run([*uv, "venv", "--python", sys.executable, str(folder)], check=True)
    install = [*uv, "pip", "install", "--no-deps", "--python", str(python), str(wheel)]
    subprocess.run(install, check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    for name in sorted(needed_by(wheel)):
        lend(metadata.distribution(name), site)
    return folder / "bin"


def needed_by(wheel: Path) -> set[str]:
    """Names of all distributions that a wheel declares to need, and those need in turn."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        declared = metadata.PathDistribution(zipfile.Path(archive, str(Path(name).parent) + "/"))
        waiting = [(line, "") for line in declared.requires or ()]
    seen: set[tuple[str, str]] = set()
    while waiting:
        line, extra = waiting.pop()
        need = Requirement(line)
        if need.marker is not None and not need.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(need.name)
        for wanted in {"", *need.extras}:
            if (name, wanted) not in seen:
                seen.add((name, wanted))
                inner = metadata.distribution(name).requires or ()
                waiting += [(each, wanted) for each in inner]
    return {name for name, _ in seen}


def lend(distribution: metadata.Distribution, site: Path) -> None:
    """Link what a distribution put into the developers' environment into another."""
    tops = {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}
    for top in tops:
        link = site / top
        if not link.exists():
            link.symlink_to(Path(str(distribution.locate_file(top))))


def run(command: list[str | Path], folder: Path, text: str | None = None) -> str:
    """What a command of the fresh environment prints, run in a folder outside the clone."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean_environment(folder),
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def clean_environment(folder: Path) -> dict[str, str]:
    """A user who never saw the clone: no PYTHONPATH, a home with an empty cache."""
    kept = {"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    return {**kept, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


def test_the_wheel_holds_assets_data_and_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    dist = "waqai/serve/web/static/dist"
    assert {f"{dist}/app.js", f"{dist}/app.css", "waqai/demo/articles.jsonl"} <= names
    assert any(n.startswith(dist) and "arabic" in n and n.endswith(".woff2") for n in names)
    assert any(n.startswith(dist) and n.endswith("LICENSE.txt") for n in names)  # of the fonts
    assert {f"waqai/_compiled/{n}.json" for n in ("lexicon", "knowledge", "ontology")} <= names
    assert "waqai/py.typed" in names
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    assert not [n for n in names if not n.startswith(("waqai/", "waqai-"))]


def test_the_source_archive_holds_what_a_build_needs(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"hatch_build.py", "frontend/package-lock.json", "frontend/build.mjs"} <= names
    assert {"pyproject.toml", "LICENSE", "README.md", "src/waqai/py.typed"} <= names
    assert not [name for name in names if "node_modules" in name]


def test_the_installed_package_is_not_the_clone(installed: Path, tmp_path: Path) -> None:
    where = "import waqai, sys; print(waqai.__file__); print(*sys.path)"
    printed = run([installed / "python", "-c", where], tmp_path)
    assert printed.startswith(str(installed.parent))
    assert str(ROOT / "src") not in printed


def test_compiled_data_are_used_as_they_came(installed: Path, tmp_path: Path) -> None:
    run([installed / "waqai", "code", "-", "--published", "2023-02-10"], tmp_path, ARTICLE)
    assert not (tmp_path / "cache" / "waqai").exists()


def test_the_command_codes_a_text(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(ARTICLE, encoding="utf-8")
    command: list[str | Path] = [installed / "waqai", "code", "visit.txt"]
    lines = run([*command, "--published", "2023-02-10"], tmp_path).splitlines()
    records = [json.loads(line) for line in lines]
    assert records
    for record in records:
        for span in (*record["event_text"], *record["actor"], *record["recipient"]):
            said = span.get("entity_text") or span.get("text")
            assert ARTICLE[span["start"] : span["end"]] == said


@pytest.fixture
def address(installed: Path, tmp_path: Path) -> Iterator[str]:
    """The address under which the installed command serves the demo articles."""
    run([installed / "waqai", "ingest", "--demo"], tmp_path)
    command = [str(installed / "waqai"), "serve", "--port", "0"]
    environment = clean_environment(tmp_path)
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[-1]
        server.terminate()


def test_the_command_serves_its_pages_with_all_they_name(address: str) -> None:
    with urllib.request.urlopen(address, timeout=20) as answer:
        page = answer.read().decode()
    assert 'dir="rtl"' in page
    linked = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert {Path(link).suffix for link in linked} == {".js", ".css"}
    style = ""
    for link in linked:
        with urllib.request.urlopen(address + link, timeout=20) as answer:
            body = answer.read()
        assert body
        style += body.decode() if link.endswith(".css") else ""
    (font, *_) = re.findall(r"url\(\"?([^\")]*arabic-wght[^\")]*\.woff2)", style)
    with urllib.request.urlopen(f"{address}/static/{Path(font).name}", timeout=20) as answer:
        assert answer.read(4) == b"wOF2"
