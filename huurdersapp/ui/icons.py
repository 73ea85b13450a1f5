"""One map from meaning to picture, drawn from a package of icons in the colours of the theme; never without a word beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

from huurdersapp.base.paths import of_package
from huurdersapp.ui.look import Look
from huurdersapp.ui.theme import Tokens

PICTURES: Mapping[str, str] = {
    "vandaag": "home",
    "raadpleging": "comments",
    "energiebezoek": "bolt",
    "knelpunt": "exclamation-triangle",
    "campagne": "bullhorn",
    "advies": "envelope-open-text",
    "renovatie": "hard-hat",
    "eenheid": "building",
    "akkoord": "handshake",
    "jaaragenda": "calendar-check",
    "voorbereiding": "clipboard-list",
    "uitvoering": "tools",
    "evaluatie": "balance-scale",
    "overleg": "users",
    "actiepunt": "tasks",
    "toezegging": "hand-holding",
    "prestatieafspraken": "file-signature",
    "visie": "map-marked-alt",
    "commissie": "people-carry",
    "samenvoegen": "object-group",
    "verslag": "file-alt",
    "contacten": "address-book",
    "prullenbak": "trash-alt",
    "privacy": "user-shield",
    "instellingen": "sliders-h",
    "hulp": "question-circle",
    "zoeken": "search",
    "brief": "envelope",
    "brieven": "mail-bulk",
    "scorekaart": "chart-bar",
    "geschiedenis": "history",
    "beveiliging": "lock",
    "reservekopieen": "copy",
    "nieuw": "plus",
    "wijzigen": "pen",
    "opslaan": "check",
    "ongedaan": "undo",
    "afdrukken": "print",
    "bijlage": "paperclip",
    "datum": "calendar-alt",
    "goed": "check-circle",
    "let_op": "exclamation-triangle",
    "fout": "times-circle",
    "terug": "arrow-left",
    "sluiten": "times",
    "openen": "arrow-right",
    "kolommen": "columns",
    "excel": "file-excel",
    "filter": "filter",
    "pdf": "file-pdf",
    "word": "file-word",
    "tellen": "calculator",
    "lijst": "file-import",
    "omhoog": "arrow-up",
    "omlaag": "arrow-down",
    "draagvlak": "building",
    "stand_stil": "ellipsis-h",
    "stand_leeg": "inbox",
    "stand_op_schema": "arrow-circle-right",
    "stand_achter": "hourglass-half",
}
"""Names of Font Awesome 5 Free, solid."""


_FONT = "fontawesome5-solid-webfont-5.15.4.ttf"
_SIGNS = "fontawesome5-solid-webfont-charmap-5.15.4.json"
_SIZES = (18, 24, 36, 48)
"""Pixels in which a picture is drawn; Qt takes the nearest and makes it fit."""


def icon(meaning: str, look: Look, colour: str = "text") -> QIcon:
    """The picture for a meaning, in a colour of the theme, inverse where its row or button is selected."""
    return _drawn(PICTURES[meaning], look.tokens, colour)


@cache
def _drawn(name: str, tokens: Tokens, colour: str) -> QIcon:
    mode, state = QIcon.Mode, QIcon.State
    made = QIcon()
    for when, lit, inks in (
        (mode.Normal, state.Off, getattr(tokens, colour)),
        (mode.Selected, state.Off, tokens.on_selected),
        (mode.Normal, state.On, tokens.on_main),
        (mode.Disabled, state.Off, tokens.disabled),
    ):
        for size in _SIZES:
            made.addPixmap(_picture(_sign(name), size, inks), when, lit)
    return made


def _picture(sign: str, size: int, ink: str) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(QColor(0, 0, 0, 0))
    font = QFont(_family())
    font.setPixelSize(round(size * 0.875))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return picture


def _fonts() -> Path:
    """Where the package of icons keeps its fonts. It is not imported: it brings a layer over all of Qt along, which
    takes longer than the whole window."""
    return of_package("qtawesome") / "fonts"


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_fonts() / _FONT))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _signs() -> dict[str, str]:
    signs: dict[str, str] = json.loads((_fonts() / _SIGNS).read_text(encoding="utf-8"))
    return signs


def _sign(name: str) -> str:
    return chr(int(_signs()[name], 16))
