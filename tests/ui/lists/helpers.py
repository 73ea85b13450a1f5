"""A list in the window, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.records import kern
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import press

Settled = Callable[[MainWindow], None]


def opened(window: MainWindow, kind: str = "kern", **more: object) -> ListPage:
    window.go(Place("contacten", kind=kind, **more))  # type: ignore[arg-type]
    page = window.page
    assert isinstance(page, ListPage)
    return page


def shown(page: ListPage, row: int, column: int = 1) -> str:
    model = page.pane.model
    return str(model.index(row, column).data())


def names(page: ListPage) -> list[str]:
    return [shown(page, row) for row in range(page.pane.model.rowCount())]


def key_order(ctx: Context, order: str = "") -> list[str]:
    with ctx.store.reading() as db:
        return queries.keys(db, Query(kern.SPEC, order=order))


def click(bot: QtBot, widget: QWidget, at: QPoint | None = None) -> None:
    bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def form_of(page: ListPage) -> RecordForm | None:
    """The form that is open by now, which mypy takes to be the one before."""
    return page.form


def ctrl(bot: QtBot, key: Qt.Key) -> None:
    press(bot, key, Qt.KeyboardModifier.ControlModifier)
