"""What it adds up to in whole numbers, with a bar that never looks fuller than it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from huurdersapp.actions import renovatie_stand
from huurdersapp.actions.renovatie_stand import EenheidStand
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draagvlak import FEWEST_HOMES, Telling
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie import sentences
from huurdersapp.ui.renovatie.going import HOME, PAGE
from huurdersapp.ui.renovatie.unit_card import tone

HIGH = 22
"""Pixels at 100 %."""
FIGURES = ("huurders", "ja", "nee", "open", "leeg", "alle")
"""The numbers of a building that open their list."""


def figure(what: str, telling: Telling) -> tuple[int, str]:
    """How many, and that in words."""
    counts = {
        "huurders": telling.huurders,
        "ja": telling.ja,
        "nee": telling.nee,
        "open": telling.open,
        "leeg": telling.leeg,
        "alle": telling.huurders + telling.leeg,
    }
    count = counts[what]
    words = {
        "huurders": ngettext("{count} huurder telt mee", "{count} huurders tellen mee", count),
        "ja": ngettext("{count} keer ja", "{count} keer ja", count),
        "nee": ngettext("{count} keer nee", "{count} keer nee", count),
        "open": ngettext("{count} zonder antwoord", "{count} zonder antwoord", count),
        "leeg": ngettext("{count} lege woning", "{count} lege woningen", count),
        "alle": ngettext("{count} in totaal", "{count} in totaal", count),
    }
    return count, words[what].format(count=written(count))


class Count(LinkButton):
    """A number that opens its list; it keeps its place and its focus when the number is another one."""

    def __init__(self, desk: Desk, what: str, staircase: str | None = None) -> None:
        super().__init__("")
        self._desk, self._what, self._staircase = desk, what, staircase
        self._place: Place | None = None
        self.clicked.connect(lambda _on=False: desk.safely(self._go))

    def show_count(self, stand: EenheidStand, words: str, said: str = "") -> None:
        """Show a number of this building in these words; `said` where a screen reader needs more."""
        if self.words != words:
            self.rename(words)
        self.setAccessibleName(_("{words}. Toon deze woningen.").format(words=said or words))
        where = renovatie_stand.conditions(stand.nummer, self._what, stand.on, self._staircase)
        title = _("{words} in {building}").format(words=said or words, building=stand.naam)
        self._place = Place(PAGE, kind=HOME, where=where, title=title)

    def _go(self) -> None:
        assert self._place is not None
        self._desk.go(self._place)


class Progress(QWidget):
    """A bar over all tenants: who agreed (filled), who did not (hatched), and a line where it is reached."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._telling = desk.look, Telling()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, telling: Telling) -> None:
        """Draw this count."""
        self._telling = telling
        self.setAccessibleName(
            _("Balk: {yes} van de {tenants} huurders zeggen ja, {needed} nodig").format(
                yes=telling.ja, tenants=telling.huurders, needed=telling.nodig
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(HIGH))

    def edges(self, width: int) -> tuple[int, int, int]:
        """Pixels from the left: where the ja ends, where the nee ends, and where the line of what is needed stands.

        The ja ends before the line as long as it is not reached, however little is missing.
        """
        count = self._telling
        if not count.huurders:
            return 0, 0, width
        line = -(-count.nodig * width // count.huurders)
        yes = count.ja * width // count.huurders
        yes = max(yes, line) if count.gehaald else min(yes, line - self._look.px(3))
        no = max(yes, (count.ja + count.nee) * width // count.huurders)
        return max(0, yes), no, min(line, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour, px = self._look.colour, self._look.px
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0.5, px(3) + 0.5, -0.5, -px(3) - 0.5)
        yes, no, line = self.edges(self.width() - 2)
        painter.fillRect(room, colour("card"))
        painter.fillRect(QRectF(room.left(), room.top(), yes, room.height()), colour("good"))
        if no > yes:
            part = QRectF(room.left() + yes, room.top(), no - yes, room.height())
            painter.fillRect(part, QBrush(colour("error"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawRect(room)
        if self._telling.huurders:
            painter.setPen(QPen(colour("text"), px(3)))
            painter.drawLine(line, 0, line, self.height())
        painter.end()


class Summary(QWidget):
    """The count of a building: the bar, and the numbers that open their lists. The page places `verdict` where it stays in
    sight."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.verdict, self.share, self.presumed = label("", "heading"), label("", "muted"), label("", "muted")
        self.more, self.spoken = label(""), Count(desk, "mondeling")
        self.bar = Progress(desk)
        column.addWidget(self.bar)
        column.addWidget(self.share)
        holder = QWidget()
        row = FlowLayout(holder, space=0)
        self.counts = {what: Count(desk, what) for what in FIGURES}
        for button in self.counts.values():
            row.addWidget(button)
        column.addWidget(holder)
        column.addWidget(self.more)
        column.addWidget(self.spoken)
        column.addWidget(self.presumed)

    def show_stand(self, stand: EenheidStand) -> None:
        """Show these numbers."""
        telling = stand.telling
        self.verdict.setText(renovatie_stand.verdict(telling))
        role = tone(telling)
        self._dress(role if role != "label" else "heading")
        self.bar.show_count(telling)
        self.bar.setVisible(bool(telling.huurders))
        for what, button in self.counts.items():
            count, words = figure(what, telling)
            button.show_count(stand, words)
            button.setVisible(what != "leeg" or bool(count))
        promised = stand.afgesproken
        tell(self.share, sentences.share(telling))
        tell(self.more, _promised(promised) if promised is not None else "")
        self.spoken.show_count(stand, _spoken(stand.mondeling))
        self.spoken.setVisible(bool(stand.mondeling))
        tell(self.presumed, _presumed(telling))

    def _dress(self, role: str) -> None:
        if self.verdict.property("role") != role:
            self.verdict.setProperty("role", role)
            self.verdict.style().unpolish(self.verdict)
            self.verdict.style().polish(self.verdict)


def tell(line: QLabel, text: str) -> None:
    """Show a text, and nothing where there is none."""
    line.setText(text)
    line.setVisible(bool(text))


def _promised(telling: Telling) -> str:
    """What the landlord promised beyond the law."""
    text = _("De verhuurder beloofde {share} %: {needed} nodig, {given} gegeven.")
    return text.format(share=telling.deel, needed=written(telling.nodig), given=written(telling.ja))


def _spoken(count: int) -> str:
    """How many answers stand nowhere on paper."""
    words = ngettext(
        "{count} antwoord is alleen mondeling", "{count} antwoorden zijn alleen mondeling", count
    )
    return words.format(count=written(count))


def _presumed(telling: Telling) -> str:
    """What a small building means; "" for a large one."""
    if telling.vermoeden_mogelijk or not telling.alle_woningen:
        return ""
    text = _(
        "Bij minder dan {count} woningen zegt 70 % niets voor de wet. "
        "De rechter kijkt dan zelf of het voorstel redelijk is."
    )
    return text.format(count=written(FEWEST_HOMES))
