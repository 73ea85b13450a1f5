"""Instellingen: what can be set, on one page, with a search box; everything works at once, there is no OK button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import controle, lists, probleemrapport, reservekopie, vooraf
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.settings import AUTHOR, DECLARED, LANGUAGE, SCHEME, SECURITY, TEXT_SIZE, Setting
from huurdersapp.records.text import fold
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.problem_report import ReportDialog

WIDEST = 760
"""Pixels at 100 %: longer lines are hard to read."""


class SettingsPage(Page):
    """Each setting in a card under its heading; what does not hold the words in the search box is left out."""

    help = "instellingen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._cards: list[tuple[QWidget, str]] = []
        self._groups: dict[str, tuple[QLabel, list[QWidget]]] = {}
        self._shown: dict[str, Callable[[], None]] = {}
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 8, 16)
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Zoeken in de instellingen"))
        self.search.setPlaceholderText(_("Zoeken in de instellingen"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self._nothing = QLabel(_("Niets gevonden. Probeer een ander woord."))
        self._nothing.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 0)
        whole.addWidget(self.search)
        whole.addWidget(self._nothing)
        whole.addWidget(scroll, 1)
        for setting in DECLARED:
            self._add(setting)
        self._add_security()
        self._add_own_organisation()
        self._add_data()
        self._column.addStretch(1)
        desk.look.changed.connect(self._fit)
        self._fit()

    def title(self) -> str:
        """What stands above it."""
        return _("Instellingen")

    def show_place(self, place: Place) -> None:
        """Show what holds now; `words` looks for a setting."""
        for show in self._shown.values():
            show()
        self.search.setText(place.words)
        self.search.setFocus()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Looking for a setting, and clearing that."""
        return {"zoeken": self.search.setFocus, "sluiten": self.search.clear}

    def changed(self, changes: Changes) -> None:
        """The own organisation may have got another name."""
        if "partij" in changes.kinds():
            self._shown["organisatie"]()

    # -- building ------------------------------------------------------------------------------------------------

    def _card(self, group: str, label: str, explanation: str = "") -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        title = QLabel(label)
        title.setProperty("role", "label")
        title.setWordWrap(True)
        inside.addWidget(title)
        if explanation:
            text = QLabel(explanation)
            text.setProperty("role", "muted")
            text.setWordWrap(True)
            inside.addWidget(text)
        if group not in self._groups:
            heading = QLabel(group)
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, 12, 0, 4)
            self._column.addWidget(heading)
            self._groups[group] = (heading, [])
        self._groups[group][1].append(card)
        self._cards.append((card, " ".join(fold(f"{group} {label} {explanation}"))))
        self._column.addWidget(card)
        return inside

    def _add(self, setting: Setting[Any]) -> None:
        label = str(setting.label)
        if setting.unit:
            label = _("{label} ({unit})").format(label=label, unit=setting.unit)
        card = self._card(str(setting.group), label, str(setting.explanation or ""))
        editor = self._editor(setting)
        editor.setAccessibleName(label)
        card.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)

    def _editor(self, setting: Setting[Any]) -> QWidget:
        """The fitting widget; it shows what is set each time that the page is opened."""
        if setting.choices:
            combo = QComboBox()
            for value, words in setting.choices:
                combo.addItem(str(words), value)
            combo.activated.connect(lambda row: self._set(setting, combo.itemData(row)))
            self._shown[setting.key] = lambda: combo.setCurrentIndex(combo.findData(self._get(setting)))
            return combo
        if isinstance(setting.default, bool):
            box = QCheckBox(_("Ja"))
            box.clicked.connect(lambda yes: self._set(setting, yes))
            self._shown[setting.key] = lambda: box.setChecked(self._get(setting))
            return box
        if isinstance(setting.default, int):
            return self._number(setting)
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._set(setting, line.text().strip()))
        self._shown[setting.key] = lambda: line.setText(self._get(setting))
        return line

    def _number(self, setting: Setting[int]) -> NumberBox:
        spin = NumberBox()
        spin.setRange(setting.minimum or 0, setting.maximum or 1_000_000)
        spin.setSingleStep(10 if setting is TEXT_SIZE else 1)
        spin.setKeyboardTracking(False)

        def show() -> None:
            spin.blockSignals(True)
            spin.setValue(self._get(setting))
            spin.blockSignals(False)

        spin.valueChanged.connect(lambda value: self._set(setting, value))
        self._shown[setting.key] = show
        if setting is TEXT_SIZE:
            self.desk.look.changed.connect(self._show_size)
        return spin

    def _show_size(self) -> None:
        """A slot of the page, which Qt lets go with it: the look lives on in another language."""
        self._shown[TEXT_SIZE.key]()

    def _get(self, setting: Setting[Any]) -> Any:
        return self.desk.ctx.settings.get(setting)

    def _set(self, setting: Setting[Any], value: Any) -> None:
        if value != self._get(setting):
            self.desk.safely(lambda: self._use(setting, value))

    def _use(self, setting: Setting[Any], value: Any) -> None:
        """Keep it, and let it work at once."""
        if setting is TEXT_SIZE:
            self.desk.look.set_zoom(value)
        elif setting is SCHEME:
            self.desk.look.set_scheme(value)
        else:
            self.desk.ctx.settings.set(setting, value)
        if setting is AUTHOR:
            self.desk.ctx.store.author = value
        self.desk.say(_("Ingesteld: {what}.").format(what=setting.label))
        if setting is LANGUAGE:
            self.desk.spoken.emit(value)

    def _add_security(self) -> None:
        card = self._card(
            str(SECURITY),
            _("Wachtwoord"),
            _("Met een wachtwoord kan niemand anders uw administratie lezen."),
        )
        state = QLabel()
        state.setWordWrap(True)
        card.addWidget(state)
        self._button(card, _("Wachtwoord en herstelcode"), lambda: self.desk.go(Place("beveiliging")))
        folder = self.desk.ctx.folder

        def show() -> None:
            locked = vooraf.needs_secret(folder)
            state.setText(_("Er is een wachtwoord.") if locked else _("Nog niet beveiligd."))

        self._shown["wachtwoord"] = show

    def _add_own_organisation(self) -> None:
        card = self._card(
            str(AUTHOR.group),
            _("Uw organisatie"),
            _("De naam staat boven brieven en verslagen, het adres boven brieven."),
        )
        name = QLabel()
        change = QPushButton(_("Gegevens van uw organisatie wijzigen"))
        change.clicked.connect(self._change_organisation)
        off(self.desk, change)
        card.addWidget(name)
        card.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown["organisatie"] = lambda: name.setText(self._organisation().get("naam", ""))

    def _organisation(self) -> Mapping[str, Any]:
        ctx = self.desk.ctx
        return next(iter(lists.find(ctx, ctx.spec("partij"), ["eigen=ja"])), {})

    def _change_organisation(self) -> None:
        if number := self._organisation().get("nummer"):
            self.desk.go(Place("contacten", number, doing="wijzigen", kind="partij"))

    def _add_data(self) -> None:
        folder = self.desk.ctx.folder
        card = self._card(_("Gegevens"), _("Waar uw gegevens staan"), str(folder.absolute()))
        self._button(card, _("Map openen"), self._open_folder)
        if not self.desk.ctx.store.example:
            self._button(card, _("Verhuizen naar een andere map"), lambda: self.desk.go(Place("verhuizen")))
        copies = self._card(
            _("Gegevens"),
            _("Reservekopie"),
            _("Een kopie van alles, op dezelfde computer. Bewaar zelf ook een kopie op een usb-stick."),
        )
        off(self.desk, self._button(copies, _("Nu een reservekopie maken"), self._copy))
        self._button(copies, _("Reservekopieën bekijken"), lambda: self.desk.go(Place("reservekopieen")))
        whole = self._card(_("Gegevens"), _("Nakijken"), _("Kijkt of alles nog heel is. Er verandert niets."))
        self._button(whole, _("Nu nakijken"), self._check)
        report = self._card(
            _("Gegevens"),
            _("Probleemrapport"),
            _(
                "Voor wie u helpt als er iets niet goed gaat. Er staan geen namen, adressen of teksten van u in."
            ),
        )
        self._button(report, _("Probleemrapport bewaren…"), self._report)

        if not self.desk.ctx.store.example:
            example = self._card(
                _("Gegevens"),
                _("Rondkijken met voorbeelden"),
                _("Een verzonnen administratie, los van de uwe. U kunt er niets stukmaken."),
            )
            self._button(example, _("Voorbeelden bekijken"), self.desk.example_wanted.emit)

    def _button(self, card: QVBoxLayout, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(do)
        card.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.ctx.folder)))

    def _report(self) -> None:
        """Show the report first; counting is for another thread."""
        ctx = self.desk.ctx
        self.desk.ask(self, "rapport", lambda: probleemrapport.tekst(ctx.folder, ctx), self._show_report)

    def _show_report(self, text: str) -> None:
        ReportDialog(text, self.desk.look, self).open()

    def _copy(self) -> None:
        self.desk.run(
            reservekopie.make(self.desk.ctx),
            _("Reservekopie maken"),
            lambda path: self.desk.say(_("De reservekopie staat in {path}.").format(path=path)),
        )

    def _check(self) -> None:
        self.desk.run(controle.check(self.desk.ctx), _("Nakijken"), self._checked)

    def _checked(self, faults: list[str]) -> None:
        if not faults:
            self.desk.say(_("De administratie is in orde."))
            return
        text = ngettext("Er klopt {count} ding niet:", "Er kloppen {count} dingen niet:", len(faults))
        told = " ".join([text.format(count=len(faults)), *faults[:3]])
        self.desk.say(told, tone="fout")

    # -- searching and size --------------------------------------------------------------------------------------

    def _filter(self, words: str) -> None:
        asked = fold(words)
        for card, text in self._cards:
            card.setVisible(all(word in text for word in asked))
        for heading, cards in self._groups.values():
            heading.setVisible(any(not card.isHidden() for card in cards))
        self._nothing.setVisible(all(card.isHidden() for card, _text in self._cards))

    def _fit(self) -> None:
        self._body.setMaximumWidth(self.desk.look.px(WIDEST))


PAGE = SettingsPage
