"""Zoeken: what the words in the box above the screens find, grouped by kind, and why it was found.

Nothing of what somebody searched for is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from huurdersapp.actions import lists, zoeken
from huurdersapp.actions.zoeken import Hit
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.text import fold
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.registry import BY_KEY, page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.text_list import Paragraph, Row, TextList

MOST = 60
"""Finds that are shown with why; the rest stands in the lists."""
OF_A_KIND = 6
"""Finds of a kind before the way to its list."""
Counts = dict[str, int]


class SearchPage(Page):
    """The finds as one list, gone through with the arrows: a heading for each kind, its first finds, and all of them in
    their own list."""

    help = "zoeken"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.words = ""
        self._arrived = False  # somebody came here another way than by typing in the search box
        self._shown: tuple[list[Hit], Counts] | None = None
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.list = TextList(desk.look, at_once=True)
        self.list.setAccessibleName(_("Wat er gevonden is"))
        self.list.opened.connect(self._open)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)

    def title(self) -> str:
        return _("Zoeken")

    def place(self) -> Place:
        return Place(self.key, words=self.words)

    def show_place(self, place: Place) -> None:
        self.words = place.words.strip()
        self._arrived = not self._typing()
        self._ask()

    def changed(self, changes: Changes) -> None:
        self._ask()

    def _typing(self) -> bool:
        """Whether the focus is in the search box: there it stays."""
        focus = QApplication.focusWidget()
        return (
            focus is not None
            and not self.isAncestorOf(focus)
            and focus is getattr(self.window(), "search", None)
        )

    def _ask(self) -> None:
        if not fold(self.words):
            self._show([], {})
            return
        ctx, words = self.desk.ctx, self.words

        def question() -> tuple[list[Hit], Counts]:
            hits = zoeken.find(ctx, words, MOST)
            counts: Counts = {}
            for hit in hits:
                counts[hit.kind] = counts.get(hit.kind, 0) + 1
            if len(hits) >= MOST:
                specs = ctx.store.catalogue.specs
                every = {kind: lists.count(ctx, spec, words=words) for kind, spec in specs.items()}
                counts = {kind: max(every[kind], counts.get(kind, 0)) for kind in [*counts, *every]}
            return hits, {kind: count for kind, count in counts.items() if count}

        self.desk.ask(self, "zoeken", question, lambda found: self._show(*found))

    def _show(self, hits: list[Hit], counts: Counts) -> None:
        if (hits, counts) != self._shown:
            self._shown = hits, counts
            self.list.show_rows(list(self._rows(hits, counts)))
        if hits and self.list.current_key() is None:
            self.list.select_first()
        if self._arrived:
            self._arrived = False
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        words = self._told(sum(counts.values()))
        if words != self.count.text():
            announce(self.count, words)
        self.count.setText(words)

    def _told(self, count: int) -> str:
        if not fold(self.words):
            return _("Typ bovenaan wat u zoekt: een woord, een deel van een woord of een nummer.")
        if not count:
            return _(
                "Niets gevonden voor ‘{words}’. Probeer minder woorden, of een deel van een woord."
            ).format(words=self.words)
        found = ngettext("{n} keer gevonden: ‘{words}’", "{n} keer gevonden: ‘{words}’", count)
        return found.format(n=count, words=self.words)

    def _rows(self, hits: list[Hit], counts: Counts) -> Iterator[Row]:
        for kind, count in counts.items():
            spec = self.desk.ctx.spec(kind)
            heading = _("{kind} ({count})").format(kind=spec.plural, count=count)
            yield Row((Paragraph(heading, "heading"),))
            mine = [hit for hit in hits if hit.kind == kind][:OF_A_KIND]
            for hit in mine:
                yield self._row(hit)
            if count > len(mine):
                screen = BY_KEY[page_of(kind)].label
                words = _("Alle {count} in {screen}").format(count=count, screen=screen)
                yield Row((Paragraph(words, "link"),), ("alle", kind), 1)

    def _row(self, hit: Hit) -> Row:
        kind = self.desk.ctx.spec(hit.kind).label
        before = _("{kind} {number}").format(kind=kind, number=hit.number)
        if hit.text:
            before = _("{record}. {field}: ").format(record=before, field=hit.field)
        found = tuple((start + len(before), end + len(before)) for start, end in hit.text_marks)
        parts = (
            Paragraph(hit.title, found=hit.title_marks),
            Paragraph(f"{before}{hit.text}", "muted", found=found),
        )
        return Row(parts, (hit.kind, hit.number), 1)

    def _open(self, key: Any) -> None:
        first, second = key
        if first != "alle":
            self.desk.go(Place(page_of(first), second, kind=first))
            return
        title = _("Gevonden: ‘{words}’").format(words=self.words)
        self.desk.go(Place(page_of(second), words=self.words, title=title, kind=second))


PAGE = SearchPage
