"""Every screen as a picture, from the example, with large and small letters, light and dark: to look at, and for the
README. The window is never seen: it is drawn in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from huurdersapp.actions import lists, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, files
from huurdersapp.base.paths import own
from huurdersapp.ui import application
from huurdersapp.ui.akkoord.filtering import OPENED
from huurdersapp.ui.icons import icon
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.registry import ENTRIES
from huurdersapp.ui.place import Place

USUAL, NARROW = (1280, 680), (1024, 600)
"""Pixels: what is left of a full HD screen at 150 % (ux, idea 6), and the smallest that must do."""
VARIANTS = (
    ("100-licht", USUAL, 100, "licht"),
    ("100-donker", USUAL, 100, "donker"),
    ("200-licht", USUAL, 200, "licht"),
    ("200-donker", USUAL, 200, "donker"),
    ("smal", NARROW, 100, "licht"),
)
PATIENCE = 20_000
"""Milliseconds for the slowest screen, a report with its pages."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name and what is shown in it."""

    name: str
    place: Place


def scenes(ctx: Context) -> Iterator[Scene]:
    """Every screen as it opens; of each kind a record and its form; and what is reached another way."""
    for entry in ENTRIES:
        if entry.listed:
            yield Scene(entry.key, Place(entry.key))
    for kind in (
        "energiebezoek",
        "knelpunt",
        "raadpleging",
        "campagne",
        "overleg",
        "actiepunt",
        "advies",
        "commissie",
        "visie",
    ):
        found = lists.find(ctx, ctx.spec(kind))
        if not found:
            continue
        number = int(found[0]["nummer"])
        yield Scene(f"{kind}-een", Place(kind, number))
        yield Scene(f"{kind}-wijzigen", Place(kind, number, doing="wijzigen"))
        yield Scene(f"{kind}-nieuw", Place(kind, doing="nieuw"))
        if kind == "knelpunt":
            yield Scene("geschiedenis", Place("geschiedenis", number, kind=kind))
        if kind == "overleg":
            held = next((int(item["nummer"]) for item in found if item["verslag"]), number)
            for part in ("wie", "stukken", "ingebracht", "besluiten", "acties", "verslag"):
                yield Scene(f"overleg-deel-{part}", Place(kind, held, values={"deel": part}))
            for paper in ("agenda", "verslag"):
                yield Scene(f"overleg-{paper}", Place("overleg_papier", number, kind=paper))
            yield Scene("actielijst", Place("overleg_papier", kind="actielijst"))
        if kind == "advies":
            yield Scene("advies-reactie", Place(kind, 1))
            yield Scene("scorekaart", Place("scorekaart"))
            yield Scene("brief", Place("brief", _with_letter(found)))
            yield Scene("brief-schrijven", Place("brief", _to_write(found)))
            yield from _letters(ctx)
        if kind == "raadpleging":
            asked = next((int(item["nummer"]) for item in found if item["vragen"]), number)
            yield Scene("tellen", Place("tellen", asked))
            yield Scene("aantallen", Place("aantallen", asked))
            yield Scene("vragenlijst", Place("raadpleging_papier", asked, kind="vragenlijst"))
        if kind == "campagne":
            walked = next((int(item["nummer"]) for item in found if item["complexen"]), number)
            yield Scene("campagne-gelopen", Place(kind, walked))
            yield Scene("looplijst", Place("looplijst", walked))
            for paper in ("looplijst", "flyer", "etiketten"):
                yield Scene(f"campagne-{paper}", Place("campagne_papier", walked, kind=paper))
        if kind == "energiebezoek":
            done = next((int(item["nummer"]) for item in found if item["status"] == "gedaan"), number)
            yield Scene("bezoekverslag", Place("bezoekverslag", done))
            yield Scene("bezoekformulieren", Place("bezoekformulieren"))
            yield Scene("energiecoach", Place(kind, 1, kind="energiecoach"))
    for kind in ("doel", "afspraak", "indicator"):
        if point := _followed(ctx, kind):
            yield Scene(f"{kind}-punt", Place("akkoord", point, (OPENED,), kind=kind))
            yield Scene(f"{kind}-wijzigen", Place("akkoord", point, doing="wijzigen", kind=kind))
    for kind in ("meting", "bijstelling", "afwijking"):
        yield Scene(kind, Place("metingen", kind=kind))
        if found := lists.find(ctx, ctx.spec(kind)):
            yield Scene(f"{kind}-een", Place("metingen", int(found[0]["nummer"]), kind=kind))
            yield Scene(
                f"{kind}-wijzigen", Place("metingen", int(found[0]["nummer"]), doing="wijzigen", kind=kind)
            )
    yield from _year(ctx)
    yield Scene("behandeltermijn", Place("knelpunt", kind="behandeltermijn"))
    yield from _privacy(ctx)
    yield Scene("behandeltermijn-nieuw", Place("knelpunt", doing="nieuw", kind="behandeltermijn"))
    yield Scene("samenvoegen", Place("samenvoegen", kind="contact", values={"een": 1, "ander": 2}))
    for kind in ("contact", "adres"):
        yield Scene(f"{kind}-een", Place("contacten", 1, kind=kind))
        yield Scene(f"{kind}-nieuw", Place("contacten", doing="nieuw", kind=kind))
    for kind in ("activiteitenoverzicht", "activiteit", "inbrengpunt"):
        yield Scene(f"{kind}-lijst", Place("prestatieafspraken", kind=kind))
        yield Scene(f"{kind}-nieuw", Place("prestatieafspraken", kind=kind, doing="nieuw"))
        if lists.count(ctx, ctx.spec(kind)):
            yield Scene(f"{kind}-een", Place("prestatieafspraken", 1, kind=kind))
    yield Scene("prestatiejaar", Place("prestatiejaar"))
    for paper, about in (
        ("prestatieafspraken", 1),
        ("activiteitenoverzicht", 1),
        ("inbreng", None),
        ("visie", 1),
    ):
        yield Scene(f"papier-{paper}", Place("overzicht_papier", about, kind=paper))
    yield from _reports(ctx)
    yield from _renovations(ctx)
    yield Scene("adreslijst", Place("adreslijst"))
    for page in ("akkoorden", "aandelen", "opvolging"):
        yield Scene(page, Place(page))
    yield Scene("metingen-inlezen", Place("metingen_inlezen"))
    yield from _kept_safe()
    yield Scene("zoeken", Place("zoeken", words="schimmel"))
    yield Scene("zoeken-niets", Place("zoeken", words="xyzzy"))


