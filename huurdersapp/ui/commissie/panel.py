"""How a bewonerscommissie stands: what to see to, its mandate, what was done for it, who is in it, and what one can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from huurdersapp.actions import commissies
from huurdersapp.actions.commissies import Support
from huurdersapp.base.formats import day as short_day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.commissie import ONDERSTEUNING, ROLLEN
from huurdersapp.ui.commissie.forms import FORMS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import card, label

BLOCKS_ABOVE = 130
"""Per cent: with larger letters each member is a block of lines, as columns do not fit."""


class StandPanel(SmallForms):
    """What to see to, and the small forms; one that was begun and not saved stands open again."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, commissies.KIND, int(record["nummer"]), name, parent)
        self.record = record
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        lacks = commissies.lacks_meeting(desk.ctx, self.number)
        for text in commissies.warnings(record, lacks):
            self._column.addWidget(label(text, "warning"))
        if lacks:
            law = _("Minstens eens per jaar is er overleg met de verhuurder (Overlegwet, artikel 5b).")
            self._column.addWidget(label(law, "muted"))
        if told := commissies.mandate(desk.ctx, record):
            self._column.addWidget(label(told, "label"))
        self._column.addWidget(label(helped(commissies.supported(desk.ctx, self.number))))
        self._column.addWidget(self._buttons(lacks))
        self.go_on()

    def _buttons(self, lacks: bool) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        for key, small in FORMS.items():
            button = self.opener(key, str(small.label))
            if key == ("plannen" if lacks else "ondersteuning"):
                button.setProperty("role", "main")
            row.addWidget(button)
        return holder

    def form_of(self, key: str) -> SmallForm:
        small = FORMS[key]
        return SmallForm(
            small.spec(self.desk),
            small.keys,
            str(small.title),
            lambda typed: self._save(key, typed),
            small.values(self.record),
            small.needed,
        )

    def _save(self, key: str, typed: dict[str, Any]) -> None:
        small = FORMS[key]
        told = small.do(self.desk, self.number, typed, None)
        text = str(small.said).format(name=self._name)
        self.desk.say_done(text, told if isinstance(told, list) else ())


def helped(support: Support) -> str:
    """What was done for it this year, in a sentence."""
    if not support.times:
        return _("Dit jaar nog niet ondersteund.")
    times = ngettext("{count} keer", "{count} keer", support.times).format(count=written(support.times))
    kinds = ", ".join(ONDERSTEUNING.label(kind).lower() for kind in support.kinds)
    if support.hours is None:
        return _("Dit jaar {times} ondersteund: {kinds}.").format(times=times, kinds=kinds)
    return _("Dit jaar {times} ondersteund, samen {hours} uur: {kinds}.").format(
        times=times, hours=written(support.hours), kinds=kinds
    )


def members(desk: Desk, record: Mapping[str, Any]) -> QWidget:
    """Who is in it now, the chair first, with the empty seats; those who left are counted."""
    frame, column = card(_("Leden"))
    now = commissies.seated(record)
    if now:
        column.addWidget(_table(desk, now))
    else:
        column.addWidget(label(_("Er staan nog geen leden bij."), "muted"))
    if empty := record["vacatures"]:
        text = ngettext("{count} lege plek", "{count} lege plekken", empty)
        column.addWidget(label(text.format(count=empty), "warning"))
    if gone := len(record["leden"]) - len(now):
        text = ngettext(
            "{count} oud-lid staat alleen in het formulier.",
            "{count} oud-leden staan alleen in het formulier.",
            gone,
        )
        column.addWidget(label(text.format(count=gone), "muted"))
    return frame


def _table(desk: Desk, lines: Sequence[Mapping[str, Any]]) -> QWidget:
    """Columns where there is room, else a block for each; how somebody is reached stands under it."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    columns = desk.look.zoom <= BLOCKS_ABOVE
    if columns:
        for at, head in enumerate((_("Naam"), _("Rol"), _("Termijn"))):
            grid.addWidget(label(head, "muted"), 0, at)
    for row, line in enumerate(lines, 1):
        cells = (line["naam"], ROLLEN.label(line["rol"]), term(line))
        if columns:
            for at, text in enumerate(cells):
                grid.addWidget(label(text, "" if at else "label"), 2 * row, at, Qt.AlignmentFlag.AlignTop)
        else:
            grid.addWidget(label("\n".join(filter(None, cells))), 2 * row, 0, 1, 3)
        if reach := "  ·  ".join(filter(None, (line["telefoon"], line["email"]))):
            grid.addWidget(label(reach, "muted"), 2 * row + 1, 0, 1, 3)
    return body


def term(line: Mapping[str, Any]) -> str:
    """From when until when somebody is in it."""
    since, until = (_shown(line[key]) for key in ("van", "tot"))
    if since and until:
        return _("{since} tot {until}").format(since=since, until=until)
    if until:
        return _("tot {until}").format(until=until)
    return _("sinds {since}").format(since=since) if since else ""


def _shown(text: str | None) -> str:
    """A day as tables show it."""
    return short_day(date.fromisoformat(text)) if text else ""
