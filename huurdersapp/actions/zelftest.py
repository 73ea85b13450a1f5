"""Does this program work on this machine? Each part is used for real, in a folder that goes away again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from gettext import translation
from io import BytesIO
from pathlib import Path

from huurdersapp.base import clock, formats, i18n, log, paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.kern import Kern
from huurdersapp.reports.document import Document, Paragraph
from huurdersapp.reports.written import Written
from huurdersapp.store import queries
from huurdersapp.store.driver import FILE
from huurdersapp.store.opening import open_store

_TEXT = "Drempels in Klazienaveen: € 596 per maand, één deur, Yılmaz en Wałęsa"


def run(window: Callable[[], None] | None = None) -> Iterator[tuple[str, str | None]]:
    """The name of each check as it is done, and what failed (None: it is right). `window` tries the window, where there
    is one."""
    more = ((_("Venster met letters en plaatjes"), window),) if window is not None else ()
    for name, check in (*_checks(), *more):
        try:
            check()
        except Exception as fault:  # noqa: BLE001 - a self-test names every kind of failure and goes on
            log.LOGGER.error("zelftest: %s", "\n".join(log.trace(fault)))
            yield name, type(fault).__name__
        else:
            yield name, None


def _checks() -> tuple[tuple[str, Callable[[], None]], ...]:
    return (
        (_("Bestanden van het programma"), _own_files),
        (_("Administratie: versleuteld schrijven, lezen en zoeken"), _store),
        (_("Wachtwoord: voorstel, sterkte en slot"), _password),
        (_("Meegeleverde akkoorden"), _akkoorden),
        (_("Datums en getallen"), _formats),
        (_("PDF met eigen lettertype"), _pdf),
        (_("Word"), _docx),
        (_("Engelse teksten"), _english),
        (_("Datums zoals u ze typt"), _days),
        (_("Agendabestand met de tijd van Nederland"), _calendar),
    )


def _own_files() -> None:
    for name in ("resources", "db", "docs", "translations"):
        if not any(paths.own(name).iterdir()):
            raise FileNotFoundError(name)


def _store() -> None:
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder), create=True) as store, store.step("Zelftest") as db:
            db.add(Kern(naam=_TEXT))
        with open_store(Path(folder)) as store, store.reading() as db:
            kind, key = queries.hits(db, "azienav yilm walesa")[0]
            row = db.get(Kern, key)
            if kind != "kern" or row is None or row.naam != _TEXT:
                raise ValueError("search")
        if b"Klazienaveen" in (Path(folder) / FILE).read_bytes():
            raise ValueError("encryption")


def _password() -> None:
    from huurdersapp.actions import wachtwoord
    from huurdersapp.store import keys, recovery_code, slots

    secret, key = wachtwoord.voorstel(), keys.new_key()
    wachtwoord.eis(secret)
    if wachtwoord.sterkte("geheim").genoeg:
        raise ValueError("strength")
    slot = slots.seal("wachtwoord", secret, key)
    if slots.unseal(slot, secret) != key or slots.unseal(slot, f"{secret}!") is not None:
        raise ValueError("slot")
    code = recovery_code.make()
    if recovery_code.read(code) is None:
        raise ValueError("recovery code")


def _akkoorden() -> None:
    from huurdersapp.records.akkoord_bestand import read_akkoord

    found = sorted((paths.own("resources") / "akkoorden").glob("*.json"))
    if not found:
        raise FileNotFoundError("akkoorden")
    for path in found:
        read_akkoord(path)


def _formats() -> None:
    shown = (formats.day_long(date(2026, 3, 5)), formats.money(59600))
    if shown != ("donderdag 5 maart 2026", "€\N{NO-BREAK SPACE}596,00"):
        raise ValueError(shown)


def _pdf() -> None:
    from huurdersapp.reports.pdf import write_pdf

    _written(write_pdf, b"%PDF")


def _docx() -> None:
    from huurdersapp.reports.docx import write_docx

    _written(write_docx, b"PK")


def _english() -> None:
    found = translation(i18n.DOMAIN, paths.own("translations"), ["en"])
    if found.gettext("Opslaan") == "Opslaan":
        raise ValueError("translations")


def _days() -> None:
    from huurdersapp.base.days import typed_day

    if typed_day("22 nov 2026", date(2026, 11, 1)) != date(2026, 11, 22):
        raise ValueError("days")


def _calendar() -> None:
    from huurdersapp.records.jaaragenda_vorm import MEETING, Jaar, Meeting, Moment
    from huurdersapp.reports.agenda_ics import calendar_file

    day = date(2026, 11, 22)
    meeting = Meeting(1, "bo", "BO", day, "19:30", "21:30", key="1")
    moment = Moment("1", MEETING, "BO", day, day, day, day, meetings=(meeting,), reminder=7)
    made = calendar_file(Jaar(2026, day, (), (moment,)), created=clock.now())
    if b"TZID=Europe/Amsterdam:20261122T193000" not in made:
        raise ValueError("calendar")


def _written(write: Callable[..., Written], begins: bytes) -> None:
    document = Document("Zelftest", "huurdersapp", (Paragraph(_TEXT),))
    target = BytesIO()
    done = write(document, target, created=clock.now())
    if not target.getvalue().startswith(begins) or done.missing_signs:
        raise ValueError(done.missing_signs)