def _kept_safe() -> Iterator[Scene]:
    """What was done, copies, the password and the place of the administration."""
    yield Scene("stappen", Place("stappen"))
    yield Scene("reservekopieen", Place("reservekopieen"))
    yield Scene("beveiliging", Place("beveiliging"))
    yield Scene("beveiliging-wachtwoord", Place("beveiliging", values={"taak": "eerste"}))
    code = {"taak": "code", "code": "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789"}
    yield Scene("beveiliging-herstelcode", Place("beveiliging", values=code))
    yield Scene("verhuizen", Place("verhuizen"))


def _followed(ctx: Context, kind: str) -> int:
    """A point of which much is to be told: a measure with values, and its goal and afspraak; 0 for none."""
    measured = {item["indicator"] for item in lists.find(ctx, ctx.spec("meting"))}
    found = [item for item in lists.find(ctx, ctx.spec("indicator")) if item["nummer"] in measured]
    found.sort(key=lambda item: (not item["streefwaarden"], not item["afspraken"], item["nummer"]))
    if not found:
        return 0
    number = {"indicator": found[0]["nummer"], "doel": found[0]["doel"]}.get(kind)
    return int(number or next(iter(found[0]["afspraken"]), 0))


def _letters(ctx: Context) -> Iterator[Scene]:
    """The brievenregister: what is in it, a letter in or out, and how letters look."""
    for kind, page in (
        ("brief", "brieven"),
        ("briefpapier", "brieven"),
        ("briefsjabloon", "brieven"),
        ("verhuurderjaar", "contacten"),
    ):
        yield Scene(f"{kind}-lijst", Place(page, kind=kind))
        yield Scene(f"{kind}-nieuw", Place(page, doing="nieuw", kind=kind))
        if lists.count(ctx, ctx.spec(kind)):
            yield Scene(f"{kind}-een", Place(page, 1, kind=kind))


