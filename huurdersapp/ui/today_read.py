"""Reading what Vandaag shows, as the plain values that are kept for the next start."""

from __future__ import annotations

import contextlib
from typing import Any

from PySide6.QtCore import QObject, QTimer

from huurdersapp.actions import concepten, energie, lists, vandaag, vooraf
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_named, moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui import today_view as parts
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.step_concept import place_of
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

LATEST = 5
"""Records that were made or changed last."""
BEGUN_WITH = ("partij", *energie.CATALOGUES)
"""The own organisation, and the catalogues that come with the program."""
PAUSE = 20_000
"""Milliseconds after a change before the page is kept again: not at every one of many changes."""


def read(ctx: Context) -> dict[str, Any]:
    """The page as it is now."""
    day = vandaag.today(ctx)
    begun = concepten.every(ctx)
    used = [item.kind for item in day.laatste if item.made]
    return {
        parts.DAY: day.day.isoformat(),
        parts.SAMPLE: ctx.store.example,
        parts.EMPTY: not begun and _is_empty(ctx, day),
        # sorted() keeps the order of those that were used as often
        parts.USED: sorted(parts.BUTTONS, key=lambda key: -used.count(key)),
        parts.YEAR: _year(day.jaar),
        parts.URGENT: [
            _line(item.words, item.target, **({"toon": "warning"} if item.late else {}))
            for item in day.let_op
        ],
        parts.AGENDA: [
            _line(item.words, item.target, dag=item.day.isoformat(), bij=item.when or day_named(item.day))
            for item in day.agenda
        ],
        parts.CONCEPTS: [_concept(ctx, one) for one in begun],
        parts.PROGRESS: [_progress(item) for item in day.voortgang],
        parts.LATEST: [_latest(ctx, item) for item in day.laatste[:LATEST]],
        parts.COPY: day.kopie or "",
    }


def _is_empty(ctx: Context, day: vandaag.Vandaag) -> bool:
    """Whether nothing was recorded yet but what a new administration begins with."""
    if any(item.kind not in BEGUN_WITH for item in day.laatste):
        return False
    specs = ctx.store.catalogue.specs
    return not any(lists.count(ctx, spec) for key, spec in specs.items() if key not in BEGUN_WITH)


def _year(year: vandaag.Jaar) -> list[dict[str, Any]]:
    """What the year is for, and what comes next."""
    lines: list[dict[str, Any]] = [
        {"tekst": text, "plaats": _kept(Place("jaaragenda"))} for text in year.sentences
    ]
    if year.next and year.target is not None:
        lines.append(_line(year.next, year.target, bij=year.when))
    return lines


def _line(words: str, target: vandaag.Target, **more: str) -> dict[str, Any]:
    page = "toezegging" if target.promised else page_of(target.kind)
    where = target.where if target.number is None else ()
    place = Place(page, target.number, where=where, kind=target.kind)
    if target.year is not None:
        place = Place("jaaragenda", target.number, kind=target.kind, values={"jaar": target.year})
    return {"tekst": words, "plaats": _kept(place), **more}


def _kept(place: Place) -> dict[str, Any]:
    return {name: value for name, value in place.to_json().items() if value}


def _progress(item: vandaag.Voortgang) -> dict[str, Any]:
    words = _("{number} {words}").format(number=item.number, words=item.words)
    line = _line(words, item.target)
    line["plaats"]["title"] = words
    return line


def _latest(ctx: Context, item: vandaag.Laatst) -> dict[str, Any]:
    text = _("{kind} ‘{title}’") if item.title else _("{kind} {number}")
    kind = str(ctx.spec(item.kind).label)
    words = text.format(kind=kind, title=item.title, number=item.number)
    done = _("Gemaakt op {moment}") if item.made else _("Gewijzigd op {moment}")
    return _line(
        words,
        vandaag.Target(item.kind, item.number),
        bij=done.format(moment=moment(item.moment.astimezone())),
    )


def _concept(ctx: Context, concept: concepten.Concept) -> dict[str, Any]:
    words = _("{kind}: {title}").format(
        kind=str(ctx.spec(concept.soort).label), title=concept.titel or _("nog zonder naam")
    )
    kept = _("Bewaard op {moment}").format(moment=moment(concept.bijgewerkt.astimezone()))
    return {"id": concept.id, "tekst": words, "plaats": _kept(place_of(concept)), "bij": kept}


class Keeper(QObject):
    """Keeps the page for the next start: some time after a change, and when the administration is closed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)
        desk.changed.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start(PAUSE)

    def _keep(self) -> None:
        ctx = self._desk.ctx
        self._desk.ask(self, "bewaren", lambda: keep(ctx), lambda _none: None)

    def close(self) -> None:
        """Wait no more."""
        self._timer.stop()


def keep(ctx: Context) -> None:
    """Keep the page now; a full disk is told where somebody saves something."""
    with contextlib.suppress(UserError):
        vooraf.keep(ctx, read(ctx))
