"""Energiebezoek: a coach at somebody's home, what was done there and what is still to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.base.period import months_later
from huurdersapp.records import adres, bewaren, bijlage
from huurdersapp.records import energiebezoek_filters as counting
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.energiebezoek_kennis import name_of, verify
from huurdersapp.records.energiebezoek_tables import (
    GEPLAATST,
    HOE_VER,
    BezoekBijlage,
    BezoekKnelpunt,
    BezoekMaatregel,
    Contactmoment,
    Energiebezoek,
    Meterstand,
    Toestemming,
)
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.rules import (
    amended,
    in_order,
    not_in_future,
    odd_postcode,
    only_once,
    tidy_postcode,
)
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.toestemming import VERSIE

NAZORG_NA_MAANDEN = 4
"""Aftercare comes three to six months after a visit; the program plans it in between."""
FREE_TEXTS = (
    "opmerking",
    "wens",
    "bewoner_zegt",
    "coach_ziet",
    "grote_verbruikers",
    "nazorg_opmerking",
    "vervallen_reden",
)
_ADDRESS = ("postcode", "huisnummer", "toevoeging", "straat", "adres")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["datum"] is None and draft["aangevraagd_op"] is None and draft.before is None:
        draft.values["datum"] = clock.today()
    tidy_postcode(draft, "postcode")
    draft.values["toevoeging"] = adres.tidy_addition(draft["toevoeging"])
    if draft["zonder_adres"]:
        for key in _ADDRESS:
            draft.values[key] = None
    draft.values["status"] = _status(draft)
    draft.values["naam"] = name_of(draft)
    _fill_lines(draft)
    _plan_aftercare(draft)
    return ()


def _status(draft: Draft) -> str:
    """How far it is, by its facts."""
    if draft["vervallen_op"] is not None:
        return "vervallen"
    if draft["datum"] is None:
        return "aangevraagd"
    if draft["datum"] > clock.today():
        return "gepland"
    if not draft["gesproken"]:
        return "niet_gesproken"
    return "gedaan" if draft["nazorg_op"] is None else "nazorg_gedaan"


def _fill_lines(draft: Draft) -> None:
    """What a line need not say: the day of a reading, the version and day of a consent, and how a measure stands."""
    today = clock.today()
    on = min(draft["datum"] or today, today)
    draft.parts["meterstanden"] = [
        amended(line, datum=on) if line["datum"] is None and line["moment"] == "bij_bezoek" else line
        for line in draft.lines("meterstanden")
    ]
    draft.parts["toestemmingen"] = [
        amended(line, tekstversie=line["tekstversie"] or VERSIE, gegeven_op=line["gegeven_op"] or on)
        if line["tekstversie"] is None or line["gegeven_op"] is None
        else line
        for line in draft.lines("toestemmingen")
    ]
    draft.parts["maatregelen"] = [_measure(line) for line in draft.lines("maatregelen")]


def _measure(line: Draft) -> Draft:
    """A measure that was put in place is done; one that is to be done, or is for the landlord, was not put in place."""
    waits = line["stand"] in ("te_doen", "later") or (
        line["wie"] == "verhuurder" and line["stand"] != "gedaan"
    )
    if waits and line.before is None and "hoe_ver" not in line.given:
        return amended(line, hoe_ver="besproken")
    if line["stand"] is None and line["hoe_ver"] in GEPLAATST:
        return amended(line, stand="gedaan")
    return line


def _agreed(draft: Draft | None, doel: str) -> bool:
    """Whether the tenant agrees with this now."""
    lines = draft.lines("toestemmingen") if draft is not None else []
    return any(line["doel"] == doel and line["ingetrokken_op"] is None for line in lines)


def _plan_aftercare(draft: Draft) -> None:
    """A day for the aftercare as soon as a visit took place and the tenant wants to be called; none when that is over.

    A day that somebody chose or took away stays so.
    """
    before, planned = draft.before, draft["nazorg_gepland_op"]
    wanted = _agreed(draft, "contact")
    was = before is not None and before["status"] in counting.DONE and _agreed(before, "contact")
    if draft["status"] == "gedaan" and wanted and not was and planned is None:
        draft.values["nazorg_gepland_op"] = months_later(draft["datum"], NAZORG_NA_MAANDEN)
    elif was and not wanted and draft["nazorg_op"] is None and not draft.changed("nazorg_gepland_op"):
        draft.values["nazorg_gepland_op"] = None


def _check(draft: Draft) -> Iterable[Fault]:
    yield from _check_where(draft)
    yield from _check_days(draft)
    if draft["coach"] is None and draft["status"] in (*counting.DONE, "niet_gesproken"):
        yield Fault(_t("Vul de energiecoach in die op bezoek ging."), ("coach",))
    yield from _check_measures(draft)
    yield from _check_meters(draft)
    for index, line in enumerate(draft.lines("contactmomenten")):
        if line["tijd"] and not _TIME.fullmatch(line["tijd"]):
            text = _t("Schrijf de tijd als uren en minuten, zoals 14:30.")
            yield Fault(text, ("contactmomenten", index, "tijd"))
        yield from (fault.at("contactmomenten", index) for fault in sensitive(line, "toelichting"))
    for index, line in enumerate(draft.lines("toestemmingen")):
        faults = (
            *in_order(line, "gegeven_op", "ingetrokken_op"),
            *not_in_future(line, "gegeven_op", "ingetrokken_op"),
        )
        yield from (fault.at("toestemmingen", index) for fault in faults)
    yield from _check_consent(draft)
    yield from sensitive(draft, *FREE_TEXTS)


def _check_days(draft: Draft) -> Iterator[Fault]:
    if draft["datum"] is None and draft["aangevraagd_op"] is None:
        yield Fault(_t("Vul de datum van het bezoek in, of de dag van de aanvraag."), ("datum",))
    if draft["datum"] is not None and draft["datum"] > clock.today() and draft.changed("datum"):
        yield Fault(
            _t("Deze dag moet nog komen. Het bezoek staat dan als gepland."), ("datum",), warning=True
        )
    was_planned = draft.before is not None and draft.before["status"] == "gepland"
    if was_planned and draft["status"] == "gedaan" and not draft.changed("datum"):
        yield Fault(
            _t("De dag van dit bezoek is geweest. Het telt nu als gedaan. Klopt dat?"),
            ("datum",),
            warning=True,
        )
    yield from in_order(draft, "aangevraagd_op", "datum", "nazorg_op")
    yield from in_order(draft, "datum", "nazorg_gepland_op")
    yield from in_order(draft, "aangevraagd_op", "vervallen_op")
    yield from not_in_future(draft, "aangevraagd_op", "nazorg_op", "vervallen_op")
    if draft["nazorg_op"] is not None and draft["datum"] is None:
        yield Fault(_t("Nazorg komt na een bezoek. Vul eerst de datum van het bezoek in."), ("datum",))


def _check_where(draft: Draft) -> Iterator[Fault]:
    if draft["zonder_adres"]:
        return
    yield from odd_postcode(draft, "postcode")
    erased = (
        draft.before is not None and draft.before["postcode"] is None and not draft.before["zonder_adres"]
    )
    if erased and not draft["postcode"]:
        return  # the address was cleared away; the rest may still be changed
    if not draft["postcode"]:
        yield Fault(_t("Vul de postcode in, of kies ‘Zonder adres’."), ("postcode",))
    elif draft["huisnummer"] is None:
        yield Fault(_t("Vul het huisnummer in. Dan vinden wij het adres."), ("huisnummer",))


def _check_measures(draft: Draft) -> Iterator[Fault]:
    yield from only_once(draft, "maatregelen", "maatregel")
    for index, line in enumerate(draft.lines("maatregelen")):
        place = ("maatregelen", index)
        if line["hoe_ver"] in GEPLAATST and line["stand"] in ("te_doen", "later"):
            text = _t("Deze maatregel is al geplaatst, en moet ook nog. Kies één van de twee.")
            yield Fault(text, (*place, "stand"), warning=True)
        yield from (fault.at(*place) for fault in sensitive(line, "toelichting"))


def _check_meters(draft: Draft) -> Iterator[Fault]:
    """A meter that runs backwards is asked about: it may have been replaced."""
    lines = draft.lines("meterstanden")
    for index, line in enumerate(lines):
        if line["datum"] is None:
            text = _t("Vul de dag van deze meterstand in. Anders is er niet mee te rekenen.")
            yield Fault(text, ("meterstanden", index, "datum"), warning=True)
        elif any(_backwards(other, line) for other in lines):
            yield Fault(
                _t("Deze stand is lager dan een eerdere stand. Klopt dat, of is de meter vervangen?"),
                ("meterstanden", index, "stand"),
                warning=True,
            )
        yield from (fault.at("meterstanden", index) for fault in not_in_future(line, "datum"))


def _backwards(earlier: Draft, later: Draft) -> bool:
    """Whether the same meter showed more on an earlier day."""
    first: date | None = earlier["datum"]
    return (
        earlier["meter"] == later["meter"]
        and first is not None
        and first < later["datum"]
        and bool(earlier["stand"] > later["stand"])
    )


def _check_consent(draft: Draft) -> Iterator[Fault]:
    """Contact data and readings without consent are kept (it may have been given just now) but said."""
    contact = any(draft[key] for key in ("bewoner_naam", "bewoner_telefoon", "bewoner_email"))
    if contact and not _agreed(draft, "contact"):
        yield Fault(
            _t("Er staan gegevens van de bewoner, maar geen toestemming voor contact. Vraag dat na."),
            ("toestemmingen",),
            warning=True,
        )
    if draft.lines("meterstanden") and not _agreed(draft, "meterstanden"):
        yield Fault(
            _t("Er staan meterstanden, maar geen toestemming om die te bewaren. Vraag dat na."),
            ("toestemmingen",),
            warning=True,
        )


SPEC = RecordSpec(
    Energiebezoek,
    label=_("Energiebezoek"),
    plural=_("Energiebezoeken"),
    columns=("nummer", "datum", "naam", "coach", "kern", "status"),
    search=("naam", "postcode", "opmerking", "bewoner_naam", "wens", "bewoner_zegt", "coach_ziet"),
    name=("naam",),
    order="-datum",
    parts=(
        PartSpec(
            "maatregelen",
            _("Maatregelen"),
            RecordSpec(BezoekMaatregel, label=_("Maatregel"), search=("toelichting",)),
        ),
        PartSpec("meterstanden", _("Meterstanden"), RecordSpec(Meterstand, label=_("Meterstand"))),
        PartSpec(
            "contactmomenten", _("Afspraken en pogingen"), RecordSpec(Contactmoment, label=_("Contactmoment"))
        ),
        PartSpec("toestemmingen", _("Toestemmingen"), RecordSpec(Toestemming, label=_("Toestemming"))),
        PartSpec(
            "knelpunten", _("Knelpunten"), RecordSpec(BezoekKnelpunt, label=_("Knelpunt")), link="knelpunt"
        ),
        bijlage.listed(BezoekBijlage),
    ),
    filters=(
        Filter("gedaan_in", _("Bezocht in"), "periode", counting.done_in),
        Filter("huishouden_in", _("Huishoudens bezocht in"), "periode", counting.households_in),
        Filter("aan_de_deur_in", _("Aan de deur in"), "periode", counting.tried_in),
        Filter("aangevraagd_in", _("Aangevraagd in"), "periode", counting.asked_in),
        Filter("niet_thuis_in", _("Niet thuis bij afspraak in"), "periode", counting.no_show_in),
        Filter("open_op", _("Nog te doen op"), "datum", counting.open_on),
        Filter("nazorg_open_op", _("Nazorg nog te doen op"), "datum", counting.aftercare_due_on),
        Filter("met_maatregel", _("Met maatregel"), "verwijzing", counting.with_measure, ref="maatregel"),
        Filter("maatregel_stand", _("Een maatregel is"), "keuze", counting.with_progress, choices=HOE_VER),
        Filter("met_knelpunt", _("Met knelpunt"), "ja_nee", counting.for_landlord),
        bewaren.kept("energiebezoek"),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", counting.inside, ref="kern"),
    ),
    prepare=_prepare,
    check=_check,
    verify=verify,
)