def _reports(ctx: Context) -> Iterator[Scene]:
    """All reports, one to write in, and one that was sent."""
    yield Scene("verslagen", Place("verslagen"))
    found = lists.find(ctx, ctx.spec("verslag"), ("soort=trimester",))
    if not found:
        return
    number = int(found[0]["nummer"])
    yield Scene("verslag-wijzigen", Place("verslagen", number, doing="wijzigen", kind="verslag"))
    open_ = next((int(item["nummer"]) for item in found if item["status"] == "concept"), number)
    writing = Place("verslag", open_, doing="wijzigen", values={"deel": "knelpunten"})
    yield Scene("verslag-schrijven", writing)
    sent = next((int(item["nummer"]) for item in found if item["status"] == "verstuurd"), number)
    yield Scene("verslag-verstuurd", Place("verslag", sent))


def _renovations(ctx: Context) -> Iterator[Scene]:
    """A renovation: the project, a building, a home, the work on them, and the papers."""
    projects, units = (
        lists.find(ctx, ctx.spec(kind)) for kind in ("renovatieproject", "bouwkundige_eenheid")
    )
    yield Scene("renovatieproject-nieuw", Place("renovatie", doing="nieuw", kind="renovatieproject"))
    yield Scene("bouwkundige-eenheid-nieuw", Place("renovatie", doing="nieuw", kind="bouwkundige_eenheid"))
    if not projects or not units:
        return
    counted = next((item for item in units if item["aangezegd_op"]), units[0])
    unit, project = int(counted["nummer"]), int(counted["project"])
    yield Scene("renovatieproject-een", Place("renovatie", project, kind="renovatieproject"))
    for task in ("sluiten", "peiling"):
        place = Place("renovatie", project, kind="renovatieproject", values={"taak": task})
        yield Scene(f"renovatieproject-{task}", place)
    yield Scene("bouwkundige-eenheid-een", Place("renovatie", unit, kind="bouwkundige_eenheid"))
    yield Scene("draagvlak", Place("draagvlak", unit))
    making = Place("renovatie", unit, kind="bouwkundige_eenheid", values={"taak": "woningen"})
    yield Scene("woningen-maken", making)
    if homes := lists.find(ctx, ctx.spec("renovatiewoning"), (f"eenheid={unit}",)):
        home = int(homes[0]["nummer"])
        yield Scene("renovatiewoning-een", Place("renovatie", home, kind="renovatiewoning"))
        changing = Place("renovatie", home, doing="wijzigen", kind="renovatiewoning")
        yield Scene("renovatiewoning-wijzigen", changing)
    yield Scene("renovatie-telblad", Place("renovatie_papier", unit, kind="telblad"))
    yield Scene("renovatie-looplijst", Place("renovatie_papier", unit, kind="renovatielijst"))
    yield Scene("renovatie-verslag", Place("renovatie_papier", project, kind="renovatieverslag"))


def _year(ctx: Context) -> Iterator[Scene]:
    """The jaaragenda: a round of overleggen, the paper, and what it is made from."""
    rounds = lists.find(ctx, ctx.spec("anker"), ("cyclusjaar=1", "maand=10"))
    number = next((int(item["nummer"]) for item in rounds if item["ronde"]), None)
    if number is not None:
        yield Scene("jaaragenda-moment", Place("jaaragenda", number, kind="anker"))
    yield Scene("jaaragenda-papier", Place("jaaragenda_papier"))
    for kind in ("anker", "voorbereidingsstap", "agendamoment"):
        yield Scene(f"vaste-momenten-{kind}", Place("vaste_momenten", kind=kind))
        yield Scene(f"{kind}-nieuw", Place("vaste_momenten", doing="nieuw", kind=kind))


def _privacy(ctx: Context) -> Iterator[Scene]:
    """What is kept of people: the register, requests, the yearly round, breaches, and the papers about them."""
    for kind in ("privacyverzoek", "verwerking", "opschoonronde", "datalek"):
        yield Scene(kind, Place("privacy", kind=kind))
        if kind != "opschoonronde":  # a round is gone through
            yield Scene(f"{kind}-nieuw", Place("privacy", doing="nieuw", kind=kind))
        if lists.count(ctx, ctx.spec(kind)):
            yield Scene(f"{kind}-een", Place("privacy", 1, kind=kind))
    yield Scene("verwerking-voorstellen", Place("privacy", kind="verwerking", values={"taak": "voorstellen"}))
    yield Scene("opschonen", Place("opschonen"))
    yield Scene("persoon", Place("persoon", 1))
    for paper in ("register", "verklaring", "stond-erop"):
        yield Scene(f"papier-{paper}", Place("privacy_papier", kind=paper))


