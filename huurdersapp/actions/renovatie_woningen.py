"""Making the homes of a bouwkundige eenheid at once: from the list of addresses, from a pattern of house numbers, or from a
list of the landlord. Each gives a plan to look at; `make` writes what the plan says in one step with one undo."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Literal

from sqlalchemy import func, select

from huurdersapp.actions import reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.renovatie_woninglijst import plan_from_list
from huurdersapp.actions.renovatie_woningplan import OUTCOMES, Home, Layout, Outcome, Plan, Planner, Seen
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.adres import HIGHEST_HOUSE_NUMBER, Adres, tidy_addition
from huurdersapp.records.draft import Fault
from huurdersapp.records.rules import as_postcode
from huurdersapp.store import bulk
from huurdersapp.store.step import ReadSession

__all__ = [
    "OUTCOMES", "Home", "Layout", "Made", "Outcome", "Plan", "Seen", "Side", "additions", "make",
    "plan_from_addresses", "plan_from_list", "plan_from_pattern",
]  # fmt: skip
Side = Literal["alle", "even", "oneven"]
MOST = 2000
"""Homes in one plan: no building has more, so more is a slip of the pen."""
MANY = 20
"""More homes than this at a time, and a copy is made first."""
_RANGE = re.compile(r"([A-Za-z])\s*(?:-|t/m|tot)\s*([A-Za-z])|(\d{1,3})\s*(?:-|t/m|tot)\s*(\d{1,3})")
_PIECES = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class Made:
    """How many homes were made, and what there is to tell."""

    homes: int
    sentences: tuple[str, ...]


def plan_from_addresses(
    ctx: Context,
    eenheid: int,
    *,
    complex: int | None = None,
    words: str | None = None,
    numbers: Collection[int] | None = None,
    side: Side = "alle",
    street: str | None = None,
    layout: Layout | None = None,
) -> Plan:
    """The homes of the list of addresses: of a complex, of what the list calls `eenheid` (`words`), or these numbers.

    Without any of these the complex of the eenheid is meant. `side` and `street` leave the others out. Of addresses that
    are not let only those are taken that were asked for by number. Raises UserError when no address is meant.
    """
    with ctx.store.reading() as db:
        planner = Planner(ctx, db, eenheid)
        where = [Adres.verwijderd.is_(None), *_meant(db, planner.unit.complex_id, complex, words, numbers)]
        if street:
            where.append(func.lower(Adres.straat) == street.strip().lower())
        found = [row for row in db.scalars(select(Adres).where(*where)) if _at(row.huisnummer, side)]
        let = [row for row in found if row.actief or numbers is not None]
        if not let:
            raise UserError(
                _("Er is geen adres gevonden."), _("Kijk in de adressenlijst wat er bij het complex staat.")
            )
        homes = [Home(row.straat, row.huisnummer, row.toevoeging, row.postcode, adres=row.id) for row in let]
        homes.sort(key=_order)
        return planner.plan(homes, layout, more=_idle(len(found) - len(let)))


def plan_from_pattern(
    ctx: Context,
    eenheid: int,
    *,
    straat: str,
    van: int,
    tot: int,
    stap: Literal[1, 2] = 2,
    toevoegingen: str = "",
    postcode: str | None = None,
    layout: Layout | None = None,
) -> Plan:
    """The homes of a street from one number to another: each second number (the side of `van`), or each.

    `toevoegingen` gives each number several homes: "A-D", "1-4", "A, B"; "geen" among them is the home without one.
    From a higher to a lower number is a row that begins at the other end. Raises UserError for what cannot be.
    """
    street = " ".join(straat.split())
    if not street:
        raise UserError(_("Vul de straat in."))
    if not (1 <= van <= HIGHEST_HOUSE_NUMBER and 1 <= tot <= HIGHEST_HOUSE_NUMBER):
        raise UserError(_("Een huisnummer ligt tussen 1 en {most}."), most=written(HIGHEST_HOUSE_NUMBER))
    code = None if not postcode else as_postcode(postcode)
    found = range(van, tot + (1 if tot >= van else -1), stap if tot >= van else -stap)
    behind = additions(toevoegingen)
    if len(found) * len(behind) > MOST:
        raise UserError(_("Dit zijn meer dan {most} woningen. Kijk de huisnummers na."), most=written(MOST))
    homes = [Home(street, number, each, code) for number in found for each in behind]
    with ctx.store.reading() as db:
        return Planner(ctx, db, eenheid).plan(homes, layout)


def make(ctx: Context, plan: Plan, *, sure: bool = False) -> Made:
    """Make the homes of a plan in one step with one undo; without new homes nothing is written, and that is told.

    Raises UserError when something was changed since the plan was made, and when there is something to ask (`Plan.asked`)
    and nobody is `sure`.
    """
    if not plan.new:
        return Made(0, (plan.summary(), *plan.notes()))
    if (reasons := plan.asked()) and not sure:
        raise UserError(
            " ".join(reasons),
            _("Klopt dat? Bevestig het dan."),
            _("Zet er --zeker bij."),
        )
    if plan.new > MANY:
        jobs.run(reservekopie.before(ctx, reservekopie.LOADING))
    jobs.run(bulk.load(ctx.store, plan.label(), plan.drafts, plan.new, since=plan.seq))
    text = ngettext("{count} woning gemaakt in {unit}.", "{count} woningen gemaakt in {unit}.", plan.new)
    return Made(plan.new, (text.format(count=written(plan.new), unit=plan.unit), *plan.notes()))


def additions(text: str) -> tuple[str | None, ...]:
    """The additions that a text like "A-D", "1-4" or "geen, A" means; one without an addition when it is empty.

    Raises UserError for a row that runs backwards or is too long.
    """
    found: list[str | None] = []
    for part in filter(None, (each.strip() for each in re.split(r"[,;]", text))):
        if part.casefold() == "geen":
            found.append(None)
        elif (row := _RANGE.fullmatch(part)) is not None:
            found += _row(row, part)
        else:
            found.append(tidy_addition(part))
    return tuple(dict.fromkeys(found)) or (None,)


def _row(row: re.Match[str], part: str) -> list[str]:
    if row[1]:
        first, last = ascii_uppercase.index(row[1].upper()), ascii_uppercase.index(row[2].upper())
        found = list(ascii_uppercase[first : last + 1])
    else:
        found = [str(number) for number in range(int(row[3]), int(row[4]) + 1)]
    if not found:
        raise UserError(_("‘{text}’ loopt terug. Begin met de eerste."), text=part)
    return found


def _meant(
    db: ReadSession,
    own_complex: str | None,
    complex: int | None,
    words: str | None,
    numbers: Collection[int] | None,
) -> list[Any]:
    """The condition on addresses that somebody means."""
    if numbers is not None:
        return [Adres.nummer.in_(numbers)]
    if words:
        return [func.lower(func.trim(Adres.eenheid)) == words.strip().lower()]
    key = own_complex
    if complex is not None:
        found = Resolver(db)("complex", complex)
        if isinstance(found, Fault):
            raise UserError(found.text, command=found.command or None)
        key = found
    if key is None:
        raise UserError(
            _("Van welk complex zijn de adressen?"), _("Kies een complex, of vul het in bij de eenheid.")
        )
    return [Adres.complex_id == key]


def _at(number: int, side: Side) -> bool:
    return side == "alle" or (number % 2 == 0) == (side == "even")


def _order(home: Home) -> tuple[Any, ...]:
    """By street, number and addition, as one walks: 2 before 10, and A-2 before A-10."""
    pieces = _PIECES.findall(home.toevoeging or "")
    behind = [(each.isdigit(), int(each) if each.isdigit() else 0, each) for each in pieces]
    return (home.straat or "").casefold(), home.huisnummer, behind


def _idle(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    text = ngettext(
        "{count} adres is overgeslagen: het wordt niet verhuurd.",
        "{count} adressen zijn overgeslagen: ze worden niet verhuurd.",
        count,
    )
    return (text.format(count=written(count)),)
