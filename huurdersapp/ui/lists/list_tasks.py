"""What is done with records of a list beside it: a small job in the place of the detail, and throwing away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from huurdersapp.actions import records
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists import asking, words
from huurdersapp.ui.lists.list_side import ListSide
from huurdersapp.ui.lists.many import ManyCard, TaskArea
from huurdersapp.ui.lists.record_view import RecordView

MOST_AT_ONCE = 2_000
"""More records than this are not thrown away in one step."""


def too_many() -> UserError:
    """The sentence for more records than go in one step."""
    return UserError(_("Dat zijn er te veel tegelijk."), _("Kies er hoogstens {most}."), most=MOST_AT_ONCE)


class ListTasks(ListSide):
    """What `ListPage` does with the selection of its list. `details` holds the detail: the record, its form, or a job."""

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self._detail_open = False
        self.task: TaskArea | None = None
        self.view, self.details = RecordView(desk), QStackedWidget()

    @property
    def number(self) -> int | None:
        """The record that stands beside the list."""
        return self.view.number or None

    def to_list(self) -> None:
        """Back to the list."""
        raise NotImplementedError

    def _close_form(self) -> bool:
        raise NotImplementedError

    def _show_detail(self) -> None:
        raise NotImplementedError

    def _arrange(self) -> None:
        raise NotImplementedError

    # -- a task in the place of the detail -------------------------------------------------------------------------

    def begin_task(self, card: QWidget, begin: Callable[[], object]) -> None:
        """Show a small job beside the list until it is done (`drop_task`) or somebody goes on with something else."""
        if not self._close_form():
            return
        self.drop_task()
        self.task = TaskArea(card)
        self.details.addWidget(self.task)
        self._detail_open = True
        self._show_detail()
        self._arrange()
        begin()

    def drop_task(self) -> None:
        """Take the job away; who was on it goes on with the list."""
        if (task := self.task) is not None:
            self.task = None
            self.details.removeWidget(task)
            task.hide()
            task.deleteLater()

    def begin_many(self) -> None:
        """Ask what is to be done with all that is selected."""
        card = ManyCard(self.desk, self.spec, self.chosen())
        card.done.connect(lambda: self.desk.safely(self.to_list))
        card.left.connect(lambda: self.desk.safely(self.to_list))
        self.begin_task(card, card.begin)

    def chosen(self) -> list[int]:
        """What is selected in the list; raises UserError when that is more than can be done at once."""
        numbers = self.pane.chosen(MOST_AT_ONCE + 1)
        if len(numbers) > MOST_AT_ONCE:
            raise too_many()
        return numbers

    # -- throwing away -------------------------------------------------------------------------------------------

    def discard(self) -> None:
        """Throw away what is selected in the list, or the record that is shown; of many it asks first."""
        count = self.pane.chosen_count()
        on_list = self.pane.table.hasFocus() and count
        if not on_list:
            self.discard_shown()
        elif count > asking.MANY:
            asking.ask_to_discard(self, words.how_many(self.spec, count), self._discard_chosen)
        else:
            self._discard_chosen()

    def discard_shown(self) -> None:
        """Throw away the record that is shown."""
        if (number := self.number) is not None:
            self._discard([number])

    def _discard_chosen(self) -> None:
        self.desk.safely(lambda: self._discard(self.chosen()))

    def _discard(self, numbers: Sequence[int]) -> None:
        touched = records.discard_many(self.desk.ctx, self.spec, numbers, origin=self)
        gone = words.how_many(self.spec, len(numbers))
        if len(numbers) == 1:
            gone = _("{kind} {number}").format(kind=self.spec.label, number=numbers[0])
        text = _("Verwijderd: {what}.").format(what=gone)
        self.desk.say(" ".join([text, *touched]), undo=True)
        if self.number in numbers:
            self.view.forget()
            self._detail_open = False
        self._show_detail()
        self._arrange()
        self.pane.refresh()
        self.pane.table.setFocus()
