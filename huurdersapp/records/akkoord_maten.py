"""Which measures are possible: soort × norm × richting × tijd, with the reason, and checks on targets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import get_args

from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_fouten import Fouten, Plek, bedoelt_u, kort
from huurdersapp.records.akkoord_structuur import Indicator, Norm, Richting, Streefwaarde, Tijd

ALLE_NORMEN: frozenset[str] = frozenset(get_args(Norm))
ALLE_RICHTINGEN: frozenset[str] = frozenset(get_args(Richting))
ALLE_TIJDEN: frozenset[str] = frozenset(get_args(Tijd))
_STAND = frozenset({"stand"})
_GEEN = frozenset({"geen"})


@dataclass(frozen=True)
class Mogelijk:
    """What goes with one soort, and why not the rest."""

    normen: frozenset[str]
    richtingen: frozenset[str]
    tijden: frozenset[str]
    waarom: LazyText
    eenheid: bool = True


MATEN: dict[str, Mogelijk] = {
    "aantal": Mogelijk(ALLE_NORMEN, ALLE_RICHTINGEN, ALLE_TIJDEN, lazy("een aantal kan met elke norm")),
    "aandeel": Mogelijk(
        ALLE_NORMEN, ALLE_RICHTINGEN, ALLE_TIJDEN, lazy("een aandeel is een percentage van 0 tot en met 100")
    ),
    "bedrag": Mogelijk(ALLE_NORMEN, ALLE_RICHTINGEN, ALLE_TIJDEN, lazy("een bedrag is in euro")),
    "verhouding": Mogelijk(
        ALLE_NORMEN,
        ALLE_RICHTINGEN,
        ALLE_TIJDEN,
        lazy("een verhouding heeft een eenheid nodig, zoals euro per woning"),
    ),
    "klassenverdeling": Mogelijk(
        frozenset({"tussen", "geen"}),
        _STAND,
        frozenset({"uiterlijk", "steeds"}),
        lazy("een verdeling is een stand op een moment, met een onder- of bovengrens per klasse"),
    ),
    "ja_nee": Mogelijk(
        frozenset({"precies", "geen"}),
        _STAND,
        frozenset({"uiterlijk", "steeds", "per_jaar"}),
        lazy("iets is er wel of niet: daar zit geen band, groei of gemiddelde tussen"),
        eenheid=False,
    ),
    "tekst": Mogelijk(
        _GEEN,
        _STAND,
        frozenset({"uiterlijk", "steeds", "per_jaar"}),
        lazy("een beschrijving in woorden heeft geen getal om aan te toetsen"),
        eenheid=False,
    ),
    "verwijzing": Mogelijk(
        _GEEN,
        _STAND,
        frozenset(),
        lazy("een verwijzing meet zelf niets; de maat staat waar zij naar verwijst"),
        eenheid=False,
    ),
}

VELDEN: dict[str, frozenset[str]] = {
    "minstens": frozenset({"min"}),
    "hoogstens": frozenset({"max"}),
    "tussen": frozenset({"min", "max"}),
    "precies": frozenset({"waarde"}),
    "geen": frozenset(),
}
"""Which of waarde, min and max a target has under each norm (in a klassenverdeling one of the two may do)."""


def check_maat(maat: Indicator, plek: Plek, fouten: Fouten) -> None:
    """Note every impossible combination in one indicator, and every target that does not fit it."""
    possible = MATEN[maat.soort]
    for name, value, options in (
        ("norm", maat.norm, possible.normen),
        ("richting", maat.richting, possible.richtingen),
        ("tijd", maat.tijd, possible.tijden),
    ):
        if value is not None and value not in options:
            what = _("‘{field}’ kan bij soort ‘{soort}’ niet ‘{value}’ zijn: {why}").format(
                field=name, soort=maat.soort, value=value, why=possible.waarom
            )
            fouten.add(plek, what, _keuzes(options))
    if maat.eenheid and not possible.eenheid:
        what = _("bij soort ‘{soort}’ hoort geen eenheid").format(soort=maat.soort)
        fouten.add(plek, what, _("Laat ‘eenheid’ weg."))
    if maat.soort == "verhouding" and not maat.eenheid.strip():
        fouten.add(
            plek,
            _("een verhouding zonder eenheid zegt niets"),
            _('Zet er bijvoorbeeld "eenheid": "euro per woning" bij.'),
        )
    if maat.soort == "verwijzing" and not maat.verwijst_naar:
        fouten.add(
            plek,
            _("een verwijzing zonder ‘verwijst_naar’"),
            _("Zet erbij naar welke indicator of welke partij zij verwijst."),
        )
    _check_prijspeil(maat, plek, fouten)
    _check_klassen(maat, plek, fouten)
    _check_streefwaarden(maat, plek, fouten)


def _keuzes(options: frozenset[str]) -> str:
    if not options:
        return _("Laat het veld weg.")
    return _("Kies uit {options}.").format(options=", ".join(f"‘{option}’" for option in sorted(options)))


def _check_prijspeil(maat: Indicator, plek: Plek, fouten: Fouten) -> None:
    if maat.prijspeil is not None and maat.soort not in ("bedrag", "verhouding") and maat.grensbedrag is None:
        fouten.add(
            plek,
            _("‘prijspeil’ hoort bij een bedrag, en soort is ‘{soort}’").format(soort=maat.soort),
            _("Laat ‘prijspeil’ weg, of zet het bedrag bij ‘grensbedrag’."),
        )
    if maat.grensbedrag is None:
        return
    if maat.soort not in ("aandeel", "aantal"):
        what = _("‘grensbedrag’ hoort bij een aandeel of aantal tot een bedrag")
        fouten.add(plek, what, _("Zet het bedrag bij de streefwaarde."))
    elif maat.prijspeil is None:
        what = _("een grensbedrag zonder prijspeil verandert elk jaar")
        fouten.add(plek, what, _('Zet er "prijspeil" met het jaar bij.'))
    if maat.grensbedrag <= 0 or not _hele_centen(maat.grensbedrag):
        fouten.add(plek, _("‘grensbedrag’ is geen bedrag in euro"), _("Schrijf bijvoorbeeld 596 of 596.5."))


def _check_klassen(maat: Indicator, plek: Plek, fouten: Fouten) -> None:
    if maat.soort != "klassenverdeling":
        if maat.klassen:
            fouten.add(plek, _("‘klassen’ hoort alleen bij een klassenverdeling"), _("Laat ‘klassen’ weg."))
        return
    if len(maat.klassen) < 2:
        what = _("een klassenverdeling heeft minstens 2 klassen")
        fouten.add(plek, what, _("Zet alle klassen bij ‘klassen’, in volgorde."))


def _check_streefwaarden(maat: Indicator, plek: Plek, fouten: Fouten) -> None:
    if maat.norm != "geen" and not maat.streefwaarden:
        what = _("bij norm ‘{norm}’ hoort een streefwaarde").format(norm=maat.norm)
        fouten.add(plek, what, _("Zet er een bij, of kies norm ‘geen’."))
    if maat.tijd == "uiterlijk" and not maat.streefwaarden:
        fouten.add(
            plek, _("tijd is ‘uiterlijk’, maar er is geen jaar"), _("Zet er een streefwaarde met ‘jaar’ bij.")
        )
    seen: set[tuple[object, ...]] = set()
    for number, doel in enumerate(maat.streefwaarden, 1):
        here = plek.element("streefwaarden", number)
        before = len(fouten.regels)
        _check_streefwaarde(maat, doel, here, fouten)
        key = (doel.jaar, doel.klasse, doel.kern, doel.precisie)
        if key in seen and len(fouten.regels) == before:
            fouten.add(here, _("deze streefwaarde staat er al"), _("Haal er een weg of geef een ander jaar."))
        seen.add(key)
    if maat.soort == "klassenverdeling":
        _check_verdeling(maat, plek, fouten)


def _check_streefwaarde(maat: Indicator, doel: Streefwaarde, plek: Plek, fouten: Fouten) -> None:
    if maat.tijd == "uiterlijk" and doel.jaar is None:
        fouten.add(plek, _("tijd is ‘uiterlijk’, maar het jaar ontbreekt"), _('Zet er "jaar": … bij.'))
    _check_klasse(maat, doel, plek, fouten)
    given = {name for name in ("waarde", "min", "max") if getattr(doel, name) is not None}
    wanted = VELDEN[maat.norm]
    enough = bool(given) if maat.soort == "klassenverdeling" and maat.norm == "tussen" else given == wanted
    if not enough or given - wanted:
        if wanted:
            help_ = _("Gebruik hier alleen {fields}.").format(
                fields=_(" en ").join(f"‘{f}’" for f in sorted(wanted, reverse=True))
            )
        else:
            help_ = _("Laat de getallen weg, of kies een andere norm.")
        found = ", ".join(f"‘{name}’" for name in sorted(given)) or _("geen getal")
        what = _("bij norm ‘{norm}’ past niet: {found}").format(norm=maat.norm, found=found)
        fouten.add(plek, what, help_)
        return
    for name in sorted(given):
        _check_waarde(maat, name, getattr(doel, name), plek, fouten)
    if doel.min is not None and doel.max is not None and doel.min > doel.max:
        what = _("‘min’ ({low}) is meer dan ‘max’ ({high})").format(low=doel.min, high=doel.max)
        fouten.add(plek, what, _("Wissel de twee getallen om."))


def _check_klasse(maat: Indicator, doel: Streefwaarde, plek: Plek, fouten: Fouten) -> None:
    if maat.soort != "klassenverdeling":
        if doel.klasse:
            what = _("‘klasse’ hoort alleen bij een klassenverdeling")
            fouten.add(plek, what, _("Laat ‘klasse’ weg."))
    elif not doel.klasse:
        fouten.add(plek, _("de klasse ontbreekt"), _('Zet er "klasse": "…" bij.'))
    elif doel.klasse not in maat.klassen:
        what = _("klasse ‘{klasse}’ staat niet bij ‘klassen’").format(klasse=kort(doel.klasse))
        fouten.add(plek, what, bedoelt_u(doel.klasse, maat.klassen))


def _check_waarde(maat: Indicator, name: str, value: bool | float, plek: Plek, fouten: Fouten) -> None:
    """One number of a target. Falling is said by richting 'afname', so no number is negative."""
    if (maat.soort == "ja_nee") != isinstance(value, bool):
        if maat.soort == "ja_nee":
            fouten.add(
                plek, _("bij een ja_nee hoort geen getal"), _("Schrijf true voor ja of false voor nee.")
            )
        else:
            what = _("true en false horen alleen bij een ja_nee")
            fouten.add(plek, what, _("Schrijf een getal."))
        return
    if value < 0:
        what = _("‘{field}’ is kleiner dan 0").format(field=name)
        fouten.add(plek, what, _("Schrijf het getal zonder min en kies richting ‘afname’."))
    elif maat.soort in ("aandeel", "klassenverdeling") and value > 100:
        what = _("‘{field}’ is {value} %; een aandeel is hoogstens 100 %").format(field=name, value=value)
        fouten.add(plek, what, _("Verbeter het getal, of kies soort ‘verhouding’."))
    elif maat.soort == "bedrag" and not _hele_centen(value):
        what = _("‘{field}’ heeft meer dan twee cijfers achter de punt").format(field=name)
        fouten.add(plek, what, _("Schrijf het bedrag in euro, met hoogstens twee cijfers voor de centen."))


def _hele_centen(value: float) -> bool:
    return round(value, 2) == value


def _check_verdeling(maat: Indicator, plek: Plek, fouten: Fouten) -> None:
    """The classes of one year must leave room for 100 %: lower limits not above it, upper not below."""
    years: dict[tuple[object, ...], dict[str, Streefwaarde]] = defaultdict(dict)
    for doel in maat.streefwaarden:
        years[doel.jaar, doel.kern, doel.precisie][doel.klasse] = doel
    for (jaar, *_rest), classes in years.items():
        least = sum(doel.min or 0 for doel in classes.values())
        limits = [classes[name].max if name in classes else None for name in maat.klassen]
        most = sum(100 if limit is None else limit for limit in limits)
        when = _(" in {year}").format(year=jaar) if jaar is not None else ""
        if least > 100:
            what = _("de ondergrenzen{when} zijn samen {sum} %").format(when=when, sum=f"{least:g}")
            fouten.add(plek, what, _("Samen kunnen zij hoogstens 100 % zijn."))
        if most < 100 and maat.klassen:
            what = _("de bovengrenzen{when} zijn samen {sum} %").format(when=when, sum=f"{most:g}")
            fouten.add(plek, what, _("Samen moeten zij minstens 100 % zijn, anders past niet alles erin."))