def _with_letter(found: list[dict[str, object]]) -> int:
    return int(str(next((item["nummer"] for item in found if item["uitkomst"]), found[0]["nummer"])))


def _to_write(found: list[dict[str, object]]) -> int:
    """An advies whose letter was not sent yet."""
    unsent = (item for item in found if item["verstuurd_op"] is None and item["soort"] == "adviesaanvraag")
    return int(str(next(unsent, found[0])["nummer"]))


def make(ctx: Context, target: Path, wanted: Callable[[str], bool] = lambda name: True) -> Iterator[Path]:
    """Draw the pictures whose name (such as `knelpunt-100-licht`) is wanted into `target`, giving each when it is there.

    Raises UserError when a picture cannot be written.
    """
    _in_memory()
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise files.not_writable(target, fault) from fault
    with clock.as_if(voorbeeld.TODAY):
        for variant, size, zoom, scheme in VARIANTS:
            # A window of its own for each: none begins where the one before was left.
            with _window(ctx, size, zoom, scheme) as window:
                for scene in scenes(ctx):
                    if wanted(f"{scene.name}-{variant}"):
                        yield _drawn(window, scene.place, target / f"{scene.name}-{variant}.png")


def _in_memory() -> None:
    """Let windows be drawn where nobody sees them, with letters that are the same everywhere."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application.make()
    application.use_own_letters()


def try_out() -> None:
    """Draw the window without an administration, with its letters and a picture; raises what does not work."""
    _in_memory()
    look = Look()
    window = MainWindow(look)
    look.setParent(window)
    try:
        window.navigation.fill(ENTRIES)
        window.navigation.show_icons()
        window.show()
        drawn = window.grab().toImage()
        if "Open Sans" not in QFontDatabase.families() or _plain(drawn):
            raise ValueError("letters")
        if _plain(icon("nieuw", look).pixmap(24, 24).toImage()):
            raise ValueError("icons")
        for name in ("vinkje", "omlaag", "omhoog"):
            if QImage(str(own("resources") / "beeld" / f"{name}-licht.svg")).isNull():
                raise ValueError("pictures")
    finally:
        window.close()
        window.deleteLater()


def _plain(image: QImage) -> bool:
    """Whether nothing is drawn in it: every dot is the same."""
    first = image.pixelColor(0, 0)
    return all(
        image.pixelColor(x, y) == first for x in range(image.width()) for y in range(0, image.height(), 3)
    )


@contextmanager
def _window(ctx: Context, size: tuple[int, int], zoom: int, scheme: str) -> Iterator[MainWindow]:
    """A window that looks so, without anything of it being kept in the settings."""
    look = Look()
    window = MainWindow(look)
    look.setParent(window)
    try:
        window.resize(*size)
        window.show()
        window.open(ctx, Place("vandaag"))
        look.show(zoom, scheme)
        yield window
    finally:
        window.close()
        window.deleteLater()


def _drawn(window: MainWindow, place: Place, path: Path) -> Path:
    window.go(place)
    _settle(window)
    window.message.clear()
    if not window.grab().save(str(path)):
        raise files.not_writable(path, OSError())
    return path


def _settle(window: MainWindow) -> None:
    """Let the screen finish: what it asked beside the window has had its answer, and everything is painted."""
    loop, quiet, last = QEventLoop(), QTimer(), QTimer()
    calm = 0

    def look() -> None:
        nonlocal calm
        desk = window.desk
        busy = desk is None or not desk.asker.idle or bool(desk.runner.jobs)
        calm = 0 if busy else calm + 1
        if calm > 4:
            loop.quit()

    quiet.timeout.connect(look)
    quiet.start(60)
    last.setSingleShot(True)
    last.timeout.connect(loop.quit)
    last.start(PATIENCE)
    loop.exec()
