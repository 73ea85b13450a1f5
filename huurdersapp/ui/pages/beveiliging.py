"""Beveiliging: the password, the recovery code, a second board member, and what this computer remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import sleutels, vooraf
from huurdersapp.actions.sleutels import Eerste, Slot, Toestand
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.code_room import CodeRoom
from huurdersapp.ui.safe.secret_form import Given, SecretForm

WIDEST = 760
"""Pixels at 100 %: longer lines are hard to read."""
FIRST, CODE = "eerste", "code"
"""What `Place.values["taak"]` may ask for; the code itself stands beside it and is kept nowhere."""


class SecurityPage(Page):
    """How the administration is locked, in words; each change asks for the password first, and goes away from the open
    administration (`Desk.away`)."""

    help = "beveiliging"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._to_focus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 0)
        whole.addWidget(self._area)
        self._room: QWidget | None = None
        self._form: SecretForm | None = None
        self._code: CodeRoom | None = None
        self._waits = False
        desk.look.changed.connect(self._fit)

    def title(self) -> str:
        """What stands above it."""
        return _("Beveiliging")

    def show_place(self, place: Place) -> None:
        """Show how it stands, or what the place asks for."""
        task = place.values.get("taak")
        if task == CODE:
            self._show_code(str(place.values["code"]), place.values.get("woorden", ()))
        elif task == FIRST:
            self.ask_first()
        else:
            self._show(text_line(_("Even kijken…"), "muted"))
            self._ask_state()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Esc leaves a question."""
        return {"sluiten": self.overview} if self._form is not None else {}

    def leave(self) -> bool:
        """What was typed here is kept nowhere. A code that is shown for the only time is not left by accident: who goes
        once more, goes."""
        if self._form is not None:
            self._form.empty()
        room, self._code = self._code, None
        if room is None or room.kept.isChecked():
            return True
        self.desk.tell(UserError(room.tell_not_yet()))
        return False

    # -- how it stands -------------------------------------------------------------------------------------------

    def overview(self) -> None:
        """Show how it stands now."""
        self._ask_state()

    def _ask_state(self) -> None:
        self._waits = True
        ctx = self.desk.ctx
        self.desk.ask(
            self, "toestand", lambda: sleutels.toestand(ctx.folder, ctx.store.key), self._show_state
        )

    def _show_state(self, state: Toestand) -> None:
        if not self._waits:  # a question, or the code that is seen once, came in between
            return
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        if self.desk.ctx.store.read_only:
            column.addWidget(text_line(_("U kijkt alleen. Daarom kunt u hier nu niets wijzigen.")))
        elif state.beveiligd:
            self._secured(column, state)
        else:
            self._open_yet(column)
        column.addStretch(1)
        self._show(room)
        if (button := room.findChild(QPushButton)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_yet(self, column: QVBoxLayout) -> None:
        card = self._card(
            column,
            _("Nog niet beveiligd"),
            _(
                "Wie deze computer heeft, kan uw administratie lezen. Met een wachtwoord kan dat niet meer."
                " Daar hebt u dan wel steeds het wachtwoord voor nodig."
            ),
        )
        self._buttons(card, (_("Een wachtwoord kiezen"), self.ask_first))

    def _secured(self, column: QVBoxLayout, state: Toestand) -> None:
        slots = {slot.soort: slot for slot in state.sloten}
        card = self._card(column, _("Wachtwoord"), _since(slots.get("wachtwoord")))
        self._buttons(card, (_("Wachtwoord wijzigen"), self.ask_change))
        words = _("Hiermee gaat de administratie open als u het wachtwoord kwijt bent.")
        card = self._card(column, _("Herstelcode"), f"{words} {_since(slots.get('herstelcode'))}")
        self._buttons(card, (_("Nieuwe herstelcode maken"), self.ask_code))
        self._second(column, slots.get("tweede"))
        self._remembering(column, state)
        card = self._card(
            column,
            _("Laptop of kopie kwijt"),
            _(
                "Is er een stick met kopieën weg, of een laptop waar deze administratie op stond?"
                " Met een nieuwe sleutel past de oude niet meer op wat u hier verder opslaat."
            ),
        )
        self._buttons(card, (_("Nieuwe sleutel maken"), self.ask_new_key))

    def _second(self, column: QVBoxLayout, slot: Slot | None) -> None:
        if slot is None:
            text = _("Een ander bestuurslid kan een eigen wachtwoord krijgen. Dat is handig bij ziekte.")
            card = self._card(column, _("Tweede bestuurslid"), text)
            self._buttons(card, (_("Tweede bestuurslid toevoegen"), self.ask_second))
            return
        text = _("{name} heeft een eigen wachtwoord. {since}")
        text = text.format(name=slot.naam or _("Een ander bestuurslid"), since=_since(slot))
        card = self._card(column, _("Tweede bestuurslid"), text)
        self._buttons(card, (_("Dit wachtwoord wegnemen"), self.ask_second_gone))

    def _remembering(self, column: QVBoxLayout, state: Toestand) -> None:
        if state.onthouden:
            text = _("Deze computer opent de administratie zonder wachtwoord, voor wie er is aangemeld.")
            card = self._card(column, _("Onthouden op deze computer"), text)
            self._buttons(card, (_("Weer om het wachtwoord vragen"), self.forget))
        elif state.onthouden_kan:
            text = _(
                "De computer kan het wachtwoord voor u bewaren. Dan hoeft u het bij de start niet te typen."
            )
            card = self._card(column, _("Onthouden op deze computer"), text)
            self._buttons(card, (_("Op deze computer onthouden"), self.ask_remember))
        else:
            text = _("Deze computer kan het wachtwoord niet voor u bewaren.")
            self._card(column, _("Onthouden op deze computer"), text)

    def _card(self, column: QVBoxLayout, title: str, text: str) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(text_line(title, "label"))
        inside.addWidget(text_line(text, "muted"))
        column.addWidget(card)
        return inside

    def _buttons(self, card: QVBoxLayout, *offered: tuple[str, Callable[[], object]]) -> None:
        row = FlowLayout()
        for words, do in offered:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, do=do: self.desk.safely(do))
            off(self.desk, button)
            row.addWidget(button)
        card.addLayout(row)

    # -- what can be asked ---------------------------------------------------------------------------------------

    def ask_first(self) -> None:
        """The first password."""
        sentences = (
            _("De administratie krijgt een nieuwe sleutel, en er komt een verse reservekopie."),
            _("Oude reservekopieën op deze computer gaan weg: die kan iedereen lezen."),
            _("Daarna krijgt u een herstelcode. Leg alvast papier klaar, of zet de printer aan."),
        )
        form = SecretForm(_("Een wachtwoord kiezen"), sentences, _("Administratie beveiligen"), current=False)
        self._ask(form, self._first)

    def _first(self, given: Given) -> None:
        self.desk.away(
            lambda folder, _key: sleutels.eerste_wachtwoord(folder, given.new),
            _("De administratie wordt beveiligd"),
            _show_first,
            secret=given.new,
        )

    def ask_change(self) -> None:
        """Another password."""
        form = SecretForm(
            _("Wachtwoord wijzigen"), (_("De herstelcode blijft dezelfde."),), _("Wachtwoord opslaan")
        )
        self._ask(form, self._change)

    def _change(self, given: Given) -> None:
        self._away(
            lambda folder: sleutels.wijzig(folder, given.current, given.new),
            _("Het nieuwe wachtwoord wordt opgeslagen"),
            lambda desk, _none: desk.say(_("Uw nieuwe wachtwoord werkt vanaf nu.")),
        )

    def ask_code(self) -> None:
        """Another recovery code."""
        sentences = (_("De code die u nu hebt, werkt daarna niet meer."),)
        form = SecretForm(_("Nieuwe herstelcode"), sentences, _("Nieuwe herstelcode maken"), new=False)
        self._ask(form, self._new_code)

    def _new_code(self, given: Given) -> None:
        self._away(
            lambda folder: sleutels.nieuwe_herstelcode(folder, given.current),
            _("De herstelcode wordt gemaakt"),
            lambda desk, code: desk.go(Place("beveiliging", values={"taak": CODE, "code": code})),
        )

    def ask_second(self) -> None:
        """A password for a second board member."""
        sentences = (_("Laat het andere bestuurslid het nieuwe wachtwoord zelf typen."),)
        form = SecretForm(
            _("Tweede bestuurslid"), sentences, _("Toevoegen"), name=_("Naam van het andere bestuurslid")
        )
        self._ask(form, self._add_second)

    def _add_second(self, given: Given) -> None:
        words = _("{name} kan de administratie nu ook openen.").format(name=given.name)
        self._away(
            lambda folder: sleutels.tweede(folder, given.current, given.name, given.new),
            _("Het tweede wachtwoord wordt opgeslagen"),
            lambda desk, _none: desk.say(words),
        )

    def ask_second_gone(self) -> None:
        """Take that password away."""
        sentences = (_("Het andere bestuurslid kan de administratie daarna niet meer openen."),)
        form = SecretForm(_("Wachtwoord wegnemen"), sentences, _("Wegnemen"), new=False)
        self._ask(form, self._second_gone)

    def _second_gone(self, given: Given) -> None:
        self._away(
            lambda folder: sleutels.tweede_weg(folder, given.current),
            _("Het tweede wachtwoord wordt weggenomen"),
            lambda desk, _none: desk.say(_("Het tweede wachtwoord werkt niet meer.")),
        )

    def ask_new_key(self) -> None:
        """A new key for what may be in other hands."""
        sentences = (
            _("Uw wachtwoord blijft hetzelfde. U krijgt een nieuwe herstelcode."),
            _("Oude reservekopieën op deze computer gaan weg. Er komt een verse."),
            _("Een tweede bestuurslid moet daarna opnieuw een wachtwoord kiezen."),
        )
        form = SecretForm(_("Nieuwe sleutel"), sentences, _("Nieuwe sleutel maken"), new=False)
        self._ask(form, self._new_key)

    def _new_key(self, given: Given) -> None:
        self.desk.away(
            lambda folder, _key: sleutels.nieuwe_sleutel(folder, given.current),
            _("De administratie krijgt een nieuwe sleutel"),
            _show_first,
            secret=given.current,
        )

    def ask_remember(self) -> None:
        """Let this computer remember it."""
        sentences = (_("Wie zich op deze computer aanmeldt zoals u, kan dan ook uw administratie openen."),)
        form = SecretForm(_("Onthouden op deze computer"), sentences, _("Onthouden"), new=False)
        self._ask(form, self._remember)

    def _remember(self, given: Given) -> None:
        folder = self.desk.ctx.folder
        self.desk.ask(self, "onthouden", lambda: sleutels.onthoud(folder, given.current), self._remembered)

    def _remembered(self, _none: None) -> None:
        self.desk.say(_("Deze computer onthoudt het wachtwoord."))
        self.overview()

    def forget(self) -> None:
        """Ask for it again from now on."""
        folder = self.desk.ctx.folder
        self.desk.ask(self, "onthouden", lambda: sleutels.vergeet(folder), self._forgotten)

    def _forgotten(self, _none: None) -> None:
        self.desk.say(_("Bij de volgende start typt u weer het wachtwoord."))
        self.overview()

    # -- asking --------------------------------------------------------------------------------------------------

    def _ask(self, form: SecretForm, do: Callable[[Given], object]) -> None:
        form.left.connect(self.overview)
        form.given.connect(lambda given: self._check(form, given, do))
        self._show(form)
        self._form = form
        self.commands_changed.emit()
        if form.new is not None:
            ctx = self.desk.ctx
            names = partial(sleutels.eigen_namen, ctx.folder, ctx.store.key)
            self.desk.ask(self, "namen", names, form.new.know)
        form.begin_here()

    def _check(self, form: SecretForm, given: Given, do: Callable[[Given], object]) -> None:
        """Is the password of now the right one? Only then is anything begun."""
        folder = self.desk.ctx.folder

        def asked() -> UserError | None:
            try:
                vooraf.key_of(folder, given.current)
            except UserError as fault:
                return fault
            return None

        def answered(fault: UserError | None) -> None:
            if fault is not None:
                form.refuse(told(fault))
            else:
                self.desk.safely(lambda: do(given))

        if form.current is None:
            self.desk.safely(lambda: do(given))
        else:
            self.desk.ask(form, "klopt", asked, answered)

    def _away(self, do: Callable[[Path], Any], title: str, done: Callable[[Desk, Any], object]) -> None:
        def work(folder: Path, _key: str) -> Job[Any]:
            yield Progress(0, None, "")
            return do(folder)

        self.desk.away(work, title, done)

    # -- showing -------------------------------------------------------------------------------------------------

    def _show_code(self, code: str, words: Any) -> None:
        room = CodeRoom(self.desk, code, tuple(words))
        room.left.connect(self.overview)
        self._show(room)
        self._code = room
        room.begin_here()

    def _show(self, room: QWidget) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 16)
        column.addWidget(room)
        column.addStretch(1)
        self._room, self._form, self._code, self._waits = body, None, None, False
        self._area.setWidget(body)  # deletes the one before
        self._fit()
        self.commands_changed.emit()

    def _to_focus(self) -> None:
        """Where one types is in sight, also with large letters, with what is said below it."""
        focus, room = self._area.focusWidget(), self._room
        if self._form is not None and room is not None and focus is not None:
            below = focus.mapTo(room, focus.rect().bottomLeft())
            self._area.ensureVisible(0, below.y(), 0, self.desk.look.px(40))

    def _fit(self) -> None:
        if self._room is not None:
            self._room.setMaximumWidth(self.desk.look.px(WIDEST))


def _since(slot: Slot | None) -> str:
    if slot is None or slot.gemaakt_op is None:
        return ""
    return _("Gemaakt op {day}.").format(day=day_named(slot.gemaakt_op.astimezone().date()))


def _show_first(desk: Desk, result: Eerste) -> None:
    """The administration has a new key: show the code, and what was removed."""
    words = []
    if result.weg:
        removed = ngettext(
            "{count} oude reservekopie is van deze computer gehaald.",
            "{count} oude reservekopieën zijn van deze computer gehaald.",
            len(result.weg),
        )
        words.append(removed.format(count=len(result.weg)))
    if result.elders:
        words.append(
            _(
                "Deze kopieën gaan nog open met de oude sleutel. Maak ze opnieuw of gooi ze weg: {places}."
            ).format(places=", ".join(result.elders))
        )
    if result.let_op:
        words.append(result.let_op)
    desk.go(Place("beveiliging", values={"taak": CODE, "code": result.herstelcode, "woorden": words}))


PAGE = SecurityPage
