"""What the tenant of a home said, before everything else that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draagvlak import ANSWERED, EMPTY, INSTEMMING
from huurdersapp.ui.lists.record_parts import card, label

SAID = ("instemming", "instemming_op", "versie", "vraagt_versie")
"""Fields that the card says."""


def answer(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The answer in words, with what it is about; first what counts."""
    return tuple(_answer(record))


def _answer(record: Mapping[str, Any]) -> Iterator[str]:
    said, asked = record["instemming"], record["vraagt_versie"]
    words = INSTEMMING.label(said)
    if said in ANSWERED and record["instemming_op"]:
        on = day(date.fromisoformat(record["instemming_op"]))
        yield _("{answer}, op {day}").format(answer=words, day=on)
        if record["versie"]:
            yield _("Dit gaat over versie {version} van het voorstel.").format(version=record["versie"])
        return
    yield words
    if said == EMPTY:
        yield _("Een lege woning telt niet mee.")
        return
    yield _("Wie niet antwoordt, telt mee en stemde niet in.")
    if asked and asked > 1:
        yield _("Deze huurder antwoordt op versie {version}.").format(version=asked)


def home_card(record: Mapping[str, Any]) -> QFrame:
    """The answer on a card."""
    frame, column = card(_("Antwoord op het voorstel"))
    for at, text in enumerate(answer(record)):
        column.addWidget(label(text, "muted" if at else "label"))
    return frame
