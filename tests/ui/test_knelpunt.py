"""The screen of knelpunten: quick entry, what looks alike, bundling, patterns, terms, and the steps with their answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import bijlagen, history, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.records.draft import Fault
from huurdersapp.ui.forms.knelpunt_steps import StepPanel
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.knelpunt.bundling import THERE, BundleCard
from huurdersapp.ui.knelpunt.category import CategoryEditor, found_by, label_of
from huurdersapp.ui.knelpunt.form import KnelpuntForm
from huurdersapp.ui.knelpunt.patterns import AgendaForm
from huurdersapp.ui.knelpunt.photos import PhotoPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.knelpunt import KnelpuntPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, press, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Settled = Callable[[MainWindow], None]
DAMP = {"titel": "Schimmel in de badkamer", "categorie": "vocht_schimmel", "gemeld_op": "2019-06-01"}


def make(ctx: Context, kind: str, **values: Any) -> int:
    """A record."""
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def shown(ctx: Context, number: int) -> dict[str, Any]:
    """A knelpunt as it is kept."""
    return records.show(ctx, ctx.spec("knelpunt"), number)


@pytest.fixture
def home(office: Context) -> int:
    """A complex of Lefier in Emmermeer."""
    make(office, "verhuurder", naam="Lefier")
    make(office, "kern", naam="Emmermeer", soort="wijk")
    return make(office, "complex", naam="Kerkhoflaan", verhuurder=1, kern=1)


class Screen:
    """The page of knelpunten in a window."""

    def __init__(self, window: MainWindow, settled: Settled, bot: QtBot) -> None:
        self.window, self._settled, self.bot = window, settled, bot

    def go(self, number: int | None = None, **more: Any) -> Screen:
        self.window.go(Place("knelpunt", number, **{"kind": "knelpunt", **more}))
        return self.settle()

    def settle(self) -> Screen:
        self._settled(self.window)
        return self

    @property
    def page(self) -> KnelpuntPage:
        assert isinstance(self.window.page, KnelpuntPage)
        return self.window.page

    @property
    def form(self) -> KnelpuntForm:
        assert isinstance(self.page.form, KnelpuntForm)
        return self.page.form

    def click(self, words: str) -> Screen:
        button = named(self.window, QPushButton, words)
        assert isinstance(button, QPushButton)
        button.click()
        return self.settle()

    def type_in(self, key: str, words: str) -> Screen:
        box = self.form.fields.box(key)
        assert box is not None
        box.editor.first_focus().setFocus()
        type_into(self.bot, words)
        return self

    def choose(self, key: str, number: int) -> Screen:
        box = self.form.fields.box(key)
        assert box is not None
        box.editor.set_value(number)
        box.editor.edited.emit()
        return self

    def one(self, kind: type[Any]) -> Any:
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def buttons(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QPushButton) if each.isVisible()]

    def labels(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def screen(office: Context, open_window: OpenWindow, settled: Settled, qtbot: QtBot) -> Screen:
    """The window on the office."""
    return Screen(open_window(office), settled, qtbot)


# -- category and onderdeel -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ond", "onderhoud"),
        ("onderhoud", "onderhoud"),
        ("schimmel bad", "vocht_badkamer"),
        ("geluid", "overlast_geluid"),
        ("LEKKAGE", "onderhoud_lekkage"),
        ("vocht", "vocht_schimmel"),
    ],
)
def test_a_word_finds_a_category_or_its_part(words: str, key: str) -> None:
    assert found_by(words)[0] == key


def test_every_category_and_part_is_found_by_its_own_name() -> None:
    for key in found_by(""):
        assert key in found_by(label_of(key))


def test_leaving_the_field_takes_the_first_and_nonsense_says_what_to_do(screen: Screen) -> None:
    editor = screen.go(doing="nieuw").form.fields.boxes["categorie"].editor
    assert isinstance(editor, CategoryEditor)
    screen.type_in("categorie", "schim bad")
    assert editor.value() == "vocht_badkamer"
    screen.form.fields.boxes["titel"].editor.first_focus().setFocus()
    assert editor.line.text() == "Vocht en schimmel: Schimmel in badkamer of keuken"
    editor.line.setFocus()
    editor.line.selectAll()
    type_into(screen.bot, "xyzzy")
    assert isinstance(editor.value(), Fault)
    assert "xyzzy" in editor.value().text


def test_the_category_is_chosen_with_the_arrows_too(screen: Screen) -> None:
    screen.go(doing="nieuw").type_in("categorie", "schimmel")
    editor: Any = screen.form.fields.boxes["categorie"].editor
    screen.bot.waitUntil(lambda: editor.line.hits is not None)
    press(screen.bot, Qt.Key.Key_Down)
    press(screen.bot, Qt.Key.Key_Return)
    assert editor.value() == found_by("schimmel")[1]


# -- quick entry ------------------------------------------------------------------------------------------------------


def test_six_fields_are_asked_and_the_rest_is_folded(screen: Screen) -> None:
    screen.go(doing="nieuw")
    visible = [key for key, box in screen.form.fields.boxes.items() if box.isVisible()]
    assert visible == ["titel", "categorie", "kern", "complex", "omvang", "omschrijving"]
    assert any(text.startswith("Gemeld op ma 2 september 2019.") for text in screen.labels())
    screen.form.reporter.click()
    assert screen.form.fields.boxes["melder_naam"].isVisible()
    screen.form.reporter.click()
    assert not screen.form.fields.boxes["melder_naam"].isVisible()


def test_what_is_saved_has_category_part_and_the_place_of_the_complex(
    screen: Screen, office: Context, home: int
) -> None:
    screen.go(doing="nieuw").type_in("titel", "Schimmel").type_in("categorie", "schim bad").choose(
        "complex", home
    )
    assert (screen.form.fields.value("kern"), screen.form.fields.value("verhuurder")) == (1, 1)
    screen.form.reporter.click()
    screen.type_in("melder_naam", "A. Voorbeeld")
    assert screen.form.save_and_next()
    screen.settle()
    kept = shown(office, 1)
    found = [
        kept[key] for key in ("categorie", "subcategorie", "complex", "kern", "verhuurder", "melder_naam")
    ]
    assert found == ["vocht_schimmel", "vocht_badkamer", home, 1, 1, "A. Voorbeeld"]
    assert screen.form.fields.value("titel") is None
    assert not screen.form.reporter.isChecked()


def test_an_address_leads_to_complex_place_and_landlord_and_is_not_kept(
    screen: Screen, office: Context, home: int
) -> None:
    make(
        office,
        "adres",
        postcode="7822 AP",
        huisnummer=14,
        straat="Kerkhoflaan",
        complex=home,
        kern=1,
        verhuurder=1,
    )
    screen.go(doing="nieuw").type_in("titel", "Schimmel").type_in("categorie", "vocht").click("Zoek op adres")
    type_into(screen.bot, "kerkhof")
    line = screen.form.address.line
    screen.bot.waitUntil(lambda: line.hits is not None and line.hits.count() == 1)
    press(screen.bot, Qt.Key.Key_Return)
    found = [screen.form.fields.value(key) for key in ("complex", "kern", "verhuurder")]
    assert found == [home, 1, 1]
    assert screen.form.save()
    kept = shown(office, 1)
    assert (kept["complex"], kept["melder_adres"]) == (home, None)
    assert "14" not in str({key: kept[key] for key in ("titel", "omschrijving", "aanvulling")})


def test_another_category_takes_the_part_along(screen: Screen, office: Context) -> None:
    number = make(office, "knelpunt", **DAMP, subcategorie="vocht_badkamer")
    screen.go(number, doing="wijzigen")
    assert screen.form.fields.value("categorie") == "vocht_badkamer"
    assert screen.form.save()
    assert history.next_undo(office) == "Knelpunt opslaan"  # nothing was changed
    screen.go(number, doing="wijzigen")
    editor: Any = screen.form.fields.boxes["categorie"].editor
    editor.line.setFocus()
    editor.line.selectAll()
    type_into(screen.bot, "overlast")
    assert screen.form.save()
    kept = shown(office, number)
    assert (kept["categorie"], kept["subcategorie"]) == ("overlast", None)


def test_what_was_typed_is_there_again_also_half_a_category(screen: Screen) -> None:
    screen.go(doing="nieuw").type_in("titel", "Lek").type_in("categorie", "onder")
    assert screen.form.keep()
    screen.window.go(Place("vandaag"))
    screen.settle().go(doing="nieuw")
    assert screen.form.fields.value("titel") == "Lek"
    assert screen.form.fields.value("categorie") == "onderhoud"


def test_a_word_about_health_is_told_and_kept(screen: Screen, office: Context) -> None:
    screen.go(doing="nieuw").type_in("titel", "Schimmel").type_in("categorie", "vocht").type_in(
        "omschrijving", "Zij heeft astma"
    )
    assert screen.form.save()
    assert "‘astma’ gaat over gezondheid" in screen.window.message.text()
    assert shown(office, 1)["omschrijving"] == "Zij heeft astma"


# -- what looks alike --------------------------------------------------------------------------------------------------


def test_what_was_reported_before_is_told_while_typing_and_counted_instead(
    screen: Screen, office: Context
) -> None:
    number = make(office, "knelpunt", **DAMP)
    screen.go(doing="nieuw").type_in("titel", "Schimel badkamers")
    screen.bot.waitUntil(lambda: bool(screen.form.alike.found))
    screen.click("Ook last van: +1: Schimmel in de badkamer")
    assert shown(office, number)["ook_last_van"] == 1
    assert screen.page.form is None
    assert screen.page.number == number
    assert screen.window.message.text() == "Geteld bij ‘Schimmel in de badkamer’. Ook last van: 1."
    screen.click("Toch een nieuw knelpunt")
    assert shown(office, number)["ook_last_van"] == 0
    assert screen.form.fields.value("titel") == "Schimel badkamers"


def test_counting_one_more_is_undone_by_itself(screen: Screen, office: Context) -> None:
    number = make(office, "knelpunt", **DAMP)
    screen.go(number).click("+1 ook last van")
    assert shown(office, number)["ook_last_van"] == 1
    screen.window.undo()
    assert shown(office, number)["ook_last_van"] == 0


def test_one_that_looks_alike_is_bundled_from_the_record(screen: Screen, office: Context) -> None:
    make(office, "knelpunt", **DAMP)
    make(office, "knelpunt", **DAMP)
    screen.go(2).click("Hier bij bundelen: Schimmel in de badkamer")
    assert (shown(office, 2)["status"], shown(office, 1)["ook_last_van"]) == ("gebundeld", 1)
    assert screen.page.number == 1
    assert "Hierin gebundeld: 1 knelpunt" in screen.labels()
    screen.window.undo()
    screen.settle()
    assert (shown(office, 2)["status"], shown(office, 1)["ook_last_van"]) == ("gemeld", 0)


# -- bundling ------------------------------------------------------------------------------------------------------------


def select(screen: Screen, count: int) -> None:
    screen.page.pane.table.setFocus()
    screen.page.pane.table.selectRow(0)
    for _more in range(count - 1):
        press(screen.bot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_what_is_selected_is_bundled_into_a_new_one(screen: Screen, office: Context) -> None:
    for _at in range(3):
        make(office, "knelpunt", **DAMP)
    screen.go()
    assert screen.page.bundle_button.isHidden()
    select(screen, 3)
    screen.click("Bundelen…")
    card = screen.one(BundleCard)
    card.title.set_value("Schimmel overal")
    screen.click("Bundelen")
    assert shown(office, 4)["titel"] == "Schimmel overal"
    assert shown(office, 4)["ook_last_van"] == 2
    assert screen.window.message.text() == "3 knelpunten gebundeld in ‘Schimmel overal’."
    assert screen.page.number == 4
    screen.window.undo()
    screen.settle()
    assert {shown(office, number)["status"] for number in (1, 2, 3)} == {"gemeld"}


def test_what_is_selected_goes_on_in_one_that_is_there(screen: Screen, office: Context) -> None:
    for title in ("Een", "Twee", "Drie"):
        make(office, "knelpunt", **{**DAMP, "titel": title})
    screen.go()
    select(screen, 2)
    screen.click("Bundelen…")
    card = screen.one(BundleCard)
    card.which.set_value(THERE)
    card.which.edited.emit()
    screen.click("Bundelen")
    assert "Er is nog geen knelpunt gekozen." in screen.window.message.text()
    card.there.set_value(1)
    screen.click("Bundelen")
    assert {shown(office, number)["status"] for number in (2, 3)} == {"gebundeld"}
    assert shown(office, 1)["ook_last_van"] == 2
    assert "+1 ook last van" in screen.buttons()
    assert "+1 ook last van" not in screen.go(2).buttons()


def test_the_step_bundelen_adds_up_and_heropenen_takes_off(screen: Screen, office: Context) -> None:
    make(office, "knelpunt", **DAMP)
    make(office, "knelpunt", **DAMP, ook_last_van=2)
    form = screen.go(2).one(StepPanel).begin("gebundeld")
    form.fields.boxes["gebundeld_in"].editor.set_value(1)
    assert form.save()
    screen.settle()
    assert shown(office, 1)["ook_last_van"] == 3
    form = screen.go(2).one(StepPanel).begin("heropend")
    assert form.save()
    assert shown(office, 1)["ook_last_van"] == 0


# -- patterns -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def pattern(office: Context, home: int) -> str:
    """Five of the same in one complex; how that is told."""
    for _at in range(4):
        make(office, "knelpunt", **DAMP, complex=home)
    make(office, "knelpunt", **DAMP, complex=home, ook_last_van=1)
    return "Patroon: 6 meldingen over vocht en schimmel in complex Kerkhoflaan, in 5 knelpunten"


def test_a_pattern_goes_on_the_agenda_of_a_coming_meeting(
    screen: Screen, office: Context, pattern: str
) -> None:
    make(office, "overleg", soort="verhuurder", datum="2019-08-01")
    make(office, "overleg", soort="verhuurder", datum="2019-10-01")
    make(office, "overleg", soort="bo", datum="2019-09-10")
    screen.go().click(f"Zet op de agenda…: {pattern}")
    form = screen.one(AgendaForm)
    assert form.meeting.value() == "3"  # the first that comes
    assert form.meeting.combo.count() == 2
    screen.click("Zet op de agenda")
    meeting = records.show(office, office.spec("overleg"), 3)
    assert meeting["agendapunten"][0]["onderwerp"] == "Vocht en schimmel in complex Kerkhoflaan (6 meldingen)"
    assert shown(office, 5)["geagendeerd_op"] == "2019-09-02"
    screen.bot.waitUntil(screen.page.patterns.isHidden)
    screen.window.undo()
    screen.settle()
    screen.bot.waitUntil(screen.page.patterns.isVisible)
    assert shown(office, 5)["geagendeerd_op"] is None


def test_without_a_coming_meeting_one_can_be_made(screen: Screen, pattern: str) -> None:
    screen.go().click(f"Zet op de agenda…: {pattern}")
    assert "Er is nog geen overleg gepland." in screen.labels()
    screen.click("Nieuw overleg")
    assert screen.window.heading.text() == "Overleggen"


def test_a_pattern_is_put_away_and_brought_back(screen: Screen, pattern: str) -> None:
    screen.go().click(f"Nu niet: {pattern}")
    screen.bot.waitUntil(screen.page.patterns.isHidden)
    screen.click("Terugzetten")
    screen.bot.waitUntil(screen.page.patterns.isVisible)


def test_a_pattern_opens_its_list(screen: Screen, pattern: str) -> None:
    screen.go().click(pattern)
    assert screen.page.bar.heading.text() == pattern
    assert screen.page.pane.model.count == 5


# -- terms, steps and answers ----------------------------------------------------------------------------------------------


def test_terms_have_a_list_of_their_own_and_fill_the_day(screen: Screen, office: Context, home: int) -> None:
    screen.go().click("Termijnen")
    assert screen.page.kind == "behandeltermijn"
    assert screen.page.sums.isHidden()
    make(office, "behandeltermijn", categorie="vocht_schimmel", dagen=20, soort="werkdagen")
    make(office, "overleg", soort="bo", datum="2019-08-26", agendapunten=[{"onderwerp": "Wonen"}])
    number = make(office, "knelpunt", **DAMP, complex=home)
    form = screen.go(number).one(StepPanel).begin("ingebracht")
    form.fields.boxes["datum"].editor.set_value("2019-08-26")
    overleg = form.fields.boxes["overleg"].editor
    overleg.set_value(1)
    overleg.edited.emit()
    combo = form.fields.boxes["agendapunt"].editor.combo
    assert [combo.itemText(row) for row in range(combo.count())] == ["Wonen"]
    combo.setEditText("Wonen")
    assert form.save()
    screen.settle()
    kept = shown(office, number)
    assert kept["reactie_verwacht_op"] == "2019-09-23"
    assert kept["inbreng"][0]["agendapunt"] == "Wonen"
    words = "Wacht 7 dagen op een reactie van Lefier. Nog 21 dagen, uiterlijk maandag 23 september 2019."
    screen.bot.waitUntil(lambda: words in screen.labels())


def test_a_reaction_and_the_feedback_are_recorded_in_a_few_fields(screen: Screen, office: Context) -> None:
    make(office, "overleg", soort="bo", datum="2019-08-01")
    step = {"status": "ingebracht", "datum": "2019-08-01", "overleg": 1}
    number = make(office, "knelpunt", **DAMP, stappen=[step], reactie_verwacht_op="2019-08-20")
    screen.go(number)
    assert any("13 dagen te laat." in text for text in screen.labels())
    screen.click("Reactie vastleggen…")
    form: QuickForm = screen.one(QuickForm)
    assert list(form.fields.boxes) == ["reactie", "reactie_op", "reactie_van"]
    form.fields.boxes["reactie"].editor.first_focus().setFocus()
    type_into(screen.bot, "Komt in orde")
    assert form.save()
    screen.settle()
    assert shown(office, number)["inbreng"][0]["reactie"] == "Komt in orde"
    assert shown(office, number)["reactie_ontvangen_op"] == "2019-09-02"
    screen.click("Terugkoppeling vastleggen…")
    form = screen.one(QuickForm)
    form.fields.boxes["teruggekoppeld_hoe"].editor.first_focus().setFocus()
    type_into(screen.bot, "Brief")
    assert form.save()
    kept = shown(office, number)
    assert (kept["teruggekoppeld_op"], kept["teruggekoppeld_hoe"]) == ("2019-09-02", "Brief")


def test_the_small_form_of_a_step_is_in_sight_when_it_opens_and_when_something_is_wrong(
    screen: Screen, office: Context
) -> None:
    screen.go(make(office, "knelpunt", **DAMP))
    screen.click("Inbrengen…")
    form: QuickForm = screen.one(QuickForm)
    meeting = form.fields.boxes["overleg"].editor.first_focus()

    def whole() -> bool:
        return meeting.hasFocus() and meeting.visibleRegion().boundingRect().height() == meeting.height()

    screen.bot.waitUntil(whole)
    screen.page.view.verticalScrollBar().setValue(0)
    assert not form.save()
    screen.bot.waitUntil(whole)
    assert "Overleg" in "".join(screen.labels())


def test_a_single_repair_is_told_to_go_to_the_landlord_first_and_nothing_is_refused(
    screen: Screen, office: Context
) -> None:
    number = make(office, "knelpunt", titel="Kraan lekt", categorie="onderhoud")
    screen.go(number)
    text = "Dit lijkt een gewone reparatie. Daarvoor is eerst het loket van de verhuurder."
    assert text in screen.labels()
    screen.click("Doorverwijzen naar de verhuurder…")
    assert screen.one(QuickForm).fields.boxes.keys() == {"datum", "organisatie", "toelichting"}
    other = make(office, "knelpunt", **DAMP)
    assert text not in screen.go(other).labels()


# -- photos ----------------------------------------------------------------------------------------------------------------


def test_a_photo_is_small_with_its_caption_and_a_tick_for_reports(
    screen: Screen, office: Context, tmp_path: Path
) -> None:
    Image.new("RGB", (900, 600), "grey").save(tmp_path / "muur.jpg")
    (tmp_path / "brief.txt").write_text("Beste huurder", encoding="utf-8")
    lines = [bijlagen.keep(office, tmp_path / name) for name in ("muur.jpg", "brief.txt")]
    number = make(office, "knelpunt", **DAMP, bijlagen=[{**lines[0], "toelichting": "De muur"}, lines[1]])
    screen.go(number)
    panel: PhotoPanel = screen.one(PhotoPanel)
    (picture,), (tick,) = panel.pictures, panel.ticks
    assert picture.accessibleName() == "Foto: De muur"
    assert picture.pixmap().width() == 200
    screen.click("Foto groter: De muur")
    assert picture.pixmap().width() > 200
    tick.click()
    screen.settle()
    assert [line["mag_in_rapport"] for line in shown(office, number)["bijlagen"]] == [True, False]
    screen.window.undo()
    assert shown(office, number)["bijlagen"][0]["mag_in_rapport"] is False


# -- what stands above the list ---------------------------------------------------------------------------------------------


def test_the_line_above_the_list_adds_up_what_is_shown(screen: Screen, office: Context) -> None:
    make(office, "knelpunt", **DAMP, huurders_geraakt=4, reactie_verwacht_op="2019-08-30")
    make(office, "knelpunt", titel="Lift", categorie="onderhoud", huurders_geraakt=2)
    screen.go()
    text = "2 open  ·  1 nieuw dit trimester  ·  1 te laat  ·  6 huurders geraakt"
    screen.bot.waitUntil(lambda: screen.page.sums.text() == text)
    screen.click("Te laat")
    text = "1 open  ·  0 nieuw dit trimester  ·  1 te laat  ·  4 huurders geraakt"
    screen.bot.waitUntil(lambda: screen.page.sums.text() == text)


def test_one_that_is_gone_says_so_when_it_is_counted(screen: Screen, office: Context) -> None:
    number = make(office, "knelpunt", **DAMP)
    screen.go(number)
    records.discard(office, office.spec("knelpunt"), number)
    with pytest.raises(UserError):
        screen.page._also(number, "Schimmel")
