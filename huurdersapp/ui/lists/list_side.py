"""The list's side of a page: which list is asked for, its filters, order and columns, its file, and forms begun before."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from huurdersapp.actions import concepten, dubbelen, voorkeuren
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.rows import Line
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.forms.step_concept import place_of
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists import asking, words
from huurdersapp.ui.lists.columns import ColumnsDialog
from huurdersapp.ui.lists.concept_list import ConceptList
from huurdersapp.ui.lists.filter_bar import Chip, FilterBar
from huurdersapp.ui.lists.model import Index
from huurdersapp.ui.lists.pane import ListPane
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place


class ListSide(Page):
    """What `ListPage` puts a detail beside."""

    kinds: ClassVar[tuple[str, ...]] = ()
    chips: ClassVar[tuple[Chip, ...] | Mapping[str, tuple[Chip, ...]]] = ()
    first_chip: ClassVar[int | None] = None

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, parent)
        self._kinds = kinds or type(self).kinds or (key,)
        self.kind, self._order = self._kinds[0], dict[str, str]()
        self._awaited: Listed | None = None
        self.form: RecordForm | None = None
        self.bar, self.pane, self.concepts = FilterBar(desk), ListPane(desk), ConceptList()
        self.left = QStackedWidget()
        self.left.addWidget(self.pane)
        self.left.addWidget(self.concepts)
        safely = desk.safely
        self.bar.concepts_wanted.connect(lambda: safely(self.show_concepts))
        self.bar.columns_wanted.connect(lambda: safely(self.choose_columns))
        self.bar.export_wanted.connect(lambda: safely(self.export))
        self.pane.clear_wanted.connect(lambda: safely(self.bar.clear))
        self.pane.table.sort_wanted.connect(lambda key: safely(lambda: self.sort(key)))
        self.pane.table.widths_set.connect(lambda widths: safely(lambda: self._remember("breedtes", widths)))
        self.pane.table.menu_wanted.connect(lambda menu, index: safely(lambda: self._fill_menu(menu, index)))
        self.concepts.wanted.connect(lambda concept: safely(lambda: self._go_on(concept)))
        self.bar.asked_changed.connect(lambda: safely(self._ask_again))

    @property
    def spec(self) -> RecordSpec:
        """The kind that is shown."""
        return self.desk.ctx.spec(self.kind)

    @property
    def number(self) -> int | None:
        """The record that stands beside the list."""
        raise NotImplementedError

    def ready(self) -> tuple[Chip, ...]:
        """The ready filters of the kind that is shown."""
        chips = type(self).chips
        return chips.get(self.kind, ()) if isinstance(chips, Mapping) else chips

    # -- the list ------------------------------------------------------------------------------------------------

    def listed(self) -> Listed:
        """The list as it is asked for now."""
        asked = self.bar.asked
        order = self._order.get(self.kind) or (asked.chip.order if asked.chip is not None else "")
        kept = voorkeuren.get(self.desk.ctx, self._key("kolommen"), [])
        columns = [key for key in kept if key in self.spec.fields]
        return Listed(self.desk.ctx, self.spec, asked.conditions(), asked.words, order, columns)

    def load(self) -> None:
        """Show the list as it is asked for now, from its beginning."""
        self._show_list(self.listed())

    def _show_list(self, listed: Listed, first: list[Line] | None = None) -> None:
        self._awaited = None
        self.pane.show_list(listed, first, filtered=self.bar.asked.anything)
        self.left.setCurrentWidget(self.pane)
        if (number := self.number) is not None and self.form is None:
            with contextlib.suppress(UserError):  # it was thrown away meanwhile, and that is told elsewhere
                self.pane.go_to(number)

    def _ask_again(self) -> None:
        """After typing or a press on a filter: words are looked for beside the window."""
        listed = self.listed()
        if not listed.words:
            self._show_list(listed)
            return
        if self.pane.model.listed is not None:
            self.pane.model.listed.drop()
        self._awaited = listed

        def answer(first: list[Line]) -> None:
            if (
                listed is self._awaited
            ):  # else somebody took the words away meanwhile, or looks at another kind
                self._show_list(listed, first)

        self.desk.ask(self, "lijst", listed.page, answer)

    def sort(self, key: str) -> None:
        """Sort by a field; by the same one again the other way round."""
        listed = self.pane.model.listed
        now = listed.sorted_by if listed is not None else ("", False)
        self._order[self.kind] = key if now != (key, False) else f"-{key}"
        self._ask_again()

    def choose_columns(self) -> ColumnsDialog:
        """Let somebody choose what the list shows."""
        listed = self.pane.model.listed
        assert listed is not None
        dialog = ColumnsDialog(self.spec, [item.key for item in listed.items], self)
        dialog.chosen.connect(lambda columns: self.desk.safely(lambda: self._use_columns(columns)))
        dialog.open()
        return dialog

    def _use_columns(self, columns: Sequence[str]) -> None:
        self._remember("kolommen", None if tuple(columns) == self.spec.columns else list(columns))
        self._ask_again()

    def _remember(self, what: str, value: object) -> None:
        voorkeuren.put(self.desk.ctx, self._key(what), value)

    def _key(self, what: str) -> str:
        return f"lijst.{self.kind}.{what}"

    def export(self) -> None:
        """The list as it is shown, to a file."""
        listed = self.pane.model.listed
        if listed is not None:
            name = str(self.spec.plural or self.spec.label)
            asking.ask_for_file(self, name, lambda path: self.desk.safely(lambda: self.export_to(path)))

    def export_to(self, path: Path) -> None:
        """Write the list to this file, beside the window."""
        listed = self.pane.model.listed
        assert listed is not None
        asking.export(self.desk, listed, path)

    # -- concepts ------------------------------------------------------------------------------------------------

    def _kept(self) -> list[Concept]:
        return [each for each in concepten.every(self.desk.ctx) if each.soort == self.kind]

    def _tell_concepts(self) -> None:
        kept = self._kept()
        self.bar.set_concepts(len(kept))
        self.concepts.show_concepts(self.spec, kept)
        if not kept and self.left.currentWidget() is self.concepts:
            self.bar.clear()

    def show_concepts(self) -> None:
        """The unfinished forms in the place of the list."""
        self.bar.show_concepts()
        self._tell_concepts()
        self.left.setCurrentWidget(self.concepts)
        self.concepts.setFocus()

    def _go_on(self, concept: Concept) -> None:
        self.desk.go(place_of(concept))

    # -- menu ----------------------------------------------------------------------------------------------------

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """Fill in a new record."""
        raise NotImplementedError

    def edit_number(self, number: int) -> None:
        """Change a record of the list."""
        raise NotImplementedError

    def discard(self) -> None:
        """Throw away what is selected."""
        raise NotImplementedError

    def _fill_menu(self, menu: QMenu, index: Index) -> None:
        look, safe = self.desk.look, self._safe
        if index.isValid():
            menu.addAction(icon("openen", look), _("Openen"), self.pane.table.opened.emit)
            menu.addAction(icon("wijzigen", look), _("Wijzigen"), safe(self._edit_current))
            menu.addAction(icon("prullenbak", look), _("Verwijderen"), safe(self._discard_chosen_menu))
            for kind, number, name in self._links(index):
                text = _("{kind} openen: {name}").format(kind=self.desk.ctx.spec(kind).label, name=name)
                menu.addAction(text, safe(self._goer(kind, number)))
            menu.addSeparator()
        menu.addAction(icon("nieuw", look), words.new_label(self.spec), safe(self.new))
        menu.addAction(icon("kolommen", look), _("Kolommen"), safe(self.choose_columns))
        menu.addAction(icon("excel", look), _("Naar Excel"), safe(self.export))
        if self.kind in dubbelen.WAYS:
            menu.addAction(icon("samenvoegen", look), _("Dubbelen zoeken…"), safe(self.find_doubles))

    def find_doubles(self) -> None:
        """Look for records of this kind that are probably one."""
        self.desk.go(Place("samenvoegen", kind=self.kind))

    def _safe(self, do: Callable[[], object]) -> Callable[[], object]:
        return lambda: self.desk.safely(do)

    def _links(self, index: Index) -> list[tuple[str, int, str]]:
        model = self.pane.model
        found = (model.link(model.index(index.row(), column)) for column in range(model.columnCount()))
        return [each for each in found if each is not None]

    def _goer(self, kind: str, number: int) -> Callable[[], None]:
        return lambda: self.desk.go(Place(page_of(kind), number, kind=kind))

    def _edit_current(self) -> None:
        if (number := self.pane.number()) is not None:
            self.edit_number(number)

    def _discard_chosen_menu(self) -> None:
        self.pane.table.setFocus()
        self.discard()
