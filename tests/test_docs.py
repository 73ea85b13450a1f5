"""What the documents say about the tests is true of the tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PROOF = TESTS.parent / "docs" / "ux-proof.md"
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
POINTS = {*range(1, 18), *range(24, 36), *range(57, 61)}


def missing(text: str) -> list[str]:
    """The tests that a text names and that do not exist."""
    lost = []
    for name, test in NAMED.findall(text):
        path = TESTS / name
        tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
        if test not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
            lost.append(f"{name}::{test}")
    return lost


def lines(text: str) -> dict[int, str]:
    """What stands in the table at each point."""
    found: dict[int, str] = {}
    for line in text.splitlines():
        if (start := re.match(r"\| ([\d, ]+) \|", line)) is not None:
            found |= dict.fromkeys(map(int, start[1].split(",")), line)
    return found


def test_every_test_that_proves_a_promise_exists() -> None:
    assert missing(PROOF.read_text(encoding="utf-8")) == []


def test_every_promise_that_is_due_has_its_proof() -> None:
    found = lines(PROOF.read_text(encoding="utf-8"))
    assert set(found) >= POINTS
    assert [point for point, line in found.items() if not NAMED.search(line)] == []


@pytest.mark.parametrize("name", ["test_docs.py::test_that_is_not_there", "test_gone.py::test_x"])
def test_a_test_that_is_not_there_is_noticed(name: str) -> None:
    assert missing(f"see `{name}`") == [name]
