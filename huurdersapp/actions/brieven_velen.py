"""A letter to many addresses: one file with a letter for each home, and labels for the same homes in the same order.

A tenant's name is not known here and never asked: a letter is to the people of an address (AVG art. 5 lid 1 onder c: no
more data than is needed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, TypeVar

from sqlalchemy import select

from huurdersapp.actions import brieven
from huurdersapp.actions.campagne_papier import NONE, Choices, as_address, labels_for, walked
from huurdersapp.actions.campagnes import Home, home_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.lists import build
from huurdersapp.actions.papier import Paper, Printed, save, signs
from huurdersapp.actions.records import find
from huurdersapp.base import clock, files
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.adres import Adres
from huurdersapp.records.brief_soorten import TO_TENANTS
from huurdersapp.records.draagvlak import EMPTY
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, Renovatiewoning
from huurdersapp.reports.adres import place_line, street_line
from huurdersapp.reports.campagne_values import AANHEF
from huurdersapp.reports.document import Document
from huurdersapp.reports.written import Written
from huurdersapp.store.step import ReadSession

MOST = 5_000
"""Letters in one file; more is a slip of the finger."""
OF_RENOVATION = "rechten"
"""The kind of letter that goes to the homes of a bouwkundige eenheid."""
T = TypeVar("T")
_TICK = 0.2
"""Seconds between two looks at whether somebody stopped it."""


@dataclass(frozen=True, slots=True)
class Gericht:
    """A letter with the homes that it goes to, read at one moment."""

    document: Document
    homes: tuple[Home, ...]


def homes(ctx: Context, number: int, where: Sequence[str] = ()) -> list[Home]:
    """To which homes the letter goes: those in the list of addresses that these conditions show (as they are typed after
    `--waar`), else those of its raadpleging or bouwkundige eenheid. Only what is let now, street by street as somebody
    walks.

    Raises UserError when the letter is not one to tenants, or there are no homes.
    """
    with ctx.store.reading() as db:
        return _homes(ctx, db, find(db, ctx.spec(brieven.KIND), number), where)


def write(ctx: Context, number: int, path: Path, where: Sequence[str] = ()) -> Job[Printed]:
    """Write one PDF with a letter for each home. Stopped, there is no file.

    Raises UserError as `homes`, for another ending than .pdf, and when the file cannot be written.
    """
    check_ending(path)
    yield Progress(0, None, _("Gegevens lezen"))
    found = _read(ctx, number, where)
    addresses = [_addressed(home) for home in found.homes]
    from huurdersapp.reports.brief import many_document

    document = many_document(found.document, addresses)
    data, done = yield from _made(document, len(addresses))
    files.write(path, data)
    return Printed(path, done.pages, [*signs(done), *_how_to_print(done.pages, len(addresses))])


def check_ending(path: Path) -> None:
    """Raises UserError for another ending than .pdf."""
    if path.suffix.lower() != ".pdf":
        raise UserError(
            _("Brieven aan veel adressen kunnen alleen als .pdf."), _("Geef een naam die zo eindigt.")
        )


def labels(ctx: Context, number: int, where: Sequence[str] = (), choices: Choices = NONE) -> Paper:
    """Sheets of labels for the same homes in the same order, to put on envelopes; raises UserError as `homes`."""
    return labels_for(ctx, homes(ctx, number, where), choices)


def write_labels(
    ctx: Context, number: int, path: Path, where: Sequence[str] = (), choices: Choices = NONE
) -> Job[Printed]:
    """Write the labels as PDF; raises UserError as `labels`, for another ending, and when it cannot be written."""
    if path.suffix.lower() != ".pdf":
        raise UserError(_("Etiketten kunnen alleen als .pdf."), _("Geef een naam die zo eindigt."))
    yield Progress(0, None, _("Bladzijden maken"))
    return (yield from save(labels(ctx, number, where, choices), path))


def _read(ctx: Context, number: int, where: Sequence[str]) -> Gericht:
    with ctx.store.reading() as db:
        row = find(db, ctx.spec(brieven.KIND), number)
        found = tuple(_homes(ctx, db, row, where))
        return Gericht(brieven.document_at(ctx, db, row), found)


def _homes(ctx: Context, db: ReadSession, row: Any, where: Sequence[str]) -> list[Home]:
    if row.soort not in TO_TENANTS:
        raise UserError(
            _("Deze brief gaat naar één adres."),
            _("Maak een uitnodiging of een terugkoppeling voor een brief aan veel huurders."),
        )
    if row.soort == OF_RENOVATION and not where:
        return walked(_within_limit(list(_of_building(db, row))))
    conditions = tuple(where) or _of_raadpleging(db, row)
    query = build(db, ctx.spec("adres"), (*conditions, "actief=ja"), "")
    rows = db.scalars(select(Adres).where(query.condition()).order_by(Adres.nummer)).all()
    return walked(home_of(one) for one in _within_limit(rows))


def _within_limit(rows: Sequence[T]) -> Sequence[T]:
    """Raises UserError where there are none, or more than fit in one file."""
    if not rows:
        raise UserError(
            _("Voor deze brief zijn er geen adressen."),
            _("Kijk of de adressen van deze complexen en kernen zijn geladen."),
        )
    if len(rows) > MOST:
        raise UserError(
            _("Dit zijn {count} adressen. In één bestand passen er {most}."),
            _("Kies minder adressen, bijvoorbeeld één complex."),
            count=len(rows),
            most=MOST,
        )
    return rows


def _of_building(db: ReadSession, row: Any) -> Iterator[Home]:
    """The homes with a tenant of the letter's bouwkundige eenheid, each address once. Where a home is not linked to the list
    of addresses, its place is that of its neighbours in the street."""
    unit = db.get(BouwkundigeEenheid, row.eenheid_id) if row.eenheid_id else None
    if unit is None or unit.verwijderd is not None:
        raise UserError(
            _("Bij deze brief staat niet aan welke adressen hij gaat."),
            _("Kies de bouwkundige eenheid bij de brief, of kies zelf adressen."),
        )
    rows = db.alive(
        db.catalogue.specs["renovatiewoning"],
        Renovatiewoning.eenheid_id == unit.id,
        Renovatiewoning.instemming != EMPTY,
        Renovatiewoning.straat.is_not(None),
        Renovatiewoning.huisnummer.is_not(None),
    )
    linked = {home.id: db.get(Adres, home.adres_id) for home in rows if home.adres_id}
    places = {home.straat: found.plaats for home in rows if (found := linked.get(home.id)) and found.plaats}
    seen = set()
    for home in rows:
        address = linked.get(home.id)
        key = home.straat.casefold(), home.huisnummer, (home.toevoeging or "").casefold()
        if key not in seen:
            seen.add(key)
            postcode = home.postcode or (address.postcode if address else None) or ""
            place = (address.plaats if address else None) or places.get(home.straat) or ""
            yield Home(
                home.nummer, home.straat, home.huisnummer, home.toevoeging or "", postcode, place, None, None
            )


def _of_raadpleging(db: ReadSession, row: Any) -> tuple[str, ...]:
    asked: Raadpleging | None = db.get(Raadpleging, row.raadpleging_id) if row.raadpleging_id else None
    if asked is None or asked.verwijderd is not None:
        raise UserError(
            _("Bij deze brief staat niet aan welke adressen hij gaat."),
            _("Kies een raadpleging bij de brief, of kies zelf adressen."),
        )
    return (f"raadpleging={asked.nummer}",)


def _addressed(home: Home) -> tuple[str, tuple[str, ...]]:
    address = as_address(home)
    street = street_line(address)
    return street, tuple(line for line in (AANHEF, street, place_line(address)) if line)


def _made(document: Document, letters: int) -> Job[tuple[bytes, Written]]:
    """The pages, laid out beside this thread, so that between them it can be told how far it is, and be stopped."""
    from huurdersapp.reports.pdf import write_pdf

    stream, pages, stopped = BytesIO(), SimpleQueue[int](), Event()

    def at_page(page: int) -> None:
        if stopped.is_set():
            raise Stopped
        pages.put(page)

    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(write_pdf, document, stream, created=clock.now(), at_page=at_page)
        page = 0
        try:
            while not work.done():
                # Of letters of one page this is the letter; of longer ones the bar only moves faster at first.
                yield Progress(min(page, letters), letters, _("Brieven maken"))
                with suppress(Empty):
                    page = pages.get(timeout=_TICK)
        finally:
            stopped.set()
        done = work.result()
    return stream.getvalue(), done


def _how_to_print(pages: int, letters: int) -> list[str]:
    if pages != letters or letters == 1:
        return []
    return [_("Druk de brieven af op één kant van het papier. Anders staan er twee brieven op één blad.")]
