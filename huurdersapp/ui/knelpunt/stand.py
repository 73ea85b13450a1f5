"""How a knelpunt stands: how long a reaction is waited for, whose desk comes first, and what was bundled in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import knelpunt_bundelen, knelpunten
from huurdersapp.actions.words import Link
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.knelpunt_status import NEXT, OPEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label, link
from huurdersapp.ui.place import Place

REPAIRS = "onderhoud"
"""The category of which one household goes to the landlord first."""


def stand(desk: Desk, record: dict[str, Any], refer: Callable[[], object]) -> QWidget | None:
    """A card with what there is to say, None when there is nothing. `refer` begins the step doorverwezen."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 10, 12, 10)
    number = record["nummer"]
    waiting = knelpunten.waiting(desk.ctx, number)
    if waiting is not None:
        column.addWidget(label(waiting.words, "warning" if waiting.late else "label"))
    if _is_repair(record):
        text = _("Dit lijkt een gewone reparatie. Daarvoor is eerst het loket van de verhuurder.")
        column.addWidget(label(text, "muted"))
        button = QPushButton(_("Doorverwijzen naar de verhuurder…"))
        button.setProperty("role", "link")
        button.clicked.connect(lambda: desk.safely(refer))
        column.addWidget(button)
    inside = knelpunt_bundelen.bundled(desk.ctx, number)
    if inside:
        count = len(inside)
        head = ngettext("Hierin gebundeld: {count} knelpunt", "Hierin gebundeld: {count} knelpunten", count)
        column.addWidget(label(head.format(count=count), "label"))
        for each, title in inside:
            column.addWidget(
                link(title, Link("knelpunt", each), lambda kind, at: desk.go(Place(kind, at, kind=kind)))
            )
    if column.count():
        return frame
    frame.deleteLater()
    return None


def _is_repair(record: dict[str, Any]) -> bool:
    """A complaint of one household about a repair, which nobody else has and which was not brought in yet."""
    return (
        record["omvang"] == "individueel"
        and record["categorie"] == REPAIRS
        and not record["ook_last_van"]
        and record["status"] in OPEN[:2]
        and "doorverwezen" in NEXT[record["status"]]
    )
