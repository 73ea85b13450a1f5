"""Vandaag: what is overdue or due, what was begun, what was done last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.base import clock
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.look import Look
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.today_view import BUTTONS, OLD, USED, Shown, TodayView, placeholder, still_true, words_of

if TYPE_CHECKING:
    from huurdersapp.ui.desk import Desk


class TodayPage(Page):
    """The first screen. What it shows is read beside the window; until then it shows what was kept."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.view = TodayView(desk.look)
        self.view.went.connect(desk.go)
        self.view.dropped.connect(self._drop)
        self._known = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def title(self) -> str:
        """What stands above it."""
        return _("Vandaag")

    def show_place(self, place: Place) -> None:
        """Show the day."""
        if not self._known:
            from huurdersapp.actions import vooraf

            kept = vooraf.kept(self.desk.ctx)
            _show(self.view, {OLD: True} if kept is None else still_true(kept, clock.today()))
        self._read()
        self.view.begin_here()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What can be done here."""
        return {"nieuw": lambda: self.desk.go(Place("knelpunt", doing="nieuw", kind="knelpunt"))}

    def changed(self, changes: Changes) -> None:
        """Read the day again."""
        self._read()

    def _read(self) -> None:
        from huurdersapp.ui.today_read import read

        ctx = self.desk.ctx
        self.desk.ask(self, "vandaag", lambda: read(ctx), self._answered)

    def _answered(self, shown: Shown) -> None:
        _show(self.view, shown)
        off(self.desk, *self.view.buttons.values())
        self._known = True

    def _drop(self, key: str) -> None:
        self.desk.safely(lambda: self._dropped(key))

    def _dropped(self, key: str) -> None:
        from huurdersapp.actions import concepten

        concept = next((one for one in concepten.every(self.desk.ctx) if one.id == key), None)
        if concept is not None:
            concepten.drop(self.desk.ctx, key)
            words = _("Weggegooid: {title}").format(title=concept.titel or _("nog zonder naam"))
            ctx = self.desk.ctx
            self.desk.offer(words, _("Terugzetten"), lambda: concepten.keep(ctx, concept))


def _show(view: TodayView, shown: Shown) -> None:
    keys: Sequence[str] = shown.get(USED) or BUTTONS
    view.show_day(shown, [(key, words_of(key)) for key in keys])


def preview(kept: Mapping[str, Any] | None, look: Look, go: Callable[[Place], object]) -> QWidget:
    """Vandaag before the administration is open: as it was kept, as far as that is still true."""
    if kept is None:
        return placeholder(_("De administratie wordt geopend…"))
    view = TodayView(look)
    view.went.connect(go)
    _show(view, still_true(kept, clock.today()))
    return view


PAGE = TodayPage
