"""Undo and redo of the last step, whichever screen took it, and the words of these two in the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from huurdersapp.base.i18n import gettext as _

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.history import Turned
    from huurdersapp.base.jobs import Job
    from huurdersapp.ui.desk import Desk
    from huurdersapp.ui.frame.menus import Menus


class Turning:
    """Of the administration of a desk. What goes wrong is told there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def undo(self) -> None:
        """Undo the last step."""
        from huurdersapp.actions import history

        words = _("Ongedaan gemaakt: {step}.")
        self._turn(history.undo, words, history.undo_takes_long, history.undoing, _("Ongedaan maken"))

    def redo(self) -> None:
        """Do the last undone step again."""
        from huurdersapp.actions import history

        words = _("Opnieuw gedaan: {step}.")
        self._turn(history.redo, words, history.redo_takes_long, history.redoing, _("Opnieuw doen"))

    def _turn(
        self,
        turn: Callable[[Context], Turned],
        words: str,
        takes_long: Callable[[Context], bool],
        turning: Callable[[Context], Job[Turned]],
        title: str,
    ) -> None:
        """Turn the last step round: at once, or beside the window where it was a large load."""
        desk = self._desk

        def do() -> None:
            if takes_long(desk.ctx):
                desk.run(turning(desk.ctx), title, lambda step: desk.say(words.format(step=step)), alone=True)
            else:
                desk.say(words.format(step=turn(desk.ctx)))

        desk.safely(do)

    def name(self, menus: Menus) -> None:
        """Let the menu say what [Ongedaan maken] and [Opnieuw doen] would do now."""
        self._desk.safely(lambda: self._name(menus))

    def _name(self, menus: Menus) -> None:
        from huurdersapp.actions import history

        for name, words, none, asked in (
            ("ongedaan", _("Ongedaan maken: {step}"), _("Ongedaan maken"), history.next_undo),
            ("opnieuw", _("Opnieuw doen: {step}"), _("Opnieuw doen"), history.next_redo),
        ):
            step = asked(self._desk.ctx)
            menus.actions[name].setText(words.format(step=step) if step else none)
