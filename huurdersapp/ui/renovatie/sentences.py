"""What the screen says of a project and its buildings, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from huurdersapp.actions import renovatie_stand
from huurdersapp.actions.renovatie_stand import EenheidStand, ProjectStand
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.advies_tables import UITKOMSTEN
from huurdersapp.records.draagvlak import LEGAL_SHARE, Telling, percentage


def per_cent(value: Decimal | None) -> str:
    """A percentage with its decimals, which never says that 70 % was reached where it was not; "" of nothing."""
    if value is None:
        return ""
    written = f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    # A line does not end before the sign.
    return _("{percent} %").format(percent=written).replace(" ", "\N{NO-BREAK SPACE}")


def _day_of(record: Mapping[str, Any], key: str) -> date | None:
    return date.fromisoformat(record[key]) if record[key] else None


def following(stand: ProjectStand, record: Mapping[str, Any]) -> tuple[str, ...]:
    """What comes next, the most urgent first."""
    if stand.afgesloten_op is not None:
        return tuple(_closed(stand))
    return tuple(_next(stand, record))


def _closed(stand: ProjectStand) -> Iterator[str]:
    assert stand.afgesloten_op is not None
    yield _("Dit project is afgesloten op {day}.").format(day=day(stand.afgesloten_op))
    if stand.gewist_op is not None:
        yield _("Namen en peiling zijn gewist. De aantallen blijven.")


def _next(stand: ProjectStand, record: Mapping[str, Any]) -> Iterator[str]:
    if stand.versie is None:
        yield _("Er is nog geen voorstel op papier. Leg vast wat de verhuurder schrijft.")
    if not stand.eenheden:
        yield renovatie_stand.missing(stand)
    for unit in stand.eenheden:
        if not unit.telling.alle_woningen:
            yield _("{unit} heeft nog geen woningen. Kies Woningen maken.").format(unit=unit.naam)
    if stand.versie is not None and any(unit.telling.huurders for unit in stand.eenheden):
        yield from _asking(stand, record)
    done = _day_of(record, "uitvoering_tot")
    if (done is not None and done < stand.on) or record["status"] in ("afgerond", "gestopt"):
        yield _("Is alles klaar? Sluit het project dan af. Namen en peiling worden gewist.")


def _asking(stand: ProjectStand, record: Mapping[str, Any]) -> Iterator[str]:
    """How far the asking is, and what follows on its outcome."""
    since, until = _day_of(record, "meting_van"), _day_of(record, "meting_tot")
    if since is None:
        yield _("Spreek af wanneer de draagvlakmeting is, en wie hem doet.")
    elif since > stand.on:
        yield _("De draagvlakmeting begint op {day}.").format(day=day(since))
    elif until is not None and until >= stand.on:
        yield _("De draagvlakmeting loopt tot en met {day}.").format(day=day(until))
    counted = [unit for unit in stand.eenheden if unit.telling.huurders]
    if any(unit.telling.ja or unit.telling.nee for unit in counted):
        lost = [unit.naam for unit in counted if not unit.telling.kan_nog]
        if lost:
            text = _("Met deze antwoorden wordt het hier niet gehaald: {units}.")
            yield text.format(units=", ".join(lost))
        yield from _notice(stand, counted)


def _notice(stand: ProjectStand, counted: list[EenheidStand]) -> Iterator[str]:
    reached = [unit for unit in counted if unit.telling.gehaald]
    waiting = [unit.naam for unit in reached if unit.aangezegd_op is None and unit.telling.vermoeden]
    if waiting:
        yield _("Gehaald: {units}. Schrijft de verhuurder dat aan alle huurders? Leg die dag vast.").format(
            units=", ".join(waiting)
        )
    for unit in counted:
        if unit.rechter_dagen is not None and unit.rechter_dagen[0] >= stand.on:
            yield _("{unit}: wie niet instemde, kan tot en met {day} naar de rechter.").format(
                unit=unit.naam, day=day(unit.rechter_dagen[0])
            )


def together(stand: ProjectStand) -> str:
    """All buildings added up, which means nothing to the law; "" where there is one, or nothing to count."""
    if len(stand.eenheden) < 2 or not stand.huurders:
        return ""
    text = _("Alle gebouwen samen: {yes} van de {tenants} huurders. De wet telt elk gebouw apart.")
    return text.format(yes=stand.ja, tenants=stand.huurders)


def advice(stand: ProjectStand) -> tuple[str, ...]:
    """Our advies beside what tenants said: two facts, each of its own."""
    told = [
        _("Ons advies: {outcome}.").format(outcome=UITKOMSTEN.label(outcome).lower())
        for _number, _subject, outcome in stand.adviezen
        if outcome is not None
    ]
    counted = [unit.telling for unit in stand.eenheden if unit.telling.huurders]
    if not told or not counted or not any(each.ja or each.nee for each in counted):
        return tuple(told)
    reached = sum(each.gehaald for each in counted)
    if reached == len(counted):
        told.append(_("Genoeg huurders stemden in."))
    elif reached:
        told.append(
            _("In {reached} van de {all} gebouwen stemden genoeg huurders in.").format(
                reached=reached, all=len(counted)
            )
        )
    else:
        told.append(_("Nog niet genoeg huurders stemden in."))
    against = any(outcome in ("negatief", "geen_instemming") for _n, _s, outcome in stand.adviezen)
    if against and reached:
        told.append(_("Beide kunnen waar zijn."))
    return tuple(told)


def share(telling: Telling) -> str:
    """What part of the tenants agreed."""
    if not telling.huurders:
        return ""
    return _("{percent} van de huurders stemde in.").format(percent=per_cent(telling.percentage))


def court(unit: EenheidStand) -> tuple[str, ...]:
    """The eight weeks after the landlord's written notice, both ways in which they can be counted."""
    if unit.aangezegd_op is None or unit.rechter_dagen is None:
        return ()
    first, last = unit.rechter_dagen
    told = [_("De verhuurder schreef op {day} dat 70 % instemde.").format(day=day(unit.aangezegd_op))]
    if last < unit.on:
        text = _("De acht weken na die brief zijn voorbij. De laatste dag was {day}.")
        told.append(text.format(day=day(first)))
        return tuple(told)
    if first < unit.on:
        told.append(_("De laatste dag was {day}.").format(day=day(first)))
    else:
        told.append(_("Naar de rechter kan tot en met {day}. Houd die dag aan.").format(day=day(first)))
        if days := (first - unit.on) // timedelta(days=1):
            told.append(ngettext("Nog {count} dag.", "Nog {count} dagen.", days).format(count=days))
    if last != first:
        text = _("Met de Algemene termijnenwet erbij is het {day}. Dat is niet zeker.")
        told.append(text.format(day=day(last)))
    return tuple(told)


