"""The kinds of the screen Privacy, and the ways to the screens where one works on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.place import Place

PAGE, PERSON, ROUND, PAPER = "privacy", "persoon", "opschonen", "privacy_papier"
"""Screens, by their names in the registry."""
PROCESSING, REQUEST, CLEANING, BREACH = "verwerking", "privacyverzoek", "opschoonronde", "datalek"
TASK, PROPOSALS = "taak", "voorstellen"
"""The value of a place that opens a task beside the list."""


def button(
    desk: Desk, words: str, do: Callable[[], object], picture: str = "", *, main: bool = False
) -> QPushButton:
    """A button that does something, and tells what goes wrong."""
    made = QPushButton(words)
    if main:
        made.setProperty("role", "main")
    if picture:
        made.setIcon(icon(picture, desk.look, "on_main" if main else "text"))
        made.setIconSize(QSize(desk.look.px(16), desk.look.px(16)))
    made.clicked.connect(lambda _on=False: desk.safely(do))
    return made


def goer(desk: Desk, place: Place) -> Callable[[], None]:
    """What goes to a place."""
    return lambda: desk.go(place)
