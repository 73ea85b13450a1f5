"""Beside the board: each staircase, what could still happen, the landlord's own count, the eight weeks, and the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from huurdersapp.actions.renovatie_stand import EenheidStand
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draagvlak import INSTEMMING, Telling
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.draagvlak.doors import SIGNS
from huurdersapp.ui.draagvlak.squares import draw_square
from huurdersapp.ui.draagvlak.summary import Count, figure
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.renovatie import sentences

OF_STAIRCASE = ("huurders", "ja", "nee", "open")


class Part(QWidget):
    """A heading with something under it; not there when there is nothing to say."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(4)
        self.title = label(title, "label")
        self.column.addWidget(self.title)
        self._lines: list[QLabel] = []

    def say(self, texts: Iterable[str]) -> None:
        """Show these lines; those that stood there get other words and stay."""
        texts = [text for text in texts if text]
        while len(self._lines) < len(texts):
            line = label("")
            self._lines.append(line)
            self.column.insertWidget(len(self._lines), line)
        for at, line in enumerate(self._lines):
            line.setText(texts[at] if at < len(texts) else "")
            line.setVisible(at < len(texts))
        self.setVisible(bool(texts))


class Staircases(Part):
    """The count of each staircase: nothing is reached or needed there, the building counts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Per trappenhuis"), parent)
        self._desk = desk
        self._shown: tuple[str | None, ...] = ()
        self.counts: dict[tuple[str | None, str], Count] = {}
        self._inside: QWidget | None = None
        self.note = label(_("De wet kijkt naar het hele gebouw."), "muted")
        self.column.addWidget(self.note)

    def show_stand(self, stand: EenheidStand) -> None:
        """Show these staircases."""
        names = tuple(name for name, _count in stand.trappenhuizen)
        self.setVisible(any(names))
        if not any(names):
            return
        if names != self._shown:
            self._build(names)
        for name, telling in stand.trappenhuizen:
            for what in OF_STAIRCASE:
                words = _short(what, telling)
                said = _("{words}, {staircase}").format(
                    words=figure(what, telling)[1], staircase=name or _("zonder trappenhuis")
                )
                self.counts[name, what].show_count(stand, words, said)

    def _build(self, names: Sequence[str | None]) -> None:
        if self._inside is not None:
            self._inside.hide()
            self.column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._shown, self.counts = tuple(names), {}
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        for at, name in enumerate(names):
            grid.addWidget(label(name or _("Zonder trappenhuis"), "label"), 2 * at, 0, 1, 4)
            for column, what in enumerate(OF_STAIRCASE):
                self.counts[name, what] = Count(self._desk, what, name or "")
                grid.addWidget(self.counts[name, what], 2 * at + 1, column)
        grid.setColumnStretch(3, 1)
        self.column.insertWidget(1, self._inside)


def _short(what: str, telling: Telling) -> str:
    """A number of a staircase in as few words as there is room for."""
    count = {
        "huurders": telling.huurders,
        "ja": telling.ja,
        "nee": telling.nee,
        "open": telling.open,
    }[what]
    words = {
        "huurders": ngettext("{count} huurder", "{count} huurders", count),
        "ja": ngettext("{count} ja", "{count} ja", count),
        "nee": ngettext("{count} nee", "{count} nee", count),
        "open": ngettext("{count} open", "{count} open", count),
    }
    return words[what].format(count=written(count))


class Sample(QWidget):
    """A small square in the legend."""

    def __init__(self, desk: Desk, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._answer = desk.look, answer
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(34), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_square(painter, self._look, self.rect().adjusted(1, 1, -2, -2), self._answer)
        painter.end()


class Legend(Part):
    """What the squares mean."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Wat de vakken betekenen"), parent)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        for row, key in enumerate(INSTEMMING.keys()):
            grid.addWidget(Sample(desk, key), row, 0)
            text = _("{sign} {answer}").format(sign=SIGNS[key], answer=INSTEMMING.label(key))
            grid.addWidget(label(text), row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addWidget(holder)
        for text in (
            _("Geen reactie en nog niet benaderd tellen mee als huurder, niet als ja."),
            _("Een lege woning telt niet mee bij de huurders."),
            _("‘opnieuw’: het voorstel is veranderd, deze huurder antwoordt nog een keer."),
            _("‘mondeling’: het antwoord staat niet op papier."),
        ):
            self.column.addWidget(label(text, "muted"))


class Details(QWidget):
    """All of it, in one column."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.staircases = Staircases(desk)
        self.what_if = Part(_("Wat kan er nog gebeuren?"))
        self.beside = Part(_("Telling van de verhuurder"))
        self.weeks = Part(_("Acht weken voor de rechter"))
        self.to_court = Count(desk, "naar_rechter")
        self.weeks.column.addWidget(self.to_court)
        self.legend = Legend(desk)
        for part in (self.staircases, self.what_if, self.beside, self.weeks, self.legend):
            column.addWidget(part)

    def show_stand(self, stand: EenheidStand, what_if: Iterable[tuple[str, Telling]]) -> None:
        """Show what follows from these numbers."""
        self.staircases.show_stand(stand)
        self.what_if.say(_outcome(words, telling) for words, telling in what_if)
        self.beside.say(sentences.beside(stand))
        self.weeks.say(sentences.court(stand))
        count = stand.naar_rechter
        words = ngettext(
            "{count} huurder kan nog naar de rechter", "{count} huurders kunnen nog naar de rechter", count
        )
        self.to_court.show_count(stand, words.format(count=written(count)))
        self.to_court.setVisible(bool(count))


def _outcome(words: str, telling: Telling) -> str:
    """A what-if in a sentence."""
    if telling.gehaald:
        text = _("{what}: {given} keer ja, {needed} nodig. Dan is het gehaald.")
    else:
        text = _("{what}: {given} keer ja, {needed} nodig. Dan is het niet gehaald.")
    facts = {"what": words, "given": written(telling.ja), "needed": written(telling.nodig)}
    return text.format(**facts)
