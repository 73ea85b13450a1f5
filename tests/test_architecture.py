"""The layers of docs/design.md hold, and a broken one would be seen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(project: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package in `project` against the contracts in its pyproject.toml."""
    command = [sys.executable, "-c", LINT_IMPORTS, "--no-cache"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_import_goes_down_and_each_library_stays_in_its_layer() -> None:
    run = lint_imports(PROJECT)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("base/zz_probe.py", "import huurdersapp.records", "Imports gaan alleen omlaag"),
        ("reports/zz_probe.py", "import huurdersapp.store", "Imports gaan alleen omlaag"),
        ("cli/zz_probe.py", "import huurdersapp.store", "Alleen app en actions openen de store"),
        ("cli/zz_probe.py", "from huurdersapp.store import keys", "Alleen app en actions openen de store"),
        ("cli/zz_probe.py", "from PySide6.QtWidgets import QLabel", "Alleen ui kent Qt"),
        ("actions/zz_probe.py", "import pikepdf", "Alleen reports maakt papier"),
        ("actions/zz_probe.py", "import reportlab.platypus", "Alleen reports maakt papier"),
        ("actions/zz_probe.py", "import sqlcipher3", "Alleen store kent het bestand en zijn migraties"),
        ("cli/zz_probe.py", "import sqlalchemy.orm", "SQL staat alleen in records, store en actions"),
    ],
)
def test_a_forbidden_import_is_caught(tmp_path: Path, module: str, line: str, contract: str) -> None:
    copy = throw_away_copy(tmp_path)
    (copy / "huurdersapp" / module).write_text(f"{line}\n", encoding="utf-8")
    run = lint_imports(copy)
    assert run.returncode != 0
    assert f"{contract} BROKEN" in run.stdout


def test_a_package_without_a_layer_is_caught(tmp_path: Path) -> None:
    copy = throw_away_copy(tmp_path)
    (copy / "huurdersapp" / "zz_room").mkdir()
    (copy / "huurdersapp" / "zz_room" / "__init__.py").touch()
    run = lint_imports(copy)
    assert run.returncode != 0
    assert "zz_room" in run.stdout + run.stderr


def throw_away_copy(folder: Path) -> Path:
    """The package and its settings, to break something in; packages still to come get an empty one."""
    shutil.copytree(
        PROJECT / "huurdersapp", folder / "huurdersapp", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(PROJECT / "pyproject.toml", folder)
    for package in ("actions", "cli", "store"):
        (folder / "huurdersapp" / package).mkdir(exist_ok=True)
        (folder / "huurdersapp" / package / "__init__.py").touch()
    return folder
