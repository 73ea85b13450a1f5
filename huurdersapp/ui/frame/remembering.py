"""What a window remembers for the next start: how large it was, and where somebody was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from huurdersapp.base.settings import LAST_PLACE, WINDOW
from huurdersapp.ui.pages.registry import BY_KEY
from huurdersapp.ui.place import Place

if TYPE_CHECKING:
    from huurdersapp.base.settings import Settings


def keep_size(window: QWidget, settings: Settings) -> None:
    """Remember how large a window is (`1280x680`, with `+` when it fills the screen)."""
    size = window.normalGeometry() if window.isMaximized() else window.geometry()
    full = "+" if window.isMaximized() else ""
    settings.set(WINDOW, f"{size.width()}x{size.height()}{full}")


def restore_size(window: QWidget, kept: str) -> None:
    """As large as `keep_size` remembered."""
    width, _x, height = kept.removesuffix("+").partition("x")
    if width.isdecimal() and height.isdecimal():
        window.resize(int(width), int(height))
    else:
        window.resize(1280, 680)
    if kept.endswith("+"):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep_place(place: Place, settings: Settings) -> None:
    """Remember the screen and the record; words that somebody typed stay out of that file."""
    kept = Place(place.page, place.number, kind=place.kind) if place.page != "zoeken" else Place("vandaag")
    settings.set(LAST_PLACE, json.dumps(kept.to_json()))


def last_place(settings: Settings) -> Place:
    """Where somebody was the last time, Vandaag when that is not known."""
    try:
        place = Place.from_json(json.loads(settings.get(LAST_PLACE)))
    except (ValueError, TypeError, KeyError):
        return Place("vandaag")
    return place if place.page in BY_KEY else Place("vandaag")
