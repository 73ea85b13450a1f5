"""Renovatiewoning: one huurovereenkomst in a bouwkundige eenheid, and what this tenant answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records.adres import Adres, said, tidy_addition
from huurdersapp.records.draagvlak import ANSWERED, COURT_DAYS, EMPTY
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.renovatie_tables import (
    PERSONAL,
    BouwkundigeEenheid,
    Contactmoment,
    EerderAntwoord,
    Renovatieproject,
    Renovatiewoning,
    Voorstel,
)
from huurdersapp.records.rules import not_in_future, odd_postcode, tidy_postcode
from huurdersapp.records.spec import Filter, PartSpec, RecordSpec

OF_ANSWER = ("instemming_op", "vorm", "formulier", "ondertekend_door", "opgehaald_door", "versie")
"""Fields that tell of one answer, and go when there is none."""
_ADDRESS = ("straat", "huisnummer", "toevoeging", "postcode")
_LONG_AGO = date(1, 1, 1)


def _prepare(draft: Draft) -> Iterable[Fault]:
    tidy_postcode(draft, "postcode")
    draft.values["toevoeging"] = tidy_addition(draft["toevoeging"])
    _say(draft)
    if draft.before is not None and draft.changed("instemming"):
        # What told of the answer before says nothing of this one, unless somebody says it does.
        for key in OF_ANSWER:
            if key not in draft.given:
                draft.values[key] = None
    if draft["instemming"] in ANSWERED and draft["instemming_op"] is None:
        draft.values["instemming_op"] = clock.today()
    if draft["peiling"] is None:
        draft.values["peiling_op"] = None
    elif draft.changed("peiling") and not (draft["peiling_op"] and draft.changed("peiling_op")):
        draft.values["peiling_op"] = clock.today()
    return ()


def _say(draft: Draft) -> None:
    """How people call it: its address, or where its door is."""
    name = said(draft["straat"], draft["huisnummer"], draft["toevoeging"], None, None)
    if not name:
        door = _t("deur {number}").format(number=draft["deur"]) if draft["deur"] is not None else ""
        name = ", ".join(filter(None, [draft["trappenhuis"], floor(draft["verdieping"]), door]))
    draft.values["naam"] = ", ".join(filter(None, [name, draft["huurovereenkomst"]]))


def floor(number: int | None) -> str:
    """A storey as people say it."""
    if number is None:
        return ""
    if number < 0:
        return _t("kelder {number}").format(number=-number)
    return _t("verdieping {number}").format(number=number) if number else _t("begane grond")


def _check(draft: Draft) -> Iterable[Fault]:
    if not draft["naam"]:
        yield Fault(_t("Vul het adres in, of de verdieping en de deur."), ("straat",))
    if draft["instemming"] not in ANSWERED:
        for key in ("vorm", "formulier", "ondertekend_door"):
            if draft[key] is not None:
                text = _t("Dit hoort bij een ja of een nee. Kies eerst het antwoord.")
                yield Fault(text, (key,))
    if draft["instemming"] == EMPTY:
        for key in ("huurder", "telefoon", "peiling", "bezwaar"):
            if draft[key] is not None:
                yield Fault(_t("Een lege woning heeft geen huurder. Maak dit veld leeg."), (key,))
    if draft["bezwaar"] and not draft["bezwaar_toestemming"]:
        text = _t(
            "Dit mag alleen bij het adres staan als de huurder dat goed vindt. Vraag het, of tel de zorg bij de eenheid."
        )
        yield Fault(text, ("bezwaar",))
    if draft["instemming"] == "ja" and draft["rechter_op"] is not None:
        text = _t("Wie instemde, kan hiermee niet naar de rechter. Klopt het antwoord?")
        yield Fault(text, ("rechter_op",), warning=True)
    yield from not_in_future(draft, "instemming_op", "aangezegd_op", "rechter_op", "peiling_op")
    yield from odd_postcode(draft, "postcode")
    for index, line in enumerate(draft.lines("contacten")):
        yield from (fault.at("contacten", index) for fault in not_in_future(line, "datum"))
    yield from sensitive(draft, "bezwaar")


def _verify(db: Session, draft: Draft) -> Iterable[Fault]:
    _fill_address(db, draft)
    unit = db.get(BouwkundigeEenheid, draft["eenheid"])
    if unit is None:
        return
    project = db.get(Renovatieproject, unit.project_id)
    if project is None:
        return
    yield from _of_project(draft, project)
    yield from _same_home(db, draft, unit)
    yield from _same_form(db, draft, unit)
    if draft["instemming"] in ANSWERED:
        yield from _about_version(db, draft, project)
        yield from _too_many(db, draft, unit)


def _fill_address(db: Session, draft: Draft) -> None:
    """Street and number of the home in the list of addresses that was just chosen."""
    if draft["adres"] is None or not draft.changed("adres"):
        return
    found = db.get(Adres, draft["adres"])
    if found is not None:
        for key in _ADDRESS:
            if key not in draft.given:
                draft.values[key] = getattr(found, key)
        _say(draft)


def _of_project(draft: Draft, project: Renovatieproject) -> Iterator[Fault]:
    if draft["peiling"] is not None and draft.changed("peiling") and not project.peiling_aan:
        text = _t("Bij dit project houdt u geen eigen peiling bij. Zet dat eerst aan bij het project.")
        yield Fault(text, ("peiling",))
    if project.afgesloten_op is None:
        return
    for key in ("instemming", *PERSONAL):
        if draft[key] is not None and draft.changed(key) and draft.before is not None:
            yield Fault(_t("Dit project is afgesloten. Open het eerst weer."), (key,))


def _others(draft: Draft) -> list[ColumnElement[bool]]:
    """Conditions: another home that is there."""
    found: list[ColumnElement[bool]] = [Renovatiewoning.verwijderd.is_(None)]
    if draft.id is not None:
        found.append(Renovatiewoning.id != draft.id)
    return found


def _same_home(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
    """A home stands once in a project, unless it has more huurovereenkomsten; and in one running project at a time."""
    if draft["straat"] is None or draft["huisnummer"] is None:
        return
    same = (
        func.lower(Renovatiewoning.straat) == draft["straat"].lower(),
        Renovatiewoning.huisnummer == draft["huisnummer"],
        func.coalesce(Renovatiewoning.toevoeging, "") == (draft["toevoeging"] or ""),
        or_(
            Renovatiewoning.postcode.is_(None),
            Renovatiewoning.postcode == func.coalesce(draft["postcode"], Renovatiewoning.postcode),
        ),
    )
    query = (
        select(Renovatiewoning, BouwkundigeEenheid, Renovatieproject)
        .join(BouwkundigeEenheid, BouwkundigeEenheid.id == Renovatiewoning.eenheid_id)
        .join(Renovatieproject, Renovatieproject.id == BouwkundigeEenheid.project_id)
        .where(
            *_others(draft),
            *same,
            BouwkundigeEenheid.verwijderd.is_(None),
            Renovatieproject.verwijderd.is_(None),
        )
    )
    for home, other, project in db.execute(query):
        if other.id == unit.id:
            if (home.huurovereenkomst or "") == (draft["huurovereenkomst"] or ""):
                text = _t(
                    "{home} staat al in deze eenheid. Zijn er twee huurovereenkomsten? Noem dan welke dit is."
                )
                yield Fault(text.format(home=home.naam), ("huurovereenkomst",))
        elif project.id == unit.project_id:
            text = _t("{home} staat al in eenheid {unit}. Een woning hoort bij één eenheid.")
            yield Fault(text.format(home=home.naam, unit=other.naam), ("eenheid",))
        elif project.afgesloten_op is None:
            text = _t("{home} staat ook in project {project}. Klopt dat?")
            yield Fault(text.format(home=home.naam, project=project.titel), ("eenheid",), warning=True)


def _same_form(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
    """A form counts once in a project, also when it came in for two homes or for two versions."""
    if not draft["formulier"]:
        return
    units = select(BouwkundigeEenheid.id).where(BouwkundigeEenheid.project_id == unit.project_id)
    typed = draft["formulier"].strip().lower()
    now = select(Renovatiewoning.naam).where(
        *_others(draft), Renovatiewoning.eenheid_id.in_(units), func.lower(Renovatiewoning.formulier) == typed
    )
    before = (
        select(Renovatiewoning.naam)
        .join(EerderAntwoord, EerderAntwoord.ouder_id == Renovatiewoning.id)
        .where(
            Renovatiewoning.verwijderd.is_(None),
            Renovatiewoning.eenheid_id.in_(units),
            EerderAntwoord.verwijderd.is_(None),
            func.lower(EerderAntwoord.formulier) == typed,
        )
    )
    for name in [*db.scalars(now), *db.scalars(before)][:1]:
        text = _t("Formulier {form} is al geteld bij {home}. Elk formulier telt één keer.")
        yield Fault(text.format(form=draft["formulier"], home=name), ("formulier",))


def _about_version(db: Session, draft: Draft, project: Renovatieproject) -> Iterator[Fault]:
    """An answer is about the newest proposal of its day, and not older than the one on which the tenant was asked."""
    query = select(Voorstel.versie, Voorstel.datum).where(
        Voorstel.ouder_id == project.id, Voorstel.verwijderd.is_(None)
    )
    versions: dict[int, date] = {version: on for version, on in db.execute(query) if version is not None}
    on, asked = draft["instemming_op"], draft["vraagt_versie"] or 1
    if not versions:
        text = _t("Er is nog geen voorstel. Leg bij het project eerst het voorstel van de verhuurder vast.")
        yield Fault(text, ("instemming",))
        return
    if draft["versie"] is None or ("versie" not in draft.given and draft.changed("instemming_op")):
        draft.values["versie"] = max((each for each, since in versions.items() if since <= on), default=None)
    answered = draft["versie"]
    if answered is not None and answered not in versions:
        yield Fault(_t("Versie {version} van het voorstel is er niet.").format(version=answered), ("versie",))
    elif answered is None or answered < asked or on < versions[answered]:
        wanted = asked if answered is None or answered < asked else answered
        text = _t("Dit antwoord is van vóór versie {version} van het voorstel ({day}). Kijk de datum na.")
        since = versions.get(wanted, min(versions.values()))
        yield Fault(text.format(version=wanted, day=day(since)), ("instemming_op",))


def _too_many(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
    """More answers than the building has homes cannot be right, unless a home has more huurovereenkomsten."""
    if unit.woningen_totaal is None or draft["huurovereenkomst"]:
        return
    given = select(func.count()).select_from(Renovatiewoning)
    given = given.where(
        *_others(draft),
        Renovatiewoning.eenheid_id == unit.id,
        Renovatiewoning.instemming.in_(ANSWERED),
        Renovatiewoning.huurovereenkomst.is_(None),
    )
    if (db.scalar(given) or 0) + 1 > unit.woningen_totaal:
        text = _t("Meer antwoorden dan woningen: {unit} heeft er {count}. Kijk het aantal bij de eenheid na.")
        yield Fault(text.format(unit=unit.naam, count=unit.woningen_totaal), ("instemming",))


# -- conditions ---------------------------------------------------------------------------------------------------


def _by(column: Any, on: date) -> ColumnElement[bool]:
    found: ColumnElement[bool] = func.coalesce(column, _LONG_AGO) <= on
    return found


def empty_on(on: date) -> ColumnElement[bool]:
    """Without a tenant on that day. Since when is not always known; then it always was."""
    return and_(Renovatiewoning.instemming == EMPTY, _by(Renovatiewoning.instemming_op, on))


def counts_on(on: date) -> ColumnElement[bool]:
    """In the count on that day: it has a tenant."""
    return ~empty_on(on)


def _said_on(answer: str, on: date) -> ColumnElement[bool]:
    """This was the answer that held on that day: the present one, or an earlier one that had not lapsed yet."""
    now = and_(Renovatiewoning.instemming == answer, _by(Renovatiewoning.instemming_op, on))
    before = exists().where(
        EerderAntwoord.ouder_id == Renovatiewoning.id,
        EerderAntwoord.verwijderd.is_(None),
        EerderAntwoord.instemming == answer,
        _by(EerderAntwoord.datum, on),
        EerderAntwoord.vervallen_op > on,
    )
    return and_(counts_on(on), or_(now, before))


def agreed_on(on: date) -> ColumnElement[bool]:
    """The tenant agreed, by what held on that day."""
    return _said_on("ja", on)


def refused_on(on: date) -> ColumnElement[bool]:
    """The tenant did not agree, and said so."""
    return _said_on("nee", on)


def open_on(on: date) -> ColumnElement[bool]:
    """In the count, without an answer that held on that day."""
    return and_(counts_on(on), ~agreed_on(on), ~refused_on(on))


def notice() -> ColumnElement[Any]:
    """The day of the landlord's written notice to this tenant: the own one, or that of the eenheid."""
    of_unit = (
        select(BouwkundigeEenheid.aangezegd_op)
        .where(BouwkundigeEenheid.id == Renovatiewoning.eenheid_id)
        .scalar_subquery()
    )
    return func.coalesce(Renovatiewoning.aangezegd_op, of_unit)


