"""What a letter stands on: the records that its sentences come from, with the values that they had.

Kept with a fixed version, and compared with what is there now. What identifies a tenant stays out: of each kind only the
named values are read, and none of a contact block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from huurdersapp.actions import afzender, briefpapier, bronnen, renovatie_maat
from huurdersapp.actions.bronnen import Bron, Veranderd
from huurdersapp.actions.plain import simple, title
from huurdersapp.base.errors import UserError
from huurdersapp.records.briefsjabloon import Briefsjabloon
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

USED: Mapping[str, tuple[str, ...]] = {
    # Not "aan": a name and address typed by hand may be a tenant's. The PDF has it.
    "brief": ("soort", "onderwerp", "ons_kenmerk", "hun_kenmerk", "antwoord_voor", "tekst", "delen"),
    "advies": (
        *("soort", "onderwerp", "wohv_letter", "brief_verhuurder_op", "kenmerk_verhuurder", "ontvangen_op"),
        *("volledig_op", "ontbreekt", "voornemen", "termijn_dagen", "verlengd_tot", "verlengd_mondeling"),
        *("aanleiding", "uitkomst", "toelichting_advies", "overwegingen", "proces", "afwijkende_meningen"),
        *("slot", "ons_kenmerk", "vastgesteld_op", "vastgesteld_door", "aanwezig", "stemmen"),
        *("voorwaarden", "aanbevelingen", "ondertekenaars", "bijlagen", "kopie_aan"),
    ),
    "raadpleging": (
        *("titel", "doel", "vraag", "start_op", "sluit_op", "populatie_omschrijving", "populatie_aantal"),
        *("populatie_bron", "populatie_peildatum", "uitsluitingen", "selectie", "open_stemming"),
        *("respons_totaal", "samenstelling", "aanwezigen", "conclusies", "minderheid", "beperkingen"),
        *("vastgesteld_op", "vastgesteld_door", "terugkoppeling_op", "terugkoppeling_hoe"),
        *("terugkoppeling_aan", "methoden", "kanalen", "vragen"),
    ),
    "verhuurder": (
        *("naam", "afdeling", "ter_attentie_van", "straat", "postcode", "plaats", "aanhef"),
        *("adviestermijn_dagen", "redenen_dagen", "wacht_dagen"),
    ),
    "partij": ("naam", "plaats", "website"),
    "commissie": ("naam",),
    "complex": ("naam", "aantal_woningen"),
    "thema": ("naam",),
    "afspraak": ("code", "tekst"),
    "knelpunt": ("titel", "categorie", "subcategorie", "omvang", "huurders_geraakt", "ook_last_van"),
    "overleg": ("naam", "soort", "datum"),
    "renovatieproject": ("titel", "meting_tot", "voorstellen"),
    "bouwkundige_eenheid": ("naam", "aangezegd_op"),
    "briefpapier": ("naam", "venster", "onderregel", "beeldmerk_breedte", "beeldmerk"),
    "briefsjabloon": ("naam", "tekst"),
}
"""Of each kind the fields and lists that a letter may say something of."""
OF_LINES: Mapping[str, tuple[str, ...]] = {
    "delen": ("sleutel", "tekst"),
    "voorwaarden": ("tekst", "toetsbaar_aan", "termijn"),
    "aanbevelingen": ("tekst",),
    "ondertekenaars": ("naam", "functie"),
    "bijlagen": ("omschrijving",),
    "kopie_aan": ("tekst",),
    "methoden": ("methode", "toelichting"),
    "kanalen": ("kanaal", "uitgenodigd", "respons"),
    "vragen": ("tekst", "soort", "beantwoord_door", "toelichting", "opties"),
    "opties": ("tekst", "aantal"),
    "voorstellen": ("versie", "datum", "werk", "huur_per_maand", "verhuizen"),
    "beeldmerk": ("naam", "inhoud"),
}
"""Of the lines of such a list what counts."""
OWN = "brief"
"""The letter itself: whoever rewrites it knows that it changed."""


def sources(db: ReadSession, letter: Any) -> list[Bron]:
    """All that the letter stands on, at this moment of the store; each record once."""
    found: dict[tuple[str, int], Bron] = {}
    for spec, row in _records(db, letter):
        if (spec.key, row.nummer) not in found:
            found[spec.key, row.nummer] = Bron(spec.key, row.nummer, title(spec, row), _values(db, spec, row))
    return list(found.values())


def changes(before: Sequence[Bron], now: Sequence[Bron]) -> list[Veranderd]:
    """What is not as it was, in words, the letter itself left out."""
    then, there = ([one for one in all_of if one.kind != OWN] for all_of in (before, now))
    return bronnen.changes(then, there, lambda kind: USED[kind])


def _records(db: ReadSession, letter: Any) -> Iterator[tuple[RecordSpec, Any]]:
    specs = db.catalogue.specs

    def named(kind: str, *keys: str | None) -> Iterator[tuple[RecordSpec, Any]]:
        for key in keys:
            row = db.get(specs[kind].cls, key) if key else None
            if row is not None:
                yield specs[kind], row
                return

    def listed(part: str, kind: str) -> Iterator[tuple[RecordSpec, Any]]:
        """What a list of the case names, without what was thrown away since."""
        for line in db.lines(specs["advies"].part[part].spec, case.id) if case is not None else ():
            for spec, row in named(kind, getattr(line, f"{kind}_id")):
                if row.verwijderd is None:
                    yield spec, row

    yield specs[OWN], letter
    case: Any = db.get(specs["advies"].cls, letter.advies_id) if letter.advies_id else None
    if case is not None:
        yield specs["advies"], case
    yield from named("verhuurder", letter.verhuurder_id, getattr(case, "verhuurder_id", None))
    yield from named("partij", letter.partij_id)
    yield from _sender(db, letter.namens_id or getattr(case, "namens_id", None))
    yield from named("commissie", letter.commissie_id, getattr(case, "commissie_id", None))
    for kind in ("complex", "thema", "afspraak"):
        yield from named(kind, getattr(case, f"{kind}_id", None))
    yield from listed("afspraken", "afspraak")
    yield from listed("raadplegingen", "raadpleging")
    yield from named("raadpleging", letter.raadpleging_id)
    yield from listed("knelpunten", "knelpunt")
    yield from _renovations(db, case)
    yield from named("overleg", letter.overleg_id)
    unit: Any = db.get(specs["bouwkundige_eenheid"].cls, letter.eenheid_id) if letter.eenheid_id else None
    if unit is not None:
        yield specs["bouwkundige_eenheid"], unit
        yield from named("renovatieproject", unit.project_id)
    on_behalf = letter.namens_id or getattr(case, "namens_id", None)
    if (paper := briefpapier.letterhead(db, on_behalf).nummer) is not None:
        yield specs["briefpapier"], queries.by_number(db, specs["briefpapier"], paper)
    yield from _templates(db, letter.soort, letter.verhuurder_id or getattr(case, "verhuurder_id", None))


def _renovations(db: ReadSession, case: Any) -> Iterator[tuple[RecordSpec, Any]]:
    """The renovations that the case is about, with their buildings; what tenants answered there is counted each time."""
    if case is None:
        return
    spec = db.catalogue.specs[renovatie_maat.UNIT]
    for row in renovatie_maat.projects(db, (("adviezen.advies", str(case.nummer)),)):
        yield db.catalogue.specs[renovatie_maat.PROJECT], row
        yield from ((spec, unit) for unit in db.alive(spec, BouwkundigeEenheid.project_id == row.id))


def _templates(db: ReadSession, kind: str, landlord: str | None) -> Iterator[tuple[RecordSpec, Any]]:
    """The own templates for this kind of letter: for all landlords, and for this one; the newest of each."""
    spec = db.catalogue.specs["briefsjabloon"]
    rows = db.alive(spec, Briefsjabloon.soort == kind)
    for whose in dict.fromkeys((None, landlord)):
        yield from [(spec, row) for row in rows if row.verhuurder_id == whose][-1:]


def _sender(db: ReadSession, on_behalf: str | None) -> Iterator[tuple[RecordSpec, Any]]:
    spec = db.catalogue.specs["partij"]
    try:
        yield spec, db.get_one(spec.cls, on_behalf) if on_behalf else afzender.own(db)
    except UserError:
        return  # without an own organisation the letter itself says what to do


def _values(db: ReadSession, spec: RecordSpec, row: Any) -> dict[str, Any]:
    """The used values that are filled in; what is part of a contact block never is one."""
    return _filled(db, spec, row, USED[spec.key])


def _filled(db: ReadSession, spec: RecordSpec, row: Any, keys: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in keys:
        if key in spec.part:
            part = spec.part[key].spec
            lines = [_filled(db, part, line, OF_LINES[key]) for line in db.lines(part, row.id)]
            if lines:
                found[key] = lines
        elif not spec.fields[key].note.personal:
            value = getattr(row, spec.fields[key].column)
            if value is not None:
                found[key] = simple(value)
    return found
