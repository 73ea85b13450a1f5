"""Checks on the year agenda of an akkoord: cycle, meetings, anchors and how far ahead plans are precise."""

from __future__ import annotations

import calendar

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_fouten import Fouten, Plek, bedoelt_u, kort
from huurdersapp.records.akkoord_namen import Namen, check_jaar
from huurdersapp.records.akkoord_structuur import Akkoordbestand, Anker

MAX_CYCLUS = 10
_GEWOON_JAAR = 2023
"""A year without 29 February: an anchor must exist every year."""


def check_agenda(bestand: Akkoordbestand, namen: Namen, top: Plek, fouten: Fouten) -> None:
    """Note every fault in cyclus, overleggen, ankers, diepte and bijstelopties."""
    _check_cyclus(bestand, top, fouten)
    _check_diepte(bestand, top, fouten)
    keys = {overleg.sleutel for overleg in bestand.overleggen}
    # While a key is doubled, nobody can say which other one is lost by it.
    meetings = keys if len(keys) == len(bestand.overleggen) else None
    seen: set[str] = set()
    for number, overleg in enumerate(bestand.overleggen, 1):
        plek = top.element("overleggen", number, overleg.naam)
        namen.check_partijen(overleg.partijen, plek, fouten)
        _check_sleutel(overleg.sleutel, seen, plek, fouten)
    for number, optie in enumerate(bestand.bijstelopties, 1):
        _check_overleg(optie.overleg, meetings, top.element("bijstelopties", number), fouten)
    seen = set()
    for number, anker in enumerate(bestand.ankers, 1):
        plek = top.element("ankers", number, anker.naam)
        _check_sleutel(anker.sleutel, seen, plek, fouten)
        namen.check_partijen(anker.partijen, plek, fouten)
        _check_overleg(anker.overleg, meetings, plek, fouten)
        _check_anker(anker, bestand.cyclus_jaren, plek, fouten)


def _check_cyclus(bestand: Akkoordbestand, top: Plek, fouten: Fouten) -> None:
    if not 1 <= bestand.cyclus_jaren <= MAX_CYCLUS:
        what = _("‘cyclus_jaren’ is {number}").format(number=bestand.cyclus_jaren)
        fouten.add(top, what, _("Kies een getal van 1 tot en met {limit}.").format(limit=MAX_CYCLUS))
        return
    years = [part.jaar for part in bestand.cyclus]
    for number, part in enumerate(bestand.cyclus, 1):
        plek = top.element("cyclus", number)
        _check_cyclusjaar(part.jaar, bestand.cyclus_jaren, plek, fouten)
        check_jaar(part.voorbeeldjaar, "voorbeeldjaar", plek, fouten)
        if years.count(part.jaar) > 1:
            what = _("jaar {year} van de cyclus staat er twee keer").format(year=part.jaar)
            fouten.add(plek, what, _("Beschrijf elk jaar één keer."))


def _check_cyclusjaar(jaar: int, cyclus_jaren: int, plek: Plek, fouten: Fouten) -> None:
    if not 1 <= jaar <= cyclus_jaren:
        what = _("‘jaar’ is {year}, en de cyclus heeft {number} jaar").format(year=jaar, number=cyclus_jaren)
        help_ = _("Kies een jaar van 1 tot en met {number}, of verander ‘cyclus_jaren’.")
        fouten.add(plek, what, help_.format(number=cyclus_jaren))


def _check_diepte(bestand: Akkoordbestand, top: Plek, fouten: Fouten) -> None:
    taken: set[int] = set()
    for number, diepte in enumerate(bestand.diepte, 1):
        plek = top.element("diepte", number)
        if not 1 <= diepte.jaar_van <= diepte.jaar_tot <= 50:
            what = _("de jaren {first} tot {last} kunnen niet").format(
                first=diepte.jaar_van, last=diepte.jaar_tot
            )
            fouten.add(plek, what, _("Tel vanaf 1, en laat ‘jaar_tot’ niet voor ‘jaar_van’ liggen."))
            continue
        years = set(range(diepte.jaar_van, diepte.jaar_tot + 1))
        if years & taken:
            what = _("jaar {year} heeft al een diepte").format(year=min(years & taken))
            fouten.add(plek, what, _("Laat de perioden op elkaar aansluiten."))
        taken |= years


def _check_sleutel(sleutel: str, seen: set[str], plek: Plek, fouten: Fouten) -> None:
    if sleutel.casefold() in seen:
        what = _("de sleutel ‘{key}’ is al gebruikt").format(key=kort(sleutel))
        fouten.add(plek, what, _("Geef deze een eigen sleutel."))
    seen.add(sleutel.casefold())


def _check_overleg(keys: list[str], known: set[str] | None, plek: Plek, fouten: Fouten) -> None:
    for key in keys:
        if known is not None and key not in known:
            what = _("‘overleg’ noemt ‘{key}’, en dat staat niet bij ‘overleggen’").format(key=kort(key))
            fouten.add(plek, what, bedoelt_u(key, sorted(known)))


def _check_anker(anker: Anker, cyclus_jaren: int, plek: Plek, fouten: Fouten) -> None:
    _check_cyclusjaar(anker.jaar, cyclus_jaren, plek, fouten)
    if anker.letterlijk and not anker.twijfel:
        help_ = _("Zet er bij wat er onduidelijk is, of laat ‘letterlijk’ weg.")
        fouten.add(plek, _("‘letterlijk’ staat er zonder ‘twijfel’"), help_)
    for veld, month in (("maand", anker.maand), ("tot_maand", anker.tot_maand)):
        if month is not None and not 1 <= month <= 12:
            what = _("‘{field}’ is {number}, en een jaar heeft 12 maanden").format(field=veld, number=month)
            fouten.add(plek, what, _("Kies een getal van 1 tot en met 12."))
            return
    if anker.maand is None:
        if anker.dag is not None or anker.tot_maand is not None or anker.soort_datum != "in":
            what = _("de maand ontbreekt")
            fouten.add(plek, what, _('Zet er "maand": … bij.'))
        return
    if anker.soort_datum != "in" and anker.dag is None:
        what = _("bij ‘{kind}’ hoort een dag").format(kind=anker.soort_datum)
        fouten.add(plek, what, _('Zet er "dag": … bij.'))
    _check_dag(anker.maand, anker.dag, plek, fouten)
    if anker.tot_maand is not None:
        if anker.soort_datum != "in" or anker.dag is not None:
            what = _("‘tot_maand’ hoort bij een periode van hele maanden")
            fouten.add(plek, what, _('Laat ‘tot_maand’ weg, of kies "soort_datum": "in" zonder dag.'))
        elif anker.tot_maand < anker.maand:
            what = _("‘tot_maand’ ligt voor ‘maand’")
            fouten.add(plek, what, _("Loopt de periode over het jaar heen, maak er dan twee ankers van."))


def _check_dag(maand: int, dag: int | None, plek: Plek, fouten: Fouten) -> None:
    if dag is None:
        return
    last = calendar.monthrange(_GEWOON_JAAR, maand)[1]
    if not 1 <= dag <= last:
        what = _("dag {day} van maand {month} bestaat niet elk jaar").format(day=dag, month=maand)
        fouten.add(plek, what, _("Kies een dag van 1 tot en met {last}.").format(last=last))