def beside(unit: EenheidStand) -> tuple[str, ...]:
    """The landlord's own count beside ours, and where they differ."""
    if unit.verhuurder is None:
        return ()
    yes, whole, on = unit.verhuurder
    if not whole:
        return ()
    share_of = per_cent(percentage(yes, whole))
    if on is None:
        text = _("De verhuurder telt {yes} van de {whole}: {percent}.")
        told = [text.format(yes=yes, whole=whole, percent=share_of)]
    else:
        text = _("De verhuurder telde op {day} {yes} van de {whole}: {percent}.")
        told = [text.format(day=day(on), yes=yes, whole=whole, percent=share_of)]
    ours = unit.telling
    told.append(_("Wij tellen {yes} van de {whole}.").format(yes=ours.ja, whole=ours.huurders))
    told.extend(_differences(unit, yes, whole))
    return tuple(told)


def _differences(unit: EenheidStand, yes: int, whole: int) -> Iterator[str]:
    ours = unit.telling
    if (yes, whole) == (ours.ja, ours.huurders):
        yield _("Dat is gelijk.")
        return
    if whole < ours.huurders:
        fewer = ours.huurders - whole
        text = ngettext(
            "De verhuurder telt {count} huurder minder mee. Wie niet antwoordt, telt wel mee.",
            "De verhuurder telt {count} huurders minder mee. Wie niet antwoordt, telt wel mee.",
            fewer,
        )
        yield text.format(count=fewer)
    elif whole > ours.huurders:
        more = whole - ours.huurders
        text = ngettext(
            "De verhuurder telt {count} huurder meer mee. Een lege woning telt niet mee.",
            "De verhuurder telt {count} huurders meer mee. Een lege woning telt niet mee.",
            more,
        )
        yield text.format(count=more)
    if yes != ours.ja:
        text = _("Het aantal keer ja verschilt ook: {theirs} en {ours}. Vraag om de formulieren.")
        if whole == ours.huurders:
            text = _("Het aantal keer ja verschilt: {theirs} en {ours}. Vraag om de formulieren.")
        yield text.format(theirs=yes, ours=ours.ja)
    theirs = 100 * yes >= LEGAL_SHARE * whole
    if theirs and not ours.gehaald:
        yield _("Volgens de verhuurder is 70 % gehaald, volgens ons niet.")
