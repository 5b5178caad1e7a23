"""The repository as the shape tests see it: files git knows, and the contracts in pyproject.toml."""

import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IMPORTLINTER = PYPROJECT["tool"]["importlinter"]


@cache
def files() -> list[Path]:
    """Every file that is or would be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def ending(*suffixes: str, under: str = "") -> list[Path]:
    return [path for path in files() if path.suffix in suffixes and named(path).startswith(under)]


def ladder() -> dict[str, int]:
    """App → its rung, 0 at the bottom."""
    layers = IMPORTLINTER["contracts"][0]["layers"]
    return {app.strip(): rung for rung, layer in enumerate(reversed(layers)) for app in layer.split("|")}


def nothing(found) -> None:
    """Fails with one line per finding."""
    lines = [str(finding) for finding in found]
    assert not lines, "\n" + "\n".join(lines)
