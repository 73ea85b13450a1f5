"""What was linked to the point where somebody is in the list, and what its rule counts: each number leads to its list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from huurdersapp.actions.akkoord_telling import Counted, counted
from huurdersapp.actions.related import Related, related
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import parse
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

if TYPE_CHECKING:
    from huurdersapp.ui.pages.akkoord import AkkoordPage

INSIDE = frozenset(
    {"akkoord", "thema", "doel", "afspraak", "indicator", "anker", "meting", "bijstelling", "afwijking"}
)
"""Kinds that are shown on this screen itself: no evidence."""


class Evidence:
    """Asks beside the window what belongs to the point of a page, and hands its list the buttons."""

    def __init__(self, page: AkkoordPage) -> None:
        self.page, self.desk = page, page.desk

    def ask(self) -> None:
        """Look what belongs to the point where somebody is."""
        if (key := self.page.view.key) is None:
            return
        ctx, (kind, number) = self.desk.ctx, key
        year = day_of(ctx).year

        def question() -> tuple[list[Related], Counted | None]:
            try:
                return related(ctx, ctx.spec(kind), number), counted(ctx, kind, number, parse(str(year)))
            except UserError:  # thrown away in the meantime: the akkoord itself is read again
                return [], None

        self.desk.ask(self.page, "bewijs", question, lambda found: self._tell(key, *found, year))

    def _tell(self, key: tuple[str, int], found: list[Related], by_rule: Counted | None, year: int) -> None:
        reading = self.page.reading
        if key != self.page.view.key or reading is None:
            return
        point = next((item for item in reading.points if (item.kind, item.number) == key), None)
        code = (point.code or point.text) if point else ""
        buttons: dict[str, Callable[[], None]] = {}
        if by_rule is not None:
            words = _("{what} in {year}: {count}").format(what=by_rule.label, year=year, count=by_rule.count)
            title = _("{what} in {year} voor {point}").format(what=by_rule.label, year=year, point=code)
            buttons[words] = self._goer(by_rule.kind, by_rule.where, title)
        for item in found:
            if item.kind not in INSIDE and item.where:
                words = _("{label}: {count}").format(label=item.label, count=item.count)
                title = _("{label} bij {point}").format(label=item.label, point=code)
                buttons[words] = self._goer(item.kind, item.where, title)
        self.page.view.show_evidence(buttons)

    def _goer(self, kind: str, where: tuple[str, ...], title: str) -> Callable[[], None]:
        return lambda: self.desk.go(Place(page_of(kind), where=where, title=title, kind=kind))
