"""A computer that goes to sleep must not do so in the middle of a transaction: none is open while somebody chooses a file,
and no screen has one open while it waits."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

import huurdersapp.ui
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

SESSIONS = frozenset({"step", "special", "transaction", "beside", "reading"})
"""What opens a session of the store."""
WAITING = frozenset(
    {"exec", "exec_", "open", "print_", "processEvents", "getSaveFileName", "getOpenFileName", "away"}
)
"""What waits for a person or a printer, or lets other work in between."""


def _opens_a_session(node: ast.With) -> bool:
    calls = (each.context_expr for each in node.items)
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in SESSIONS
        and isinstance(call.func.value, ast.Attribute)
        and call.func.value.attr == "store"
        for call in calls
    )


def waits(source: str) -> list[int]:
    """The lines on which something waits for a person or a printer while a session of the store is open."""
    blocks = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.With) and _opens_a_session(node)
    )
    return [
        call.lineno
        for block in blocks
        for call in ast.walk(block)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in WAITING
    ]


def test_no_screen_waits_for_a_person_while_a_session_is_open() -> None:
    home = Path(huurdersapp.ui.__file__).parent
    found = {path.name: waits(path.read_text(encoding="utf-8")) for path in home.rglob("*.py")}
    assert len(found) > 100
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_search_for_waiting_finds_it() -> None:
    assert waits("with self.desk.ctx.store.step('x') as db:\n    if db:\n        dialog.exec()") == [3]
    assert waits("with self.desk.ctx.store.reading() as db:\n    rows = db.all()\ndialog.exec()") == []


def test_no_transaction_is_open_while_a_dialog_is(
    office: Context,
    open_window: OpenWindow,
    settled: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(office)
    opened: list[tuple[str, bool]] = []

    def open_(dialog: QDialog, *_how: object) -> None:
        pool = office.store.engine.pool
        opened.append((type(dialog).__name__, pool.checkedout() == 0))  # type: ignore[attr-defined]
        dialog.deleteLater()

    monkeypatch.setattr(QDialog, "open", open_)
    monkeypatch.setattr(QFileDialog, "open", open_)
    for name in ("kern", "knelpunt"):
        window.go(Place(name))
        settled(window)
        window.command("naar_excel")
        window.command("kolommen")
        settled(window)
    assert len(opened) >= 2
    assert all(free for _name, free in opened), opened
