"""Energiebezoek: a coach at somebody's home, what was done there and what is still to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.base.period import months_later
from huurdersapp.records import adres, bijlage, kern
from huurdersapp.records.draft import Draft, Fault
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
from huurdersapp.records.energiecoach import NEEDED as OF_COACH
from huurdersapp.records.energiecoach import Energiecoach
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.rules import (
    Period,
    amended,
    in_order,
    none_or_after,
    not_in_future,
    odd_postcode,
    only_once,
    tidy_postcode,
    within,
)
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec
from huurdersapp.records.toestemming import VERSIE

NAZORG_NA_MAANDEN = 4
"""Aftercare comes three to six months after a visit; the program plans it in between."""
FREE_TEXTS = ("opmerking", "wens", "bewoner_zegt", "coach_ziet", "grote_verbruikers", "nazorg_opmerking")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def _prepare(draft: Draft) -> Iterable[Fault]:
    if draft["datum"] is None and draft["aangevraagd_op"] is None and draft.before is None:
        draft.values["datum"] = clock.today()
    tidy_postcode(draft, "postcode")
    draft.values["toevoeging"] = adres.tidy_addition(draft["toevoeging"])
    if draft["zonder_adres"]:
        for key in ("postcode", "huisnummer", "toevoeging", "straat", "adres"):
            draft.values[key] = None
    draft.values["status"] = _status(draft)
    draft.values["naam"] = _name(draft)
    _fill_lines(draft)
    _plan_aftercare(draft)
    return ()


def _plan_aftercare(draft: Draft) -> None:
    """A day for the aftercare of a visit that took place, where the tenant wants to be called."""
    wanted = any(
        line["doel"] == "contact" and line["ingetrokken_op"] is None for line in draft.lines("toestemmingen")
    )
    had = draft.before is not None and draft.before["status"] == "gedaan"
    if draft["status"] == "gedaan" and wanted and not had and draft["nazorg_gepland_op"] is None:
        draft.values["nazorg_gepland_op"] = months_later(draft["datum"], NAZORG_NA_MAANDEN)


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


def _name(draft: Draft) -> str | None:
    street = adres.said(draft["straat"], draft["huisnummer"], draft["toevoeging"], None, None)
    if not draft["straat"]:
        street = adres.said(
            None, draft["huisnummer"], draft["toevoeging"], draft["postcode"], draft["plaats"]
        )
    on = draft["datum"] or draft["aangevraagd_op"]
    return ", ".join(filter(None, [street, day(on) if on and street else None])) or None


def _fill_lines(draft: Draft) -> None:
    """What a line need not say: the day of a reading, the version and day of a consent, and how a measure stands."""
    on = draft["datum"] or clock.today()
    draft.parts["meterstanden"] = [
        amended(line, datum=on) if line["datum"] is None and line["moment"] == "bij_bezoek" else line
        for line in draft.lines("meterstanden")
    ]
    draft.parts["toestemmingen"] = [
        amended(
            line,
            tekstversie=line["tekstversie"] or VERSIE,
            gegeven_op=line["gegeven_op"] or min(on, clock.today()),
        )
        if line["tekstversie"] is None or line["gegeven_op"] is None
        else line
        for line in draft.lines("toestemmingen")
    ]
    draft.parts["maatregelen"] = [
        amended(line, stand="gedaan") if line["stand"] is None and line["hoe_ver"] in GEPLAATST else line
        for line in draft.lines("maatregelen")
    ]


def _check(draft: Draft) -> Iterable[Fault]:
    yield from _check_where(draft)
    if draft["datum"] is None and draft["aangevraagd_op"] is None:
        yield Fault(_t("Vul de datum van het bezoek in, of de dag van de aanvraag."), ("datum",))
    if draft["datum"] is not None and draft["datum"] > clock.today() and draft.changed("datum"):
        yield Fault(
            _t("Deze dag moet nog komen. Het bezoek staat dan als gepland."), ("datum",), warning=True
        )
    if draft["coach"] is None and draft["status"] in ("gedaan", "niet_gesproken", "nazorg_gedaan"):
        yield Fault(_t("Vul de energiecoach in die op bezoek ging."), ("coach",))
    yield from in_order(draft, "aangevraagd_op", "datum", "nazorg_op")
    yield from in_order(draft, "aangevraagd_op", "vervallen_op")
    yield from not_in_future(draft, "aangevraagd_op", "nazorg_op", "vervallen_op")
    yield from only_once(draft, "maatregelen", "maatregel")
    yield from _check_meters(draft)
    for index, line in enumerate(draft.lines("contactmomenten")):
        if line["tijd"] and not _TIME.fullmatch(line["tijd"]):
            text = _t("Schrijf de tijd als uren en minuten, zoals 14:30.")
            yield Fault(text, ("contactmomenten", index, "tijd"))
    for index, line in enumerate(draft.lines("toestemmingen")):
        faults = (*in_order(line, "gegeven_op", "ingetrokken_op"), *not_in_future(line, "gegeven_op"))
        yield from (fault.at("toestemmingen", index) for fault in faults)
    yield from _check_consent(draft)
    yield from sensitive(draft, *FREE_TEXTS)


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


def _check_meters(draft: Draft) -> Iterator[Fault]:
    """A meter that runs backwards is asked about: it may have been replaced."""
    lines = draft.lines("meterstanden")
    for index, line in enumerate(lines):
        earlier = [
            other
            for other in lines
            if other["meter"] == line["meter"]
            and other["datum"]
            and line["datum"]
            and other["datum"] < line["datum"]
        ]
        if any(other["stand"] > line["stand"] for other in earlier):
            yield Fault(
                _t("Deze stand is lager dan een eerdere stand. Klopt dat, of is de meter vervangen?"),
                ("meterstanden", index, "stand"),
                warning=True,
            )
        yield from (fault.at("meterstanden", index) for fault in not_in_future(line, "datum"))


def _check_consent(draft: Draft) -> Iterator[Fault]:
    """Contact data and readings without consent are kept (it may have been given just now) but said."""
    given = {line["doel"] for line in draft.lines("toestemmingen") if line["ingetrokken_op"] is None}
    contact = any(draft[key] for key in ("bewoner_naam", "bewoner_telefoon", "bewoner_email"))
    if contact and "contact" not in given:
        yield Fault(
            _t("Er staan gegevens van de bewoner, maar geen toestemming voor contact. Vraag dat na."),
            ("toestemmingen",),
            warning=True,
        )
    if draft.lines("meterstanden") and "meterstanden" not in given:
        yield Fault(
            _t("Er staan meterstanden, maar geen toestemming om die te bewaren. Vraag dat na."),
            ("toestemmingen",),
            warning=True,
        )


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    """Fill what the address knows, and ask about what does not fit."""
    yield from bijlage.verify(db, draft)
    _fill_from_address(db, draft)
    yield from kern.odd_municipality(db, draft, "postcode")
    coach = db.get(Energiecoach, draft["coach"]) if draft["coach"] and draft.changed("coach") else None
    if coach is None:
        return
    missing = [key for key in OF_COACH if getattr(coach, key) is None]
    if missing:
        labels = ", ".join(str(Energiecoach.__table__.columns[key].info["note"].label) for key in missing)
        yield Fault(
            _t("Van deze coach mist nog: {missing}. Vul dat aan bij de energiecoach.").format(missing=labels),
            ("coach",),
            warning=True,
        )
    on = draft["datum"]
    if on is not None and (
        (coach.actief_van and on < coach.actief_van) or (coach.actief_tot and on > coach.actief_tot)
    ):
        yield Fault(_t("Op deze dag was dit geen coach. Klopt dat?"), ("coach",), warning=True)


def _fill_from_address(db: Session, draft: Draft) -> None:
    home = adres.known(db, draft["postcode"], draft["huisnummer"], draft["toevoeging"])
    moved = any(draft.changed(key) for key in ("postcode", "huisnummer", "toevoeging"))
    draft.values["adres"] = home.id if home is not None else None
    if home is None or not moved:
        return
    for key, column in (
        ("straat", "straat"),
        ("plaats", "plaats"),
        ("kern", "kern_id"),
        ("complex", "complex_id"),
        ("verhuurder", "verhuurder_id"),
        ("woningtype", "woningtype"),
        ("bouwjaar", "bouwjaar"),
        ("energielabel", "energielabel"),
    ):
        if key not in draft.given or draft[key] is None:
            draft.values[key] = getattr(home, column)
    draft.values["naam"] = _name(draft)


def done_in(period: Period) -> ColumnElement[bool]:
    """Somebody was visited and spoken with in the period: what counts as a visit everywhere."""
    return and_(within(Energiebezoek.datum, period), visited())


def visited() -> ColumnElement[bool]:
    """It took place and somebody was spoken with."""
    return Energiebezoek.status.in_(("gedaan", "nazorg_gedaan"))


def households_in(period: Period) -> ColumnElement[bool]:
    """The first visit to a home in the period, so that a home visited twice counts once; without an address each counts."""
    earlier = aliased(Energiebezoek)
    before = or_(
        earlier.datum < Energiebezoek.datum,
        and_(earlier.datum == Energiebezoek.datum, earlier.id < Energiebezoek.id),
    )
    same = and_(
        earlier.postcode == Energiebezoek.postcode,
        earlier.huisnummer == Energiebezoek.huisnummer,
        func.coalesce(earlier.toevoeging, "") == func.coalesce(Energiebezoek.toevoeging, ""),
        earlier.verwijderd.is_(None),
        earlier.status.in_(("gedaan", "nazorg_gedaan")),
        within(earlier.datum, period),
        before,
    )
    return and_(done_in(period), ~exists(select(earlier.id).where(same).correlate(Energiebezoek)))


def tried_in(period: Period) -> ColumnElement[bool]:
    """The coach stood at the door in the period, also when nobody opened."""
    return and_(
        within(Energiebezoek.datum, period),
        Energiebezoek.status.in_(("gedaan", "nazorg_gedaan", "niet_gesproken")),
    )


def asked_in(period: Period) -> ColumnElement[bool]:
    """Asked for in the period."""
    return within(Energiebezoek.aangevraagd_op, period)


def open_on(on: date) -> ColumnElement[bool]:
    """Asked for or planned, and not done by that day."""
    waits = or_(Energiebezoek.datum.is_(None), Energiebezoek.datum > on, Energiebezoek.status == "gepland")
    asked = or_(Energiebezoek.aangevraagd_op.is_(None), Energiebezoek.aangevraagd_op <= on)
    return and_(waits, asked, none_or_after(Energiebezoek.vervallen_op, on))


def aftercare_due_on(on: date) -> ColumnElement[bool]:
    """Aftercare was planned by that day and was not given."""
    return and_(Energiebezoek.nazorg_gepland_op <= on, Energiebezoek.nazorg_op.is_(None), visited())


def with_measure(maatregel_id: str) -> ColumnElement[bool]:
    """This measure was spoken of or done."""
    return exists().where(
        BezoekMaatregel.ouder_id == Energiebezoek.id,
        BezoekMaatregel.verwijderd.is_(None),
        BezoekMaatregel.maatregel_id == maatregel_id,
    )


def with_progress(hoe_ver: str) -> ColumnElement[bool]:
    """At least one measure came this far."""
    return exists().where(
        BezoekMaatregel.ouder_id == Energiebezoek.id,
        BezoekMaatregel.verwijderd.is_(None),
        BezoekMaatregel.hoe_ver == hoe_ver,
    )


def for_landlord(yes: bool) -> ColumnElement[bool]:
    """A knelpunt came out of it."""
    found = exists().where(BezoekKnelpunt.ouder_id == Energiebezoek.id, BezoekKnelpunt.verwijderd.is_(None))
    return found if yes else ~found


def no_show_in(period: Period) -> ColumnElement[bool]:
    """Nobody was at home for an appointment in the period."""
    return exists().where(
        Contactmoment.ouder_id == Energiebezoek.id,
        Contactmoment.verwijderd.is_(None),
        Contactmoment.uitkomst == "niet_thuis",
        within(Contactmoment.datum, period),
    )


def inside(kern_id: str) -> ColumnElement[bool]:
    """It lies in this kern, wijk, gebied or gemeente."""
    return kern.inside(Energiebezoek.kern_id, kern_id)


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
        Filter("gedaan_in", _("Bezocht in"), "periode", done_in),
        Filter("huishouden_in", _("Huishoudens bezocht in"), "periode", households_in),
        Filter("aan_de_deur_in", _("Aan de deur in"), "periode", tried_in),
        Filter("aangevraagd_in", _("Aangevraagd in"), "periode", asked_in),
        Filter("niet_thuis_in", _("Niet thuis bij afspraak in"), "periode", no_show_in),
        Filter("open_op", _("Nog te doen op"), "datum", open_on),
        Filter("nazorg_open_op", _("Nazorg nog te doen op"), "datum", aftercare_due_on),
        Filter("met_maatregel", _("Met maatregel"), "verwijzing", with_measure, ref="maatregel"),
        Filter("maatregel_stand", _("Een maatregel is"), "keuze", with_progress, choices=HOE_VER),
        Filter("met_knelpunt", _("Met knelpunt"), "ja_nee", for_landlord),
        Filter("binnen", _("In kern, wijk of gebied"), "verwijzing", inside, ref="kern"),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
