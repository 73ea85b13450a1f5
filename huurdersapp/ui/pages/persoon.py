"""What is kept of one person: found, ticked by the board, shown in an overview or erased. For one request."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from huurdersapp.actions import persoon, records
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.lists.record_view import RecordView
from huurdersapp.ui.page import Command
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy import found_words
from huurdersapp.ui.privacy.chosen import Choice, choices_of
from huurdersapp.ui.privacy.erasing import EraseStep
from huurdersapp.ui.privacy.going import PAGE as PRIVACY
from huurdersapp.ui.privacy.going import PAPER, REQUEST
from huurdersapp.ui.privacy.hits import HitsStep
from huurdersapp.ui.privacy.next_step import NextStep
from huurdersapp.ui.privacy.texts import TextsStep
from huurdersapp.ui.privacy.who import COLUMNS, WhoStep
from huurdersapp.ui.steps.page import StepsPage
from huurdersapp.ui.steps.step import Step


class PersonPage(StepsPage):
    """Steps under one another, each appearing when the one before is done; what is found is read beside them."""

    help = "privacy"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.number, self.request = 0, dict[str, object]()
        self.choice = Choice()
        self.who, self.hits = WhoStep(desk), HitsStep(desk)
        self.texts, self.next = self._texts(), NextStep(desk)
        self.erase = EraseStep(desk)
        self._build()
        self._connect()

    def _texts(self) -> TextsStep:
        return TextsStep(self.desk, found_words.CHOICES, _("3. Losse teksten"), asks=found_words.ASKS)

    def _build(self) -> None:
        area = self.lay_steps(self.who, self.hits, self.texts, self.next, self.erase, right=8)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = RecordView(self.desk)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(area)
        self.splitter.addWidget(self.view)
        for at, share in enumerate((6, 5)):
            self.splitter.setStretchFactor(at, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 16, 8)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        safely = self.desk.safely
        self.who.wanted.connect(lambda: safely(self.search))
        self.hits.came.connect(lambda key: safely(lambda: self._beside(key)))
        self.hits.opened.connect(lambda key: safely(lambda: self._open(key)))
        self.hits.ticked.connect(lambda: safely(self._ticked))
        self.hits.agreed.connect(lambda: safely(self._to_texts))
        self.texts.chosen.connect(self._chose)
        self.texts.came.connect(lambda key: safely(lambda: self._beside(key)))
        self.texts.done.connect(lambda: safely(self._to_next))
        self.next.overview_wanted.connect(lambda: safely(self.to_overview))
        self.next.erase_wanted.connect(lambda: safely(self.to_erase))
        self.next.request_wanted.connect(lambda: safely(self.to_request))
        self.erase.left.connect(lambda: safely(self._to_next))
        self.erase.erased.connect(lambda: safely(self._erased))
        self.view.edit_wanted.connect(lambda: safely(lambda: self._go("wijzigen")))
        self.view.delete_wanted.connect(lambda: safely(lambda: self._go("tonen")))
        self.view.history_wanted.connect(lambda: safely(self._history))
        self.desk.look.changed.connect(self._arrange)

    # -- the place -------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Gegevens van één persoon")

    def place(self) -> Place:
        return Place(self.key, self.number or None)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            # Only when this screen is shown: the window goes to one place at a time.
            QTimer.singleShot(0, self, lambda: self.desk.go(Place(PRIVACY, kind=REQUEST)))
            return
        self.request = records.show(self.desk.ctx, self.desk.ctx.spec(REQUEST), place.number)
        if place.number != self.number:
            self.number = place.number
            self.view.forget()
        self.choice = choices_of(self.desk).of(self.number)
        self._show_choice()
        self._arrange()
        self.to_step(self.last_step())

    def _show_choice(self) -> None:
        """Everything as it was left."""
        typed = self.choice.typed or {"naam": str(self.request["vrager"] or "")}
        self.who.show_typed(typed)
        self.only_to(self.who)
        if self.choice.found is not None:
            self._show_found()
            if self.choice.ticked or self.choice.texts:
                self._to_next()

    def leave(self) -> bool:
        self.choice.typed = self.who.typed()
        return self.view.keep()

    def changed(self, changes: Changes) -> None:
        """The request may have another answer now; what was found is looked up again when it is used."""
        if self.number and REQUEST in changes.kinds():
            self.desk.safely(self._read_again)
        if self.view.number:
            try:
                self.view.refresh()
            except UserError:
                self.view.forget()

    def _read_again(self) -> None:
        self.request = records.show(self.desk.ctx, self.desk.ctx.spec(REQUEST), self.number)
        if not self.next.isHidden():
            self.next.show_request(self.request, self._counts())

    # -- steps -----------------------------------------------------------------------------------------------------

    def arrived(self, step: Step) -> None:
        if step is self.hits:
            self.desk.safely(lambda: self._beside(self.hits.list.current_key()))

    # -- 1 and 2: looking and ticking ------------------------------------------------------------------------------

    def search(self) -> None:
        """Look in everything that is kept."""
        if self.is_working:
            return
        typed = self.who.typed()
        self.only_to(self.who)
        if not typed:
            self.who.tell_fault(_("Vul eerst iets in om op te zoeken."))
            self.who.begin()
            return
        self.choice.typed = typed

        def done(found: tuple[Treffer, ...]) -> None:
            self.choice.found = found
            keys = {each.sleutel for each in found}
            self.choice.ticked &= keys
            self.choice.texts = {key: what for key, what in self.choice.texts.items() if key in keys}
            self._show_found()
            self.to_step(self.hits)

        job = persoon.zoek(self.desk.ctx, Vraag(**typed))
        self.watch(self.desk.run(job, _("Zoeken in alles"), done, self._not_found))

    def _not_found(self, fault: BaseException) -> None:
        if isinstance(fault, UserError):
            self.who.tell_fault(told(fault))
            self.who.begin()
        else:
            self.desk.tell(fault)

    def _found(self, *, texts: bool) -> list[Treffer]:
        return [each for each in self.choice.found or () if found_words.is_text(each) == texts]

    def _show_found(self) -> None:
        rows = [found_words.row(each) for each in self._found(texts=False)]
        self.hits.show_hits(rows, self.choice.ticked)
        self.hits.show()

    def _ticked(self) -> None:
        self.choice.ticked = set(self.hits.chosen())
        self.only_to(self.hits)

    # -- 3 and 4: texts, and what next -----------------------------------------------------------------------------

    def _to_texts(self) -> None:
        self.only_to(self.hits)
        self.choice.ticked = set(self.hits.chosen())
        texts = self._found(texts=True)
        if not texts:
            self._to_next()
            return
        shown = [found_words.sentence(each) for each in texts]
        self.texts.said = self.choice.black
        self.texts.show_sentences(shown, self.choice.texts)
        self.to_step(self.texts)

    def _chose(self, key: str, choice: str) -> None:
        self.choice.texts[key] = choice
        self.only_to(self.texts)

    def _to_next(self) -> None:
        self.only_to(self.next)
        read = bool(self._found(texts=True))
        self.next.retitle(_("4. Wat wilt u doen?") if read else _("3. Wat wilt u doen?"))
        self.erase.retitle(_("5. Wissen") if read else _("4. Wissen"))
        self.next.show_request(self.request, self._counts())
        self.to_step(self.next)

    def _counts(self) -> tuple[int, int]:
        """How many are ticked, and how many texts are about the person."""
        about = [each for each in self.choice.found or () if self.choice.is_about(each)]
        texts = sum(map(found_words.is_text, about))
        return len(about) - texts, texts

    # -- what one goes to ------------------------------------------------------------------------------------------

    def to_overview(self) -> None:
        """The overview for the person, as it will be printed."""
        self.desk.go(Place(PAPER, self.number, kind="inzage"))

    def to_erase(self) -> None:
        """What erasing would do, to look at first."""
        self.erase.show_choice(self.number, self.choice)
        self.to_step(self.erase)

    def to_request(self) -> None:
        """Back to the request, where the answer is put down."""
        self.desk.go(Place(PRIVACY, self.number, kind=REQUEST))

    def _erased(self) -> None:
        self.who.show_typed({})
        self.desk.go(Place(PAPER, self.number, kind="bewijs"))

    # -- beside ----------------------------------------------------------------------------------------------------

    def _treffer(self, key: str) -> Treffer | None:
        return next((each for each in self.choice.found or () if each.sleutel == key), None)

    def _beside(self, key: str) -> None:
        """Show the record of a hit beside the steps, where there is room."""
        hit = self._treffer(key)
        if hit is None or hit.nummer is None or self._narrow:
            return
        try:
            self.view.show_record(hit.soort, hit.nummer)
        except UserError:  # in the waste bin, or only in the history
            self.view.forget()
        self._arrange()

    def _open(self, key: str) -> None:
        hit = self._treffer(key)
        if hit is not None and hit.nummer is not None:
            self.desk.go(Place(page_of(hit.soort), hit.nummer, kind=hit.soort))

    def _go(self, doing: str) -> None:
        kind, number = self.view.kind, self.view.number
        self.desk.go(Place(page_of(kind), number, kind=kind, doing=doing))  # type: ignore[arg-type]

    def _history(self) -> None:
        self.desk.go(Place("geschiedenis", self.view.number, kind=self.view.kind))

    # -- size ------------------------------------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return bool(getattr(self.window(), "is_narrow", False))

    def _arrange(self) -> None:
        self.view.setVisible(not self._narrow and bool(self.view.number))
        self.who.lay_out(1 if self._narrow and self.desk.look.zoom > 120 else COLUMNS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- keys ------------------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"sluiten": self.to_request, "zoeken": self.who.begin}


PAGE = PersonPage