def may_go_to_court(on: date) -> ColumnElement[bool]:
    """Did not agree, had the notice, and the eight weeks are not over on that day (without the Algemene termijnenwet)."""
    first = on - timedelta(days=COURT_DAYS)
    return and_(
        Renovatiewoning.instemming.not_in(("ja", EMPTY)),
        Renovatiewoning.rechter_op.is_(None),
        notice() >= first,
        notice() <= on,
    )


def back_by(on: date) -> ColumnElement[bool]:
    """We said that we would come back by that day, and there was no answer and no contact since."""
    later = (
        select(func.max(Contactmoment.datum))
        .where(Contactmoment.ouder_id == Renovatiewoning.id, Contactmoment.verwijderd.is_(None))
        .scalar_subquery()
    )
    promised = exists().where(
        Contactmoment.ouder_id == Renovatiewoning.id,
        Contactmoment.verwijderd.is_(None),
        Contactmoment.terug_op <= on,
        Contactmoment.datum == later,
    )
    return and_(promised, Renovatiewoning.instemming.not_in((*ANSWERED, EMPTY)))


def of_project(project_id: str) -> ColumnElement[bool]:
    """It stands in an eenheid of this project that is there."""
    units = select(BouwkundigeEenheid.id).where(
        BouwkundigeEenheid.project_id == project_id, BouwkundigeEenheid.verwijderd.is_(None)
    )
    return Renovatiewoning.eenheid_id.in_(units)


