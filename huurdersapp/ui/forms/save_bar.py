"""The line of buttons under what is typed, when it was kept, and the way back to what somebody did not save."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from huurdersapp.actions import concepten
from huurdersapp.actions.concepten import Concept
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.step_concept import place_of


class SaveBar(QFrame):
    """A button for each of `ways` (its words, what it does), the first one as the main one; after them when it was kept.

    It stands outside the scroll area, so that saving is always in sight. `sides`: pixels left and right of it. `row` is
    for what a form adds or moves.
    """

    def __init__(
        self,
        desk: Desk,
        keeper: ConceptKeeper,
        ways: Sequence[tuple[str, Callable[[], object]]],
        *,
        sides: int = 0,
        below: int = 0,
    ) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self.row = FlowLayout(self)
        self.row.setContentsMargins(sides, 8, sides, below)
        self.buttons: list[QPushButton] = []
        for words, do in ways:
            button = QPushButton(words)
            button.clicked.connect(lambda _on=False, do=do: desk.safely(do))
            self.buttons.append(button)
            self.row.addWidget(button)
        self.buttons[0].setProperty("role", "main")
        self.kept = QLabel()
        self.kept.setProperty("role", "muted")
        self.row.addWidget(self.kept)
        keeper.kept.connect(self._tell_kept)

    def _tell_kept(self, concept: Concept) -> None:
        at = concept.bijgewerkt.astimezone()
        self.kept.setText(_("Concept bewaard om {time}").format(time=f"{at:%H:%M}"))


def offer_back(desk: Desk, gone: Concept | None) -> None:
    """Say what was not saved, with a button that goes on with it after all; of None nothing is said."""
    if gone is None:
        return
    kept = gone
    words = _("Niet opgeslagen: {name}.").format(name=kept.titel)
    desk.offer(words, _("Toch verder gaan"), lambda: desk.go(place_of(concepten.keep(desk.ctx, kept))))
