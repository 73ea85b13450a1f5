"""What went well and what should change, as sentences made from the facts of a year: the writer may take them over."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.evaluatie_values import EvaluatieValues, OverzichtDag
from huurdersapp.reports.language import aantal, capital, day_short, enumeration, in_words, overdue
from huurdersapp.reports.prose import one_line


def houden(values: EvaluatieValues) -> list[str]:
    """What went as agreed."""
    return list(_well(values))


def anders(values: EvaluatieValues) -> list[str]:
    """What came late or not at all."""
    return list(_wrong(values))


def _well(values: EvaluatieValues) -> Iterator[str]:
    reached = [one_line(doel.code) for doel in values.doelen if doel.stand == "gehaald"]
    if reached:
        yield f"{capital(aantal(len(reached), 'doel is', 'doelen zijn'))} gehaald: {enumeration(reached)}."
    meetings = [one for one in values.momenten if one.overleg]
    if meetings and all(one.gehouden for one in meetings):
        yield "Alle geplande rondes van regiegroep en bestuurlijk overleg zijn gehouden."
    in_time = [item for item in values.overzichten if _in_time(item)]
    if in_time and len(in_time) == len(values.overzichten):
        yield f"Alle partijen leverden hun overzicht voor {values.jaar + 1} op tijd aan."
    kept = [
        one_line(one.naam)
        for one in values.nakomen
        if one.alle and _kept(one.te_laat.waarde, one.open_te_laat.waarde)
    ]
    if kept:
        verb = "kwam" if len(kept) == 1 else "kwamen"
        yield f"{capital(enumeration(kept))} {verb} alles wat was toegezegd op tijd na, of is nog op tijd."
    followed = _count(values, "reactie:gevolgd")
    if followed:
        yield f"{capital(aantal(followed, 'advies is', 'adviezen zijn'))} gevolgd."
    if values.raadplegingen and all(item.terugkoppeling_op for item in values.raadplegingen):
        yield "Over elke raadpleging hoorden huurders wat eruit kwam."


def _wrong(values: EvaluatieValues) -> Iterator[str]:
    left = [one_line(doel.code) for doel in values.doelen if doel.achter and not doel.gekozen]
    if left:
        yield f"Voor {aantal(len(left), 'doel', 'doelen')} is nog geen weg gekozen: {enumeration(left)}."
    absent = sum(maat.stand == "niet_aangeleverd" for doel in values.doelen for maat in doel.maten)
    if absent:
        yield f"Bij {aantal(absent, 'maat', 'maten')} is geen cijfer aangeleverd."
    missed = [one_line(one.naam) for one in values.momenten if one.overleg and not one.gehouden]
    if missed:
        yield f"Niet gehouden: {enumeration(missed)}."
    unknown = sum(one.agenda_op is None for one in values.overleggen)
    if unknown:
        yield f"Van {aantal(unknown, 'overleg', 'overleggen')} is niet vastgelegd wanneer de agenda kwam."
    for item in values.overzichten:
        if item.aangeleverd_op is None:
            yield f"Het overzicht voor {values.jaar + 1} is niet aangeleverd door {one_line(item.partij)}."
        elif item.uiterlijk and (after := overdue(item.uiterlijk, item.aangeleverd_op)):
            yield f"Het overzicht van {one_line(item.partij)} kwam {after} (op {day_short(item.aangeleverd_op)})."
    for one in values.nakomen:
        count = (one.te_laat.waarde or 0) + (one.open_te_laat.waarde or 0)
        if count:
            who = "wijzelf" if one.zelf else one_line(one.naam)
            what = (
                aantal(count, "toezegging", "toezeggingen")
                if not one.zelf
                else aantal(count, "actiepunt", "actiepunten")
            )
            yield f"{capital(what)} van {who} {'werd' if count == 1 else 'werden'} te laat of nog niet nagekomen."
    late = _count(values, "redenen:te_laat") + _count(values, "redenen:uitgebleven")
    if late:
        yield f"Bij {aantal(late, 'advies', 'adviezen')} kwamen de redenen van de verhuurder te laat of niet."
    ours = _count(values, "termijn:nee")
    if ours:
        yield f"{capital(aantal(ours, 'advies van ons was', 'adviezen van ons waren'))} te laat."
    untold = sum(item.terugkoppeling_op is None for item in values.raadplegingen)
    if untold:
        what = "raadpleging" if untold == 1 else "raadplegingen"
        yield f"Over {in_words(untold)} {what} hoorden huurders nog niet wat eruit kwam."


def _in_time(item: OverzichtDag) -> bool:
    return bool(
        item.aangeleverd_op and (item.uiterlijk is None or not overdue(item.uiterlijk, item.aangeleverd_op))
    )


def _kept(late: int | None, still: int | None) -> bool:
    return not late and not still


def _count(values: EvaluatieValues, key: str) -> int:
    found = values.adviezen.get(key)
    return (found.waarde or 0) if found else 0
