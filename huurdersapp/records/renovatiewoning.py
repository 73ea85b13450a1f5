"""Renovatiewoning: one huurovereenkomst in a bouwkundige eenheid, and what this tenant answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.base.i18n import lazy as _
from huurdersapp.records import bewaren
from huurdersapp.records.adres import Adres, said, tidy_addition
from huurdersapp.records.draagvlak import ANSWERED, EMPTY
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.privacy import sensitive
from huurdersapp.records.renovatie_dag import (
    agreed_on,
    back_by,
    counts_on,
    empty_on,
    may_go_to_court,
    not_asked_on,
    of_project,
    only_said_on,
    open_on,
    refused_on,
    silent_on,
)
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
PLACE = (*_ADDRESS, "huurovereenkomst", "eenheid", "trappenhuis", "verdieping", "deur")
"""Where a home is: what tells it from another one."""


def _prepare(draft: Draft) -> Iterable[Fault]:
    tidy_postcode(draft, "postcode")
    draft.values["toevoeging"] = tidy_addition(draft["toevoeging"])
    _say(draft)
    if draft.before is not None and draft.changed("instemming"):
        # What told of the answer before says nothing of this one, unless somebody says it does.
        for key in OF_ANSWER:
            if key not in draft.given:
                draft.values[key] = None
    if draft["instemming_op"] is None and _has_a_day(draft):
        draft.values["instemming_op"] = clock.today()
    if draft.before is not None and draft.changed("instemming"):
        keep_earlier(draft, draft.before)
    if draft["peiling"] is None:
        draft.values["peiling_op"] = None
    elif draft.changed("peiling") and not (draft["peiling_op"] and draft.changed("peiling_op")):
        draft.values["peiling_op"] = clock.today()
    return ()


def _has_a_day(draft: Draft) -> bool:
    """Whether what is said now began on some day: an answer, and what comes after something else."""
    if draft["instemming"] in ANSWERED:
        return True
    before = draft.before
    if before is None or not draft.changed("instemming"):
        return False
    if draft["instemming"] == EMPTY:
        return bool(before["instemming"] != "niet_benaderd" or before.lines("eerder"))
    return bool(draft["instemming"] == "geen_reactie")


def keep_earlier(draft: Draft, before: Draft) -> None:
    """Keep what held until the day of the new answer, so that a count of an earlier day stays what it was.

    Of a new answer without a day, and of one of the same day or an earlier one, nothing is kept: that mends what was
    written wrongly.
    """
    until = draft["instemming_op"]
    if until is None:
        return
    lines = lapsed_by(draft.lines("eerder"), until)
    since = held_since(before)
    if before["instemming"] != "niet_benaderd" and (since is None or since < until):
        lines.append(lapsed(before, until))
    if lines != draft.lines("eerder"):
        draft.parts["eerder"] = lines


def held_since(home: Draft) -> date | None:
    """The day from which the present answer holds: its own, else since the last of the earlier ones lapsed."""
    since: date | None = home["instemming_op"]
    return since or max((line["vervallen_op"] for line in home.lines("eerder")), default=None)


def lapsed(home: Draft, until: date) -> Draft:
    """The present answer of a home as an earlier one."""
    kept = {key: home[key] for key in ("instemming", "vorm", "formulier", "opgehaald_door")}
    kept |= {"versie": home["versie"] or home["vraagt_versie"] or 1}
    kept |= {"datum": held_since(home), "vervallen_op": until}
    return Draft(home.spec.part["eerder"].spec, kept)


def lapsed_by(lines: Iterable[Draft], until: date, but: str = "") -> list[Draft]:
    """Earlier answers (`but` one kind), none of which holds on that day or later; one that would hold on no day any more
    is left out."""
    found = []
    for line in lines:
        if line["vervallen_op"] <= until or line["instemming"] == but:
            found.append(line)
        elif line["datum"] is None or line["datum"] < until:
            found.append(replace(line, values={**line.values, "vervallen_op": until}))
    return found


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
    yield from of_closed(draft, project)
    if draft.before is None or any(map(draft.changed, PLACE)):
        yield from _same_home(db, draft, unit)
    yield from same_form(db, draft, unit)
    if draft["instemming"] in ANSWERED or draft["aangezegd_op"] is not None:
        yield from about_proposal(draft, versions_of(db, project.id))
    if draft["instemming"] in ANSWERED:
        yield from too_many(db, unit, draft)


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


def of_closed(draft: Draft, project: Renovatieproject) -> Iterator[Fault]:
    """What the project does not allow: a peiling that is off, and changes where it is closed."""
    if draft["peiling"] is not None and draft.changed("peiling") and not project.peiling_aan:
        text = _t("Bij dit project houdt u geen eigen peiling bij. Zet dat eerst aan bij het project.")
        yield Fault(text, ("peiling",))
    if project.afgesloten_op is None:
        return
    # A home may come in with its answer, as a project of before is written down; what is personal may not.
    for key in ("instemming", *PERSONAL):
        came = draft.changed("eenheid") and key != "instemming"
        altered = draft.changed(key) and draft.before is not None
        if draft[key] is not None and (came or altered):
            yield Fault(_t("Dit project is afgesloten. Open het eerst weer."), (key,))


def _others(draft: Draft) -> list[ColumnElement[bool]]:
    """Conditions: another home that is there."""
    found: list[ColumnElement[bool]] = [Renovatiewoning.verwijderd.is_(None)]
    if draft.id is not None:
        found.append(Renovatiewoning.id != draft.id)
    return found


def _same_home(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
    """A home stands once in a project, unless it has more huurovereenkomsten; and in one running project at a time."""
    if draft["huisnummer"] is None:
        yield from _same_door(db, draft, unit)
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
                yield Fault(_stands_twice().format(home=home.naam), ("huurovereenkomst",))
        elif project.id == unit.project_id:
            text = _t("{home} staat al in eenheid {unit}. Een woning hoort bij één eenheid.")
            yield Fault(text.format(home=home.naam, unit=other.naam), ("eenheid",))
        elif project.afgesloten_op is None:
            text = _t("{home} staat ook in project {project}. Klopt dat?")
            yield Fault(text.format(home=home.naam, project=project.titel), ("eenheid",), warning=True)


def _same_door(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
    """Without an address a home is called by its door, and stands once in a building by that."""
    same = (Renovatiewoning.eenheid_id == unit.id, Renovatiewoning.naam == draft["naam"])
    if draft["deur"] is not None and db.scalar(select(Renovatiewoning.id).where(*_others(draft), *same)):
        yield Fault(_stands_twice().format(home=draft["naam"]), ("huurovereenkomst",))


def _stands_twice() -> str:
    return _t("{home} staat al in deze eenheid. Zijn er twee huurovereenkomsten? Noem dan welke dit is.")


def same_form(db: Session, draft: Draft, unit: BouwkundigeEenheid) -> Iterator[Fault]:
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
            *_others(draft),
            Renovatiewoning.eenheid_id.in_(units),
            EerderAntwoord.verwijderd.is_(None),
            func.lower(EerderAntwoord.formulier) == typed,
        )
    )
    own = [draft["naam"] for line in draft.lines("eerder") if (line["formulier"] or "").lower() == typed]
    for name in [*own, *db.scalars(now), *db.scalars(before)][:1]:
        text = _t("Formulier {form} is al geteld bij {home}. Elk formulier telt één keer.")
        yield Fault(text.format(form=draft["formulier"], home=name), ("formulier",))


def versions_of(db: Session, project_id: str) -> dict[int, date]:
    """The versions of the proposal and their days."""
    query = select(Voorstel.versie, Voorstel.datum).where(
        Voorstel.ouder_id == project_id, Voorstel.verwijderd.is_(None)
    )
    return {version: on for version, on in db.execute(query) if version is not None}


def about_proposal(draft: Draft, versions: Mapping[int, date]) -> Iterator[Fault]:
    """An answer and a notice follow a proposal. An answer is about the newest one of its day, and not about an older one
    than the tenant was asked about; where it moves on to a newer one, the answer to the older one is kept."""
    own = draft["aangezegd_op"]
    if own is not None and draft.changed("aangezegd_op") and (not versions or min(versions.values()) > own):
        yield Fault(_t("Deze brief is van vóór het voorstel. Kijk de datum na."), ("aangezegd_op",))
    if draft["instemming"] not in ANSWERED:
        return
    if not versions:
        text = _t("Er is nog geen voorstel. Leg bij het project eerst het voorstel van de verhuurder vast.")
        yield Fault(text, ("instemming",))
        return
    on, asked, before = draft["instemming_op"], draft["vraagt_versie"] or 1, draft.before
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
    elif before is not None and not draft.changed("instemming") and answered > (before["versie"] or answered):
        _said_again(draft, before)


def _said_again(draft: Draft, before: Draft) -> None:
    """The same answer to a newer version: what told of the one before says nothing of this one.

    With the same form it is that one answer, of which the day was written wrongly.
    """
    if draft["formulier"] and "formulier" in draft.given and not draft.changed("formulier"):
        return
    keep_earlier(draft, before)
    for key in ("vorm", "formulier", "ondertekend_door", "opgehaald_door"):
        if key not in draft.given:
            draft.values[key] = None


def too_many(db: Session, unit: BouwkundigeEenheid, beside: Draft | None = None) -> Iterator[Fault]:
    """More answers than the building has homes cannot be right, unless a home has more huurovereenkomsten.

    `beside`: an answer that is not written yet.
    """
    if unit.woningen_totaal is None or (beside is not None and beside["huurovereenkomst"]):
        return
    given = select(func.count()).select_from(Renovatiewoning)
    given = given.where(
        *(_others(beside) if beside is not None else [Renovatiewoning.verwijderd.is_(None)]),
        Renovatiewoning.eenheid_id == unit.id,
        Renovatiewoning.instemming.in_(ANSWERED),
        Renovatiewoning.huurovereenkomst.is_(None),
    )
    if (db.scalar(given) or 0) + (beside is not None) > unit.woningen_totaal:
        text = _t("Meer antwoorden dan woningen: {unit} heeft er {count}. Kijk het aantal bij de eenheid na.")
        yield Fault(text.format(unit=unit.naam, count=unit.woningen_totaal), ("instemming",))


SPEC = RecordSpec(
    Renovatiewoning,
    label=_("Woning in een project"),
    plural=_("Woningen in projecten"),
    columns=("nummer", "naam", "eenheid", "trappenhuis", "instemming", "instemming_op"),
    search=("naam", "trappenhuis", "formulier"),
    name=("naam",),
    order="huisnummer",
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
        Filter("geen_reactie_op", _("Geen reactie op"), "datum", silent_on),
        Filter("niet_benaderd_op", _("Nog niet benaderd op"), "datum", not_asked_on),
        Filter("leeg_op", _("Leeg op"), "datum", empty_on),
        Filter("mondeling_op", _("Alleen mondeling geantwoord op"), "datum", only_said_on),
        Filter("naar_rechter_op", _("Kan naar de rechter op"), "datum", may_go_to_court),
        bewaren.kept("renovatiewoning"),
        Filter("terugkomen_op", _("Terugkomen uiterlijk op"), "datum", back_by),
    ),
    prepare=_prepare,
    check=_check,
    verify=_verify,
)