SPEC = RecordSpec(
    Renovatiewoning,
    label=_("Woning in een project"),
    plural=_("Woningen in projecten"),
    columns=("nummer", "naam", "eenheid", "trappenhuis", "instemming", "instemming_op"),
    search=("naam", "trappenhuis", "formulier"),
    name=("naam",),
    order="naam",
    parts=(
        PartSpec("contacten", _("Contact"), RecordSpec(Contactmoment, label=_("Contact"))),
        PartSpec("eerder", _("Eerdere antwoorden"), RecordSpec(EerderAntwoord, label=_("Eerder antwoord"))),
    ),
    filters=(
        Filter("project", _("Van project"), "verwijzing", of_project, ref="renovatieproject"),
        Filter("telt_mee_op", _("Telt mee op"), "datum", counts_on),
        Filter("ingestemd_op", _("Ingestemd op"), "datum", agreed_on),
        Filter("geweigerd_op", _("Niet ingestemd op"), "datum", refused_on),
        Filter("zonder_antwoord_op", _("Zonder antwoord op"), "datum", open_on),
        Filter("leeg_op", _("Leeg op"), "datum", empty_on),
        Filter("naar_rechter_op", _("Kan naar de rechter op"), "datum", may_go_to_court),
        Filter("terugkomen_op", _("Terugkomen uiterlijk op"), "datum", back_by),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
