"""What changed between two texts, for a label: each sentence with the word that says what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import Change, changed
from huurdersapp.ui.look import Look


def as_html(changes: Sequence[Change], look: Look) -> str:
    """Only what is not the same; "" when nothing changed. What went has a line through it, what came one under it."""
    gone, new = look.colour("error").name(), look.colour("good").name()
    told = (_sentence(change, gone, new) for change in changed(changes))
    return "".join(f"<p style='margin:0 0 6px 0'>{words}</p>" for words in told)


def as_words(changes: Sequence[Change]) -> str:
    """The same for a screen reader."""
    return " ".join(_spoken(change) for change in changed(changes))


def _sentence(change: Change, gone: str, new: str) -> str:
    if change.kind == "weg":
        return f"<b>{escape(_('Weg:'))}</b> {_gone(change.old, gone)}"
    if change.kind == "erbij":
        return f"<b>{escape(_('Erbij:'))}</b> {_new(change.new, new)}"
    pieces = {"weg": lambda text: _gone(text, gone), "erbij": lambda text: _new(text, new)}
    words = "".join(pieces.get(piece.kind, escape)(piece.text) for piece in change.pieces)
    return f"<b>{escape(_('Anders:'))}</b> {words}"


def _gone(text: str, colour: str) -> str:
    return f"<s style='color:{colour}'>{escape(text)}</s>"


def _new(text: str, colour: str) -> str:
    return f"<u style='color:{colour}'>{escape(text)}</u>"


def _spoken(change: Change) -> str:
    if change.kind == "weg":
        return _("Weg: {words}").format(words=change.old)
    if change.kind == "erbij":
        return _("Erbij: {words}").format(words=change.new)
    return _("Was: {old} Is nu: {new}").format(old=change.old, new=change.new)
